/** Options of a preset from outside: only what the scheduler takes. */
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import type { ImportedPreset } from './imported.ts';

/** The options that exist and can be; anything else is as if not said. */
export function soundOptions(said: Readonly<Record<string, unknown>>): ImportedPreset['options'] {
	const known = Object.keys(DEFAULT_PRESET).filter((name) => name !== 'id' && name !== 'name');
	const sound = known
		.map((name): [string, unknown] => [name, said[name]])
		.filter(
			([name, value]) =>
				value !== undefined && 'preset' in validatePreset({ ...DEFAULT_PRESET, [name]: value }),
		);
	return Object.fromEntries(sound) as ImportedPreset['options'];
}
