/** Makes the rows of an import before anything is written: notes, cards with their memory, history in blocks. */
import { isOwnCard, noteCardId, noteOfCard } from '../content/own-note.ts';
import type { ImportedNote } from '../deck-import/imported.ts';
import type { ImportPlan, PlannedCard } from '../deck-import/judge/import-plan.ts';
import { UNWATCHED, type ImportWatch } from '../deck-import/import-watch.ts';
import type { Marks, Memory } from '../scheduler/card-state.ts';
import { parametersId } from '../scheduler/default-preset.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import { replay } from '../scheduler/replay.ts';
import { newRow, rowOf, type CardRow } from './card-row.ts';
import { deletedDecks } from './deck-revival.ts';
import { blocksOf } from './history.ts';
import { AnswerIds, importedNoteIds } from './import-ids.ts';
import { broughtMarks, broughtNote, broughtText, namesOf, typesOf } from './import-fields.ts';
import { importPlaces, type ImportPlaces, type RecordWrite } from './import-places.ts';
import { deckOfCard, fieldsOfNote, noteFrom } from './note-fields.ts';
import type { Fields, Json } from './record.ts';
import type { BlockRow, OnsiteDb, ParameterRow, ReviewRow } from './schema.ts';
import { countsOf, Tally } from './tally.ts';

/** Who wrote the answers that an import brings. */
const IMPORT_DEVICE = 'import';

/** What changes of a note that is here. */
export interface NotePatch {
	/** Its new text; empty where that stays. */
	fields: Fields;
	/** The cards that it gets beside those that it has. */
	ordinals: number[];
	/** Their decks, and where their logs begin, by ordinal. */
	decks: Record<number, string>;
	starts: Record<number, MemoryStart>;
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

export interface ImportRows {
	/** New ones, of every kind. */
	records: RecordWrite[];
	/** Ids of the notes among `records`. */
	notes: string[];
	/** By id of the note. */
	patches: Map<string, NotePatch>;
	/** Cards of the notes that are added. */
	added: CardRow[];
	changed: CardChange[];
	blocks: BlockRow[];
	params: ParameterRow[];
	/** What the brought answers count for. */
	days: Tally;
	/** By deck: the id of the parameters by which its cards were replayed. */
	weights: Map<string, string>;
}

/**
 * The rows of a plan. Nothing is written; what takes long is done here, outside of any transaction.
 * @param today the study day in force
 * @throws DbError
 */
export async function importRows(
	db: OnsiteDb,
	plan: ImportPlan,
	{ today, daily, watch = UNWATCHED }: { today: number; daily: boolean; watch?: ImportWatch },
): Promise<ImportRows> {
	const known = plan.cards.flatMap(({ id }) => (id === undefined ? [] : [id]));
	const homes = new Map<string, string>();
	for (const row of await db.cards.bulkGet(known)) if (row) homes.set(row.id, row.deckId);
	const revived = await deletedDecks(db, [...homes.values(), ...(await decksOfUpdated(db, plan))]);
	const places = await importPlaces(db, plan, daily, revived);
	const ids = await importedNoteIds(plan.addNotes.map(({ guid }) => guid));
	const maker = new RowMaker(plan, places, today);
	const cards = cardsByNote(plan.cards);
	plan.addNotes.forEach((note, index) => {
		if (index % 1000 === 0) watch({ stage: 'judge', done: index, total: plan.addNotes.length });
		maker.addNote(ids.get(note.guid) ?? '', note, cards.get(note.key) ?? []);
	});
	for (const { id, note } of plan.updateNotes) maker.updateNote(id, note);
	for (const planned of plan.cards) maker.changeCard(planned, homes);
	return maker.finish();
}

/** The decks of the notes that get a new text, or stand again. */
async function decksOfUpdated(db: OnsiteDb, { updateNotes }: ImportPlan): Promise<string[]> {
	const records = await db.records.bulkGet(updateNotes.map(({ id }) => ['note', id] as const));
	return records.flatMap((record) => {
		const note = record && noteFrom({ ...record, fields: { ...record.fields, deleted: false } });
		return note ? note.ordinals.map((ordinal) => deckOfCard(note, ordinal)) : [];
	});
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

class RowMaker {
	readonly #places: ImportPlaces;
	readonly #today: number;
	readonly #types: ReadonlyMap<string, string>;
	readonly #log: ReviewRow[] = [];
	readonly #weights = new Map<string, { id: string; values: readonly number[] }>();
	readonly #rows: ImportRows;

	constructor(plan: ImportPlan, places: ImportPlaces, today: number) {
		this.#places = places;
		this.#today = today;
		const { records, ids } = typesOf(plan);
		this.#types = ids;
		this.#rows = {
			...{ records: [...records, ...places.records, ...namesOf(plan)], notes: [], added: [] },
			...{ patches: new Map(), changed: [], blocks: [], params: [], days: new Tally() },
			weights: new Map(),
		};
	}

	addNote(id: string, brought: ImportedNote, cards: readonly PlannedCard[]): void {
		const note = broughtNote(id, brought, this.#types, cards, this.#places.deckOf);
		const { records, notes, added } = this.#rows;
		const starts: Record<number, Json> = {};
		for (const planned of cards) {
			const { ordinal, deck } = planned.card;
			const row = newRow(noteCardId(id, ordinal), id, this.#places.deckOf(deck), note.position);
			const memory = this.#study(planned, row.id, row.deckId);
			const marks = broughtMarks(planned.card, this.#today);
			added.push(rowOf({ ...row, ...memory, ...marks }, this.#today, false));
			const { start } = planned.history ?? {};
			if (start) starts[ordinal] = { ...start };
			if (Object.keys(marks).length === 0) continue;
			records.push({ kind: 'mark', id: row.id, fields: marks as Fields });
		}
		const begun = Object.keys(starts).length > 0 ? { starts } : {};
		records.push({ kind: 'note', id, fields: { ...fieldsOfNote(note), ...begun } });
		notes.push(id);
	}

	updateNote(id: string, note: ImportedNote): void {
		this.#patch(id).fields = broughtText(id, note, this.#types);
	}

	/** @param homes decks of the cards that are here */
	changeCard(planned: PlannedCard, homes: ReadonlyMap<string, string>): void {
		const { card, noteId, history } = planned;
		if (noteId === undefined) return;
		const id = planned.id ?? noteCardId(noteId, card.ordinal);
		const deckId = homes.get(id) ?? this.#places.deckOf(card.deck);
		const memory = this.#study(planned, id, deckId);
		const marks = broughtMarks(card, this.#today);
		this.#rows.changed.push({ id, deckId, marks, ...(memory ? { memory } : {}) });
		// What the catalog says of a card no import changes.
		if (!isOwnCard(id)) return;
		const patch = this.#patch(noteOfCard(id).noteId);
		patch.ordinals.push(card.ordinal);
		patch.decks[card.ordinal] = deckId;
		if (history?.start) patch.starts[card.ordinal] = history.start;
	}

	finish(): ImportRows {
		const rows = this.#rows;
		const params = new Map<string, ParameterRow>();
		for (const [deckId, { id, values }] of this.#weights) {
			rows.weights.set(deckId, id);
			params.set(id, { id, weights: values });
		}
		return { ...rows, blocks: blocksOf(this.#log), params: [...params.values()] };
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
		for (const count of countsOf(own, deckId, history.start)) this.#rows.days.day(count);
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
		const known = this.#rows.patches.get(id);
		if (known) return known;
		const patch: NotePatch = { fields: {}, ordinals: [], decks: {}, starts: {} };
		this.#rows.patches.set(id, patch);
		return patch;
	}
}
