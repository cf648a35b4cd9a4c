/** Puts new FSRS parameters into a preset, with everything that follows from them, as one act. */
import { DEFAULT_PRESET, parametersId, validatePreset } from '../scheduler/default-preset.ts';
import { atomically } from './atomic.ts';
import { beginDay } from './begin-day.ts';
import type { Fields } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import { replayPreset } from './replay-preset.ts';
import type { FieldChange, OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Schedules all cards of a preset by other weights from now on, and makes their memory anew from
 * their logs; due dates stay. The ordinary undo brings everything back. Resolves to the number of
 * cards whose memory changed, and that of the act.
 * @param fitId of the fit that found the weights; it is marked as applied
 * @throws RangeError for weights that FSRS-6 cannot take; DbError; nothing is changed then
 */
export async function applyWeights(
	db: OnsiteDb,
	presetId: string,
	weights: readonly number[],
	moment: WriteMoment,
	fitId?: string,
): Promise<{ changed: number; seq: number }> {
	const checked = validatePreset({ ...DEFAULT_PRESET, weights });
	if ('problems' in checked) throw new RangeError(checked.problems.join('; '));
	return atomically(db, 'all', async () => {
		const today = await beginDay(db, moment.day);
		const records = new RecordWriter(db, moment);
		const edits: FieldChange[] = [];
		const write = async (kind: 'preset' | 'fit', id: string, to: Fields) =>
			edits.push({ kind, id, from: await records.write(kind, id, to), to });
		await write('preset', presetId, { weights: [...weights] });
		if (fitId !== undefined) await write('fit', fitId, { applied: true });
		await records.save();
		await db.params.put({ id: parametersId(weights), weights });
		const changed = await replayPreset(db, presetId, today);
		const seq = await db.actions.add({
			...{ day: today, t: moment.t, undone: 0, name: 'New parameters', reviewIds: [] },
			...{ cards: [], marks: [], edits, days: [], replayed: presetId },
		});
		return { changed, seq };
	});
}
