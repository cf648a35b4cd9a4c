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
	readonly #notes = new Map<string, { text: string; key: string }>();
	/** Ids of the notes that ask exactly this. */
	readonly #exact = new Map<string, Set<string>>();
	readonly #runs = new Map<string, ReadonlySet<string>>();

	/** Takes in a note, in place of what it asked before. */
	put({ id, text }: AskedNote): void {
		this.remove(id);
		const key = normalized(text);
		if (key === '') return;
		this.#notes.set(id, { text, key });
		const others = this.#exact.get(key);
		if (others) others.add(id);
		else this.#exact.set(key, new Set([id]));
		if (this.#runs.size < MOST_COMPARED) this.#runs.set(id, runsOf(key));
	}

	remove(id: string): void {
		const note = this.#notes.get(id);
		if (!note) return;
		this.#notes.delete(id);
		this.#runs.delete(id);
		const others = this.#exact.get(note.key);
		others?.delete(id);
		if (others?.size === 0) this.#exact.delete(note.key);
	}

	/** Those that ask the same first, then the most alike; the note itself left out. */
	like(text: string, self: string, most = 3): Known[] {
		const key = normalized(text);
		if (key === '') return [];
		const same = [...(this.#exact.get(key) ?? [])].filter((id) => id !== self).slice(0, most);
		const known = (ids: readonly string[], same: boolean) =>
			ids.map((id): Known => ({ id, text: this.#notes.get(id)?.text ?? '', same }));
		if (same.length >= most || key.split(' ').length < LEAST_WORDS) return known(same, true);
		const wanted = runsOf(key);
		const near: { id: string; likeness: number }[] = [];
		for (const [id, runs] of this.#runs) {
			if (id === self || same.includes(id)) continue;
			const likeness = likenessOf(wanted, runs);
			if (likeness >= SAME_CARD) near.push({ id, likeness });
		}
		near.sort((a, b) => b.likeness - a.likeness);
		const nearest = near.slice(0, most - same.length).map(({ id }) => id);
		return [...known(same, true), ...known(nearest, false)];
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
