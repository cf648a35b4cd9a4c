/** The decks of a file as a tree written line by line, with how many cards come into each. */
import type { ImportedCollection, ImportedDeck } from '../imported.ts';
import type { ExistingState } from '../judge/existing-state.ts';
import type { PlannedCard } from '../judge/import-plan.ts';

export interface DeckLine {
	/** Joined by `::`. */
	path: string;
	name: string;
	/** 0 for a root. */
	depth: number;
	/** Cards of the file in it and below. */
	cards: number;
	/** Of these, how many are added here. */
	added: number;
	/** Not here yet, and made by the import. */
	isNew: boolean;
}

/** Every deck of the file with cards, and those above them, parents before children. */
export function deckLines(
	{ cards, decks }: Pick<ImportedCollection, 'cards' | 'decks'>,
	plan: {
		cards: readonly Pick<PlannedCard, 'card' | 'id'>[];
		addDecks: readonly Pick<ImportedDeck, 'path'>[];
	},
	here: ExistingState['decks'],
): DeckLine[] {
	const inFile = tally(cards);
	const coming = tally(plan.cards.flatMap(({ card, id }) => (id === undefined ? [card] : [])));
	const made = new Set(plan.addDecks.flatMap(({ path }) => pathsTo(path)));
	const lines = new Map<string, DeckLine>();
	for (const { key, path } of decks) {
		for (const [depth, joined] of pathsTo(path).entries()) {
			const isNew = made.has(joined) && !here.has(joined);
			const line = lines.get(joined) ?? {
				...{ path: joined, name: path[depth] ?? '', depth, cards: 0, added: 0, isNew },
			};
			line.cards += inFile.get(key) ?? 0;
			line.added += coming.get(key) ?? 0;
			lines.set(joined, line);
		}
	}
	// A separator that sorts before every letter keeps children behind their parent.
	const order = (path: string) => path.replaceAll('::', '\0');
	return [...lines.values()].sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1));
}

/** Its own and those of the decks above it, from the root down. */
function pathsTo(path: readonly string[]): string[] {
	return path.map((_, depth) => path.slice(0, depth + 1).join('::'));
}

function tally(cards: readonly { deck: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { deck } of cards) counts.set(deck, (counts.get(deck) ?? 0) + 1);
	return counts;
}
