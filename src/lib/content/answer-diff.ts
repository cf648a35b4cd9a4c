/** Compares what a person typed with what a card accepts, and shows where the two part. */

export interface DiffPart {
	text: string;
	/** `extra` was typed and should not be there; `missing` should be there and was not typed. */
	kind: 'same' | 'extra' | 'missing';
}

export interface AnswerDiff {
	correct: boolean;
	/** The accepted answer that is nearest to what was typed. */
	expected: string;
	parts: DiffPart[];
}

/** Longer input is cut before comparing: the table below grows with the product of both lengths. */
const LONGEST = 200;

/** What does not count as a difference: case, spacing, thousands commas, leading "about". */
function plain(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^\s*(~|≈|about|roughly|approximately)\s*/, '')
		.replace(/(\d),(?=\d{3}\b)/g, '$1')
		.replace(/[\s.]+$/, '')
		.replace(/[\s-]+/g, '');
}

/** Letters without what is written above or below them. */
function withoutMarks(text: string): string {
	return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** Lengths of the longest common subsequence of every pair of tails. */
function commonTails(a: string[], b: string[]): number[][] {
	const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const same = a[i]?.toLowerCase() === b[j]?.toLowerCase();
			table[i]![j] = same
				? table[i + 1]![j + 1]! + 1
				: Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
		}
	}
	return table;
}

function partsOf(typed: string, expected: string): { parts: DiffPart[]; common: number } {
	const a = [...typed.normalize()];
	const b = [...expected.normalize()];
	const table = commonTails(a, b);
	const parts: DiffPart[] = [];
	const add = (text: string, kind: DiffPart['kind']) => {
		const last = parts.at(-1);
		if (last?.kind === kind) last.text += text;
		else parts.push({ text, kind });
	};
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i]!.toLowerCase() === b[j]!.toLowerCase()) {
			add(b[j]!, 'same');
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
			add(a[i]!, 'extra');
			i++;
		} else {
			add(b[j]!, 'missing');
			j++;
		}
	}
	return { parts, common: table[0]![0]! };
}

/**
 * Judges a typed answer against the accepted ones.
 * @param typed as entered; empty gives an all-missing diff
 * @param accepted at least one answer
 * @param anyMarks accents do not count
 */
export function diffAnswer(
	typed: string,
	accepted: readonly string[],
	{ anyMarks = false }: { anyMarks?: boolean | undefined } = {},
): AnswerDiff {
	const input = typed.trim().slice(0, LONGEST);
	const judged = (text: string) => plain(anyMarks ? withoutMarks(text) : text);
	const hit = accepted.find((answer) => judged(answer) === judged(input));
	if (hit !== undefined) {
		return { correct: true, expected: hit, parts: [{ text: hit, kind: 'same' }] };
	}
	let best = { expected: accepted[0] ?? '', parts: [] as DiffPart[], common: -1 };
	for (const answer of accepted) {
		const { parts, common } = partsOf(input, answer.slice(0, LONGEST));
		if (common > best.common) best = { expected: answer, parts, common };
	}
	return { correct: false, expected: best.expected, parts: best.parts };
}
