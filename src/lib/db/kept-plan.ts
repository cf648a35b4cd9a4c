/** Keeps what a plan has placed on the day that is: the next start shows it at once, and sessions keep to it. */
import type { PlannedToday } from '../plan/planned-today.ts';
import { atomically } from './atomic.ts';
import type { OnsiteDb } from './schema.ts';
import type { Settings } from './settings.ts';

export interface KeptPlan {
	planned: PlannedToday;
	/** Answers of its day that it knew of. */
	answers: number;
	/** What it was made of, as `planMark` has it; with any other it holds no longer. */
	mark: string;
}

/** A map is none in JSON. */
interface Stored extends KeptPlan {
	newUntil: [string, number][];
}

const KEY = 'planned';
/** To be raised where what is kept changes its shape: a release may come in the middle of a day. */
const SHAPE = 1;

/** What the person has chosen that makes a plan another one. @param newPerDay limit of the catalog */
export function planMark(
	{ interviewDate, planWeek, minutesPerDay, planScope, planDecks, path }: Settings,
	newPerDay: number,
): string {
	return JSON.stringify([
		...[SHAPE, interviewDate, planWeek ?? minutesPerDay, planScope, planDecks],
		...[planScope === 'none' ? null : path, newPerDay],
	]);
}

/** The plan of this study day; undefined where none is kept, or the person has chosen otherwise since. @throws DbError */
export async function readKeptPlan(
	db: OnsiteDb,
	day: number,
	mark: string,
): Promise<KeptPlan | undefined> {
	const text = (await db.meta.get(KEY))?.value;
	if (typeof text !== 'string') return undefined;
	const kept = JSON.parse(text) as Stored;
	if (kept.planned.day !== day || kept.mark !== mark) return undefined;
	return { ...kept, planned: { ...kept.planned, newUntil: new Map(kept.newUntil) } };
}

/** @throws DbError */
export async function keepPlan(db: OnsiteDb, kept: KeptPlan): Promise<void> {
	await atomically(db, ['meta'], async () => {
		const stored: Stored = { ...kept, newUntil: [...kept.planned.newUntil] };
		await db.meta.put({ key: KEY, value: JSON.stringify(stored) });
	});
}
