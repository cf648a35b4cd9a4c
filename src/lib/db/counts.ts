/** Numbers that screens show, from counters: nothing here counts cards or reviews. */
import Dexie from 'dexie';
import { reading } from './atomic.ts';
import type { OnsiteDb } from './schema.ts';
import { emptyDay, type DayCount, type DueCount, type Total } from './tally.ts';

/** What waits in a deck, and what was done in it today. Daily limits are the scheduler's affair. */
export interface TodayCounts {
	/** New cards left, all of them. */
	fresh: number;
	/** Cards within today's learning steps. */
	learning: number;
	/** Cards due today or before (steps of a day and more included). */
	due: number;
	/** Of these, due before today. */
	overdue: number;
	/** What was done on the day. */
	done: DayCount;
	/** What waits in the other decks, those left out in which nothing does. */
	elsewhere: Total[];
}

/** Counts for study day `day` of a deck. Whether there is more to study elsewhere costs no further read. */
export async function todayCounts(db: OnsiteDb, deckId: string, day: number): Promise<TodayCounts> {
	return reading(db, ['totals', 'dueCounts', 'days'], async () => {
		const [totals, waiting, done] = await Promise.all([
			db.totals.toArray(),
			dueUntil(db, deckId, day),
			db.days.get([day, deckId]),
		]);
		const total = totals.find((row) => row.deckId === deckId);
		const sum = (rows: typeof waiting) => rows.reduce((all, { cards }) => all + cards, 0);
		return {
			fresh: total?.new ?? 0,
			learning: total?.intraday ?? 0,
			due: sum(waiting),
			overdue: sum(waiting.filter((row) => row.day < day)),
			done: done ?? emptyDay(day, deckId),
			elsewhere: totals.filter((row) => row.deckId !== deckId && waits(row)),
		};
	});
}

/** Whether a deck holds cards that come up today or later. */
export function waits(total: Total): boolean {
	return total.new + total.intraday + total.due > 0;
}

/** Cards due by study day up to `day`, within the caller's transaction over `dueCounts`. */
export function dueUntil(db: OnsiteDb, deckId: string, day: number): PromiseLike<DueCount[]> {
	return db.dueCounts
		.where('[deckId+day]')
		.between([deckId, Dexie.minKey], [deckId, day], true, true)
		.toArray();
}

/** Cards of one deck or several due on each of `days` study days from `fromDay` on; what is overdue is not among them. */
export async function dueForecast(
	db: OnsiteDb,
	deckIds: string | readonly string[],
	fromDay: number,
	days: number,
): Promise<number[]> {
	const forecast = new Array<number>(days).fill(0);
	const ids = typeof deckIds === 'string' ? [deckIds] : deckIds;
	const parts = await Promise.all(
		ids.map((deckId) =>
			db.dueCounts
				.where('[deckId+day]')
				.between([deckId, fromDay], [deckId, fromDay + days], true, false)
				.toArray(),
		),
	);
	for (const { day, cards } of parts.flat()) {
		forecast[day - fromDay] = (forecast[day - fromDay] ?? 0) + cards;
	}
	return forecast;
}

/** What was done per study day and deck from `fromDay` on, in order of days; days without study are missing. */
export async function dayStats(db: OnsiteDb, fromDay: number): Promise<DayCount[]> {
	return db.days.where('[day+deckId]').aboveOrEqual([fromDay, Dexie.minKey]).toArray();
}

/** Study days with at least one answer, in order. */
export async function studiedDays(db: OnsiteDb): Promise<number[]> {
	const keys = await db.days.toCollection().primaryKeys();
	return [...new Set(keys.map(([day]) => day))];
}

/** Whether anything was ever answered. */
export async function hasStudied(db: OnsiteDb): Promise<boolean> {
	return (await db.days.limit(1).count()) > 0;
}

/** Mean milliseconds of an answer from `fromDay` on; `undefined` before the first answer. */
export async function averageAnswerMs(db: OnsiteDb, fromDay: number): Promise<number | undefined> {
	let [answers, ms] = [0, 0];
	for (const day of await dayStats(db, fromDay)) {
		answers += day.answers;
		ms += day.ms;
	}
	return answers === 0 ? undefined : ms / answers;
}

/** Answers of all time, undone ones left out; for "so many since the last backup". */
export async function answersInAll(db: OnsiteDb): Promise<number> {
	return (await db.days.toArray()).reduce((sum, { answers }) => sum + answers, 0);
}
