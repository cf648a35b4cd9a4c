/** Deletions of a cloze: `{{c1::text::hint}}`, nested in one another, of several numbers at once. */

export interface Deletion {
	/** At least one. */
	numbers: number[];
	hint: string | undefined;
	/** Text and further deletions. */
	inside: ClozePiece[];
}

export type ClozePiece = string | Deletion;

const OPEN = /\{\{c(\d{1,3}(?:,\d{1,3})*)::/giy;
/** Deeper ones stand as text. */
const DEEPEST = 8;
export const MOST_NUMBERS = 500;

/** The pieces of a text. A deletion that does not end stands as text. */
export function parseCloze(text: string): ClozePiece[] {
	const root: ClozePiece[] = [];
	const open: { deletion: Deletion; written: string }[] = [];
	const into = () => open.at(-1)?.deletion.inside ?? root;
	let done = 0;
	const flush = (end: number) => {
		if (end === done) return;
		const piece = text.slice(done, end);
		const deletion = open.at(-1)?.deletion;
		const cut = deletion && deletion.hint === undefined ? piece.indexOf('::') : -1;
		if (deletion && cut >= 0) {
			deletion.hint = piece.slice(cut + 2);
			deletion.inside.push(piece.slice(0, cut));
		} else into().push(piece);
	};
	for (let at = 0; at < text.length;) {
		const brace = nextBrace(text, at);
		if (brace < 0) break;
		OPEN.lastIndex = brace;
		const found = open.length < DEEPEST ? OPEN.exec(text) : null;
		if (found) {
			flush(brace);
			const numbers = (found[1] ?? '').split(',').map(Number);
			const sound = numbers.filter((number) => number >= 1 && number <= MOST_NUMBERS);
			at = brace + found[0].length;
			open.push({ deletion: { numbers: sound, hint: undefined, inside: [] }, written: found[0] });
			done = at;
		} else if (open.length > 0 && text.startsWith('}}', brace)) {
			flush(brace);
			const { deletion } = open.pop()!;
			into().push(deletion);
			at = brace + 2;
			done = at;
		} else at = brace + 1;
	}
	flush(text.length);
	while (open.length > 0) {
		const { deletion, written } = open.pop()!;
		const hint = deletion.hint === undefined ? [] : [`::${deletion.hint}`];
		into().push(written, ...deletion.inside, ...hint);
	}
	return root;
}

function nextBrace(text: string, from: number): number {
	const opening = text.indexOf('{{', from);
	const closing = text.indexOf('}}', from);
	if (opening < 0 || closing < 0) return Math.max(opening, closing);
	return Math.min(opening, closing);
}

/** Every number that stands in a text, rising: there is a card for each. */
export function clozeNumbers(text: string): number[] {
	const numbers = new Set<number>();
	const visit = (pieces: ClozePiece[]): void => {
		for (const piece of pieces) {
			if (typeof piece === 'string') continue;
			for (const number of piece.numbers) numbers.add(number);
			visit(piece.inside);
		}
	};
	visit(parseCloze(text));
	return [...numbers].sort((a, b) => a - b);
}

/** The text with the deletions of one number hidden or marked; '' where there is none of that number. */
export function showCloze(text: string, number: number, side: 'front' | 'back'): string {
	let met = false;
	const show = (pieces: readonly ClozePiece[]): string =>
		pieces
			.map((piece) => {
				if (typeof piece === 'string') return piece;
				if (!piece.numbers.includes(number)) {
					return `<span class="cloze-inactive">${show(piece.inside)}</span>`;
				}
				met = true;
				if (side === 'back') return `<span class="cloze">${show(piece.inside)}</span>`;
				return `<span class="cloze">[${piece.hint?.trim() ? piece.hint : '...'}]</span>`;
			})
			.join('');
	const shown = show(parseCloze(text));
	return met ? shown : '';
}

/** What the deletions of one number hide, one text for each. */
export function clozeAnswers(text: string, number: number): string[] {
	const answers: string[] = [];
	const plain = (pieces: readonly ClozePiece[]): string =>
		pieces.map((piece) => (typeof piece === 'string' ? piece : plain(piece.inside))).join('');
	const visit = (pieces: readonly ClozePiece[]): void => {
		for (const piece of pieces) {
			if (typeof piece === 'string') continue;
			if (piece.numbers.includes(number)) answers.push(plain(piece.inside));
			else visit(piece.inside);
		}
	};
	visit(parseCloze(text));
	return answers;
}
