/** Counts the present run of study days without reading further back than it reaches. */
import Dexie from 'dexie';
import { streakOf, tellsPresentRun, type PresentRun } from '../scheduler/streak.ts';
import type { OnsiteDb } from './schema.ts';

/** Days that are read first; as many more each time where the run goes on before them. */
const FIRST_DAYS = 30;

/** The run as of study day `today`, by keys alone. */
export async function presentRun(db: OnsiteDb, today: number): Promise<PresentRun> {
	for (let days = FIRST_DAYS; ; days *= 4) {
		const from = today - days;
		const keys = await db.days
			.where('[day+deckId]')
			.between([from, Dexie.minKey], [today, Dexie.maxKey])
			.primaryKeys();
		const studied = [...new Set(keys.map(([day]) => day))];
		if (!tellsPresentRun(studied, from)) continue;
		const { days: length, studiedToday, restsToday } = streakOf(studied, today);
		return { days: length, studiedToday, restsToday };
	}
}
