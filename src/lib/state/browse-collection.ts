/** Everything that can be searched, gathered in columns: the catalog, drills, notes, cards, answers; runs in a worker. */
import { NEVER, type BrowseCard, type BrowseDeck } from '$lib/browse/browse-card.ts';
import { CardColumns } from '$lib/browse/card-columns.ts';
import { CardOrders, type Sort } from '$lib/browse/card-order.ts';
import { compileSearch, findRows, type SearchMoment } from '$lib/browse/compile-search.ts';
import type { SearchNode } from '$lib/browse/search-node.ts';
import { drillOfCard } from '$lib/content/drill-id.ts';
import type { CardChunk, DrillChunk, PatternSummary } from '$lib/content/library.ts';
import type { NoteType } from '$lib/content/note.ts';
import {
	FROM_INTERVIEWS_DECK,
	isFromInterview,
	isOwnCard,
	noteOfCard,
} from '$lib/content/own-note.ts';
import type { AnsweredDays } from '$lib/db/answers-of-cards.ts';
import { DRILLS_DECK } from '$lib/db/browse-decks.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import type { NoteText } from '$lib/db/read-all.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { catalogText, drillText, ownText } from './note-texts.ts';

export class BrowseCollection {
	readonly columns = new CardColumns();
	readonly #orders = new CardOrders(this.columns);
	readonly #types = new Map<string, NoteType>();
	readonly #chunks = new Map<
		string,
		{ card: CardChunk[string]; place: string; category: string }
	>();
	/** Cards whose wording is the person's own. */
	readonly #overlaid = new Set<string>();

	/** The cards of some patterns; they come before the person's wordings of them. */
	takeCatalog(chunk: CardChunk, patternOf: (cardId: string) => PatternSummary | undefined): void {
		for (const [id, card] of Object.entries(chunk)) {
			const pattern = patternOf(id);
			const from = { place: pattern?.name ?? '', category: pattern?.category ?? '' };
			this.#chunks.set(id, { card, ...from });
			if (!this.#overlaid.has(id)) this.columns.putText(catalogText(card, from));
		}
	}

	takeDrills(drills: DrillChunk): void {
		for (const drill of drills) this.columns.putText(drillText(drill));
	}

	takeDecks(decks: readonly BrowseDeck[]): void {
		for (const deck of decks) this.columns.putDeck(deck);
	}

	takeTypes(types: readonly NoteType[]): void {
		for (const type of types) this.#types.set(type.id, type);
	}

	/** Notes as they are now; one that was deleted keeps its text, which no card has then. */
	takeNotes(texts: readonly NoteText[]): void {
		for (const { id, note, overlay, made, edited } of texts) {
			if (note) {
				this.columns.putText(ownText(note, this.#types.get(note.noteType), { made, edited }));
				continue;
			}
			const released = this.#chunks.get(id);
			if (!released) continue;
			const { card, place, category } = released;
			if (overlay) this.#overlaid.add(id);
			else this.#overlaid.delete(id);
			const worded = overlay && { ...overlay, edited };
			this.columns.putText(catalogText(card, { place, category }, worded));
		}
	}

	takeCards(cards: readonly CardState[]): void {
		for (const card of cards) this.columns.putCard(this.#cardOf(card));
	}

	takeAnswers(days: ReadonlyMap<string, AnsweredDays>): void {
		for (const id of this.columns.present()) {
			const { first = NEVER, last = NOT_ANSWERED } = days.get(id) ?? {};
			this.columns.putAnswers(id, { first, last });
		}
	}

	/** Takes out the cards of these ids. */
	remove(ids: Iterable<string>): void {
		for (const id of ids) this.columns.remove(id);
	}

	/** Rows in the order of `sort`. @param pause is called before each row, and ends the search by throwing */
	search(
		search: SearchNode,
		sort: Sort,
		moment: SearchMoment,
		pause?: () => void,
	): Uint32Array<ArrayBuffer> {
		const order = this.#orders.of(sort, moment.now);
		return findRows(this.columns, order, compileSearch(search, this.columns, moment), pause);
	}

	#cardOf(state: CardState): BrowseCard {
		const { id } = state;
		if (!isOwnCard(id)) {
			const deck = drillOfCard(id) === undefined ? CATALOG_DECK : DRILLS_DECK;
			return { state, deck, text: id, ordinal: 0, own: false };
		}
		const { noteId, ordinal } = noteOfCard(id);
		const inCatalog = isFromInterview(id) && state.deckId === CATALOG_DECK;
		const deck = inCatalog ? FROM_INTERVIEWS_DECK : state.deckId;
		return { state, deck, text: noteId, ordinal, own: true };
	}
}

const NOT_ANSWERED = [NEVER, NEVER, NEVER, NEVER] as const;
