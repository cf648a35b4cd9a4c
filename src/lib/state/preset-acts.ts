/** What a person does with the options of decks: each act can be taken back from its message. */
import type { OwnDeck } from '$lib/content/note.ts';
import { addPreset, assignPreset, changePreset, deletePreset } from '$lib/db/edit-presets.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { offerUndo } from './offer-undo.ts';

export class PresetActs {
	#app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/**
	 * Makes a preset with the values of another, and gives it to a deck where one is named. Resolves to its
	 * id, `undefined` where it could not be stored.
	 */
	async copy(from: Preset, name: string, deck?: OwnDeck): Promise<string | undefined> {
		const { db } = this.#app;
		const preset = { ...from, id: newId(), name };
		const moment = this.#app.writeMoment();
		const told = deck ? `${name} has options of its own now` : `Options made: ${name}`;
		const done = await this.#told(told, () => addPreset(db, preset, moment, deck?.id));
		return done ? preset.id : undefined;
	}

	/** @param presetId `undefined` for that of the deck above */
	assign(deck: OwnDeck, presetId: string | undefined): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		const told = 'Its cards are scheduled by these options now';
		return this.#told(told, () => assignPreset(db, deck.id, presetId, moment));
	}

	/** Writes options; takes effect at once, in sessions that begin from now on. */
	change(
		{ id }: Preset,
		values: Partial<Omit<Preset, 'id'>>,
		told = 'Options changed',
	): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		return this.#told(told, () => changePreset(db, id, values, moment));
	}

	remove(preset: Preset): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		const told = `Deleted ${preset.name}; its decks use the default now`;
		return this.#told(told, () => deletePreset(db, preset.id, moment));
	}

	async #told(told: string, act: () => Promise<number | undefined>): Promise<boolean> {
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => (seq = await act()));
		if (done) offerUndo(this.#app, told, seq);
		return done;
	}
}
