/** What there is to export: all, own decks, the catalog, each deck, and the cards that another screen has handed over. */
import { drillOfCard } from '$lib/content/drill-id.ts';
import type { OwnDeck } from '$lib/content/note.ts';
import { isOwnCard, noteOfCard } from '$lib/content/own-note.ts';
import type { ExportChoice } from '$lib/db/collect-decks.ts';
import { allDecks } from '$lib/db/read-decks.ts';
import type { App } from './app.svelte.ts';
import { readList } from './card-list.ts';
import { Live } from './live.svelte.ts';

interface Chosen {
	/** Own notes, and cards of the catalog. */
	notes: string[];
	cards: string[];
	/** Drills, which no file holds. */
	drills: number;
	title: string;
}

export class ExportParts {
	readonly #app: Pick<App, 'db'>;
	readonly #decks: Live<OwnDeck[]>;
	readonly #chosen: Chosen | undefined;
	/** The one to begin with. */
	readonly first: string;
	/** Cards were chosen on another screen, and this tab no longer knows which. */
	readonly lost: boolean;

	/** @param asked of the address: `deck` with an id, or `list` with the name of a list of cards */
	constructor(app: Pick<App, 'db'>, asked: URLSearchParams) {
		this.#app = app;
		this.#decks = new Live(
			() => allDecks(app.db),
			() => {},
		);
		const list = asked.get('list');
		this.#chosen = list === null ? undefined : chosenFrom(list);
		this.lost = list !== null && !this.#chosen;
		this.first = this.#chosen ? 'chosen' : (asked.get('deck') ?? 'own');
	}

	get list(): { value: string; name: string }[] {
		const decks = this.#decks.value ?? [];
		const chosen = this.#chosen;
		return [
			...(chosen ? [{ value: 'chosen', name: nameOf(chosen) }] : []),
			{ value: 'own', name: 'All my own decks' },
			...decks.map(({ id, path }) => ({ value: id, name: path.join(' › ') })),
			{ value: 'catalog', name: 'The catalog' },
			{ value: 'all', name: 'The catalog and my own decks' },
		];
	}

	/** What goes out with a part. */
	hintOf(part: string): string {
		if (part !== 'chosen') return 'A deck goes out with the decks in it.';
		const drills = this.#chosen?.drills ?? 0;
		const out = drills > 0 ? ' Estimation drills stay out.' : '';
		return `A note goes out with all its cards.${out}`;
	}

	whatOf(part: string): ExportChoice['what'] {
		if (part === 'chosen') return { notes: this.#chosen?.notes ?? [] };
		if (part === 'own' || part === 'catalog' || part === 'all') return part;
		return { deck: part };
	}

	/** Cards of the catalog that go out beside notes. */
	cardsOf(part: string): readonly string[] {
		return part === 'chosen' ? (this.#chosen?.cards ?? []) : [];
	}

	/** What the file is called. Who is quick may ask before the decks are on the screen. @throws DbError */
	async titleOf(part: string): Promise<string> {
		if (part === 'chosen') return this.#chosen?.title || 'Notes';
		const decks = this.#decks.value ?? (await allDecks(this.#app.db));
		const deck = decks.find(({ id }) => id === part);
		if (deck) return deck.path.join(' - ');
		return { own: 'My decks', catalog: 'Onsite catalog' }[part] ?? 'Onsite';
	}
}

function chosenFrom(name: string): Chosen | undefined {
	const list = readList(name);
	if (!list) return undefined;
	const own = list.ids.filter(isOwnCard);
	const others = list.ids.filter((id) => !isOwnCard(id));
	const cards = others.filter((id) => drillOfCard(id) === undefined);
	return {
		...{ notes: [...new Set(own.map((id) => noteOfCard(id).noteId))], cards },
		...{ drills: others.length - cards.length, title: list.title },
	};
}

function nameOf({ notes, cards }: Chosen): string {
	const count = notes.length + cards.length;
	return count === 1 ? 'The chosen note' : `${count.toLocaleString('en-US')} chosen notes`;
}
