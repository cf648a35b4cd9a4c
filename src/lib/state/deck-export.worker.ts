/** Gathers decks and writes them as a file apart from the page, which stays quick and can end it at any time. */
import initSqlJs from 'sql.js';
import { collectDecks } from '$lib/db/collect-decks.ts';
import { asDbError, DbError } from '$lib/db/db-error.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { writeAnkiPackage } from '$lib/deck-import/export/write-anki-package.ts';
import { writeJsonDeck } from '$lib/deck-import/export/write-json-deck.ts';
import { writeMarkdownDeck } from '$lib/deck-import/export/write-markdown-deck.ts';
import { writeTable } from '$lib/deck-import/export/write-table.ts';
import type { ImportedCollection } from '$lib/deck-import/imported.ts';
import type { ExportProgress, ExportTask, FromExporter } from './export-message.ts';

const tell = (message: FromExporter) => postMessage(message);
const progress = (part: ExportProgress['part'], done = 0, total = 0) =>
	tell({ what: 'progress', progress: { part, done, total } });

async function run(task: ExportTask): Promise<void> {
	const { database, install, choice, catalog, now, format } = task;
	try {
		const db = await openBeside(database, install, () => {});
		const collection = await collectDecks(db, catalog, choice, now, progress);
		if (collection.notes.length === 0) {
			tell({ what: 'failed', message: 'There are no cards in it yet.' });
			return;
		}
		progress('writing');
		const { file, skipped } = await fileOf(db, collection, task);
		const { notes, cards, reviews, media } = collection;
		tell({
			what: 'done',
			exported: {
				...{ file, skipped, notes: notes.length - skipped, cards: cards.length },
				answers: format === 'anki' || format === 'json' ? reviews.length : 0,
				media: format === 'anki' ? media.length : 0,
			},
		});
	} catch (problem) {
		const message = problem instanceof RangeError ? TOO_MUCH : asDbError(problem).message;
		tell({ what: 'failed', message });
	}
}

const TOO_MUCH = 'The file would be larger than this device can make. Export one deck at a time.';

async function fileOf(
	db: OnsiteDb,
	collection: ImportedCollection,
	{ format, safe, engine, now }: ExportTask,
): Promise<{ file: Blob; skipped: number }> {
	const text = (content: string, type: string) => new Blob([content], { type });
	switch (format) {
		case 'anki': {
			const bytes = await writeAnkiPackage(collection, {
				...{ sql: await initSqlJs({ locateFile: () => engine }), now: now.t },
				readMedia: async ({ hash, name }) => {
					const row = await db.media.get(hash);
					if (!row) throw new DbError('unexpected', `(${name} is missing.)`);
					return new Uint8Array(row.bytes);
				},
				watch: (done, total) => {
					if (done % 20 === 0) progress('media', done, total);
				},
			});
			return { file: new Blob([bytes], { type: 'application/octet-stream' }), skipped: 0 };
		}
		case 'json':
			return { file: text(writeJsonDeck(collection), 'application/json'), skipped: 0 };
		case 'csv':
			return { file: text(writeTable(collection, { safe }), 'text/csv'), skipped: 0 };
		case 'markdown': {
			const written = writeMarkdownDeck(collection);
			return { file: text(written.text, 'text/markdown'), skipped: written.skipped.total };
		}
	}
}

addEventListener('message', ({ data }: MessageEvent<ExportTask>) => void run(data));
