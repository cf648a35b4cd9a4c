/** A million answers: counted once, looked at from what was kept, and counted anew for comparison. */
import { Dexie } from 'dexie';
import { sameCount } from '../../src/lib/db/count-check.ts';
import { readInstall } from '../../src/lib/db/install.ts';
import { countWhole, recentLog, withRecent } from '../../src/lib/db/log-statistics.ts';
import { sealedCount } from '../../src/lib/db/sealed-count.ts';
import { studiedCards } from '../../src/lib/db/studied-cards.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import type { OnsiteDb } from '../../src/lib/db/schema.ts';
import { startStatistics } from '../../src/lib/state/statistics-job.ts';
import type { StatisticsAnswer } from '../../src/lib/state/statistics-messages.ts';
import { activityOf } from '../../src/lib/statistics/activity.ts';
import { buttonsOf, hoursOf } from '../../src/lib/statistics/answer-shares.ts';
import { learningCurve } from '../../src/lib/statistics/learning-curve.ts';
import type { CardClass } from '../../src/lib/statistics/card-course.ts';
import type { LogCount } from '../../src/lib/statistics/log-count.ts';
import { firstDay, sumsByDay, sumsByGroup, sumsOver } from '../../src/lib/statistics/log-range.ts';
import { memoryFigures } from '../../src/lib/statistics/memory-figures.ts';
import { retentionTable } from '../../src/lib/statistics/retention.ts';
import { medianOf, withTasks } from './clockwork.ts';
import { fillLog, momentNow, open } from './seed.ts';

const NAME = 'bench-statistics';

/** As many groups as the catalog has for a card. */
function classOf(id: string): CardClass {
	let found = classes.get(id);
	if (!found) classes.set(id, (found = classed(id)));
	return found;
}

const classes = new Map<string, CardClass>();

function classed(id: string): CardClass {
	const place = Number(/\d+/.exec(id)?.[0] ?? 0);
	const groups = [`category:${place % 12}`, `kind:${place % 8}`, `level:${place % 4}`, 'path:a'];
	const deck = place % 10 === 0 ? 'own' : 'catalog';
	return { deck, groups, weights: DEFAULT_PRESET.weights };
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Stores what the others look at. */
export async function statisticsFill(cards: number, reviews: number): Promise<void> {
	await fillLog(NAME, cards, reviews);
}

/**
 * How long the screen waits, and is held up, on a page of its own: what the other figures leave behind in
 * theirs would be cleaned up on its account.
 */
export async function statisticsScreen() {
	const db = await open(NAME);
	const first = await onScreen(db);
	const again = await onScreen(db);
	await db.meta.delete('counted');
	db.close();
	return { first, again };
}

/** All that the worker of the app does, on the page; removes what was stored. */
export async function statisticsFigures(runs: number) {
	const db = await open(NAME);
	let rows = 0;
	const look = async () => {
		const log = await recentLog(db);
		rows = log.reviews.length;
		const count = withRecent(await sealedCount(db, log, classOf, nextTask), log, classOf);
		if (!count) throw new Error('Recent rows are older than sealed ones.');
		return count;
	};
	const first = await withTasks(look);
	const again = await withTasks(look);
	const whole = await withTasks(() => countWhole(db, classOf));
	if (!sameCount(again.result, whole.result)) throw new Error('The counts do not agree.');
	const studied = await withTasks(() => studiedCards(db));
	const times: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		figures(again.result);
		times.push(performance.now() - start);
	}
	const memory = await withTasks(async () =>
		memoryFigures(studied.result.cards, () => DEFAULT_PRESET.weights, momentNow()),
	);
	const kept = (await db.meta.get('counted'))?.bytes?.byteLength ?? 0;
	db.close();
	await Dexie.delete(NAME);
	const told = ({ ms, longest }: { ms: number; longest: number }) => ({ ms, longest });
	return {
		...{ first: told(first), again: told(again), whole: told(whole), studied: told(studied) },
		...{
			figures: medianOf(times),
			memory: told(memory),
			kept,
			rows,
			days: sumsByDay(again.result, { from: -Infinity, to: Infinity }).length,
		},
	};
}

/** From the look at the page to its figures, and to those of another span: ms, with the longest task of the page. */
async function onScreen(db: OnsiteDb): Promise<{ ms: number; longest: number; other: number }> {
	const catalog = { patterns: [], paths: [] };
	const install = (await readInstall(db)) ?? '';
	let other = 0;
	let broken = '';
	const { ms, longest } = await withTasks(async () => {
		let tell: (answer: StatisticsAnswer) => void = () => {};
		const place = { install, keeps: true, catalog };
		const job = startStatistics(
			...([db, place, (answer: StatisticsAnswer) => tell(answer)] as const),
			() => {
				const worker = new Worker('bench-statistics.js', { type: 'module' });
				// Otherwise the page would count by itself, and the bench measure that.
				worker.addEventListener('error', ({ message }) => (broken = message || 'not there'));
				return worker;
			},
		);
		const look = (span: 'all' | 'year') =>
			new Promise<void>((resolve, reject) => {
				tell = (answer) => {
					if (answer.kind === 'figures') resolve();
					else reject(new Error(answer.message));
				};
				job.look({ span, decks: null, path: '', now: momentNow() });
			});
		await look('all');
		const start = performance.now();
		await look('year');
		other = performance.now() - start;
		job.stop();
	});
	if (broken) throw new Error(`The worker of the statistics is broken: ${broken}`);
	return { ms, longest, other };
}

/** What the page computes of a count when a filter changes. */
function figures(count: LogCount): number {
	const to = momentNow().day;
	const range = { from: firstDay(count) ?? to, to };
	const sums = sumsOver(count, range);
	const parts = [
		activityOf(count, range, 'month'),
		activityOf(count, { from: to - 370, to }, 'day'),
		retentionTable(count, to),
		buttonsOf(sums),
		hoursOf(sums),
		...['category:', 'kind:', 'level:'].map((prefix) => [...sumsByGroup(count, range, prefix)]),
		learningCurve(count, range, 'path:a'),
	];
	return parts.reduce((sum, { length }) => sum + length, 0);
}
