/** Finds notes that ask the same as what is being typed, or nearly so. */
import { normalized, SAME_CARD } from './near-duplicates.ts';

export interface AskedNote {
	id: string;
	/** Its first field as a reader sees it. */
	text: string;
}

export interface Known extends AskedNote {
	/** Whether it asks exactly the same. */
	same: boolean;
}

/** Beyond so many notes only exact duplicates are looked for: comparing costs memory and time. */
const MOST_COMPARED = 10_000;
/** Shorter questions share their words by chance. */
const LEAST_WORDS = 4;

export class AskedBefore {
	readonly #exact = new Map<string, AskedNote[]>();
	readonly #runs: { note: AskedNote; runs: Set<string> }[] = [];

	add(note: AskedNote): void {
		const key = normalized(note.text);
		if (key === '') return;
		const others = this.#exact.get(key);
		if (others) others.push(note);
		else this.#exact.set(key, [note]);
		if (this.#runs.length < MOST_COMPARED) this.#runs.push({ note, runs: runsOf(key) });
	}

	/** Those that ask the same first, then the most alike; the note itself left out. */
	like(text: string, self: string, most = 3): Known[] {
		const key = normalized(text);
		if (key === '') return [];
		const others = (this.#exact.get(key) ?? []).filter(({ id }) => id !== self);
		const same = others.map((note): Known => ({ ...note, same: true }));
		if (same.length >= most || key.split(' ').length < LEAST_WORDS) return same.slice(0, most);
		const wanted = runsOf(key);
		const known = new Set([self, ...same.map(({ id }) => id)]);
		const near: { note: AskedNote; likeness: number }[] = [];
		for (const { note, runs } of this.#runs) {
			if (known.has(note.id)) continue;
			const likeness = likenessOf(wanted, runs);
			if (likeness >= SAME_CARD) near.push({ note, likeness });
		}
		near.sort((a, b) => b.likeness - a.likeness);
		return [...same, ...near.map(({ note }): Known => ({ ...note, same: false }))].slice(0, most);
	}
}

/** Runs of two words: with three, a word changed in a short question would make it another one. */
function runsOf(key: string): Set<string> {
	const words = key.split(' ');
	const runs = new Set<string>();
	for (let i = 0; i < Math.max(1, words.length - 1); i++) runs.add(words.slice(i, i + 2).join(' '));
	return runs;
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (Math.min(a.size, b.size) / Math.max(a.size, b.size) < SAME_CARD) return 0;
	let common = 0;
	for (const run of a) if (b.has(run)) common += 1;
	return common / (a.size + b.size - common);
}
