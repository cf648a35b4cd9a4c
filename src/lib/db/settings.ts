/** What the person set, each a field of its own, so that two devices can change two of them at once. */
import { dayOfDate } from '../scheduler/study-day.ts';
import { atomically } from './atomic.ts';
import { wallOf } from './hlc.ts';
import { stampOf, type Json } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface Settings {
	theme: 'system' | 'light' | 'dark';
	/** Hour of local time at which a study day begins, 0 to 23. */
	rolloverHour: number;
	/** IANA name, or `auto` for the device's. */
	timeZone: string;
	/** Again and Good only. */
	twoButtons: boolean;
	/** Ask to type the answer of cloze and number cards. */
	typeIn: boolean;
	/** Whether a swipe grades: right for Good, left for Again. */
	swipes: boolean;
	/** Learning path, `null` before one is chosen. */
	path: string | null;
	minutesPerDay: number;
	/** `YYYY-MM-DD`, or `null` for none. */
	interviewDate: string | null;
	/** Minutes of each weekday until the interview, Monday first, 0 for a day off; `null` for `minutesPerDay` on each. */
	planWeek: number[] | null;
	/** What is to be known by then: the chosen path, all of the catalog, or nothing of it. */
	planScope: 'path' | 'catalog' | 'none';
	/** Ids of outermost decks of the person's own that are to be known as well. */
	planDecks: string[];
	/** Whether new drills come among the new cards; `null` until the first drill was graded, or the person has said. */
	newDrills: boolean | null;
	firstRunDone: boolean;
	/** Whether single keys grade and act. */
	shortcuts: boolean;
	/** The last backup kept outside of the browser: ms since the epoch, and answers until then. */
	lastExternalBackup: { t: number; reviews: number } | null;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = Object.freeze({
	theme: 'system',
	rolloverHour: 4,
	timeZone: 'auto',
	twoButtons: false,
	typeIn: false,
	swipes: true,
	path: null,
	minutesPerDay: 10,
	interviewDate: null,
	planWeek: null,
	planScope: 'path',
	planDecks: [],
	newDrills: null,
	firstRunDone: false,
	shortcuts: true,
	lastExternalBackup: null,
});

/** All settings live in one record. */
export const SETTINGS_RECORD = ['setting', 'all'] as const;

const isBoolean = (value: Json) => typeof value === 'boolean';
const within = (least: number, most: number, whole: boolean) => (value: Json) =>
	typeof value === 'number' &&
	value >= least &&
	value <= most &&
	(!whole || Number.isInteger(value));

/** Whether there is such a day: a backup may come from anywhere. */
function isDate(text: string): boolean {
	try {
		return dayOfDate(text) > 0;
	} catch {
		return false;
	}
}

const ACCEPTS: Record<keyof Settings, (value: Json) => boolean> = {
	theme: (value) => value === 'system' || value === 'light' || value === 'dark',
	rolloverHour: within(0, 23, true),
	timeZone: (value) => typeof value === 'string' && value.length > 0 && value.length <= 100,
	twoButtons: isBoolean,
	typeIn: isBoolean,
	swipes: isBoolean,
	path: (value) => value === null || typeof value === 'string',
	minutesPerDay: within(1, 600, false),
	interviewDate: (value) => value === null || (typeof value === 'string' && isDate(value)),
	planWeek: (value) =>
		value === null ||
		(Array.isArray(value) && value.length === 7 && value.every(within(0, 600, true))),
	planScope: (value) => value === 'path' || value === 'catalog' || value === 'none',
	planDecks: (value) =>
		Array.isArray(value) && value.length <= 500 && value.every((each) => typeof each === 'string'),
	newDrills: (value) => value === null || isBoolean(value),
	firstRunDone: isBoolean,
	shortcuts: isBoolean,
	lastExternalBackup: (value) =>
		value === null ||
		(typeof value === 'object' &&
			!Array.isArray(value) &&
			typeof value['t'] === 'number' &&
			typeof value['reviews'] === 'number'),
};

/** Settings from stored fields; what is missing or malformed takes its default. */
export function settingsFrom(fields: Record<string, Json>): Settings {
	const known = Object.keys(ACCEPTS).filter((key) => {
		const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
		return value !== undefined && ACCEPTS[key as keyof Settings](value);
	});
	return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map((key) => [key, fields[key]])) };
}

/** All settings, defaults where nothing was set. */
export async function readSettings(db: OnsiteDb): Promise<Settings> {
	const record = await db.records.get([...SETTINGS_RECORD]);
	return settingsFrom(record?.fields ?? {});
}

/** When the date of the interview was set, ms since the epoch; 0 where it never was. */
export async function interviewSetAt(db: OnsiteDb): Promise<number> {
	return wallOf(stampOf(await db.records.get([...SETTINGS_RECORD]), 'interviewDate'));
}

/** Study day of the interview, that of today too; undefined without a date, and after it. */
export function interviewAhead(
	{ interviewDate }: Pick<Settings, 'interviewDate'>,
	today: number,
): number | undefined {
	const day = interviewDate === null ? undefined : dayOfDate(interviewDate);
	return day === undefined || day < today ? undefined : day;
}

/**
 * Writes one setting.
 * @throws RangeError for a value that the setting cannot take; nothing is written then
 */
export async function writeSetting<Key extends keyof Settings>(
	db: OnsiteDb,
	key: Key,
	value: Settings[Key],
	moment: WriteMoment,
): Promise<void> {
	await writeSettings(db, { [key]: value }, moment);
}

/** Writes several settings in one transaction; throws as `writeSetting`. */
export async function writeSettings(
	db: OnsiteDb,
	values: Partial<Settings>,
	moment: WriteMoment,
): Promise<void> {
	const fields = values as Record<string, Json>;
	for (const [key, value] of Object.entries(fields)) {
		if (!Object.hasOwn(ACCEPTS, key) || !ACCEPTS[key as keyof Settings](value)) {
			throw new RangeError(`Setting ${key} cannot be ${JSON.stringify(value)}`);
		}
	}
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write(...SETTINGS_RECORD, fields);
		await records.save();
	});
}
