/** What was written since a copy was made, as a backup file of just that. */
import type { Pane } from '../interview/interview-event.ts';
import { reading } from './atomic.ts';
import { countsOf, writeBackupFile, type BackupIndex } from './backup-file.ts';
import { encodeBlock } from './block.ts';
import { byTime } from './review-fact.ts';
import type { RecordKind } from './record.ts';
import type { OnsiteDb, OutboxRow } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

const TABLES = [
	...(['outbox', 'reviews', 'records', 'cards', 'params', 'attempts'] as const),
	...(['interviews', 'interviewEvents', 'drafts'] as const),
];

/** Rows that name nothing by itself: only a copy of everything holds what they stand for. */
const WHOLESALE = new Set<OutboxRow['what']>(['cards', 'import', 'restore']);

export interface Since {
	/** For `restoreBackup`, after the copy that it belongs to. */
	file: Blob;
	/** The last change that it has seen. */
	seq: number;
	/** More has changed than it can hold: a copy of everything is due. */
	wholesale: boolean;
}

/** The last change in the outbox, 0 where nothing waits there. */
export async function lastChange(db: OnsiteDb): Promise<number> {
	return (await db.outbox.toCollection().last())?.seq ?? 0;
}

/** How many changes came after change `after`. */
export function changesAfter(db: OnsiteDb, after: number): PromiseLike<number> {
	return db.outbox.where(':id').above(after).count();
}

/**
 * What was written after change `after`, of one moment. Pictures and sounds are not in it.
 * @returns `undefined` where nothing was
 * @throws DbError
 */
export async function exportSince(
	db: OnsiteDb,
	after: number,
	moment: Pick<WriteMoment, 't' | 'dev'>,
): Promise<Since | undefined> {
	const read = await reading(db, TABLES, async () => {
		const rows = await db.outbox.where(':id').above(after).toArray();
		return rows.length > 0 ? { rows, ...(await named(db, rows)) } : undefined;
	});
	if (!read) return undefined;
	const { rows, index, reviews } = read;
	const header = {
		schema: Math.floor(db.verno),
		made: moment.t,
		dev: moment.dev,
		counts: { ...countsOf(index), reviews: reviews.length },
		mediaLeftOut: 0,
	};
	const file = await writeBackupFile(header, index, [encodeBlock(reviews.sort(byTime))]);
	const wholesale = rows.some(({ what }) => WHOLESALE.has(what));
	return { file, seq: rows.at(-1)?.seq ?? after, wholesale };
}

async function named(db: OnsiteDb, rows: readonly OutboxRow[]) {
	const ids = {
		...{ reviews: new Set<string>(), attempts: new Set<string>(), interviews: new Set<string>() },
		...{ notes: new Set<string>(), cards: new Set<string>(), events: new Set<string>() },
	};
	const records = new Map<string, [kind: RecordKind, id: string]>();
	const drafts = new Map<string, [interview: string, pane: Pane]>();
	for (const row of rows) {
		if (row.what === 'review') ids.reviews.add(row.id);
		else if (row.what === 'attempt') ids.attempts.add(row.id);
		else if (row.what === 'interview') ids.interviews.add(row.id);
		else if (row.what === 'events') for (const id of row.ids) ids.events.add(id);
		else if (row.what === 'draft') {
			drafts.set(`${row.interview}/${row.pane}`, [row.interview, row.pane]);
		} else if (row.what === 'record') {
			records.set(`${row.kind}/${row.id}`, [row.kind, row.id]);
			if (row.kind === 'note') ids.notes.add(row.id);
			if (row.kind === 'mark') ids.cards.add(row.id);
		}
	}
	const [reviews, attempts, interviews, events] = await Promise.all([
		db.reviews.bulkGet([...ids.reviews]),
		db.attempts.bulkGet([...ids.attempts]),
		db.interviews.bulkGet([...ids.interviews]),
		db.interviewEvents.bulkGet([...ids.events]),
	]);
	for (const review of reviews) if (review) ids.cards.add(review.cardId);
	const [kept, ofNotes, others, params, texts] = await Promise.all([
		db.records.bulkGet([...records.values()]),
		db.cards
			.where('noteId')
			.anyOf([...ids.notes])
			.toArray(),
		db.cards.bulkGet([...ids.cards]),
		db.params.toArray(),
		db.drafts.bulkGet([...drafts.values()]),
	]);
	const cards = new Map([...ofNotes, ...others.filter(isThere)].map((row) => [row.id, row]));
	const index: BackupIndex = {
		records: kept.filter(isThere),
		cards: [...cards.values()].map((row) => [
			row.id,
			row.noteId,
			row.deckId,
			row.position,
			row.gone,
		]),
		params,
		attempts: attempts.filter(isThere),
		interviews: interviews.filter(isThere),
		events: events.filter(isThere),
		drafts: texts.filter(isThere),
		media: [],
	};
	return { index, reviews: reviews.filter(isThere) };
}

function isThere<T>(row: T | undefined): row is T {
	return row !== undefined;
}
