/** The copy of everything that each start takes: made in a worker, or in the page where there can be none. */
import { DbError } from '$lib/db/db-error.ts';
import { lastChange } from '$lib/db/export-since.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import type { CopyEnd, CopyTask } from './daily-copy-messages.ts';
import { afterReads } from './reads-first.ts';

const engine = () =>
	new Worker(new URL('./daily-copy.worker.ts', import.meta.url), { type: 'module' });

/**
 * Takes a copy if anything has changed since the last one, once no screen waits for what it reads.
 * @param options `beside` the screen, in a worker, or in the page; `make` for tests
 * @throws DbError
 */
export async function takeDailyCopy(
	db: OnsiteDb,
	moment: WriteMoment,
	{ beside, make = engine }: { beside: boolean; make?: () => Worker },
): Promise<void> {
	if ((await lastChange(db)) === 0) return;
	await afterReads(db.name);
	const task = { database: db.name, install: moment.dev, moment };
	const end = beside ? await copyBeside(task, make) : undefined;
	if (end === undefined) {
		const { takeSnapshot } = await import('$lib/db/snapshots.ts');
		await takeSnapshot(db, 'daily', moment);
	} else if ('problem' in end) throw new DbError(end.problem);
}

/** Resolves to `undefined` where the worker's file cannot be had. */
async function copyBeside(task: CopyTask, make: () => Worker): Promise<CopyEnd | undefined> {
	let worker: Worker | undefined;
	try {
		return await new Promise<CopyEnd>((resolve, reject) => {
			worker = make();
			worker.onmessage = ({ data }: MessageEvent<CopyEnd>) => resolve(data);
			worker.onerror = (event) => {
				event.preventDefault();
				reject(new Error(event.message));
			};
			worker.postMessage(task);
		});
	} catch {
		return undefined;
	} finally {
		worker?.terminate();
	}
}
