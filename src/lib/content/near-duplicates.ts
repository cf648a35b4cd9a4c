/** Finds cards that ask the same thing in almost the same words, over the whole catalog. */

export interface Asked {
	id: string;
	/** The front as a reader sees it. */
	text: string;
}

export interface Likeness {
	a: string;
	b: string;
	/** Share of common three-word runs (Jaccard), 1 for the same words. */
	likeness: number;
}

/** From here on two fronts count as the same card. */
export const SAME_CARD = 0.6;
/** From here on a pair is listed for a person to look at. */
export const SIMILAR_CARD = 0.4;

/** Letters and digits in lower case, one space between words. */
export function normalized(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function shingles(text: string): Set<string> {
	const words = normalized(text).split(' ');
	const runs = new Set<string>();
	for (let i = 0; i < Math.max(1, words.length - 2); i++) runs.add(words.slice(i, i + 3).join(' '));
	return runs;
}

/** Pairs at or above `threshold`, most alike first. Only pairs that share a run are compared. */
export function findNearDuplicates(cards: Asked[], threshold: number): Likeness[] {
	const runs = cards.map((card) => shingles(card.text));
	const holders = new Map<string, number[]>();
	const shared = new Map<string, number>();
	runs.forEach((set, index) => {
		for (const run of set) {
			const others = holders.get(run) ?? [];
			for (const other of others) {
				const key = `${other} ${index}`;
				shared.set(key, (shared.get(key) ?? 0) + 1);
			}
			others.push(index);
			holders.set(run, others);
		}
	});
	const pairs: Likeness[] = [];
	for (const [key, common] of shared) {
		const [a, b] = key.split(' ').map(Number) as [number, number];
		const likeness = common / (runs[a]!.size + runs[b]!.size - common);
		if (likeness >= threshold) pairs.push({ a: cards[a]!.id, b: cards[b]!.id, likeness });
	}
	return pairs.sort((x, y) => y.likeness - x.likeness);
}
