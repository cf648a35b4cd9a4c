/** Everything to one file. */
import { reading } from './atomic.ts';
import { encodeBlock, byTime } from './block.ts';
import { writeBackupFile, type BackupIndex } from './backup-file.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * The whole collection as one gzip file: facts, editable fields, which cards there are. Read in one
 * transaction, so that it is of one moment; undo steps and counters are not in it.
 */
export async function exportBackup(
	db: OnsiteDb,
	moment: Pick<WriteMoment, 't' | 'dev'>,
): Promise<Blob> {
	const tables = ['reviews', 'blocks', 'records', 'cards', 'params', 'attempts'] as const;
	const [reviews, blocks, records, cards, params, attempts] = await reading(db, tables, () =>
		Promise.all([
			db.reviews.toArray(),
			db.blocks.toArray(),
			db.records.toArray(),
			db.cards.toArray(),
			db.params.toArray(),
			db.attempts.toArray(),
		]),
	);
	const index: BackupIndex = {
		records,
		cards: cards.map((row) => [row.id, row.noteId, row.deckId, row.position, row.gone]),
		params,
		attempts,
	};
	const sealed = blocks.reduce((sum, { count }) => sum + count, 0);
	const header = {
		schema: Math.floor(db.verno),
		made: moment.t,
		dev: moment.dev,
		counts: {
			reviews: reviews.length + sealed,
			records: records.length,
			cards: cards.length,
			params: params.length,
			attempts: attempts.length,
		},
	};
	const recent = encodeBlock(reviews.sort(byTime));
	return writeBackupFile(header, index, [recent, ...blocks.map(({ bytes }) => bytes)]);
}
