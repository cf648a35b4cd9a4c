/** Makes, copies, changes and deletes presets and gives them to decks, each one act to undo, resolving to its number. */
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { commitAct } from './act.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Adds a preset, and gives it to a deck where one is named.
 * @throws RangeError for a value that an option cannot take; DbError; nothing is added then
 */
export async function addPreset(
	db: OnsiteDb,
	preset: Preset,
	moment: WriteMoment,
	deckId?: string,
): Promise<number | undefined> {
	const checked = validatePreset(preset);
	if ('problems' in checked) throw new RangeError(checked.problems.join('; '));
	const { id, ...values } = checked.preset;
	const fields = { ...structuredClone(values), deleted: false } as unknown as Fields;
	return commitAct(db, {
		name: 'Add options',
		edits: [
			{ kind: 'preset', id, fields },
			...(deckId === undefined
				? []
				: [{ kind: 'deck' as const, id: deckId, fields: { presetId: id } }]),
		],
		moment,
	});
}

/**
 * Changes options of a preset.
 * @throws RangeError for a value that an option cannot take; DbError; nothing is written then
 */
export async function changePreset(
	db: OnsiteDb,
	id: string,
	values: Partial<Omit<Preset, 'id'>>,
	moment: WriteMoment,
): Promise<number | undefined> {
	const checked = validatePreset({ ...DEFAULT_PRESET, ...values });
	if ('problems' in checked) throw new RangeError(checked.problems.join('; '));
	const fields = structuredClone(values) as Fields;
	return commitAct(db, {
		name: 'Change options',
		edits: [{ kind: 'preset', id, fields }],
		moment,
	});
}

/** Schedules a deck by a preset from now on; `undefined` takes that of the deck above. @throws DbError */
export async function assignPreset(
	db: OnsiteDb,
	deckId: string,
	presetId: string | undefined,
	moment: WriteMoment,
): Promise<number | undefined> {
	const fields = { presetId: presetId ?? null };
	return commitAct(db, {
		name: 'Change options',
		edits: [{ kind: 'deck', id: deckId, fields }],
		moment,
	});
}

/** Deletes a preset; its decks fall back to the default one, which cannot be deleted. @throws DbError */
export async function deletePreset(
	db: OnsiteDb,
	id: string,
	moment: WriteMoment,
): Promise<number | undefined> {
	if (id === DEFAULT_PRESET.id) throw new RangeError('The default options cannot be deleted.');
	return commitAct(db, {
		name: 'Delete options',
		edits: [{ kind: 'preset', id, fields: { deleted: true } }],
		moment,
	});
}
