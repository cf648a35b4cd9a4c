/** Takes a backup file into the database. */
import { atomically, reading } from './atomic.ts';
import { readBackupFile, type BackupContent } from './backup-reader.ts';
import { addTo } from './add-to.ts';
import { beginDay } from './begin-day.ts';
import { packBlock } from './block.ts';
import { newRow, rowOf, type CardRow } from './card-row.ts';
import { allFacts } from './history.ts';
import { follow } from './hlc.ts';
import { mergeInterviews } from './merge-interviews.ts';
import { mendNotes, noteFaults } from './note-faults.ts';
import { rebuildCaches } from './rebuild.ts';
import { mergeRecords, stampOf, type StampedRecord } from './record.ts';
import { readClock, RecordWriter } from './record-writer.ts';
import type { AttemptRow, OnsiteDb } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';
import type { WriteMoment } from './write-moment.ts';

export interface Restored {
	/** Reviews that were not known here. */
	reviews: number;
	/** Attempts at drills that were not known here. */
	attempts: number;
	/** Interviews that were not known here. */
	interviews: number;
	/** Facts of interviews that were not known here, and texts that are newer than those here. */
	events: number;
	/** Fields whose value or stamp changed. */
	fields: number;
	/** Cards that were not known here. */
	cards: number;
	/** Pictures and sounds that were not here. */
	media: number;
	/** When the file was made, ms since the epoch. */
	made: number;
}

/**
 * Merges a backup: the union of facts, per field the later write; any number of times with the same
 * result. The file is checked whole before one transaction writes; a snapshot is taken before. Call
 * `takeInLibrary` afterwards: cards of another release may have come.
 * @throws DbError `damaged-file` or `newer-file` with what is wrong; nothing is changed then
 */
export async function restoreBackup(
	db: OnsiteDb,
	file: Blob,
	options: { mode: 'merge'; moment: WriteMoment },
): Promise<Restored> {
	const content = await readBackupFile(file);
	await takeSnapshot(db, 'before-restore', options.moment);
	// Before the transaction, which could not wait for bytes; without a name they are nothing.
	const media = await stageMedia(db, content);
	try {
		return await atomically(db, 'all', () => merge(db, content, media.length, options.moment));
	} catch (error) {
		await atomically(db, ['media'], () => db.media.bulkDelete(media)).catch(() => {});
		throw error;
	}
}

/** Keeps the media that are not here, and says which; on failure none. */
async function stageMedia(db: OnsiteDb, { index, media }: BackupContent): Promise<string[]> {
	const known = new Set(await reading(db, ['media'], () => db.media.toCollection().primaryKeys()));
	const added: string[] = [];
	try {
		for (const [at, { hash, type, size }] of index.media.entries()) {
			const bytes = await media[at]?.arrayBuffer();
			if (!bytes || !addTo(known, hash)) continue;
			await atomically(db, ['media'], () => db.media.add({ hash, type, size, bytes }));
			added.push(hash);
		}
	} catch (error) {
		await atomically(db, ['media'], () => db.media.bulkDelete(added)).catch(() => {});
		throw error;
	}
	return added;
}

async function merge(
	db: OnsiteDb,
	content: BackupContent,
	media: number,
	moment: WriteMoment,
): Promise<Restored> {
	await beginDay(db, moment.day);
	const reviews = await mergeReviews(db, content);
	const attempts = await mergeAttempts(db, content.index.attempts);
	const { interviews, events } = await mergeInterviews(db, content.index);
	const fields = await mergeFields(db, content.index.records, moment);
	const added = await unknownCards(db, content);
	const restored: Restored = {
		...{ reviews, attempts, interviews, events, fields, cards: added.length, media },
		made: content.header.made,
	};
	const known = new Set(await db.params.toCollection().primaryKeys());
	await db.params.bulkAdd(content.index.params.filter(({ id }) => !known.has(id)));
	if (reviews + attempts + interviews + events + fields + added.length + media > 0) {
		const records = new RecordWriter(db, moment);
		// A deck that was deleted on one device may have got a note on the other.
		await mendNotes(await noteFaults(db), records);
		await records.save();
		await rebuildCaches(db, added);
		await db.outbox.add({ what: 'restore', made: restored.made });
		await db.meta.bulkDelete(['library', 'drills', 'planned']);
	}
	return restored;
}

async function mergeReviews(db: OnsiteDb, content: BackupContent): Promise<number> {
	const known = new Set((await allFacts(db)).map(({ id }) => id));
	const unknown = content.blocks.map((block) => block.filter(({ id }) => addTo(known, id)));
	const recent = content.recent.filter(({ id }) => addTo(known, id));
	const blocks = unknown.filter((block) => block.length > 0).map(packBlock);
	await db.blocks.bulkPut(blocks);
	await db.reviews.bulkAdd(recent);
	return blocks.reduce((sum, { count }) => sum + count, recent.length);
}

async function mergeAttempts(db: OnsiteDb, incoming: readonly AttemptRow[]): Promise<number> {
	const known = new Set(await db.attempts.toCollection().primaryKeys());
	const unknown = incoming.filter(({ id }) => addTo(known, id));
	await db.attempts.bulkAdd(unknown);
	return unknown.length;
}

async function mergeFields(
	db: OnsiteDb,
	incoming: readonly StampedRecord[],
	moment: WriteMoment,
): Promise<number> {
	let clock = await readClock(db);
	let changed = 0;
	const stored = await db.records.bulkGet(incoming.map(({ kind, id }) => [kind, id]));
	const written: StampedRecord[] = [];
	incoming.forEach((record, index) => {
		const old = stored[index];
		const merged = old ? mergeRecords(old, record) : record;
		const names = Object.keys(merged.fields);
		for (const name of names) clock = follow(clock, stampOf(merged, name), moment.t);
		const news = names.filter((name) => !old || stampOf(old, name) !== stampOf(merged, name));
		changed += news.length;
		if (!old || JSON.stringify(old) !== JSON.stringify(merged)) written.push(merged);
	});
	await db.records.bulkPut(written);
	await db.meta.put({ key: 'clock', value: clock });
	return changed;
}

async function unknownCards(db: OnsiteDb, content: BackupContent): Promise<CardRow[]> {
	const known = new Set(await db.cards.toCollection().primaryKeys());
	return content.index.cards
		.filter(([id]) => addTo(known, id))
		.map(([id, noteId, deckId, position, gone]) =>
			rowOf(newRow(id, noteId, deckId, position), 0, gone),
		);
}
