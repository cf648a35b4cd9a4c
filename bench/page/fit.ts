/** A hundred thousand answers: fitted as the app does, from the log to the verdict, and by the optimizer alone. */
import { Dexie } from 'dexie';
import { applyWeights } from '../../src/lib/db/apply-weights.ts';
import { fitMaterial } from '../../src/lib/db/fit-material.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { cardsOfLog } from '../../src/lib/state/fit-log.ts';
import type { FitAnswerMessage } from '../../src/lib/state/fit-messages.ts';
import { packItems } from '../../src/lib/statistics/fit-history.ts';
import { splitByTime } from '../../src/lib/statistics/fit-verdict.ts';
import { withTasks } from './clockwork.ts';
import { fillLog, momentNow, open } from './seed.ts';

const NAME = 'bench-fit';
const WASM = '/bench/fsrs.wasm';
const { weights } = DEFAULT_PRESET;

function inWorker<T>(file: string, message: unknown, answer: (data: unknown) => T | undefined) {
	const worker = new Worker(file, { type: 'module' });
	return new Promise<T>((resolve, reject) => {
		worker.onerror = ({ message: text }) => reject(new Error(text));
		worker.onmessage = ({ data }) => {
			const found = answer(data);
			if (found === undefined) return;
			worker.terminate();
			resolve(found);
		};
		worker.postMessage(message);
	});
}

export async function fitFigures(cards: number, reviews: number) {
	await fillLog(NAME, cards, reviews);
	const db = await open(NAME);
	const read = await withTasks(() => fitMaterial(db, DEFAULT_PRESET.id));
	const material = read.result;
	const histories = cardsOfLog(material);
	const split = splitByTime(histories);
	if (!split) throw new Error('There are too few answers for a fit.');
	const items = packItems(histories, split.from);
	const bare = await withTasks(() =>
		inWorker('bench-fit-bare.js', { wasm: WASM, items }, (data) => data as number[]),
	);
	const message = { wasm: WASM, material, current: weights };
	const ours = await withTasks(() =>
		inWorker('bench-fit.js', message, (data) => {
			const told = data as FitAnswerMessage;
			if (told.kind === 'failed') throw new Error(told.detail);
			return told.kind === 'done' ? told.result : undefined;
		}),
	);
	if (ours.result.kind !== 'judged') throw new Error('The fit ended without a verdict.');
	const { day, t } = momentNow();
	const other = weights.map((weight, at) => (at === 2 ? weight * 2 : weight));
	const applied = await withTasks(() =>
		applyWeights(db, DEFAULT_PRESET.id, other, { t, day, dev: 'bench' }),
	);
	db.close();
	await Dexie.delete(NAME);
	return {
		...{ items: items.lengths.length, held: split.held, cards: applied.result.changed },
		...{
			readMs: read.ms,
			oursMs: read.ms + ours.ms,
			longest: Math.max(read.longest, ours.longest),
		},
		...{ bareMs: bare.ms, applyMs: applied.ms, applyLongest: applied.longest },
	};
}
