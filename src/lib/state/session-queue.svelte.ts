/** What is left to do in a session: the cards in their order, read from the store part by part. */
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { dueForecast, todayCounts } from '$lib/db/counts.ts';
import type { RecordKind } from '$lib/db/record.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import { watchChanges } from '$lib/db/watch-changes.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { afterCram, endsCram } from '$lib/scheduler/cram.ts';
import { LoadForecast } from '$lib/scheduler/load-forecast.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import {
	afterAnswer,
	countsOf,
	findIn,
	nextInQueue,
	withCardFirst,
	withoutCards,
	type NextInQueue,
	type Queue,
} from '$lib/scheduler/queue.ts';
import type { Grade } from '$lib/scheduler/review.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import {
	asRuled,
	isChosen,
	loadCards,
	newUntilWith,
	type SessionOptions,
} from './session-cards.ts';

/** How far ahead load balancing looks, in days. */
const FORECAST_DAYS = 400;
/** Cards whose text is loaded ahead, so that the next one shows at once. */
const AHEAD = 6;
const EMPTY: Queue = { learning: [], main: [], last: '', learnAhead: 0 };

export class SessionQueue {
	#app: Pick<App, 'db' | 'preset' | 'moment'>;
	#options: SessionOptions;
	#queue = $state.raw<Queue>(EMPTY);
	/** The store holds nothing beyond the queue, as far as is known. */
	#whole = false;
	/** Cards that a newer build has brought and that this one has no text for. */
	#unknown = new Set<string>();
	#stopWatching: (() => void) | undefined;
	/** Cards of which the cramming is over. */
	#crammed = new Set<string>();
	/** By preset, as load is balanced over all the cards that a preset schedules. */
	#forecasts: Map<string, LoadForecast> | undefined;
	/** `undefined` while all cards are the catalog's. */
	#decks = $state.raw<StudyDecks>();

	counts = $derived(countsOf(this.#queue));

	constructor(app: Pick<App, 'db' | 'preset' | 'moment'>, options: SessionOptions) {
		this.#app = app;
		this.#options = options;
	}

	/** The answers leave the schedule alone. */
	get cram(): boolean {
		return this.#options.cram === true;
	}

	/** Lets so many more new cards in, whatever today's limits say; takes effect with the next reading. @throws DbError */
	async allowNew(extra: number): Promise<void> {
		const { db, preset } = this.#app;
		const options = await asRuled(this.#options);
		const newUntil = await newUntilWith(extra, db, preset, this.#app.moment(), options);
		this.#options = { ...this.#options, newUntil, withoutNew: false };
	}

	/** New cards of the day in all that are let in beyond its limit; 0 for none. */
	get newUntil(): number {
		return this.#options.newUntil;
	}

	/** Reads what there is to do; call when everything answered so far is stored. @throws DbError */
	async read(): Promise<void> {
		const { db, preset } = this.#app;
		const options = await asRuled(this.#options);
		const { queue, decks } = await loadCards(db, preset, this.#app.moment(), options);
		this.#decks = decks;
		const { last } = this.#queue;
		this.#whole = isChosen(this.#options) || queue.main.length === 0;
		this.#queue = withoutCards({ ...queue, last }, [...this.#unknown, ...this.#crammed]);
		this.#forecasts = undefined;
	}

	/** Reads how many cards fall due on the days ahead, which an answer needs and a question does not. @throws DbError */
	async readLoad(): Promise<void> {
		if (this.knowsLoad) return;
		const { db, preset } = this.#app;
		const { day } = this.#app.moment();
		const { elsewhere } = await todayCounts(db, CATALOG_DECK, day);
		if (elsewhere.length > 0) this.#decks ??= await readStudyDecks(db);
		const byPreset = new Map([[preset.id, [CATALOG_DECK]]]);
		for (const { deckId } of elsewhere) {
			const id = this.presetOf({ deckId }).id;
			byPreset.set(id, [...(byPreset.get(id) ?? []), deckId]);
		}
		const forecasts = [...byPreset].map(async ([id, decks]) => {
			const counts = await dueForecast(db, decks, day, FORECAST_DAYS);
			return [id, new LoadForecast(day, counts)] as const;
		});
		this.#forecasts = new Map(await Promise.all(forecasts));
	}

	/** Whether `load` may be asked. */
	get knowsLoad(): boolean {
		return this.cram || this.#forecasts !== undefined;
	}

	get decks(): StudyDecks | undefined {
		return this.#decks;
	}

	/** The options by which a card is answered: those of its own deck. */
	presetOf({ deckId }: Pick<CardState, 'deckId'>): Preset {
		// The catalog's is kept current by the app, also while a session is under way.
		const decks = deckId === CATALOG_DECK ? undefined : this.#decks;
		return decks?.presetOf(deckId) ?? this.#app.preset;
	}

	get next(): NextInQueue {
		return nextInQueue(this.#queue, now());
	}

	/**
	 * Whether to read on before `next` is believed: steps come before their time only when nothing else
	 * is left in the store either, and another tab may have undone something when all is done.
	 */
	get mayHoldMore(): boolean {
		const { next } = this;
		if (next.kind === 'done') return !isChosen(this.#options);
		return !this.#whole && (next.kind === 'wait' || next.early);
	}

	/** Ids of the cards that come soon. */
	soon(): string[] {
		return this.#queue.main.slice(0, AHEAD).map(({ id }) => id);
	}

	/** A card as it waits in the queue. */
	find(cardId: string): CardState | undefined {
		return findIn(this.#queue, cardId);
	}

	/** Tells when decks or options are written, by whatever tab, until `stop`. */
	watch(changed: () => void): void {
		const kinds: readonly RecordKind[] = ['deck', 'preset'];
		this.#stopWatching ??= watchChanges(this.#app.db, ({ records }) => {
			if (records === 'all' || records.some(([kind]) => kinds.includes(kind))) changed();
		});
	}

	stop(): void {
		this.#stopWatching?.();
		this.#stopWatching = undefined;
	}

	/** Cards due on a study day under the options of a card, as load balancing asks. */
	load(card: Pick<CardState, 'deckId'>, day: number): number {
		return this.#forecastOf(card)?.on(day) ?? 0;
	}

	#forecastOf(card: Pick<CardState, 'deckId'>): LoadForecast | undefined {
		return this.#forecasts?.get(this.presetOf(card).id);
	}

	/** A card has been answered at `t`, ms since the epoch; `card` is as it is now. */
	answered(card: CardState, grade: Grade, t: number): void {
		if (this.cram) {
			this.#queue = afterCram(this.#queue, card, grade);
			if (endsCram(grade)) this.#crammed.add(card.id);
			return;
		}
		this.#queue = afterAnswer(this.#queue, card, t);
		this.#forecastOf(card)?.count(card, 1);
	}

	/** The answer counts for nothing: it could not be stored. */
	unanswered(after: CardState): void {
		this.#forecastOf(after)?.count(after, -1);
	}

	/** The cramming of these cards was taken back, or is asked for once more. */
	notCrammed(cardIds: readonly string[]): void {
		for (const id of cardIds) this.#crammed.delete(id);
	}

	/** Only these are crammed from now on; takes effect with the next reading. */
	cramAgain(cardIds: readonly string[]): void {
		this.#options = { ...this.#options, cards: cardIds };
		this.notCrammed(cardIds);
	}

	putFirst(card: CardState): void {
		this.#queue = withCardFirst(this.#queue, card);
	}

	takeOut(cardIds: readonly string[]): void {
		this.#queue = withoutCards(this.#queue, cardIds);
	}

	/** A card without a text stays out for the rest of the session. */
	cannotShow(cardId: string): void {
		this.#unknown.add(cardId);
		this.takeOut([cardId]);
	}
}
