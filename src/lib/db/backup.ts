/** Everything to one file. */
import { reading } from './atomic.ts';
import { encodeBlock } from './block.ts';
import { byTime, isSound } from './review-fact.ts';
import { countsOf, writeBackupFile, type BackupIndex, type MediaLine } from './backup-file.ts';
import type { StampedRecord } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

const TABLES = [
	...(['reviews', 'blocks', 'records', 'cards', 'params'] as const),
	...(['attempts', 'interviews', 'interviewEvents', 'drafts'] as const),
];

/**
 * The whole collection as one gzip file: facts, editable fields, which cards there are, pictures and sounds. Read
 * in one transaction, so that it is of one moment; undo steps, counters and the list of imports are not in it.
 * Copies inside the browser leave `media` out, as their bytes would be there twice. A damaged answer is left out: it
 * must not keep all the others from being saved.
 *
 * Of interviews it holds the facts and what was said of them afterwards. Drafts belong to one device and are
 * overwritten, so they are no facts; but one is there only where it is the latest text of its pane, and with it
 * a file made in the middle of an interview loses nothing. Recordings stay on the device: a file that is
 * made every week must stay small enough to be sent.
 */
export async function exportBackup(
	db: OnsiteDb,
	moment: Pick<WriteMoment, 't' | 'dev'>,
	{ media: wanted = true }: { media?: boolean } = {},
): Promise<Blob> {
	const [rows, recentRows, blocks] = await reading(db, TABLES, () =>
		Promise.all([indexRows(db), db.reviews.toArray(), db.blocks.toArray()]),
	);
	const reviews = recentRows.filter(isSound);
	const { cards } = rows;
	const named = hashesIn(rows.records);
	const media = wanted ? await readAllMedia(db, named) : [];
	const index: BackupIndex = {
		...rows,
		cards: cards.map((row) => [row.id, row.noteId, row.deckId, row.position, row.gone]),
		media: media.map(({ line }) => line),
	};
	const sealed = blocks.reduce((sum, { count }) => sum + count, 0);
	const header = {
		schema: Math.floor(db.verno),
		made: moment.t,
		dev: moment.dev,
		counts: { ...countsOf(index), reviews: reviews.length + sealed },
		...(wanted ? {} : { mediaLeftOut: named.length }),
	};
	const recent = encodeBlock(reviews.sort(byTime));
	const sections = [recent, ...blocks.map(({ bytes }) => bytes)];
	return writeBackupFile(
		header,
		index,
		sections,
		media.map(({ bytes }) => bytes),
	);
}

/** Hashes of the media that have a name, each once. */
function hashesIn(records: readonly StampedRecord[]): string[] {
	const hashes = new Set<string>();
	for (const { kind, fields } of records) {
		const { hash, deleted } = fields;
		if (kind === 'media' && typeof hash === 'string' && deleted !== true) hashes.add(hash);
	}
	return [...hashes].sort();
}

/** One after another, and each as a blob: together they may not fit into the memory. */
async function readAllMedia(
	db: OnsiteDb,
	hashes: readonly string[],
): Promise<{ line: MediaLine; bytes: Blob }[]> {
	const found: { line: MediaLine; bytes: Blob }[] = [];
	for (const hash of hashes) {
		const row = await reading(db, ['media'], () => db.media.get(hash));
		if (!row) continue;
		const bytes = new Blob([row.bytes]);
		found.push({ line: { hash, type: row.type, size: bytes.size }, bytes });
	}
	return found;
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
