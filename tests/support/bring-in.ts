/** Brings collections into a database as the import worker does, without a file. */
import { applyImport } from '../../src/lib/db/apply-import.ts';
import { existingState } from '../../src/lib/db/existing-state.ts';
import type { ImportRow, OnsiteDb } from '../../src/lib/db/schema.ts';
import { StudyDays } from '../../src/lib/deck-import/history/study-days.ts';
import type { ImportedCollection } from '../../src/lib/deck-import/imported.ts';
import type { ImportPlan } from '../../src/lib/deck-import/judge/import-plan.ts';
import { judgeImport } from '../../src/lib/deck-import/judge/judge-import.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { NOON, type Student } from './student.ts';

const ZONE = { timeZone: 'UTC', rolloverHour: 4 };
let imports = 0;

export async function planOf(
	collection: ImportedCollection,
	db: OnsiteDb,
	scheduling = true,
): Promise<ImportPlan> {
	return judgeImport(collection, await existingState(db), {
		...{ days: new StudyDays(ZONE), weights: DEFAULT_PRESET.weights, now: NOON },
		...{ retention: 0.9, scheduling },
	});
}

/** @param id of the import; a new one where none is given */
export async function bringIn(
	student: Student,
	collection: ImportedCollection,
	{ id = `import-${(imports += 1)}`, scheduling = true } = {},
): Promise<ImportRow> {
	const plan = await planOf(collection, student.db, scheduling);
	const row = await applyImport(student.db, plan, {
		...{ id, file: 'deck.apkg', moment: student.moment, daily: true },
	});
	student.t += 1_000;
	return row;
}
