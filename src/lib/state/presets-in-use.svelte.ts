/** The presets by which any card is scheduled, kept current. */
import { presetsInUse } from '$lib/db/preset-cards.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export class PresetsInUse {
	#live: Live<Preset[]>;

	constructor(app: App) {
		this.#live = new Live(
			() => presetsInUse(app.db),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** That of the catalog first; empty until they are read. */
	get list(): readonly Preset[] {
		return this.#live.value ?? [];
	}
}
