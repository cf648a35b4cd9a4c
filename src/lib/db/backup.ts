/** Everything to one file. */
import { reading } from './atomic.ts';
import { encodeBlock, byTime } from './block.ts';
import { countsOf, writeBackupFile, type BackupIndex } from './backup-file.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

const TABLES = [
	...(['reviews', 'blocks', 'records', 'cards', 'params'] as const),
	...(['attempts', 'interviews', 'interviewEvents', 'drafts'] as const),
];

/**
 * The whole collection as one gzip file: facts, editable fields, which cards there are. Read in one
 * transaction, so that it is of one moment; undo steps and counters are not in it.
 *
 * Of interviews it holds the facts and what was said of them afterwards. Drafts belong to one device and are
 * overwritten, so they are no facts; but one is there only where it is the latest text of its pane, and with it
 * a file made in the middle of an interview loses nothing. Recordings stay on the device: a file that is
 * made every week must stay small enough to be sent.
 */
export async function exportBackup(
	db: OnsiteDb,
	moment: Pick<WriteMoment, 't' | 'dev'>,
): Promise<Blob> {
	const [rows, reviews, blocks] = await reading(db, TABLES, () =>
		Promise.all([indexRows(db), db.reviews.toArray(), db.blocks.toArray()]),
	);
	const { cards } = rows;
	const index: BackupIndex = {
		...rows,
		cards: cards.map((row) => [row.id, row.noteId, row.deckId, row.position, row.gone]),
	};
	const sealed = blocks.reduce((sum, { count }) => sum + count, 0);
	const header = {
		schema: Math.floor(db.verno),
		made: moment.t,
		dev: moment.dev,
		counts: { ...countsOf(index), reviews: reviews.length + sealed },
	};
	const recent = encodeBlock(reviews.sort(byTime));
	return writeBackupFile(header, index, [recent, ...blocks.map(({ bytes }) => bytes)]);
}

async function indexRows(db: OnsiteDb) {
	const [records, cards, params] = await Promise.all([
		db.records.toArray(),
		db.cards.toArray(),
		db.params.toArray(),
	]);
	const [attempts, interviews, events, drafts] = await Promise.all([
		db.attempts.toArray(),
		db.interviews.toArray(),
		db.interviewEvents.toArray(),
		db.drafts.toArray(),
	]);
	return { records, cards, params, attempts, interviews, events, drafts };
}
