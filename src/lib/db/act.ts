/** Every act of the person on cards: one transaction, all or nothing, undoable within the day. */
import { isOwnCard } from '../content/own-note.ts';
import type { DrillAttempt } from '../estimation/drill-attempt.ts';
import type { CardState, Marks } from '../scheduler/card-state.ts';
import { applyReview } from '../scheduler/replay.ts';
import type { Review } from '../scheduler/review.ts';
import { MARK_FIELDS, memoryOf, rowOf, stateOf, type CardRow } from './card-row.ts';
import { addToCounters, readCounters, type KnownCounters } from './counters.ts';
import { ConflictError } from './db-error.ts';
import type { WriteMoment } from './write-moment.ts';
import type { Fields, RecordKind } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import { touchPresets } from './touch-presets.ts';
import { inSlices } from './in-slices.ts';
import { presetOfDeck } from './study-decks.ts';
import type { ActionRow, FieldChange, MarkChange, OnsiteDb, ReviewRow } from './schema.ts';
import { factOf, faultOf } from './review-fact.ts';
import { atomically } from './atomic.ts';
import { addAttempt } from './attempts.ts';
import { beginDay, readToday } from './begin-day.ts';
import { countOf, Tally, type DayCount } from './tally.ts';

/** One new fact about a card, with the card as the screen knew it and as the scheduler left it. */
export interface Entry {
	review: Review;
	before: CardState;
	after: CardState;
}

export interface Act {
	/** For the undo button: "Good", "Suspend", "Bury". */
	name: string;
	/** Answers, resets, reschedules; differences in marks between `before` and `after` are written too. */
	entries?: readonly Entry[];
	/** Marks to set on further cards (suspend, bury, flag, leech). */
	marks?: readonly { cardId: string; to: Partial<Marks> }[];
	/** The go at a drill that an entry grades, stored and undone with it. */
	attempt?: DrillAttempt;
	/** Editable fields to write: an edit of a note, a preset, a deck. */
	edits?: readonly { kind: Exclude<RecordKind, 'mark' | 'void'>; id: string; fields: Fields }[];
	moment: WriteMoment;
}

/** An answer as the review screen hands it over. */
export interface Answer {
	review: Review;
	before: CardState;
	after: CardState;
	/** Ids of sibling cards to bury for the rest of the study day. */
	siblings: readonly string[];
	becameLeech: boolean;
	/** The go at a drill that the review grades. */
	attempt?: DrillAttempt | undefined;
	moment: WriteMoment;
}

const TABLES = [
	...(['cards', 'reviews', 'records', 'days', 'dueCounts'] as const),
	...(['totals', 'actions', 'outbox', 'meta'] as const),
];
const GRADE_LABEL = ['', 'Again', 'Hard', 'Good', 'Easy'] as const;

/**
 * Stores an answer durably: resolves after the transaction is complete. Throws `ConflictError` with
 * the newer card where another tab has answered it meanwhile, `DbError` where storage fails; in both
 * cases nothing is written.
 */
export async function commitAnswer(db: OnsiteDb, answer: Answer): Promise<void> {
	const { review, before, after, siblings, becameLeech, attempt, moment } = answer;
	const bury = { buriedOn: moment.day, buriedBy: 'sibling' } as const;
	await commitAct(db, {
		name: GRADE_LABEL[review.grade] || 'Answer',
		entries: [{ review, before, after: becameLeech ? { ...after, leech: true } : after }],
		marks: siblings.map((cardId) => ({ cardId, to: bury })),
		...(attempt ? { attempt } : {}),
		moment,
	});
}

/**
 * Does an act in one transaction and remembers it for undo; what was undone before cannot be redone after.
 * @returns its number, for `undoAct`; `undefined` where it changed nothing
 */
export async function commitAct(db: OnsiteDb, act: Act): Promise<number | undefined> {
	const followers = await followersOf(act.edits ?? []);
	if (followers.presets) return atomically(db, 'all', () => perform(db, act, followers));
	// A card that goes to another deck takes its history along.
	const tables = [
		...TABLES,
		...(act.attempt ? (['attempts'] as const) : []),
		...(followers.notes ? (['blocks'] as const) : []),
	];
	return atomically(db, tables, () => perform(db, act, followers));
}

/** What edits of notes, decks and presets bring along: loaded where there are such, as no answer needs it. */
async function followersOf(edits: NonNullable<Act['edits']>) {
	const [notes, presets] = await Promise.all([
		notesIn(edits).some(isOwnCard) ? import('./follow-notes.ts') : undefined,
		touchPresets(edits) ? import('./follow-presets.ts') : undefined,
	]);
	return { notes, presets };
}

type Followers = Awaited<ReturnType<typeof followersOf>>;

async function perform(
	db: OnsiteDb,
	act: Act,
	{ notes, presets }: Followers,
): Promise<number | undefined> {
	const { moment, entries = [], edits = [] } = act;
	const facts = entries.map(({ review }) => soundFact(review));
	const records = new RecordWriter(db, moment);
	const weights = await presets?.deckWeights(db);
	await presets?.keepWeights(db, edits);
	const before = await records.writeAll(edits);
	const fieldChanges = edits.map(({ kind, id, fields }, at): FieldChange => {
		return { kind, id, from: before[at] ?? {}, to: fields };
	});
	await notes?.followNotes(db, notesIn(edits), moment.day);
	const { today, cards, known } = await load(db, act);
	for (const entry of entries) {
		const remembered = cards.asRemembered(db, entry);
		// A hundred awaits in a row of what is there already, and Dexie loses the transaction.
		cards.enter('then' in remembered ? await remembered : remembered);
	}
	for (const { cardId, to } of act.marks ?? []) cards.mark(cardId, to);

	await records.writeAll(
		cards.marks.map(({ cardId, to }) => ({ kind: 'mark', id: cardId, fields: to as Fields })),
	);
	await records.save();
	if (act.attempt) await addAttempt(db, act.attempt);
	// Pressed twice, a mark is set once, and one undo takes it away.
	if (entries.length + cards.marks.length + fieldChanges.length === 0) return undefined;

	const tally = new Tally();
	const reviewIds = entries.map(({ review }) => review.id);
	const [seq] = await Promise.all([
		db.actions.add({
			...{ day: today, t: moment.t, undone: 0, name: act.name, reviewIds },
			...{ cards: cards.memories, marks: cards.marks, edits: fieldChanges, days: cards.days },
		}),
		db.reviews.bulkAdd(facts),
		inSlices(cards.rows(today, tally), (slice) => db.cards.bulkPut(slice)),
		db.outbox.bulkAdd(reviewIds.map((id) => ({ what: 'review', id }))),
		addToCounters(db, tally, known),
	]);
	if (weights) await presets?.followPresets(db, weights, today);
	return seq;
}

/** Ids of the notes that were written. */
function notesIn(edits: readonly { kind: RecordKind; id: string }[]): string[] {
	return edits.filter(({ kind }) => kind === 'note').map(({ id }) => id);
}

/** Reads what an act changes, side by side; only the first act of a day has to wait for the day. */
async function load(
	db: OnsiteDb,
	act: Act,
): Promise<{ today: number; cards: CardChanges; known?: KnownCounters }> {
	const ids = new Set((act.entries ?? []).map(({ review }) => review.cardId));
	for (const { cardId } of act.marks ?? []) ids.add(cardId);
	const read = () => db.cards.bulkGet([...ids]);
	const { day } = act.moment;
	const [today, rows, known] = await Promise.all([
		readToday(db),
		read(),
		readCounters(db, likelyTally(act)),
	]);
	if (day <= today) return { today, cards: new CardChanges(rows), known };
	// What was read has moved with the day.
	return { today: await beginDay(db, day), cards: new CardChanges(await read()) };
}

/** What an act will count for, as far as the cards on the screen tell: only its keys are to be relied on. */
function likelyTally({ entries = [], moment }: Act): Tally {
	const tally = new Tally();
	for (const { review, before, after } of entries) {
		tally.day(countOf(review, before.deckId, false));
		tally.move(rowOf(before, moment.day, false), rowOf(after, moment.day, false));
	}
	return tally;
}

function soundFact(review: Review): ReviewRow {
	const fact = factOf(review);
	const fault = faultOf(fact);
	if (fault) throw new RangeError(`Review ${fact.id} of ${fact.cardId} cannot be stored: ${fault}`);
	return fact;
}

/** The cards of an act as they become, checked against the cards as they are. */
class CardChanges {
	readonly memories: ActionRow['cards'] = [];
	readonly marks: MarkChange[] = [];
	readonly days: DayCount[] = [];
	readonly #stored = new Map<string, CardRow>();
	readonly #next = new Map<string, CardState>();

	constructor(stored: readonly (CardRow | undefined)[]) {
		for (const row of stored) if (row) this.#stored.set(row.id, row);
	}

	/** The entry as it counts where other parameters than those on the screen hold for the card by now. */
	asRemembered(db: OnsiteDb, entry: Entry): Entry | Promise<Entry> {
		const { review, before, after } = entry;
		const card = this.#get(review.cardId);
		if (!card || card.lastReview !== before.lastReview) return entry;
		const same = card.stability === before.stability && card.difficulty === before.difficulty;
		if (same) return entry;
		return presetOfDeck(db, card.deckId).then(({ weights }) => {
			return { ...entry, after: { ...after, ...applyReview(memoryOf(card), review, weights) } };
		});
	}

	enter({ review, before, after }: Entry): void {
		const card = this.#get(review.cardId);
		if (!card) throw new ConflictError(undefined, review.cardId);
		if (card.lastReview !== before.lastReview) throw new ConflictError(stateOf(card), card.id);
		const memory = memoryOf(after);
		this.memories.push({ cardId: card.id, before: memoryOf(card), after: memory });
		this.days.push(countOf(review, card.deckId, card.phase === 'new' && review.kind !== 'cram'));
		this.#next.set(card.id, { ...card, ...memory });
		this.mark(card.id, changedMarks(before, after));
	}

	mark(cardId: string, marks: Partial<Marks>): void {
		const card = this.#get(cardId);
		if (!card) return;
		const to = changedMarks(card, { ...card, ...marks });
		const from = changedMarks({ ...card, ...marks }, card);
		if (Object.keys(to).length === 0) return;
		this.marks.push({ cardId, from, to });
		this.#next.set(cardId, { ...card, ...to });
	}

	/** The rows to write; their effect on the counters goes into `tally`. */
	rows(today: number, tally: Tally): CardRow[] {
		for (const count of this.days) tally.day(count);
		const rows: CardRow[] = [];
		for (const [id, card] of this.#next) {
			const stored = this.#stored.get(id);
			const row = rowOf(card, today, stored?.gone ?? false);
			tally.move(stored, row);
			rows.push(row);
		}
		return rows;
	}

	#get(id: string): CardState | undefined {
		return this.#next.get(id) ?? this.#stored.get(id);
	}
}

/** The marks of `to` that differ from those of `from`. */
function changedMarks(from: Marks, to: Marks): Partial<Marks> {
	const changed = MARK_FIELDS.filter((name) => from[name] !== to[name]);
	return Object.fromEntries(changed.map((name) => [name, to[name]]));
}
