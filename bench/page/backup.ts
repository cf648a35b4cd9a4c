/** A backup of everything and its restore into an empty database, against JSON and gzip of the same rows. */
import { Dexie } from 'dexie';
import { allFacts } from '../../src/lib/db/history.ts';
import { exportBackup } from '../../src/lib/db/backup.ts';
import { restoreBackup } from '../../src/lib/db/restore.ts';
import { pause, withTasks } from './clockwork.ts';
import { momentNow, open } from './seed.ts';

const NAME = 'bench-restore';

async function zip(text: string): Promise<Blob> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Blob([await new Response(stream).arrayBuffer()]);
}

async function unzip(file: Blob): Promise<string> {
	return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export async function backupFigures() {
	const { t, day } = momentNow();
	const moment = { t, day, dev: 'bench' };
	const db = await open();
	const exported = await withTasks(() => exportBackup(db, moment));
	const rows = {
		cards: await db.cards.toArray(),
		reviews: await allFacts(db),
		records: await db.records.toArray(),
	};
	db.close();
	const zipped = await withTasks(() => zip(JSON.stringify(rows)));
	rows.cards = [];
	rows.reviews = [];
	const parsed = await withTasks(async () => {
		const all = JSON.parse(await unzip(zipped.result)) as typeof rows;
		return all.reviews.length;
	});
	await pause();

	const empty = await open(NAME);
	const restored = await withTasks(() =>
		restoreBackup(empty, exported.result, { mode: 'merge', moment }),
	);
	if (restored.result.reviews !== parsed.result) throw new Error('The restore is not complete.');
	empty.close();
	await Dexie.delete(NAME);
	await Dexie.delete(`${NAME}-snapshots`);
	return {
		exported: { ms: exported.ms, longest: exported.longest, bytes: exported.result.size },
		zipped: { ms: zipped.ms, longest: zipped.longest, bytes: zipped.result.size },
		restored: { ms: restored.ms, longest: restored.longest },
		parsed: { ms: parsed.ms, longest: parsed.longest },
	};
}
