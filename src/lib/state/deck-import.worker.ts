/** Reads, judges and writes a file apart from the page, which stays quick and can end it at any time. */
import initSqlJs from 'sql.js';
import { LIMITS } from '$lib/deck-import/limits.ts';
import type { ImportProgress, ImportWatch } from '$lib/deck-import/import-watch.ts';
import { fetchDeck } from './fetch-deck.ts';
import { importFailure } from './import-failure.ts';
import type { FromImporter, ImportBegin, ToImporter } from './import-message.ts';
import { openImportStore } from './import-store.ts';
import { ImportTask, type Applied } from './import-task.ts';

/** ms between two words on progress. */
const TOLD_EVERY = 100;
/** ms between two signs of life while the database is at work, which may take its time. */
const ALIVE_EVERY = 5_000;

let task: ImportTask | undefined;

const tell = (message: FromImporter) => postMessage(message);

function progressTeller(): ImportWatch {
	let told = -Infinity;
	let stage = '';
	return (progress: ImportProgress) => {
		const now = performance.now();
		if (progress.stage === stage && now - told < TOLD_EVERY) return;
		told = now;
		stage = progress.stage;
		tell({ what: 'progress', progress });
	};
}

async function begin(message: ImportBegin): Promise<ImportTask> {
	const { source, engine, zone, moment } = message;
	const watch = progressTeller();
	let file: { blob: Blob; name: string };
	if ('file' in source) file = { blob: source.file, name: source.name };
	else {
		const { blob, ...fetched } = await fetchDeck(source.address, { limits: LIMITS, watch });
		tell({ what: 'fetched', fetched });
		file = { blob, name: fetched.name };
	}
	const store = await openImportStore({ ...message, name: file.name });
	let loading: ReturnType<typeof initSqlJs> | undefined;
	const sql = () => (loading ??= initSqlJs({ locateFile: () => engine }));
	return new ImportTask({
		...{ file: file.blob, name: file.name, zone, store },
		environment: { sql, now: moment.t, limits: LIMITS, watch },
	});
}

async function applied(
	task: ImportTask,
	{ choices, moment }: ToImporter & { what: 'apply' },
): Promise<Applied> {
	const alive = setInterval(() => tell({ what: 'alive' }), ALIVE_EVERY);
	try {
		return await task.apply(choices, moment);
	} finally {
		clearInterval(alive);
	}
}

async function act(message: ToImporter): Promise<void> {
	try {
		if (message.what === 'read') task = await begin(message);
		if (!task) throw new Error('nothing was read');
		if (message.what !== 'apply') {
			tell({ what: 'judged', ...(await task.judge(message.choices)) });
			return;
		}
		tell({ what: 'applied', ...(await applied(task, message)) });
	} catch (problem) {
		tell({ what: 'failed', failure: importFailure(problem) });
	}
}

addEventListener('message', ({ data }: MessageEvent<ToImporter>) => void act(data));
