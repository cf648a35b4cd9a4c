/** The worker of the bench: makes a package, imports it as the app does, and writes the same rows bare. */
import sql from 'sql.js/dist/sql-wasm-inline.js';
import { StudyDays } from '../../src/lib/deck-import/history/study-days.ts';
import { writeAnkiPackage } from '../../src/lib/deck-import/export/write-anki-package.ts';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';
import { judgeImport } from '../../src/lib/deck-import/judge/judge-import.ts';
import { readDeckFile } from '../../src/lib/deck-import/read-deck-file.ts';
import { applyImport } from '../../src/lib/db/apply-import.ts';
import { existingState } from '../../src/lib/db/existing-state.ts';
import { MediaStage } from '../../src/lib/db/media-stage.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { madeCollection, pictureOf } from './made-package.ts';
import { openRaw, putAll, resultOf, type Put } from './raw-store.ts';
import { momentNow, open } from './seed.ts';

const zone = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, rolloverHour: 4 };
const STORES = ['records', 'cards', 'blocks', 'media', 'days', 'dueCounts', 'totals'] as const;

const acts = {
	async make(notes: number, reviews: number) {
		const now = momentNow();
		const collection = madeCollection(notes, reviews, now);
		const start = performance.now();
		const bytes = await writeAnkiPackage(collection, {
			...{ sql: await sql(), now: now.t },
			readMedia: ({ hash }) => Promise.resolve(pictureOf(Number(hash))),
		});
		return { file: new Blob([bytes]), ms: performance.now() - start };
	},

	/** Reads, judges and applies; says what each took, ms. */
	async import(name: string, file: Blob) {
		const { t, day } = momentNow();
		const db = await open(name);
		const times: number[] = [performance.now()];
		const lap = () => times.push(performance.now());
		const stage = new MediaStage(db, { id: 'bench', file: 'bench.apkg', t });
		const read = await readDeckFile('bench.apkg', new Uint8Array(await file.arrayBuffer()), {
			...{ sql, now: t, zone, limits: LIMITS, watch: () => {}, keepMedia: stage.keep },
		});
		await stage.flush();
		lap();
		if (read.kind !== 'collection') throw new Error('The package is no collection.');
		const plan = judgeImport(read.collection, await existingState(db), {
			...{ days: new StudyDays(zone), weights: DEFAULT_PRESET.weights, now: t },
			...{ retention: 0.9, scheduling: true },
		});
		lap();
		await applyImport(db, plan, {
			...{ id: 'bench', file: 'bench.apkg', moment: { t, day, dev: 'bench' }, daily: true },
		});
		lap();
		db.close();
		const [from = 0, readAt = 0, judgedAt = 0, doneAt = 0] = times;
		return { read: readAt - from, judged: judgedAt - readAt, applied: doneAt - judgedAt };
	},

	/** Puts what an import wrote into a database of its own, by IndexedDB alone. */
	async bare(from: string, to: string) {
		const raw = await openRaw(from);
		const puts: Put[] = [];
		for (const store of STORES) {
			const rows = await resultOf(raw.transaction(store).objectStore(store).getAll());
			for (const row of rows as Put['row'][]) puts.push({ store, row });
		}
		const shape = STORES.map((name) => {
			const { keyPath, indexNames } = raw.transaction(name).objectStore(name);
			const { index } = {
				index: (each: string) => raw.transaction(name).objectStore(name).index(each),
			};
			return {
				name,
				keyPath,
				indexes: [...indexNames].map((each) => [each, index(each).keyPath] as const),
			};
		});
		raw.close();
		const empty = await openRaw(to, (db) => {
			for (const { name, keyPath, indexes } of shape) {
				const store = db.createObjectStore(name, { keyPath });
				for (const [each, path] of indexes) store.createIndex(each, path);
			}
		});
		const start = performance.now();
		await putAll(empty, puts);
		const ms = performance.now() - start;
		empty.close();
		return { ms, rows: puts.length };
	},
};

export type ImportActs = typeof acts;

addEventListener('message', ({ data }: MessageEvent<{ act: keyof ImportActs; args: never[] }>) => {
	const run = acts[data.act] as (...args: never[]) => Promise<unknown>;
	run(...data.args).then(
		(result) => postMessage({ result }),
		(error: unknown) =>
			postMessage({ error: String(error instanceof Error ? error.stack : error) }),
	);
});
