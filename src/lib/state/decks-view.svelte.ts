/** The decks as their screen shows them: the catalog first, then the person's own as an outline. */
import { readToday } from '$lib/db/begin-day.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { dayStats } from '$lib/db/counts.ts';
import { deckSizes } from '$lib/db/deck-sizes.ts';
import { deckCounts } from '$lib/db/read-decks.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import type { DayCount } from '$lib/db/tally.ts';
import { limitsLeft, withinLimits } from '$lib/scheduler/limits.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { rolledUp, type DeckCounts, type DeckNode } from '$lib/scheduler/deck-tree.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export interface DecksRead {
	decks: StudyDecks;
	/** What today's limits let through, with all under each. */
	counts: ReadonlyMap<string, DeckCounts>;
	/** Cards, with all under each. */
	cards: ReadonlyMap<string, number>;
}

/** A deck in the list, and what the list knows of it. */
export interface ListedDeck {
	id: string;
	name: string;
	path: readonly string[];
	depth: number;
	counts: DeckCounts;
	cards: number;
	parent: boolean;
	open: boolean;
	daily: boolean;
}

const NONE: DeckCounts = { new: 0, learning: 0, due: 0 };
const CLOSED = 'onsite-decks-closed';

export class DecksView {
	#live: Live<DecksRead>;
	/** Ids of decks of which those under them are hidden. */
	#closed = $state.raw(closedBefore());

	constructor(app: App) {
		this.#live = new Live(
			() => readDecks(app),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** `undefined` until the first answer of the database. */
	get value(): DecksRead | undefined {
		return this.#live.value;
	}

	/** The rows that are shown, the catalog first. */
	get rows(): ListedDeck[] | undefined {
		const read = this.value;
		if (!read) return undefined;
		const shown = (nodes: readonly DeckNode[]): ListedDeck[] =>
			nodes.flatMap((node) => {
				const row = this.#rowOf(node, read);
				return row.open ? [row, ...shown(node.children)] : [row];
			});
		return [catalogOf(read), ...shown(read.decks.tree.roots)];
	}

	toggle(id: string): void {
		const closed = new Set(this.#closed);
		if (!closed.delete(id)) closed.add(id);
		this.#closed = closed;
		try {
			localStorage.setItem(CLOSED, JSON.stringify([...closed]));
		} catch {
			// The next visit shows all of them again.
		}
	}

	#rowOf({ deck, name, depth, children }: DeckNode, read: DecksRead): ListedDeck {
		const { decks, counts, cards } = read;
		const parent = children.length > 0;
		return {
			...{ id: deck.id, name, path: deck.path, depth, parent },
			...{ counts: counts.get(deck.id) ?? NONE, cards: cards.get(deck.id) ?? 0 },
			open: parent && !this.#closed.has(deck.id),
			daily: decks.tree.rootOf(deck.id)?.deck.daily ?? true,
		};
	}
}

/** @throws DbError */
export async function readDecks(app: Pick<App, 'db' | 'moment'>): Promise<DecksRead> {
	const { day } = app.moment();
	const [decks, own, sizes, done] = await Promise.all([
		readStudyDecks(app.db),
		deckCounts(app.db, day),
		deckSizes(app.db),
		dayStats(app.db, day),
		// Another day has other counts.
		readToday(app.db),
	]);
	const { tree } = decks;
	const waiting = rolledUp(tree, own).set(CATALOG_DECK, own.get(CATALOG_DECK) ?? NONE);
	const counts = new Map<string, DeckCounts>();
	const cards = new Map<string, number>();
	const add = (counted: readonly string[], preset: Preset) => {
		const today = done.filter((row) => row.day === day && counted.includes(row.deckId));
		const left = limitsLeft(preset, { new: sumOf(today, 'news'), review: sumOf(today, 'review') });
		for (const id of counted) {
			const { new: fresh, learning, due } = waiting.get(id) ?? NONE;
			const { new: news, review } = withinLimits({ new: fresh, review: due }, left, preset);
			counts.set(id, { new: news, learning, due: review });
			const under = tree.under(id).map(({ deck }) => deck.id);
			cards.set(id, sum((under.length > 0 ? under : [id]).map((each) => sizes.get(each) ?? 0)));
		}
	};
	add([CATALOG_DECK], decks.presetOf(CATALOG_DECK));
	for (const { deck } of tree.roots) {
		const under = tree.under(deck.id).map((node) => node.deck.id);
		add(under, decks.presetOf(deck.id));
	}
	return { decks, counts, cards };
}

function sumOf(rows: readonly DayCount[], name: 'news' | 'review'): number {
	return sum(rows.map((row) => row[name]));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, number) => all + number, 0);
}

function catalogOf({ counts, cards }: DecksRead): ListedDeck {
	return {
		...{ id: CATALOG_DECK, name: 'Catalog', path: ['Catalog'], depth: 0, parent: false },
		...{ counts: counts.get(CATALOG_DECK) ?? NONE, cards: cards.get(CATALOG_DECK) ?? 0 },
		...{ open: false, daily: true },
	};
}

function closedBefore(): ReadonlySet<string> {
	try {
		const ids: unknown = JSON.parse(localStorage.getItem(CLOSED) ?? '[]');
		return new Set(Array.isArray(ids) ? ids.map(String) : []);
	} catch {
		return new Set();
	}
}
