/** The presets, and which decks are scheduled by each. */
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

/** A deck that is scheduled by a preset; `own` where the preset was given to it, not to one above. */
export interface PresetUse {
	id: string;
	path: readonly string[];
	own: boolean;
}

const BY_NAME = new Intl.Collator('en', { numeric: true });

export class PresetsView {
	#live: Live<StudyDecks>;

	constructor(app: App) {
		this.#live = new Live(
			() => readStudyDecks(app.db),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** The default one first, the others by name; `undefined` until the first answer of the database. */
	get presets(): Preset[] | undefined {
		const presets = this.#live.value && [...this.#live.value.presets.values()];
		return presets?.sort((a, b) => {
			const first = Number(b.id === DEFAULT_PRESET.id) - Number(a.id === DEFAULT_PRESET.id);
			return first || BY_NAME.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
		});
	}

	/** The catalog, and every deck of the person's own, for which a preset holds. */
	usesOf(presetId: string): PresetUse[] {
		const decks = this.#live.value;
		if (!decks) return [];
		const catalog = { id: CATALOG_DECK, path: ['Catalog'], own: true };
		const own = decks.tree.all().map(({ deck }) => ({
			...{ id: deck.id, path: deck.path, own: deck.presetId === presetId },
		}));
		return [catalog, ...own].filter(({ id }) => decks.presetIdOf(id) === presetId);
	}
}
