/** Fits the parameters of a preset to the person's own answers: offers, runs, applies, goes back. */
import { applyWeights } from '$lib/db/apply-weights.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { fitsDue } from '$lib/db/fit-due.ts';
import { fitMaterial, reviewsOfPreset } from '$lib/db/fit-material.ts';
import { keepFit, readFits, type Fit } from '$lib/db/fits.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { FitResult } from '$lib/statistics/run-fit.ts';
import type { App } from './app.svelte.ts';
import { holdBusy } from './busy.ts';
import { newId } from './clock.ts';
import { FitError, startFit, type FitJob } from './fit-job.ts';
import type { FitProblem } from './fit-messages.ts';
import { Live } from './live.svelte.ts';
import { offerUndo } from './offer-undo.ts';

/** What became of the last run of this sitting. */
export type FitOutcome =
	| { kind: 'few'; answers: number }
	| { kind: 'failed'; problem: FitProblem }
	| { kind: 'cancelled' };

export class Fitting {
	/** Share that is done, 0 to 1, while a fit runs. */
	share = $state<number>();
	/** Why there is no result; a result stands in `fits`. */
	outcome = $state.raw<FitOutcome>();
	/** Id of the fit that has just ended, to be decided on. */
	latest = $state('');

	#app: App;
	#preset: () => Preset;
	#stored: Live<{ fits: Fit[]; due: number | null }>;
	#job: FitJob | undefined;
	#turn = 0;

	/** Of the presets that `preset` gives over time the id must stay the same. */
	constructor(app: App, preset: () => Preset) {
		this.#app = app;
		this.#preset = preset;
		const { id } = preset();
		this.#stored = new Live(
			async () => {
				const [fits, [due = null]] = await Promise.all([
					readFits(app.db, id),
					fitsDue(app.db, [id]),
				]);
				return { fits, due };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** The latest first; `undefined` until they are read. */
	get fits(): readonly Fit[] | undefined {
		return this.#stored.value?.fits;
	}

	/** New reviews where they are enough to offer a fit, else `null`. */
	get due(): number | null {
		return this.#stored.value?.due ?? null;
	}

	/** Runs a fit; resolves when it has ended in any way. One at a time. */
	async run(): Promise<void> {
		if (this.share !== undefined || this.#app.readOnly) return;
		const turn = ++this.#turn;
		const release = holdBusy();
		const { db } = this.#app;
		const { id: presetId, weights } = this.#preset();
		this.outcome = undefined;
		this.latest = '';
		this.share = 0;
		try {
			const [material, reviews] = await Promise.all([
				fitMaterial(db, presetId),
				reviewsOfPreset(db, presetId),
			]);
			if (turn !== this.#turn) return;
			this.#job = startFit(material, weights, (share) => (this.share = share));
			const result = await this.#job.result;
			if (turn === this.#turn) await this.#keep(result, presetId, reviews, weights);
		} catch (problem) {
			if (turn === this.#turn) this.#fail(problem);
		} finally {
			release();
			if (turn === this.#turn) this.share = undefined;
		}
	}

	#fail(problem: unknown): void {
		if (problem instanceof FitError) this.outcome = { kind: 'failed', problem: problem.problem };
		else this.#app.toasts.problem(asDbError(problem).message);
	}

	/** Nothing is kept of a fit that was cancelled. */
	cancel(): void {
		if (this.share === undefined) return;
		this.#turn += 1;
		this.#job?.stop();
		this.#job = undefined;
		this.share = undefined;
		this.outcome = { kind: 'cancelled' };
	}

	async #keep(
		result: FitResult,
		presetId: string,
		reviews: number,
		old: readonly number[],
	): Promise<void> {
		if (result.kind === 'few') {
			this.outcome = result;
			return;
		}
		const { trained, held, before, after, weights, kept } = result;
		const moment = this.#app.writeMoment();
		const id = newId();
		const fit: Fit = {
			...{ id, presetId, t: moment.t, reviews, trained, held, weights, old, kept },
			...{ before, after, applied: false },
		};
		await keepFit(this.#app.db, fit, moment);
		this.latest = id;
	}

	/** Schedules by these weights from now on. Resolves to whether that was done. */
	async use(weights: readonly number[], fitId?: string): Promise<boolean> {
		const { db } = this.#app;
		let [changed, seq] = [0, 0];
		const done = await this.#app.attempt(async () => {
			const moment = this.#app.writeMoment();
			({ changed, seq } = await applyWeights(db, this.#preset().id, weights, moment, fitId));
		});
		if (!done) return false;
		this.latest = '';
		const cards = `${changed.toLocaleString('en-US')} ${changed === 1 ? 'card' : 'cards'}`;
		offerUndo(this.#app, `New parameters for ${cards}. Due dates stay as they are.`, seq);
		return true;
	}

	/** The result of the last run needs no decision any more. */
	leave(): void {
		this.latest = '';
		this.outcome = undefined;
	}
}
