/** A sitting at drills from Estimate: one of them, a set against the clock, or the mixed set of the day. */
import { drillCardId } from '$lib/content/drill-id.ts';
import { allAttempts, drillCards } from '$lib/db/attempts.ts';
import { cardById } from '$lib/db/cards.ts';
import { asDbError, ConflictError, DbError } from '$lib/db/db-error.ts';
import { dailyDrills, quickDrills } from '$lib/estimation/choose-drills.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { answerCard, previewAnswers } from '$lib/scheduler/answer.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { Outcome } from '$lib/scheduler/outcome.ts';
import type { Grade } from '$lib/scheduler/review.ts';
import type { App } from './app.svelte.ts';
import { holdBusy } from './busy.ts';
import { newId, now } from './clock.ts';
import { DrillRun } from './drill-run.svelte.ts';
import { listDrills, type ListedDrill } from './list-drills.ts';
import { SessionStore } from './session-store.ts';
import { takeInDrills } from './take-in-drills.ts';
import { Turns } from './turns.ts';

export type DrillPlan =
	/** One drill of this id. */
	| { mode: 'single'; drill: string }
	/** Quick ones until so many minutes are over; the one on the screen may be finished. */
	| { mode: 'quick'; minutes: number }
	/** What is left of today's mixed set. */
	| { mode: 'daily' };

export interface GivenDrill {
	attempt: DrillAttempt;
	title: string;
	/** The grade that was stored; undefined for practice that leaves the schedule alone. */
	grade: Grade | undefined;
}

export class DrillSession {
	readonly plan: DrillPlan;
	phase = $state<'loading' | 'drill' | 'done' | 'failed'>('loading');
	/** The drill on the screen, while `drill`. */
	run = $state.raw<DrillRun>();
	/** What each grade would do, once the run is finished; undefined where the schedule is left alone. */
	outcomes = $state.raw<Record<Grade, Outcome>>();
	/** Whether a grade is asked for: not of a drill that was graded today already and is not due. */
	graded = $state(true);
	/** Drills of this sitting that are stored, oldest first. */
	given = $state.raw<GivenDrill[]>([]);
	/** Drills after this one, as far as the plan knows: of a quick set, all that time might allow. */
	left = $state(0);
	/** ms since the epoch at which a quick set ends. */
	endsAt = $state<number>();
	/** How many times a drill was put up. */
	shows = $state(0);
	failure = $state('');

	#app: App;
	#store: SessionStore;
	#turns = new Turns();
	#queue: ListedDrill[] = [];
	#card: CardState | undefined;
	#release: (() => void) | undefined;

	constructor(app: App, plan: DrillPlan) {
		this.#app = app;
		this.#store = new SessionStore(app);
		this.plan = plan;
	}

	/** Begins, or begins the same plan again with fresh numbers. */
	async start(): Promise<void> {
		this.phase = 'loading';
		await this.#turn(async (turn) => {
			if (this.#app.readOnly) throw new DbError('newer-version');
			this.#release ??= holdBusy();
			await this.#store.settled();
			await takeInDrills(this.#app);
			this.#queue = await this.#choose();
			if (!this.#turns.holds(turn)) return;
			const { plan } = this;
			this.endsAt = plan.mode === 'quick' ? now() + plan.minutes * 60_000 : undefined;
			await this.#next(turn);
		});
	}

	/** Call when the screen is left: what is being stored still is, and a reload finds the running drill. */
	stop(): void {
		this.#turns.stop();
		this.#letGo();
	}

	/** The time in which nobody can see the drill does not count. */
	look(visible: boolean): void {
		this.run?.look(visible);
	}

	/**
	 * Stores the drill under a grade and goes on to the next one; where no grade is asked for, `goOn` does. The drill comes
	 * back if storing fails.
	 */
	async grade(grade: Grade): Promise<void> {
		const { run } = this;
		const before = this.#card;
		if (!before || !this.graded || !this.#ready(run)) return;
		const { preset } = this.#app;
		const moment = this.#app.moment();
		const { dev } = this.#app.writeMoment();
		const stamp = { id: newId(), dev, duration: run.elapsed, capped: false };
		const context = { now: moment, preset, load: () => 0 };
		const { review, card: after, becameLeech } = answerCard(before, grade, context, stamp);
		const { t, tz, day } = moment;
		const attempt = run.attempt({ t, tz, day, dev, reviewId: review.id });
		const own = { review, before, after, becameLeech, attempt, moment: { t, day, dev } };
		await this.#keep(run, attempt, grade, () => this.#store.answer(own, undefined));
	}

	/** Keeps a go that is not graded, and goes on to the next drill. */
	async goOn(): Promise<void> {
		const { run } = this;
		if (this.graded || !this.#ready(run)) return;
		const { t, tz, day } = this.#app.moment();
		const attempt = run.attempt({ t, tz, day, dev: this.#app.writeMoment().dev });
		await this.#keep(run, attempt, undefined, () => this.#store.practice(attempt));
	}

	/** Leaves the drill on the screen out; nothing of it is kept. */
	async leaveOut(): Promise<void> {
		this.run?.letGo();
		await this.#turn((turn) => this.#next(turn));
	}

	/** Undoes the last graded drill of the day, its attempt with it. */
	async undo(): Promise<void> {
		const undone = await this.#store.undo();
		if (!undone) return;
		this.given = this.given.filter(
			({ attempt }) => !attempt.reviewId || !undone.reviewIds.includes(attempt.reviewId),
		);
	}

	#ready(run: DrillRun | undefined): run is DrillRun {
		return run?.phase === 'finished' && !this.#turns.underWay && !this.#app.asksForClock();
	}

	async #choose(): Promise<ListedDrill[]> {
		const { plan } = this;
		const { db, library, preset } = this.#app;
		const [templates, cards, attempts] = await Promise.all([
			library.drills(),
			drillCards(db),
			allAttempts(db),
		]);
		const moment = this.#app.moment();
		const all = listDrills(templates, cards, attempts, preset, moment);
		if (plan.mode === 'single') {
			const found = all.filter(({ template }) => template.id === plan.drill);
			if (found.length === 0) throw new Error('There is no drill of this name.');
			return found;
		}
		if (plan.mode === 'quick') return quickDrills(all, attempts, newId());
		const { drills, done } = dailyDrills(all, attempts, moment.day);
		return drills.slice(done);
	}

	async #next(turn: number): Promise<void> {
		const timeUp = this.endsAt !== undefined && now() >= this.endsAt;
		const next = timeUp ? undefined : this.#queue.shift();
		this.outcomes = undefined;
		if (!next) {
			this.run = undefined;
			this.phase = 'done';
			this.#letGo();
			return;
		}
		const { template } = next;
		await this.#takeCard(template.id);
		if (!this.#turns.holds(turn)) return;
		this.left = this.#queue.length;
		this.run = new DrillRun(template, this.plan.mode, () => this.#preview());
		this.shows += 1;
		this.phase = 'drill';
		// A reload may have found it finished.
		if (this.run.phase === 'finished') this.#preview();
	}

	async #takeCard(drill: string): Promise<void> {
		const card = await cardById(this.#app.db, drillCardId(drill));
		if (!card) throw new Error('This drill is not on the device yet. Reload while online.');
		this.#card = card;
		this.graded = card.phase === 'new' || card.intraday || card.lastDay < this.#app.moment().day;
	}

	#preview(): void {
		const context = { now: this.#app.moment(), preset: this.#app.preset, load: () => 0 };
		if (this.#card && this.graded) this.outcomes = previewAnswers(this.#card, context);
	}

	async #keep(
		run: DrillRun,
		attempt: DrillAttempt,
		grade: Grade | undefined,
		store: () => Promise<unknown>,
	): Promise<void> {
		await this.#turn(async (turn) => {
			try {
				await store();
			} catch (problem) {
				return this.#tellFailure(run, asDbError(problem));
			}
			run.letGo();
			if (grade !== undefined) await this.#letNewOnesIn();
			const { title } = run.drill.template;
			this.given = [...this.given, { attempt, title, grade }];
			await this.#next(turn);
		});
	}

	/** The drill stays on the screen; where another tab has graded it meanwhile, as practice. */
	async #tellFailure(run: DrillRun, error: DbError): Promise<void> {
		if (!(error instanceof ConflictError)) {
			return this.#app.toasts.problem(`Not saved. ${error.message}`);
		}
		this.#app.toasts.show(error.message);
		await this.#takeCard(run.drill.template.id);
		this.outcomes = undefined;
		this.#preview();
	}

	/** Whoever has graded a drill knows what they are: from now on new ones come by themselves, unless told not to. */
	async #letNewOnesIn(): Promise<void> {
		if (this.#app.settings.newDrills !== null) return;
		if (await this.#app.changeSettings({ newDrills: true }))
			this.#app.toasts.show(
				'From now on one in ten new cards of the day is a drill. Settings can change that.',
			);
	}

	#turn(go: (turn: number) => Promise<void>): Promise<void> {
		return this.#turns.take(go, (problem) => {
			this.failure = problem instanceof Error ? problem.message : String(problem);
			this.phase = 'failed';
			this.#letGo();
		});
	}

	#letGo(): void {
		this.#release?.();
		this.#release = undefined;
	}
}
