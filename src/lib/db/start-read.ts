/** What every start needs to know, read at once: each further transaction would hold up the first card. */
import { reading } from './atomic.ts';
import { presetOf } from './decks.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { OnsiteDb } from './schema.ts';
import { SETTINGS_RECORD, settingsFrom, type Settings } from './settings.ts';

export interface StartRead {
	/** The latest study day that has begun here; 0 before the first. */
	today: number;
	/** Version of the catalog taken in last; `undefined` before the first. */
	library: string | undefined;
	settings: Settings;
	preset: Preset;
}

/** @param deckId the deck whose preset is read @throws DbError */
export async function readStart(db: OnsiteDb, deckId: string): Promise<StartRead> {
	return reading(db, ['meta', 'records'], async () => {
		const [[today, library], [settings, deck, preset]] = await Promise.all([
			db.meta.bulkGet(['today', 'library']),
			db.records.bulkGet([[...SETTINGS_RECORD], ['deck', deckId], ['preset', DEFAULT_PRESET.id]]),
		]);
		return {
			today: typeof today?.value === 'number' ? today.value : 0,
			library: typeof library?.value === 'string' ? library.value : undefined,
			settings: settingsFrom(settings?.fields ?? {}),
			preset: await presetOf(db, deck, preset),
		};
	});
}
