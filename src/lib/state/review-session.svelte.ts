/** One sitting of review: which card is up, what a press does, and what was done so far. */
import type { CompiledCard } from '$lib/content/card.ts';
import { commitAct, commitAnswer, type Answer } from '$lib/db/act.ts';
import { cardById, cardsOfNote } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { dueForecast } from '$lib/db/counts.ts';
import { asDbError, ConflictError, type DbError } from '$lib/db/db-error.ts';
import { spillAnswer } from '$lib/db/spill.ts';
import { redoLast, undoLast } from '$lib/db/undo.ts';
import { answerCard, previewAnswers } from '$lib/scheduler/answer.ts';
import type { CardState, Marks } from '$lib/scheduler/card-state.ts';
import type { AnswerContext, IntervalTrace, Outcome } from '$lib/scheduler/outcome.ts';
import {
	afterAnswer,
	countsOf,
	nextInQueue,
	withCardFirst,
	withoutCards,
	type Queue,
} from '$lib/scheduler/queue.ts';
import type { Grade, Phase } from '$lib/scheduler/review.ts';
import { siblingsToBury } from '$lib/scheduler/siblings.ts';
import type { App } from './app.svelte.ts';
import { holdBusy } from './busy.ts';
import { loadCard } from './card-content.ts';
import { newId, now } from './clock.ts';
import { spillStorage } from './device-storage.ts';
import { loadQueue, newUntilWith, type SessionOptions } from './session-cards.ts';

export interface Given {
	reviewId: string;
	cardId: string;
	grade: Grade;
	/** The phase before the answer: only `review` tells what was remembered from an earlier day. */
	from: Phase;
	/** ms. */
	duration: number;
	trace: IntervalTrace;
}

/** How far ahead load balancing looks, in days. */
const FORECAST_DAYS = 400;
/** Cards whose text is loaded ahead, so that the next one shows at once. */
const AHEAD = 6;
const RELOAD_MARK = 'onsite-reloaded';
const EMPTY: Queue = { learning: [], main: [], last: '', learnAhead: 0 };

export class ReviewSession {
	phase = $state<'loading' | 'card' | 'waiting' | 'done' | 'failed'>('loading');
	card = $state.raw<CardState>();
	content = $state.raw<CompiledCard>();
	outcomes = $state.raw<Record<Grade, Outcome>>();
	revealed = $state(false);
	typed = $state('');
	ticked = $state<number[]>([]);
	/** Answers of this sitting that are stored, oldest first. */
	given = $state.raw<Given[]>([]);
	/** ms since the epoch at which a step comes due, while `waiting`. */
	nextAt = $state(0);
	/** Whether the chosen minutes are over. */
	timeUp = $state(false);
	failure = $state('');
	/** Writes under way. */
	saving = $state(0);
	/** How many times a card was put up. */
	shows = $state(0);

	#app: App;
	#options: SessionOptions;
	/** New cards beyond the limit that are asked for and not counted into `newUntil` yet. */
	#extra: number;
	/** The card that is up has been dealt with, and the next is on its way: presses mean nothing. */
	#turning = false;
	#queue = $state.raw<Queue>(EMPTY);
	#forecast: number[] = [];
	#startedAt = now();
	#shownAt = 0;
	#contents = new Map<string, CompiledCard>();
	#writes: Promise<unknown> = Promise.resolve();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#release: (() => void) | undefined;

	counts = $derived(countsOf(this.#queue));

	/** @param extra new cards beyond today's limit */
	constructor(app: App, options: Omit<SessionOptions, 'newUntil'> & { extra: number }) {
		this.#app = app;
		this.#options = { ...options, newUntil: 0 };
		this.#extra = options.extra;
	}

	async start(): Promise<void> {
		this.#release ??= holdBusy();
		try {
			const { db, preset } = this.#app;
			if (this.#extra > 0) {
				this.#options.newUntil = await newUntilWith(this.#extra, db, preset, this.#app.moment());
				this.#extra = 0;
			}
			this.#forecast = await dueForecast(
				this.#app.db,
				CATALOG_DECK,
				this.#app.moment().day,
				FORECAST_DAYS,
			);
			await this.#reload();
			await this.#advance();
		} catch (problem) {
			this.#fail(problem);
		}
	}

	/** Lets go of what the session holds; call when the screen is left. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#release?.();
		this.#release = undefined;
	}

	/** Goes on after the minutes are over, or with more new cards than today's limit. */
	async goOn(extra = 0): Promise<void> {
		this.#options = { ...this.#options, minutes: null };
		this.#extra = extra;
		this.timeUp = false;
		this.phase = 'loading';
		await this.start();
	}

	reveal(): void {
		if (this.phase === 'card' && !this.#turning) this.revealed = true;
	}

	/** Stores an answer; the next card shows at once, and comes back if storing fails. */
	async grade(grade: Grade): Promise<void> {
		const before = this.card;
		if (this.phase !== 'card' || !this.revealed || this.#turning) return;
		if (!before || !this.content) return;
		const context = this.#context();
		const duration = context.now.t - this.#shownAt;
		const capped = this.content.kind !== 'say' && this.content.kind !== 'diagram';
		const { dev } = this.#app.writeMoment();
		const answered = answerCard(before, grade, context, { id: newId(), dev, duration, capped });
		const answer: Omit<Answer, 'siblings'> = {
			review: answered.review,
			before,
			after: answered.card,
			becameLeech: answered.becameLeech,
			moment: { t: context.now.t, day: context.now.day, dev },
		};
		this.#queue = afterAnswer(this.#queue, answered.card, context.now.t);
		this.#countDue(answered.card, context.now.day, 1);
		const kept: Given = {
			reviewId: answered.review.id,
			cardId: before.id,
			grade,
			from: before.phase,
			duration: answered.review.duration,
			trace: answered.trace,
		};
		this.#write(
			async () => {
				const siblings = await this.#siblings(before, context);
				await commitAnswer(this.#app.db, { ...answer, siblings });
				this.given = [...this.given, kept];
				if (answered.becameLeech) this.#tellLeech(answered.card);
			},
			(error) => this.#takeBack({ ...answer, siblings: [] }, error),
		);
		await this.#advance();
	}

	/** Undoes the last act of the day, whether or not it was in this sitting. */
	async undo(): Promise<void> {
		await this.#turn('Undone', () => undoLast(this.#app.db, this.#app.writeMoment()));
	}

	async redo(): Promise<void> {
		await this.#turn('Done again', () => redoLast(this.#app.db, this.#app.writeMoment()));
	}

	async suspend(): Promise<void> {
		await this.#putAway(
			'Suspend',
			{ suspended: true },
			'Suspended: it will not come back by itself.',
		);
	}

	async bury(): Promise<void> {
		const { day } = this.#app.moment();
		await this.#putAway('Bury', { buriedOn: day, buriedBy: 'person' }, 'Buried until tomorrow.');
	}

	async toggleFlag(): Promise<void> {
		const card = this.card;
		if (!card) return;
		const flag = card.flag === 0 ? 1 : 0;
		if (await this.#mark(card, 'Flag', { flag })) this.card = { ...card, flag };
	}

	/** Shows the card's text anew, after an edit. */
	async refreshContent(): Promise<void> {
		if (!this.card) return;
		this.#contents.delete(this.card.id);
		this.content = await this.#content(this.card.id);
	}

	#context(): AnswerContext {
		const moment = this.#app.moment();
		const { day } = moment;
		return {
			now: moment,
			preset: this.#app.preset,
			load: (due) => this.#forecast[due - day] ?? 0,
		};
	}

	async #reload(): Promise<void> {
		const { db, preset } = this.#app;
		this.#queue = await loadQueue(db, preset, this.#app.moment(), this.#options);
	}

	/** Shows what comes next, or why it cannot. */
	async #advance(): Promise<void> {
		this.#turning = true;
		try {
			await this.#showNext();
		} catch (problem) {
			this.#fail(problem);
		}
		this.#turning = false;
	}

	/** Reads on from the store when the queue has run out. */
	async #showNext(): Promise<void> {
		clearTimeout(this.#timer);
		const { minutes } = this.#options;
		if (minutes !== null && now() - this.#startedAt >= minutes * 60_000) {
			this.timeUp = true;
			return this.#finish();
		}
		let next = nextInQueue(this.#queue, now());
		if (next.kind === 'done' && this.#options.pattern === null) {
			const { shows } = this;
			await this.#writes;
			await this.#reload();
			// An answer that could not be stored, or an undo, has brought a card back meanwhile.
			if (shows !== this.shows) return;
			next = nextInQueue(this.#queue, now());
		}
		if (next.kind === 'card') return this.#show(next.card);
		if (next.kind === 'done') return this.#finish();
		this.card = undefined;
		this.phase = 'waiting';
		this.nextAt = next.at;
		this.#timer = setTimeout(() => void this.#advance(), Math.max(1000, next.at - now()));
	}

	async #show(card: CardState): Promise<void> {
		const content = this.#contents.get(card.id) ?? (await this.#content(card.id));
		if (!content) {
			// The catalog was changed by a release while this session ran: the card is hidden from now on.
			this.#queue = withoutCards(this.#queue, [card.id]);
			return this.#showNext();
		}
		this.shows += 1;
		this.revealed = false;
		this.typed = '';
		this.ticked = [];
		this.card = card;
		this.content = content;
		this.outcomes = previewAnswers(card, this.#context());
		this.#shownAt = now();
		this.phase = 'card';
		for (const { id } of this.#queue.main.slice(0, AHEAD)) void this.#content(id).catch(() => {});
	}

	async #content(id: string): Promise<CompiledCard | undefined> {
		const known = this.#contents.get(id);
		if (known) return known;
		const content = await loadCard(this.#app.db, this.#app.library, id);
		if (content) this.#contents.set(id, content);
		return content;
	}

	#finish(): void {
		this.card = undefined;
		this.phase = 'done';
		this.#release?.();
		this.#release = undefined;
	}

	/** One write after the other, so that undo never overtakes an answer. */
	#write(write: () => Promise<void>, onError: (error: DbError) => void): void {
		this.saving += 1;
		this.#writes = this.#writes
			.then(write)
			.catch((problem) => onError(asDbError(problem)))
			.finally(() => (this.saving -= 1));
	}

	/** An answer that could not be stored brings its card back, with the reason. */
	#takeBack(answer: Answer, error: DbError): void {
		this.#countDue(answer.after, answer.moment.day, -1);
		if (error instanceof ConflictError) {
			this.#app.toasts.show(error.message);
			void this.#reload().then(() => this.#advance());
			return;
		}
		if (error.kind === 'connection-lost' && this.#reloadOnce(answer)) return;
		this.#queue = withCardFirst(withoutCards(this.#queue, [answer.before.id]), answer.before);
		this.#app.toasts.problem(`Not saved. ${error.message}`);
		void this.#show(answer.before).then(() => (this.revealed = true));
	}

	/** A lost connection heals with a reload; the answer waits aside. Never twice within a minute. */
	#reloadOnce(answer: Answer): boolean {
		const last = Number(spillStorage.getItem(RELOAD_MARK) ?? 0);
		if (now() - last < 60_000 || !spillAnswer(spillStorage, answer)) return false;
		spillStorage.setItem(RELOAD_MARK, String(now()));
		location.reload();
		return true;
	}

	async #turn(
		done: string,
		act: () => Promise<{ name: string; cardIds: string[]; reviewIds: string[] } | undefined>,
	): Promise<void> {
		await this.#writes;
		try {
			const undone = await act();
			if (!undone) {
				this.#app.toasts.show('Nothing of today is left to undo.');
				return;
			}
			this.given = this.given.filter(({ reviewId }) => !undone.reviewIds.includes(reviewId));
			this.timeUp = false;
			this.#release ??= holdBusy();
			await this.#reload();
			const [first] = undone.cardIds;
			const card = first === undefined ? undefined : await cardById(this.#app.db, first);
			const back = done === 'Undone' && card && !card.suspended;
			if (back) this.#queue = withCardFirst(withoutCards(this.#queue, [card.id]), card);
			this.#app.toasts.show(`${done}: ${undone.name}`);
			await (back ? this.#show(card) : this.#advance());
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
		}
	}

	async #mark(card: CardState, name: string, to: Partial<Marks>): Promise<boolean> {
		await this.#writes;
		return this.#app.attempt(() =>
			commitAct(this.#app.db, {
				name,
				marks: [{ cardId: card.id, to }],
				moment: this.#app.writeMoment(),
			}),
		);
	}

	async #putAway(name: string, to: Partial<Marks>, told: string): Promise<void> {
		const card = this.card;
		if (!card || this.#turning || !(await this.#mark(card, name, to))) return;
		this.#queue = withoutCards(this.#queue, [card.id]);
		this.#app.toasts.show(told, { action: { label: 'Undo', run: () => void this.undo() } });
		await this.#advance();
	}

	async #siblings(answered: CardState, { now: moment, preset }: AnswerContext): Promise<string[]> {
		if (!preset.buryNewSiblings && !preset.buryReviewSiblings) return [];
		const siblings = await cardsOfNote(this.#app.db, answered.noteId);
		const ids = siblingsToBury(answered, siblings, preset, moment.day);
		this.#queue = withoutCards(this.#queue, ids);
		return ids;
	}

	#countDue(card: CardState, today: number, by: 1 | -1): void {
		if (!card.intraday && card.due > today) {
			this.#forecast[card.due - today] = (this.#forecast[card.due - today] ?? 0) + by;
		}
	}

	#tellLeech(card: CardState): void {
		const what = card.suspended ? 'It is suspended now.' : 'Reword it, or read its pattern again.';
		this.#app.toasts.show(`You have forgotten this card ${card.lapses} times. ${what}`);
	}

	#fail(problem: unknown): void {
		this.failure = problem instanceof Error ? problem.message : String(problem);
		this.phase = 'failed';
	}
}
