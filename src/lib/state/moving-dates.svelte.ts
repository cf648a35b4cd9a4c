/** Moving the dates that stand to where the options in force would put them, and back: looked at first, then one act. */
import { asDbError } from '$lib/db/db-error.ts';
import { datesBefore, lastMove, type DatesBefore, type LastMove } from '$lib/db/last-move.ts';
import { datesOfPreset, moveBack, rescheduleAll } from '$lib/db/move-dates.ts';
import type { DateMoves } from '$lib/scheduler/move-dates.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { Live } from './live.svelte.ts';
import { offerUndo } from './offer-undo.ts';

export class MovingDates {
	/** What would move; `undefined` until it was asked for. */
	preview = $state.raw<DateMoves>();
	/** What would move back; `undefined` until it was asked for. */
	before = $state.raw<DatesBefore>();
	/** What is under way. */
	busy = $state<'looking' | 'moving'>();

	#app: App;
	#preset: () => Preset;
	#last: Live<LastMove | null>;

	/** Of the presets that `preset` gives over time the id must stay the same. */
	constructor(app: App, preset: () => Preset) {
		this.#app = app;
		this.#preset = preset;
		const { id } = preset();
		this.#last = new Live(
			async () => (await lastMove(app.db, id)) ?? null,
			(error) => app.toasts.problem(error.message),
		);
	}

	/** The last move that was not taken back; `undefined` where there is none. */
	get last(): LastMove | undefined {
		return this.#last.value ?? undefined;
	}

	/** Finds out what would move; writes nothing. */
	async look(): Promise<void> {
		await this.#look(async (day) => {
			this.preview = await datesOfPreset(this.#app.db, this.#preset(), day);
		});
	}

	/** Finds out what of the last move would go back; writes nothing. */
	async lookBack(): Promise<void> {
		const { last } = this;
		if (!last) return;
		await this.#look(async (day) => {
			this.before = await datesBefore(this.#app.db, last, day);
		});
	}

	async #look(find: (day: number) => Promise<void>): Promise<void> {
		if (this.busy) return;
		this.leave();
		this.busy = 'looking';
		try {
			await find(this.#app.moment().day);
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
		} finally {
			this.busy = undefined;
		}
	}

	/** Moves what was shown. Where a card was answered since, nothing moves, and it is looked at anew. */
	async move(): Promise<void> {
		await this.#move('there');
	}

	/** Moves back what was shown, as `move` does. */
	async moveBack(): Promise<void> {
		await this.#move('back');
	}

	async #move(way: 'there' | 'back'): Promise<void> {
		const { db } = this.#app;
		const back = way === 'back';
		const moves = (back ? this.before : this.preview)?.moves ?? [];
		if (this.busy || moves.length === 0) return;
		this.busy = 'moving';
		const { dev } = this.#app.writeMoment();
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			const write = back ? moveBack : rescheduleAll;
			seq = await write(db, this.#preset(), moves, { now: this.#app.moment(), dev, newId });
		});
		this.busy = undefined;
		if (!done) return back ? this.lookBack() : this.look();
		this.leave();
		const dates = `${moves.length.toLocaleString('en-US')} ${moves.length === 1 ? 'date' : 'dates'}`;
		offerUndo(this.#app, `${dates} moved${back ? ' back' : ''}.`, seq);
	}

	/** Leaves the dates as they are. */
	leave(): void {
		this.preview = undefined;
		this.before = undefined;
	}
}
