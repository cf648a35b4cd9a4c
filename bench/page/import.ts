/** A package of 50,000 notes with history and pictures brought in, against the bare write of the same rows. */
import { Dexie } from 'dexie';
import { withTasks } from './clockwork.ts';
import type { ImportActs } from './import-worker.ts';

const NAMES = ['bench-import', 'bench-import-bare'] as const;

/** One act in a worker of its own. */
function inWorker<Name extends keyof ImportActs>(
	act: Name,
	...args: Parameters<ImportActs[Name]>
): Promise<Awaited<ReturnType<ImportActs[Name]>>> {
	const worker = new Worker('bench-worker.js', { type: 'module' });
	return new Promise((resolve, reject) => {
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.onmessage = ({ data }) => {
			worker.terminate();
			if (data.error) reject(new Error(data.error));
			else resolve(data.result);
		};
		worker.postMessage({ act, args });
	});
}

export async function importFigures(notes: number, reviews: number) {
	const [name, bareName] = NAMES;
	const made = await withTasks(() => inWorker('make', notes, reviews));
	const { file, ms } = made.result;
	const imported = await withTasks(() => inWorker('import', name, file));
	const bare = await inWorker('bare', name, bareName);
	for (const each of [name, bareName, `${name}-snapshots`]) await Dexie.delete(each);
	return {
		...{ written: { ms, longest: made.longest, bytes: file.size }, bare },
		imported: { ms: imported.ms, longest: imported.longest, ...imported.result },
	};
}
