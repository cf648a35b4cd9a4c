/** What there is to export: all, own decks, the catalog, each deck, and the notes that a link names. */
import type { ExportChoice } from '$lib/db/collect-decks.ts';
import { allDecks } from '$lib/db/read-decks.ts';
import type { OwnDeck } from '$lib/content/note.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export class ExportParts {
	readonly #decks: Live<OwnDeck[]>;
	readonly #notes: readonly string[];
	/** The one to begin with. */
	readonly first: string;

	/** @param asked of the address: `deck` with an id, or `notes` with ids, separated by commas */
	constructor(app: Pick<App, 'db'>, asked: URLSearchParams) {
		this.#decks = new Live(
			() => allDecks(app.db),
			() => {},
		);
		this.#notes = (asked.get('notes') ?? '').split(',').filter(Boolean);
		this.first = this.#notes.length > 0 ? 'notes' : (asked.get('deck') ?? 'own');
	}

	get list(): { value: string; name: string }[] {
		const decks = this.#decks.value ?? [];
		const { length } = this.#notes;
		const chosen = {
			value: 'notes',
			name: length === 1 ? 'The chosen note' : `${length} chosen notes`,
		};
		return [
			...(length > 0 ? [chosen] : []),
			{ value: 'own', name: 'All my own decks' },
			...decks.map(({ id, path }) => ({ value: id, name: path.join(' › ') })),
			{ value: 'catalog', name: 'The catalog' },
			{ value: 'all', name: 'The catalog and my own decks' },
		];
	}

	whatOf(part: string): ExportChoice['what'] {
		if (part === 'notes') return { notes: [...this.#notes] };
		if (part === 'own' || part === 'catalog' || part === 'all') return part;
		return { deck: part };
	}

	/** What the file is called. */
	titleOf(part: string): string {
		const deck = this.#decks.value?.find(({ id }) => id === part);
		if (deck) return deck.path.join(' - ');
		return { own: 'My decks', catalog: 'Onsite catalog', notes: 'Notes' }[part] ?? 'Onsite';
	}
}
