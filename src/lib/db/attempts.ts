/** Attempts at drills: facts beside the reviews that their grades made. */
import { DRILL_PREFIX } from '../content/drill-id.ts';
import type { DrillAttempt } from '../estimation/drill-attempt.ts';
import { atomically, reading } from './atomic.ts';
import type { CardState } from '../scheduler/card-state.ts';
import { stateOf } from './card-row.ts';
import type { AttemptRow, OnsiteDb } from './schema.ts';

/** Every attempt, oldest first; one whose review was undone is marked `void`. */
export async function allAttempts(db: OnsiteDb): Promise<DrillAttempt[]> {
	return reading(db, ['attempts', 'records'], async () => marked(db, await db.attempts.toArray()));
}

/** The attempts at one drill, as `allAttempts`. */
export async function attemptsOf(db: OnsiteDb, drill: string): Promise<DrillAttempt[]> {
	return reading(db, ['attempts', 'records'], async () =>
		marked(db, await db.attempts.where('drill').equals(drill).toArray()),
	);
}

/** The attempts of study day `day` and later ones, as `allAttempts`. */
export async function attemptsSince(db: OnsiteDb, day: number): Promise<DrillAttempt[]> {
	return reading(db, ['attempts', 'records'], async () =>
		marked(db, await db.attempts.where('day').aboveOrEqual(day).toArray()),
	);
}

/** An attempt is undone where its review is. */
async function marked(db: OnsiteDb, rows: AttemptRow[]): Promise<DrillAttempt[]> {
	const graded = rows.flatMap(({ reviewId }) => reviewId ?? []);
	const records = await db.records.bulkGet(graded.map((id) => ['void', id] as const));
	const voids = new Set(graded.filter((_, at) => records[at]?.fields['void'] === true));
	return rows
		.map((row) => (row.reviewId && voids.has(row.reviewId) ? { ...row, void: true } : row))
		.sort((a, b) => a.t - b.t || (a.id < b.id ? -1 : 1));
}

/** Stores an attempt that leaves the schedule alone. @throws DbError, and nothing is stored then */
export async function commitPractice(db: OnsiteDb, attempt: DrillAttempt): Promise<void> {
	await atomically(db, ['attempts', 'outbox'], () => addAttempt(db, attempt));
}

/** Within the caller's transaction, which must span `attempts` and `outbox`. */
export async function addAttempt(db: OnsiteDb, attempt: DrillAttempt): Promise<void> {
	const fact = { ...attempt };
	delete fact.void;
	await db.attempts.add(fact);
	await db.outbox.add({ what: 'attempt', id: fact.id });
}

/** The cards of all drills, those that left the catalog left out. */
export async function drillCards(db: OnsiteDb): Promise<CardState[]> {
	const rows = await db.cards.where(':id').startsWith(DRILL_PREFIX).toArray();
	return rows.filter(({ gone }) => !gone).map(stateOf);
}
