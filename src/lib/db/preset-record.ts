/** A preset as its record holds it. */
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Fields, StampedRecord } from './record.ts';

/** A preset from stored fields: what is missing or malformed takes its default. */
function presetFrom(id: string, fields: Fields): Preset {
	const sound = Object.entries(fields).filter(
		([name, value]) => 'preset' in validatePreset({ ...DEFAULT_PRESET, [name]: value }),
	);
	return { ...DEFAULT_PRESET, ...Object.fromEntries(sound), id };
}

/** The preset within a record; `undefined` where it was deleted, which the default one cannot be. */
export function presetFromRecord({ id, fields }: StampedRecord): Preset | undefined {
	if (fields['deleted'] === true && id !== DEFAULT_PRESET.id) return undefined;
	const result = validatePreset({ ...DEFAULT_PRESET, ...fields, id });
	return 'preset' in result ? result.preset : presetFrom(id, fields);
}
