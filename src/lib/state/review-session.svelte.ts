/** One sitting of review: which card is up, what a press does, and what was done so far. */
import type { CompiledCard } from '$lib/content/card.ts';
import { cardById } from '$lib/db/cards.ts';
import { asDbError, ConflictError, DbError } from '$lib/db/db-error.ts';
import type { StudyDecks } from '$lib/db/study-decks.ts';
import { previewAnswers } from '$lib/scheduler/answer.ts';
import type { CardState, Marks } from '$lib/scheduler/card-state.ts';
import type { AnswerContext, Outcome } from '$lib/scheduler/outcome.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { QueueCounts } from '$lib/scheduler/queue.ts';
import type { Grade } from '$lib/scheduler/review.ts';
import type { App } from './app.svelte.ts';
import { BusyHold } from './busy.ts';
import { CardTexts } from './card-texts.ts';
import { now } from './clock.ts';
import type { DrillRun } from './drill-run.svelte.ts';
import type { Given } from './given.ts';
import { GivenAnswers } from './given-answers.svelte.ts';
import { leechWords } from './leech-words.ts';
import { nextLook } from './next-look.ts';
import { ownAnswer } from './own-answer.ts';
import { painted } from './painted.ts';
import { drillFor } from './review-drill.ts';
import { isChosen, type BegunOptions } from './session-cards.ts';
import { SessionQueue } from './session-queue.svelte.ts';
import { SessionStore, type OwnAnswer } from './session-store.ts';
import { Stopwatch } from './stopwatch.ts';
import { Turns } from './turns.ts';

export class ReviewSession {
	phase = $state<'loading' | 'card' | 'waiting' | 'done' | 'failed'>('loading');
	card = $state.raw<CardState>();
	/** What the card says; undefined for a drill. */
	content = $state.raw<CompiledCard>();
	/** The drill that is up in place of a card's text; finished, it is revealed and asks for a grade. */
	drill = $state.raw<DrillRun>();
	/** What each grade would do, from the reveal on. */
	outcomes = $state.raw<Record<Grade, Outcome>>();
	revealed = $state(false);
	typed = $state('');
	ticked = $state<number[]>([]);
	/** ms since the epoch at which a step comes due, while `waiting`. */
	nextAt = $state(0);
	/** Whether the chosen minutes are over. */
	timeUp = $state(false);
	failure = $state('');
	/** How many times a card was put up. */
	shows = $state(0);

	#app: App;
	#store: SessionStore;
	#texts: CardTexts;
	#queue: SessionQueue;
	/** Ends after the card during which so many minutes have passed. */
	#minutes: number | null;
	/** New cards beyond the limit that are asked for and not let in yet. */
	#extra: number;
	/** Whoever studies one pattern has asked for its siblings. */
	#buries: boolean;
	#startedAt = now();
	#watch = new Stopwatch();
	#given = new GivenAnswers();
	#turns = new Turns();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#busy = new BusyHold();

	constructor(app: App, options: BegunOptions) {
		this.#app = app;
		this.#store = new SessionStore(app);
		this.#texts = new CardTexts(app);
		this.#queue = new SessionQueue(app, { newUntil: 0, ...options });
		this.#minutes = options.minutes;
		this.#extra = options.extra;
		this.#buries = !isChosen(options);
	}

	/** Answers of this sitting that are stored, oldest first. */
	get given(): readonly Given[] {
		return this.#given.list;
	}

	get counts(): QueueCounts {
		return this.#queue.counts;
	}

	/** With this a reload goes on instead of letting in as many again; 0 where no more than the limit were asked for. */
	get newUntil(): number {
		return this.#queue.newUntil;
	}

	async start(): Promise<void> {
		await this.#turn(async (turn) => {
			if (this.#app.readOnly) throw new DbError('newer-version');
			this.#busy.hold();
			await this.#reload();
			await this.#showNext(turn);
		});
		await this.#prepare();
	}

	/** Lets go of what the session holds; call when the screen is left. What is being stored still is. */
	stop(): void {
		this.#turns.stop();
		this.#queue.stop();
		clearTimeout(this.#timer);
		this.#busy.letGo();
	}

	/** Goes on after the minutes are over, or with more new cards than today's limit. */
	async goOn(extra = 0): Promise<void> {
		this.#minutes = null;
		this.#extra = extra;
		this.timeUp = false;
		this.phase = 'loading';
		await this.start();
	}

	/** Goes through these once more, without the schedule as before. */
	async cramAgain(cardIds: readonly string[]): Promise<void> {
		this.#queue.cramAgain(cardIds);
		await this.start();
	}

	/** The time in which nobody can see the card does not count. */
	look(visible: boolean): void {
		this.drill?.look(visible);
		this.#watch.look(visible, now());
	}

	reveal(): void {
		if (this.drill && this.drill.phase !== 'finished') return;
		void this.#press(() => this.#open());
	}

	/** Stores an answer; the next card shows at once, and comes back if storing fails. */
	grade(grade: Grade): Promise<void> {
		return this.#press((card) => this.#grade(card, grade));
	}

	async #grade(before: CardState, grade: Grade): Promise<void> {
		const { content, drill, cram } = this;
		if (!this.revealed || this.#app.asksForClock()) return;
		const context = this.#context(before);
		const { t } = context.now;
		const taken = drill?.elapsed ?? this.#watch.read(t);
		const up = { context, content, drill, cram, duration: taken };
		const own = ownAnswer(before, grade, { ...up, dev: this.#app.writeMoment().dev });
		this.#queue.answered(own.after, grade, t);
		const { id: reviewId, cardId, duration } = own.review;
		void this.#keep(own, drill, { reviewId, cardId, grade, from: before.phase, duration });
		await this.#turn((turn) => this.#showNext(turn));
	}

	/** Undoes the last act of the day, whether or not it was in this sitting, or just the one of this number. */
	async undo(seq?: number): Promise<void> {
		const undone = await this.#store.undo(seq);
		if (!undone) return;
		this.#given.takeBack(undone.reviewIds);
		this.#queue.notCrammed(undone.cardIds);
		await this.#comeBack(undone.cardIds[0] ?? this.card?.id);
	}

	async redo(): Promise<void> {
		const redone = await this.#store.redo();
		if (!redone) return;
		this.#given.bringBack(redone.reviewIds);
		await this.#comeBack(undefined);
	}

	async suspend(): Promise<void> {
		const told = 'Suspended: it will not come back by itself.';
		await this.#putAway('Suspend', { suspended: true }, told);
	}

	async bury(): Promise<void> {
		const { day } = this.#app.moment();
		await this.#putAway('Bury', { buriedOn: day, buriedBy: 'person' }, 'Buried until tomorrow.');
	}

	toggleFlag(): Promise<void> {
		return this.#press(async (card) => {
			const flag = card.flag === 0 ? 1 : 0;
			const { stored } = await this.#store.mark(card.id, 'Flag', { flag });
			if (stored && this.card?.id === card.id) this.card = { ...this.card, flag };
		});
	}

	/** Shows the card's text anew, after an edit. @throws LibraryError, DbError */
	async refreshContent(): Promise<void> {
		const { card } = this;
		if (!card) return;
		this.#texts.forget();
		const content = await this.#texts.of(card.id);
		if (this.card?.id === card.id) this.content = content;
		// An edited note may no longer make this card.
		await this.#readOn();
	}

	/** Undefined where all cards are the catalog's. */
	get decks(): StudyDecks | undefined {
		return this.#queue.decks;
	}

	/** Whether the answers leave the schedule alone. */
	get cram(): boolean {
		return this.#queue.cram;
	}

	/** The options by which the card that is up is answered. */
	get preset(): Preset {
		return this.card ? this.#queue.presetOf(this.card) : this.#app.preset;
	}

	#context(card: CardState): AnswerContext {
		const preset = this.#queue.presetOf(card);
		return { now: this.#app.moment(), preset, load: (day) => this.#queue.load(card, day) };
	}

	/** Does what was pressed for the card that is up, once nothing else is under way; for no card that came up meanwhile. */
	#press(go: (card: CardState) => Promise<void>): Promise<void> {
		const { shows } = this;
		return this.#turns.whenOver(async () => {
			const card = shows === this.shows && this.phase === 'card' ? this.card : undefined;
			if (card) await go(card);
		});
	}

	/** Whatever brings up a card goes through here; an error ends the session in words. */
	#turn(go: (turn: number) => Promise<void>): Promise<void> {
		clearTimeout(this.#timer);
		return this.#turns.take(go, (problem) => this.#fail(problem));
	}

	/** Reads what there is to do, once everything answered so far is stored. */
	async #reload(): Promise<void> {
		await this.#store.settled();
		if (this.#extra > 0) await this.#queue.allowNew(this.#extra);
		this.#extra = 0;
		await this.#queue.read();
		if (this.shows > 0) await this.#queue.readLoad();
	}

	async #showNext(turn: number): Promise<void> {
		if (!this.#turns.holds(turn)) return;
		if (this.#minutes !== null && now() - this.#startedAt >= this.#minutes * 60_000) {
			this.timeUp = true;
			return this.#finish(turn);
		}
		if (this.#queue.mayHoldMore) {
			await this.#reload();
			if (!this.#turns.holds(turn)) return;
		}
		const { next } = this.#queue;
		if (next.kind === 'card') return this.#show(next.card, turn);
		if (next.kind === 'done') return this.#finish(turn);
		this.card = this.drill = undefined;
		this.phase = 'waiting';
		this.nextAt = next.at;
		const look = () => void this.#turn((later) => this.#showNext(later));
		this.#timer = setTimeout(look, nextLook(next.at - now()));
	}

	async #show(card: CardState, turn: number): Promise<void> {
		const drill = await drillFor(this.#app, card.id, () => void this.#open());
		const text = drill ? undefined : this.#texts.of(card.id);
		const content = text instanceof Promise ? await text : text;
		if (!this.#turns.holds(turn)) return;
		if (!content && !drill) {
			this.#queue.cannotShow(card.id);
			return this.#showNext(turn);
		}
		this.shows += 1;
		this.revealed = false;
		this.typed = '';
		this.ticked = [];
		this.card = card;
		this.content = content;
		this.drill = drill;
		this.#watch.start(now());
		this.phase = 'card';
		// A reload may have found it finished.
		if (drill?.phase === 'finished') await this.#open();
		if (this.#queue.knowsLoad) this.#texts.ahead(this.#queue.soon());
	}

	/** Once the first question stands: what its answer and the cards after it need. */
	async #prepare(): Promise<void> {
		await painted();
		this.#store.prepare();
		this.#queue.watch(() => this.phase === 'card' && void this.#readOn());
		this.#texts.ahead(this.#queue.soon());
		await this.#knowLoad();
	}

	/** Resolves to whether the days ahead are known; a failure is said in words. */
	async #knowLoad(): Promise<boolean> {
		try {
			await this.#queue.readLoad();
			return true;
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
			return false;
		}
	}

	async #open(): Promise<void> {
		const { card, shows } = this;
		if (!this.#queue.knowsLoad && !(await this.#knowLoad())) return;
		if (!card || shows !== this.shows || this.phase !== 'card') return;
		if (!this.cram) this.outcomes = previewAnswers(card, this.#context(card));
		this.revealed = true;
	}

	async #keep(own: OwnAnswer, drill: DrillRun | undefined, given: Given): Promise<void> {
		try {
			const preset = this.#buries ? this.#queue.presetOf(own.before) : undefined;
			this.#queue.takeOut(await this.#store.answer(own, preset));
			drill?.letGo();
			this.#given.add(given);
			if (own.becameLeech) this.#app.toasts.show(leechWords(own.after));
		} catch (problem) {
			drill?.keep();
			await this.#takeBack(own, asDbError(problem));
		}
	}

	/** An answer that could not be stored brings its card back, with the reason. */
	async #takeBack({ before, after }: OwnAnswer, error: DbError): Promise<void> {
		this.#queue.unanswered(after);
		this.#queue.notCrammed([before.id]);
		if (error instanceof ConflictError) {
			this.#app.toasts.show(error.message);
			return this.#readOn();
		}
		this.#app.toasts.problem(`Not saved. ${error.message}`);
		await this.#turn(async (turn) => {
			this.#busy.hold();
			this.#queue.putFirst(before);
			await this.#show(before, turn);
			if (this.#turns.holds(turn)) await this.#open();
		});
	}

	/** Reads the queue anew, and stays with the card that is up if it waits in it still, as it is now. */
	async #readOn(): Promise<void> {
		const card = this.#turns.underWay ? undefined : this.card;
		await this.#turn(async (turn) => {
			await this.#reload();
			const same = card && this.#queue.find(card.id);
			if (!same || !this.#turns.holds(turn)) return this.#showNext(turn);
			this.card = same;
			if (this.revealed) await this.#open();
		});
	}

	/** After an undo or a redo: with the card it was about, or else with the next. */
	async #comeBack(cardId: string | undefined): Promise<void> {
		this.timeUp = false;
		this.#texts.forget();
		await this.#turn(async (turn) => {
			this.#busy.hold();
			await this.#reload();
			const card = cardId === undefined ? undefined : await cardById(this.#app.db, cardId);
			if (!this.#turns.holds(turn)) return;
			if (!card || card.suspended) return this.#showNext(turn);
			this.#queue.putFirst(card);
			await this.#show(card, turn);
		});
	}

	#putAway(name: string, to: Partial<Marks>, told: string): Promise<void> {
		const putAway = ({ id }: CardState) =>
			this.#turn(async (turn) => {
				const { stored, seq } = await this.#store.mark(id, name, to);
				if (!stored) return;
				this.#queue.takeOut([id]);
				// After a grade given since, Undo would take back that one.
				const undo = { label: 'Undo', run: () => void this.undo(seq) };
				this.#app.toasts.show(told, { action: seq === undefined ? undefined : undo });
				await this.#showNext(turn);
			});
		return this.#press(putAway);
	}

	/** The end tells what was stored, so it waits for that; an answer that fails brings its card back. */
	async #finish(turn: number): Promise<void> {
		await this.#store.settled();
		if (!this.#turns.holds(turn)) return;
		this.card = this.drill = undefined;
		this.revealed = false;
		this.phase = 'done';
		this.#busy.letGo();
	}

	#fail(problem: unknown): void {
		this.failure = problem instanceof Error ? problem.message : String(problem);
		this.phase = 'failed';
		this.#busy.letGo();
	}
}
