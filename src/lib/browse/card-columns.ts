/** All cards in columns: a hundred thousand of them are searched by walking along arrays. */
import type { CardState, Flag } from '../scheduler/card-state.ts';
import type { Phase } from '../scheduler/review.ts';
import {
	NEVER,
	type BrowseCard,
	type BrowseDeck,
	type BrowseText,
	type BrowseType,
	type CardAnswers,
} from './browse-card.ts';
import { foldText } from './fold-text.ts';

export const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];
/** Stands between the fields of a text; nobody can type it. */
export const FIELD_END = '\x1f';
/** Of `CardColumns.bits`. */
export const BIT = {
	present: 1,
	suspended: 2,
	leech: 4,
	intraday: 8,
	own: 16,
	bySibling: 32,
} as const;

/** A text as it is searched. */
export interface StoredText extends Omit<BrowseText, 'fields'> {
	/** Folded, with `FIELD_END` between the fields. */
	folded: string;
	/** What a list shows of it. */
	line: string;
}

/** Characters that a list shows at most. */
const LINE = 240;
const FIRST_SIZE = 1_024;

export class CardColumns {
	/** Rows that are or were in use. */
	count = 0;
	/** Rows that hold a card. */
	size = 0;
	/** Another number after each change. */
	version = 0;
	readonly ids: string[] = [];
	readonly noteIds: string[] = [];
	readonly decks: BrowseDeck[] = [];
	/** Those that cards name and nobody has put yet are `undefined`. */
	readonly texts: (StoredText | undefined)[] = [];
	/** The keys of those. */
	readonly textKeys: string[] = [];
	bits = new Uint8Array(FIRST_SIZE);
	phase = new Uint8Array(FIRST_SIZE);
	flag = new Uint8Array(FIRST_SIZE);
	ordinal = new Uint16Array(FIRST_SIZE);
	deck = new Uint32Array(FIRST_SIZE);
	text = new Uint32Array(FIRST_SIZE);
	buriedOn = new Int32Array(FIRST_SIZE);
	reps = new Uint32Array(FIRST_SIZE);
	lapses = new Uint32Array(FIRST_SIZE);
	lastDay = new Int32Array(FIRST_SIZE);
	firstAnswer = new Int32Array(FIRST_SIZE);
	/** Four numbers of each row, Again first. */
	lastAnswers = new Int32Array(FIRST_SIZE * 4);
	due = new Float64Array(FIRST_SIZE);
	interval = new Float64Array(FIRST_SIZE);
	stability = new Float64Array(FIRST_SIZE);
	difficulty = new Float64Array(FIRST_SIZE);
	position = new Float64Array(FIRST_SIZE);
	#rows = new Map<string, number>();
	#textAt = new Map<string, number>();
	#deckAt = new Map<string, number>();
	#types = new Map<string, BrowseType>();

	/** The row of a card; `undefined` where it is not there. */
	rowOf(id: string): number | undefined {
		const row = this.#rows.get(id);
		return row !== undefined && this.has(row) ? row : undefined;
	}

	has(row: number): boolean {
		return ((this.bits[row] ?? 0) & BIT.present) !== 0;
	}

	textOf(row: number): StoredText | undefined {
		return this.texts[this.text[row] ?? -1];
	}

	deckOf(row: number): BrowseDeck | undefined {
		return this.decks[this.deck[row] ?? -1];
	}

	/** Where a list says that a card is from; '' where nobody knows. */
	placeOf(row: number): string {
		const path = this.deckOf(row)?.path ?? '';
		return this.textOf(row)?.place || (path.split('::').at(-1) ?? '');
	}

	/** Adds a deck, or gives it another path or other weights. */
	putDeck(deck: BrowseDeck): void {
		this.version += 1;
		const at = this.#deckAt.get(deck.id);
		if (at !== undefined) this.decks[at] = deck;
		else this.#deckAt.set(deck.id, this.decks.push(deck) - 1);
	}

	/** Adds a text, or puts another in its place. */
	putText(text: BrowseText): void {
		this.version += 1;
		const { key, tags, added, edited, place, category, kind, level } = text;
		const plain = text.fields.map((field) => field.replaceAll(FIELD_END, ' '));
		const line = (plain.find((field) => field.trim() !== '') ?? '').slice(0, LINE * 2);
		// Written out: an object made by spreading is looked into ten times as slowly.
		const stored: StoredText = {
			key,
			tags,
			added,
			edited,
			place,
			category,
			kind,
			level,
			type: this.#sameType(text.type),
			folded: foldText(plain.join(FIELD_END)),
			line: line.replace(/\s+/g, ' ').trim().slice(0, LINE),
		};
		this.texts[this.#textPlace(key)] = stored;
	}

	/** Adds a card, or puts it as it now is in its row. Its deck was put before; its text may come after it. */
	putCard({ state, deck, text, ordinal, own }: BrowseCard): void {
		const row = this.#rows.get(state.id) ?? this.#newRow(state.id);
		const before = this.bits[row] ?? 0;
		if ((before & BIT.present) === 0) this.size += 1;
		this.noteIds[row] = state.noteId;
		this.text[row] = this.#textPlace(text);
		this.deck[row] = this.#deckAt.get(deck) ?? 0xffff_ffff;
		this.ordinal[row] = ordinal;
		this.bits[row] = BIT.present | (own ? BIT.own : 0);
		this.#standing(row, state);
	}

	putAnswers(id: string, { first, last }: CardAnswers): void {
		this.version += 1;
		const row = this.#rows.get(id);
		if (row === undefined) return;
		this.firstAnswer[row] = first;
		this.lastAnswers.set(last, row * 4);
	}

	/** The row stays empty until a card of the same id comes back. */
	remove(id: string): void {
		const row = this.rowOf(id);
		if (row === undefined) return;
		this.bits[row] = 0;
		this.size -= 1;
		this.version += 1;
	}

	/** Ids of all cards. */
	*present(): Generator<string> {
		for (const [id, row] of this.#rows) if (this.has(row)) yield id;
	}

	#standing(row: number, state: CardState): void {
		this.version += 1;
		const { suspended, leech, intraday, flag } = state;
		this.bits[row] =
			(this.bits[row] ?? 0) |
			(suspended ? BIT.suspended : 0) |
			(leech ? BIT.leech : 0) |
			(intraday ? BIT.intraday : 0) |
			(state.buriedBy === 'sibling' ? BIT.bySibling : 0);
		this.phase[row] = PHASES.indexOf(state.phase);
		this.flag[row] = flag satisfies Flag;
		this.buriedOn[row] = state.buriedOn;
		this.reps[row] = state.reps;
		this.lapses[row] = state.lapses;
		this.lastDay[row] = state.lastDay;
		this.due[row] = state.due;
		this.interval[row] = state.interval;
		this.stability[row] = state.stability;
		this.difficulty[row] = state.difficulty;
		this.position[row] = state.position;
	}

	/** Where a text stands, or will once it is there. */
	#textPlace(key: string): number {
		let at = this.#textAt.get(key);
		if (at !== undefined) return at;
		at = this.texts.push(undefined) - 1;
		this.textKeys.push(key);
		this.#textAt.set(key, at);
		return at;
	}

	#newRow(id: string): number {
		const row = this.count;
		this.count += 1;
		if (row >= this.bits.length) this.#grow(this.bits.length * 2);
		this.ids.push(id);
		this.#rows.set(id, row);
		this.firstAnswer[row] = NEVER;
		this.lastAnswers.fill(NEVER, row * 4, row * 4 + 4);
		return row;
	}

	#grow(size: number): void {
		this.bits = grown(this.bits, new Uint8Array(size));
		this.phase = grown(this.phase, new Uint8Array(size));
		this.flag = grown(this.flag, new Uint8Array(size));
		this.ordinal = grown(this.ordinal, new Uint16Array(size));
		this.deck = grown(this.deck, new Uint32Array(size));
		this.text = grown(this.text, new Uint32Array(size));
		this.buriedOn = grown(this.buriedOn, new Int32Array(size));
		this.reps = grown(this.reps, new Uint32Array(size));
		this.lapses = grown(this.lapses, new Uint32Array(size));
		this.lastDay = grown(this.lastDay, new Int32Array(size));
		this.firstAnswer = grown(this.firstAnswer, new Int32Array(size));
		this.lastAnswers = grown(this.lastAnswers, new Int32Array(size * 4));
		this.due = grown(this.due, new Float64Array(size));
		this.interval = grown(this.interval, new Float64Array(size));
		this.stability = grown(this.stability, new Float64Array(size));
		this.difficulty = grown(this.difficulty, new Float64Array(size));
		this.position = grown(this.position, new Float64Array(size));
	}

	/** One object for equal types: a hundred thousand texts share a few. */
	#sameType(type: BrowseType): BrowseType {
		const key = JSON.stringify([type.name, type.fields, type.cards]);
		const known = this.#types.get(key);
		if (known) return known;
		this.#types.set(key, type);
		return type;
	}
}

function grown<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
	to.set(from);
	return to;
}
