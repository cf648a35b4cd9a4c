/** Takes an import back, and brings it in again: notes, cards, history and counters are as if it had not been. */
import { isOwnCard, noteOfCard } from '../content/own-note.ts';
import { NEVER_SEEN } from '../scheduler/card-state.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import { replay } from '../scheduler/replay.ts';
import type { Review } from '../scheduler/review.ts';
import { readToday } from './begin-day.ts';
import { readStarts, weightsOf } from './card-log.ts';
import { marksFrom, newRow, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { decodeBlock, packBlock } from './block.ts';
import { followNotes } from './follow-notes.ts';
import { reviewsOfCards } from './history.ts';
import { inSlices } from './in-slices.ts';
import { putImport, readUndo } from './import-record.ts';
import { stillNeeded } from './import-needs.ts';
import { placesOf } from './note-places.ts';
import { RecordBatch } from './record-batch.ts';
import { RecordWriter } from './record-writer.ts';
import type { Fields, RecordKind } from './record.ts';
import type { BlockRow, ImportUndo, OnsiteDb } from './schema.ts';
import { countsOf, Tally } from './tally.ts';
import { turnFields } from './turn-fields.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Within the caller's transaction over all tables; does nothing where the import stands so already.
 *
 * Cards that were answered here meanwhile keep these answers, hidden while their note is away.
 * @param back to take it back; else it comes in again
 */
export async function turnImport(
	db: OnsiteDb,
	id: string,
	back: boolean,
	moment: WriteMoment,
): Promise<void> {
	const row = await db.imports.get(id);
	const undo = await readUndo(db, id);
	if (!row || !undo || row.state !== (back ? 'done' : 'undone')) return;
	const cards = [...undo.cards, ...undo.studied];
	const before = await logsOf(db, cards);
	const others = new Set(await otherCards(db, undo));
	const records = new RecordWriter(db, moment);
	await turnFields(db, records, undo.edits, back);
	await turnFields(
		db,
		records,
		undo.marks.map(({ cardId, from, to }) => ({ kind: 'mark', id: cardId, from, to })),
		back,
	);
	await records.save();
	const notes = undo.notes.map((note) => ({ kind: 'note' as const, id: note }));
	const left = back ? await deleteAll(db, notes, moment) : [];
	if (!back) await restore(db, [...notes, ...undo.made], undo, moment);
	const taken = back ? await takeBlocks(db, undo) : [];
	const brought = back ? undo.blocks : await bringBlocks(db, undo, before);
	await turnCards(db, undo, before, back);
	const edited = undo.edits.flatMap(({ kind, id: note }) => (kind === 'note' ? [note] : []));
	await followNotes(db, [...edited, ...others], await readToday(db));
	if (back) {
		const needed = await stillNeeded(db, undo.made);
		const made = undo.made.filter((each) => !needed.has(nameOf(each)));
		left.push(...needed, ...(await deleteAll(db, made, moment)));
	}
	const rest = { ...undo };
	delete rest.kept;
	const turned = { ...row, state: back ? 'undone' : 'done', undone: back ? moment.t : 0 } as const;
	const kept = { blocks: taken, others: left };
	await putImport(db, turned, back ? { ...rest, kept } : { ...rest, blocks: brought });
	await db.outbox.add({ what: 'import', id });
}

type Named = { kind: RecordKind; id: string };

function nameOf({ kind, id }: Named): string {
	return `${kind} ${id}`;
}

/** Deletes what stands of these, and says what did not. */
async function deleteAll(
	db: OnsiteDb,
	named: readonly Named[],
	moment: WriteMoment,
): Promise<string[]> {
	const left: string[] = [];
	await setDeleted(db, named, true, moment, (each) => left.push(nameOf(each)));
	return left;
}

/** Undoes `deleteAll`. */
async function restore(
	db: OnsiteDb,
	named: readonly Named[],
	{ kept }: ImportUndo,
	moment: WriteMoment,
): Promise<void> {
	const left = new Set(kept?.others);
	const gone = named.filter((each) => !left.has(nameOf(each)));
	await setDeleted(db, gone, false, moment, () => {});
}

async function setDeleted(
	db: OnsiteDb,
	named: readonly Named[],
	deleted: boolean,
	moment: WriteMoment,
	isSo: (each: Named) => void,
): Promise<void> {
	const batch = await RecordBatch.begin(db, moment);
	await inSlices(named, async (slice) => {
		const stored = await db.records.bulkGet(slice.map(({ kind, id }) => [kind, id] as const));
		const written = slice.flatMap((each, at) => {
			const old = stored[at];
			if (old && (old.fields['deleted'] === true) !== deleted) {
				return [batch.written(old, { ...each, fields: { deleted } })];
			}
			isSo(each);
			return [];
		});
		await db.records.bulkPut(written);
	});
	await batch.save();
}

/** @returns the blocks that were taken out */
async function takeBlocks(db: OnsiteDb, { blocks }: ImportUndo): Promise<BlockRow[]> {
	const taken = (await db.blocks.bulkGet(blocks)).filter((block) => block !== undefined);
	await db.blocks.bulkDelete(blocks);
	return taken;
}

/** Puts its history back, without answers that a later file has brought meanwhile. @returns ids of its blocks */
async function bringBlocks(db: OnsiteDb, { kept }: ImportUndo, here: Logs): Promise<string[]> {
	const known = new Set<string>();
	for (const log of here.reviews.values()) for (const { id } of log) known.add(id);
	const blocks = (kept?.blocks ?? []).flatMap((block): BlockRow[] => {
		if (known.size === 0) return [block];
		const log = decodeBlock(block.bytes);
		const missing = log.filter(({ id }) => !known.has(id));
		if (missing.length === log.length) return [block];
		return missing.length > 0 ? [packBlock(missing)] : [];
	});
	await db.blocks.bulkPut(blocks);
	return blocks.map(({ id }) => id);
}

/** Notes that the import added and that got further cards since, of which it knows nothing. */
async function otherCards(db: OnsiteDb, undo: ImportUndo): Promise<string[]> {
	const [notes, known] = [new Set(undo.notes), new Set(undo.cards)];
	const ids = await db.cards.where(':id').startsWith('note/').primaryKeys();
	return ids.flatMap((id) => {
		const { noteId } = noteOfCard(id);
		return notes.has(noteId) && !known.has(id) ? [noteId] : [];
	});
}

interface Logs {
	reviews: Map<string, Review[]>;
	starts: Map<string, MemoryStart>;
}

async function logsOf(db: OnsiteDb, cards: readonly string[]): Promise<Logs> {
	const starts = new Map<string, MemoryStart>();
	await inSlices(cards, async (slice) => {
		for (const [id, start] of await readStarts(db, slice)) starts.set(id, start);
	});
	return { reviews: await reviewsOfCards(db, new Set(cards)), starts };
}

/** Makes the rows of the import's cards anew from notes, marks and log, and moves the counters along. */
async function turnCards(
	db: OnsiteDb,
	undo: ImportUndo,
	before: Logs,
	back: boolean,
): Promise<void> {
	const today = await readToday(db);
	const cards = [...undo.cards, ...undo.studied];
	const brought = new Set(undo.cards);
	const after = await logsOf(db, cards);
	const tally = new Tally();
	const weights = new Map<string, readonly number[]>();
	await inSlices(cards, async (slice) => {
		const [rows, notes, marks] = await Promise.all([
			db.cards.bulkGet([...slice]),
			db.records.bulkGet(slice.map((id) => ['note', noteOfCard(id).noteId] as const)),
			db.records.bulkGet(slice.map((id) => ['mark', id] as const)),
		]);
		const written: CardRow[] = [];
		const dropped: string[] = [];
		for (const [at, id] of slice.entries()) {
			const old = rows[at];
			const log = after.reviews.get(id) ?? [];
			const place = placeOf(id, old, notes[at]?.fields);
			const home = place ?? old;
			if (!home || (!place && back && brought.has(id) && log.length === 0)) {
				dropped.push(id);
				tally.move(old, undefined);
			} else {
				const { deckId, position } = home;
				const known = weights.get(deckId) ?? (await weightsOf(db, deckId));
				weights.set(deckId, known);
				const start = after.starts.get(id);
				const fresh = newRow(id, noteOfCard(id).noteId, deckId, position);
				const memory = log.length > 0 || start ? replay(log, known, start) : NEVER_SEEN;
				const marked = marksFrom(marks[at]?.fields ?? {});
				const next = rowOf(
					{ ...(old ?? fresh), deckId, position, ...memory, ...marked },
					today,
					place === undefined,
				);
				for (const count of countsOf(log, deckId, start)) tally.day(count);
				tally.move(old, next);
				written.push(next);
			}
			if (!old) continue;
			const was = before.reviews.get(id) ?? [];
			for (const count of countsOf(was, old.deckId, before.starts.get(id))) tally.day(count, -1);
		}
		await Promise.all([db.cards.bulkPut(written), db.cards.bulkDelete(dropped)]);
	});
	await addToCounters(db, tally);
}

/** Where a card lies; `undefined` while it is to be hidden. */
function placeOf(
	id: string,
	row: CardRow | undefined,
	note: Fields | undefined,
): Pick<CardRow, 'deckId' | 'position'> | undefined {
	if (isOwnCard(id)) return placesOf(noteOfCard(id).noteId, note).get(id);
	return row?.gone ? undefined : row;
}
