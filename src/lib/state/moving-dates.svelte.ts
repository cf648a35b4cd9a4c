/** Moving the dates that stand to where the options in force would put them: looked at first, then one act. */
import { asDbError } from '$lib/db/db-error.ts';
import { datesOfPreset, rescheduleAll } from '$lib/db/move-dates.ts';
import type { DateMoves } from '$lib/scheduler/move-dates.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { offerUndo } from './offer-undo.ts';

export class MovingDates {
	/** What would move; `undefined` until it was asked for. */
	preview = $state.raw<DateMoves>();
	/** What is under way. */
	busy = $state<'looking' | 'moving'>();

	#app: App;
	#preset: () => Preset;

	constructor(app: App, preset: () => Preset) {
		this.#app = app;
		this.#preset = preset;
	}

	/** Finds out what would move; writes nothing. */
	async look(): Promise<void> {
		if (this.busy) return;
		this.busy = 'looking';
		try {
			const { day } = this.#app.moment();
			this.preview = await datesOfPreset(this.#app.db, this.#preset(), day);
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
		} finally {
			this.busy = undefined;
		}
	}

	/** Moves what was shown. Where a card was answered since, nothing moves, and it is looked at anew. */
	async move(): Promise<void> {
		const { db } = this.#app;
		const moves = this.preview?.moves ?? [];
		if (this.busy || moves.length === 0) return;
		this.busy = 'moving';
		const { dev } = this.#app.writeMoment();
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			const context = { now: this.#app.moment(), dev, newId };
			seq = await rescheduleAll(db, this.#preset(), moves, context);
		});
		this.busy = undefined;
		if (!done) return this.look();
		this.preview = undefined;
		const dates = `${moves.length.toLocaleString('en-US')} ${moves.length === 1 ? 'date' : 'dates'}`;
		offerUndo(this.#app, `${dates} moved.`, seq);
	}

	/** Leaves the dates as they are. */
	leave(): void {
		this.preview = undefined;
	}
}
