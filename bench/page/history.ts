/** Half a million answers: packed against rows, and replayed against the bare formula. */
import { FSRSAlgorithm } from 'ts-fsrs';
import { Dexie } from 'dexie';
import { allReviews, blocksOf } from '../../src/lib/db/history.ts';
import { rebuild } from '../../src/lib/db/rebuild.ts';
import { reading } from '../../src/lib/db/atomic.ts';
import type { OnsiteDb, ReviewRow } from '../../src/lib/db/schema.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { replay } from '../../src/lib/scheduler/replay.ts';
import type { Review } from '../../src/lib/scheduler/review.ts';
import { inTurns, medianOf, withTasks } from './clockwork.ts';
import { openRaw, putAll, resultOf } from './raw-store.ts';
import { open } from './seed.ts';

const NAME = 'bench-history';
/** Rows take minutes for the whole log: so many are written and read, and the time is scaled. */
const ROWS = 25_000;

export async function historyFigures(runs: number) {
	const db = await open();
	const log = await allReviews(db);
	const packed = await packFigures(log);
	const replayed = await replayFigures(log, runs);
	const check = await withTasks(() => reading(db, 'all', () => rebuild(db)));
	db.close();
	const { findings } = check.result;
	if (findings.length > 0) throw new Error(`The collection is not sound: ${findings[0]?.text}`);
	return { reviews: log.length, packed, replayed, check: { ms: check.ms, longest: check.longest } };
}

async function packFigures(log: readonly ReviewRow[]) {
	const db: OnsiteDb = await open(NAME);
	const write = await withTasks(async () => db.blocks.bulkPut(blocksOf(log)));
	const read = await withTasks(() => allReviews(db));
	if (read.result.length !== log.length) throw new Error('The blocks do not hold what was packed.');
	await db.blocks.clear();
	db.close();
	const raw = await openRaw(NAME);
	const rows = log.slice(0, ROWS).map((row) => ({ store: 'reviews', row: { ...row } }));
	const writeRows = await withTasks(() => putAll(raw, rows));
	const readRows = await withTasks(() =>
		resultOf(raw.transaction('reviews').objectStore('reviews').getAll()),
	);
	raw.close();
	await Dexie.delete(NAME);
	const scale = log.length / ROWS;
	return {
		write: write.ms,
		writeRows: writeRows.ms * scale,
		read: read.ms,
		readRows: readRows.ms * scale,
	};
}

/** Logs by card, oldest first. */
function byCard(log: readonly Review[]): Review[][] {
	const groups = new Map<string, Review[]>();
	for (const review of log.toSorted((a, b) => a.t - b.t)) {
		const group = groups.get(review.cardId);
		if (group) group.push(review);
		else groups.set(review.cardId, [review]);
	}
	return [...groups.values()];
}

async function replayFigures(log: readonly Review[], runs: number) {
	const groups = byCard(log);
	const { weights } = DEFAULT_PRESET;
	const fsrs = new FSRSAlgorithm({ w: [...weights], relearning_steps: ['10m'] });
	const sums: number[] = [];
	const bare = () => {
		let sum = 0;
		for (const group of groups) {
			let memory: { stability: number; difficulty: number } | null = null;
			let lastDay = 0;
			for (const { day, grade } of group) {
				memory = fsrs.next_state(memory, memory ? day - lastDay : 0, grade);
				lastDay = day;
			}
			sum += memory?.stability ?? 0;
		}
		sums.push(sum);
	};
	const ours = () => {
		let sum = 0;
		for (const group of groups) sum += replay(group, weights).stability;
		sums.push(sum);
	};
	const times = await inTurns(runs, { ours, bare });
	if (sums.some((sum) => Math.abs(sum / medianOf(sums) - 1) > 1e-9)) {
		throw new Error('The replay and the bare formula do not agree.');
	}
	return times;
}
