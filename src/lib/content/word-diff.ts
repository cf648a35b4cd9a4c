/** Where two wordings part, word by word. */

export interface WordPart {
	text: string;
	/** `gone` stands in the first wording alone, `come` in the second. */
	kind: 'same' | 'gone' | 'come';
}

/** Longer texts are not compared: the table below grows with the product of both lengths. */
const MOST_WORDS = 1200;

/** Words with the spaces behind them; joined they are the text again. */
function wordsOf(text: string): string[] {
	return text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** The parts of both in their order: those of a kind joined are the wording again. */
export function wordDiff(first: string, second: string): WordPart[] {
	const [a, b] = [wordsOf(first), wordsOf(second)];
	if (a.length > MOST_WORDS || b.length > MOST_WORDS) return joined(whole(first, second));
	const width = b.length + 1;
	const common = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const at = i * width + j;
			common[at] =
				a[i] === b[j]
					? common[at + width + 1]! + 1
					: Math.max(common[at + width]!, common[at + 1]!);
		}
	}
	const parts: WordPart[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const at = i * width + j;
		if (i < a.length && j < b.length && a[i] === b[j]) {
			parts.push({ text: a[i]!, kind: 'same' });
			i += 1;
			j += 1;
		} else if (j >= b.length || (i < a.length && common[at + width]! >= common[at + 1]!)) {
			parts.push({ text: a[i++]!, kind: 'gone' });
		} else parts.push({ text: b[j++]!, kind: 'come' });
	}
	return joined(parts);
}

function whole(first: string, second: string): WordPart[] {
	return [
		{ text: first, kind: 'gone' },
		{ text: second, kind: 'come' },
	];
}

function joined(parts: readonly WordPart[]): WordPart[] {
	const runs: WordPart[] = [];
	for (const part of parts) {
		const last = runs.at(-1);
		if (last?.kind === part.kind) last.text += part.text;
		else if (part.text !== '') runs.push({ ...part });
	}
	return runs;
}
