/** Makes the rows of an import: notes, cards with their memory, history in blocks. */
import { isOwnCard, noteCardId, noteOfCard } from '../content/own-note.ts';
import type { ImportedNote } from '../deck-import/imported.ts';
import type { ImportPlan, NoteUpdate, PlannedCard } from '../deck-import/judge/import-plan.ts';
import type { Marks, Memory } from '../scheduler/card-state.ts';
import { parametersId } from '../scheduler/default-preset.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import { replay } from '../scheduler/replay.ts';
import { newRow, rowOf, type CardRow } from './card-row.ts';
import { blocksOf } from './history.ts';
import { AnswerIds } from './import-ids.ts';
import {
	broughtMarks,
	broughtNote,
	broughtText,
	easeOf,
	namesOf,
	typesOf,
} from './import-fields.ts';
import type { ImportPlaces, RecordWrite } from './import-places.ts';
import { fieldsOfNote } from './note-fields.ts';
import { ROWS_AT_ONCE } from './record-batch.ts';
import type { Fields, Json } from './record.ts';
import type { BlockRow, ParameterRow, ReviewRow } from './schema.ts';
import { countsOf, Tally } from './tally.ts';

/** Who wrote the answers that an import brings. */
const IMPORT_DEVICE = 'import';

/** What changes of a note that is here. */
export interface NotePatch {
	/** Its new text; empty where that stays. */
	fields: Fields;
	/** The cards that it gets beside those that it has. */
	ordinals: number[];
	/** The cards that it no longer makes. */
	gone: readonly number[];
	/** Their decks, and where their logs begin, by ordinal. */
	decks: Record<number, string>;
	starts: Record<number, MemoryStart>;
	/** What other programs need of them, by ordinal. */
	eases: Record<number, number>;
}

/** A card of a note that is here: to be added, shown again, or given its progress. */
export interface CardChange {
	id: string;
	/** As it was when the rows were made; where a new one goes. */
	deckId: string;
	/** Absent where the card keeps what it has. */
	memory?: Memory;
	marks: Partial<Marks>;
}

/** Some of the notes that are added, with their cards. */
export interface AddedPart {
	notes: RecordWrite[];
	marks: RecordWrite[];
	cards: CardRow[];
}

export interface ImportRows {
	/** New decks, presets, types and names of media. */
	records: RecordWrite[];
	/** Ids of the notes that are added. */
	notes: string[];
	/** By id of the note. */
	patches: Map<string, NotePatch>;
	changed: CardChange[];
	params: ParameterRow[];
	/** What the brought answers count for, those of an added note once it was made. */
	days: Tally;
	/** By deck: the id of the parameters by which its cards are replayed. */
	weights: Map<string, string>;
	/** The notes that are added, each part made when it is asked for: while the database writes the one before. */
	added: () => Iterable<AddedPart>;
	/** The log of all cards; to be asked for after the last part. */
	blocks: () => BlockRow[];
}

export class RowMaker {
	readonly #places: ImportPlaces;
	readonly #today: number;
	readonly #types: ReadonlyMap<string, string>;
	readonly #log: ReviewRow[] = [];
	readonly #weights = new Map<string, { id: string; values: readonly number[] }>();
	readonly #cards: ReadonlyMap<string, PlannedCard[]>;
	readonly #records: RecordWrite[];
	readonly #patches = new Map<string, NotePatch>();
	readonly #changed: CardChange[] = [];
	readonly #days = new Tally();

	constructor(plan: ImportPlan, places: ImportPlaces, today: number) {
		this.#places = places;
		this.#today = today;
		const { records, ids } = typesOf(plan);
		this.#types = ids;
		this.#records = [...records, ...places.records, ...namesOf(plan)];
		this.#cards = cardsByNote(plan.cards);
		// All parameters are to be known before the first part is asked for.
		for (const { card, noteId, history } of plan.cards) {
			if (history && noteId === undefined) this.#weightsOf(places.deckOf(card.deck));
		}
	}

	*#parts(notes: readonly (readonly [id: string, ImportedNote])[]): Generator<AddedPart> {
		let part: AddedPart = { notes: [], marks: [], cards: [] };
		for (const [id, note] of notes) {
			this.#addNote(part, id, note);
			if (part.notes.length + part.cards.length < ROWS_AT_ONCE) continue;
			yield part;
			part = { notes: [], marks: [], cards: [] };
		}
		if (part.notes.length > 0) yield part;
	}

	#addNote(part: AddedPart, id: string, brought: ImportedNote): void {
		const cards = this.#cards.get(brought.key) ?? [];
		const note = broughtNote(id, brought, this.#types, cards, this.#places.deckOf);
		const starts: Record<number, Json> = {};
		for (const planned of cards) {
			const { ordinal, deck } = planned.card;
			const row = newRow(noteCardId(id, ordinal), id, this.#places.deckOf(deck), note.position);
			const memory = this.#study(planned, row.id, row.deckId);
			const marks = broughtMarks(planned.card, this.#today);
			part.cards.push(rowOf({ ...row, ...memory, ...marks }, this.#today, false));
			const { start } = planned.history ?? {};
			if (start) starts[ordinal] = { ...start };
			if (Object.keys(marks).length === 0) continue;
			part.marks.push({ kind: 'mark', id: row.id, fields: marks as Fields });
		}
		const begun = Object.keys(starts).length > 0 ? { starts } : {};
		part.notes.push({ kind: 'note', id, fields: { ...fieldsOfNote(note), ...begun } });
	}

	updateNote({ id, note, keepsType, gone = [] }: NoteUpdate): void {
		const patch = this.#patch(id);
		patch.fields = broughtText(id, note, keepsType ? undefined : this.#types);
		patch.gone = gone;
	}

	/** @param homes decks of the cards that are here */
	changeCard(planned: PlannedCard, homes: ReadonlyMap<string, string>): void {
		const { card, noteId, history } = planned;
		if (noteId === undefined) return;
		const id = planned.id ?? noteCardId(noteId, card.ordinal);
		const deckId = homes.get(id) ?? this.#places.deckOf(card.deck);
		const memory = this.#study(planned, id, deckId);
		const marks = broughtMarks(card, this.#today);
		this.#changed.push({ id, deckId, marks, ...(memory ? { memory } : {}) });
		// What the catalog says of a card no import changes.
		if (!isOwnCard(id)) return;
		const patch = this.#patch(noteOfCard(id).noteId);
		patch.ordinals.push(card.ordinal);
		patch.decks[card.ordinal] = deckId;
		if (history?.start) patch.starts[card.ordinal] = history.start;
		const ease = history && easeOf(card);
		if (ease) patch.eases[card.ordinal] = ease;
	}

	/** @param notes that are added */
	rows(notes: readonly (readonly [id: string, ImportedNote])[]): ImportRows {
		const weights = new Map<string, string>();
		const params = new Map<string, ParameterRow>();
		for (const [deckId, { id, values }] of this.#weights) {
			weights.set(deckId, id);
			params.set(id, { id, weights: values });
		}
		return {
			...{ records: this.#records, notes: notes.map(([id]) => id), patches: this.#patches },
			...{ changed: this.#changed, params: [...params.values()], days: this.#days, weights },
			added: () => this.#parts(notes),
			blocks: () => blocksOf(this.#log),
		};
	}

	/** The memory that a card gets; its log goes to the blocks. */
	#study(planned: PlannedCard, cardId: string, deckId: string): Memory | undefined {
		const { card, guid, history } = planned;
		if (!history) return undefined;
		const { id: params, values } = this.#weightsOf(deckId);
		const ids = new AnswerIds(guid, card.ordinal);
		const own = history.reviews.map(
			({ t, tz, day, grade, kind, duration, next, phase, left }): ReviewRow => ({
				...{ id: ids.at(t), cardId, t, tz, day, grade, kind, duration, next, phase, left },
				...{ params, dev: IMPORT_DEVICE },
			}),
		);
		for (const review of own) this.#log.push(review);
		for (const count of countsOf(own, deckId, history.start)) this.#days.day(count);
		return replay(own, values, history.start);
	}

	#weightsOf(deckId: string): { id: string; values: readonly number[] } {
		const known = this.#weights.get(deckId);
		if (known) return known;
		const values = this.#places.weightsOf(deckId);
		const found = { id: parametersId(values), values };
		this.#weights.set(deckId, found);
		return found;
	}

	#patch(id: string): NotePatch {
		const known = this.#patches.get(id);
		if (known) return known;
		const patch: NotePatch = {
			fields: {},
			ordinals: [],
			gone: [],
			decks: {},
			starts: {},
			eases: {},
		};
		this.#patches.set(id, patch);
		return patch;
	}
}

function cardsByNote(cards: readonly PlannedCard[]): Map<string, PlannedCard[]> {
	const notes = new Map<string, PlannedCard[]>();
	for (const planned of cards) {
		const own = notes.get(planned.card.note);
		if (own) own.push(planned);
		else notes.set(planned.card.note, [planned]);
	}
	return notes;
}
