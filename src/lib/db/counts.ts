/** Numbers that screens show, from counters: nothing here counts cards or reviews. */
import Dexie from 'dexie';
import { reading } from './atomic.ts';
import type { OnsiteDb } from './schema.ts';
import { emptyDay, type DayCount } from './tally.ts';

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
}

/** Counts for study day `day` of a deck. */
export async function todayCounts(db: OnsiteDb, deckId: string, day: number): Promise<TodayCounts> {
	return reading(db, ['totals', 'dueCounts', 'days'], async () => {
		const [total, waiting, done] = await Promise.all([
			db.totals.get(deckId),
			db.dueCounts
				.where('[deckId+day]')
				.between([deckId, Dexie.minKey], [deckId, day], true, true)
				.toArray(),
			db.days.get([day, deckId]),
		]);
		const sum = (rows: typeof waiting) => rows.reduce((all, { cards }) => all + cards, 0);
		return {
			fresh: total?.new ?? 0,
			learning: total?.intraday ?? 0,
			due: sum(waiting),
			overdue: sum(waiting.filter((row) => row.day < day)),
			done: done ?? emptyDay(day, deckId),
		};
	});
}

/** Cards due on each of `days` study days from `fromDay` on; what is overdue is not among them. */
export async function dueForecast(
	db: OnsiteDb,
	deckId: string,
	fromDay: number,
	days: number,
): Promise<number[]> {
	const forecast = new Array<number>(days).fill(0);
	const rows = await db.dueCounts
		.where('[deckId+day]')
		.between([deckId, fromDay], [deckId, fromDay + days], true, false)
		.toArray();
	for (const { day, cards } of rows) forecast[day - fromDay] = cards;
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
