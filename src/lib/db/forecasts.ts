/** What was foreseen of each study day, kept at its begin so that it can be compared with what came of it. */
import Dexie from 'dexie';
import { outcomeOf, type DayForecast, type KeptForecast } from '../statistics/day-forecast.ts';
import { atomically, reading } from './atomic.ts';
import { RecordWriter } from './record-writer.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/** Whether a forecast of this day may still be made: none is there, and nothing was answered on it yet. */
export async function wantsForecast(db: OnsiteDb, day: number): Promise<boolean> {
	return reading(db, ['records', 'days'], () => isOpen(db, day));
}

async function isOpen(db: OnsiteDb, day: number): Promise<boolean> {
	if (await db.records.get(['forecast', String(day)])) return false;
	const answered = db.days.where('[day+deckId]').between([day, Dexie.minKey], [day, Dexie.maxKey]);
	return (await answered.toArray()).every(({ answers }) => answers === 0);
}

/** A forecast as it is kept. */
export interface ForecastOfDecks extends DayForecast {
	/** Ids of the decks whose cards it foresees. */
	decks: readonly string[];
}

/**
 * Keeps what is foreseen of a day; the first forecast stays, and after an answer none is made.
 * @throws DbError, and nothing is kept then
 */
export async function keepForecast(
	db: OnsiteDb,
	day: number,
	{ reviews, recalled, fresh, minutes, decks }: ForecastOfDecks,
	moment: WriteMoment,
): Promise<void> {
	const tenths = Math.round(recalled * 10) / 10;
	const fields = { reviews, recalled: tenths, fresh, minutes, decks: [...decks] };
	await atomically(db, ['records', 'outbox', 'meta', 'days'], async () => {
		if (!(await isOpen(db, day))) return;
		const records = new RecordWriter(db, moment);
		await records.write('forecast', String(day), fields);
		await records.save();
	});
}

/** The forecasts of study days from `from` to `to`, both included, in order, with what came of each in its decks. */
export async function forecastsIn(db: OnsiteDb, from: number, to: number): Promise<KeptForecast[]> {
	const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
	return reading(db, ['records', 'days'], async () => {
		const records = await db.records.bulkGet(
			days.map((day): ['forecast', string] => ['forecast', String(day)]),
		);
		const rows = await db.days
			.where('[day+deckId]')
			.between([from, Dexie.minKey], [to, Dexie.maxKey])
			.toArray();
		return days.flatMap((day, at): KeptForecast[] => {
			const fields = records[at]?.fields;
			const foreseen = forecastFrom(fields);
			if (!foreseen) return [];
			const decks = decksFrom(fields);
			const came = rows.filter((row) => row.day === day && (decks?.has(row.deckId) ?? true));
			return [{ day, foreseen, came: outcomeOf(came) }];
		});
	});
}

function forecastFrom(fields: Fields | undefined): DayForecast | undefined {
	const { reviews, recalled, fresh, minutes } = fields ?? {};
	const numbers = [reviews, recalled, fresh, minutes];
	if (!numbers.every((each) => typeof each === 'number' && each >= 0 && each < 1e6))
		return undefined;
	return { reviews, recalled, fresh, minutes } as DayForecast;
}

/** `undefined` in a forecast that was kept before it named them: it is compared with all decks. */
function decksFrom(fields: Fields | undefined): ReadonlySet<unknown> | undefined {
	const decks = fields?.['decks'];
	return Array.isArray(decks) ? new Set(decks) : undefined;
}
