/** One thing wrong in a deck file, said so that its author can mend it without asking anyone. */

export interface Mistake {
	/** Path from the root of the project. */
	file: string;
	/** Counted from 1, front matter included. */
	line: number;
	what: string;
	/** What would be right, as a clause. */
	right: string;
}

/** `decks/patterns/x/y.md:12: what is wrong; what would be right`. */
export function describeMistake(mistake: Mistake): string {
	return `${mistake.file}:${mistake.line}: ${mistake.what}; ${mistake.right}`;
}

/** By file, then line: the order in which an author walks through them. */
export function sortMistakes(mistakes: Mistake[]): Mistake[] {
	return mistakes.toSorted(
		(a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
	);
}

/** Says what was found in an error, short enough for one line of a terminal. */
export function quote(text: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	return `"${flat.length > 60 ? `${flat.slice(0, 57)}...` : flat}"`;
}

/** Thrown by a build that meets mistakes; the message lists all of them. */
export class CatalogError extends Error {
	constructor(mistakes: Mistake[]) {
		const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
		super(`The catalog has ${count}:\n${sortMistakes(mistakes).map(describeMistake).join('\n')}`);
		this.name = 'CatalogError';
	}
}
