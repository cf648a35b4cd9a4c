/** Decks and the presets by which they are scheduled, as editable fields. */
import { DEFAULT_PRESET, parametersId, validatePreset } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { atomically } from './atomic.ts';
import { presetFromRecord } from './preset-record.ts';
import type { Fields, StampedRecord } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/** The preset that the catalog, or a deck itself, was given; the default one where none was. */
export async function readPreset(db: OnsiteDb, deckId: string): Promise<Preset> {
	return presetOf(db, await db.records.get(['deck', deckId]));
}

/** As `readPreset`, from the deck's record; `usual` is the record of the default preset where it is at hand. */
export async function presetOf(
	db: OnsiteDb,
	deck: StampedRecord | undefined,
	usual?: StampedRecord,
): Promise<Preset> {
	const chosen = deck?.fields['presetId'];
	const id = typeof chosen === 'string' ? chosen : DEFAULT_PRESET.id;
	const record = usual?.id === id ? usual : await db.records.get(['preset', id]);
	const preset = record && presetFromRecord(record);
	if (preset || id === DEFAULT_PRESET.id) return preset ?? DEFAULT_PRESET;
	const instead = usual ?? (await db.records.get(['preset', DEFAULT_PRESET.id]));
	return (instead && presetFromRecord(instead)) ?? DEFAULT_PRESET;
}

/**
 * Writes fields of a preset; a new set of weights is kept among the facts, as reviews will name it.
 * @throws RangeError for a value that an option cannot take; nothing is written then
 */
export async function writePreset(
	db: OnsiteDb,
	id: string,
	changes: Partial<Omit<Preset, 'id'>>,
	moment: WriteMoment,
): Promise<void> {
	const checked = validatePreset({ ...DEFAULT_PRESET, ...changes });
	if ('problems' in checked) throw new RangeError(checked.problems.join('; '));
	const tables = ['records', 'outbox', 'meta', 'params'] as const;
	await atomically(db, tables, async () => {
		const records = new RecordWriter(db, moment);
		await records.write('preset', id, changes as Fields);
		await records.save();
		const { weights } = changes;
		if (weights) await db.params.put({ id: parametersId(weights), weights });
	});
}
