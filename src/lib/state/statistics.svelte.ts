/** What the statistics show: the log as counted, within the span and the deck that are looked at. */
import { LEVELS, CARD_KINDS } from '$lib/content/card.ts';
import type { DrillTemplate } from '$lib/content/drill.ts';
import { allAttempts } from '$lib/db/attempts.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { todayCounts } from '$lib/db/counts.ts';
import { asDbError } from '$lib/db/db-error.ts';
import type { SealedCount } from '$lib/db/kept-count.ts';
import {
	countWhole,
	isCurrent,
	recentLog,
	withRecent,
	type RecentLog,
} from '$lib/db/log-statistics.ts';
import { sealedCount } from '$lib/db/sealed-count.ts';
import { studiedCards, type StudiedCards } from '$lib/db/studied-cards.ts';
import type { DayCount } from '$lib/db/tally.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { drillStats } from '$lib/estimation/drill-stats.ts';
import { limitsLeft } from '$lib/scheduler/limits.ts';
import { streakOf } from '$lib/scheduler/streak.ts';
import { activityOf, stepFor } from '$lib/statistics/activity.ts';
import { buttonsOf, hoursOf } from '$lib/statistics/answer-shares.ts';
import { futureDue } from '$lib/statistics/future-due.ts';
import { evenPoints, learningCurve } from '$lib/statistics/learning-curve.ts';
import type { LogCount } from '$lib/statistics/log-count.ts';
import { firstDay, sumsByGroup, sumsOver, type GroupSums } from '$lib/statistics/log-range.ts';
import { memoryFigures } from '$lib/statistics/memory-figures.ts';
import { retentionIn, retentionTable } from '$lib/statistics/retention.ts';
import type { App } from './app.svelte.ts';
import { cardClasses, DRILLS, statisticsDeck } from './card-classes.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';

/** Days that each choice looks back, and ahead. */
const SPAN_DAYS = { month: 30, quarter: 90, year: 365, all: Infinity };
export type Span = keyof typeof SPAN_DAYS;
/** Days ahead where the span has no end. */
const MOST_AHEAD = 365;
/** A chart of fewer days would be one of a few bars. */
const LEAST_DAYS = 14;
const CALENDAR_DAYS = 371;
const CURVE_POINTS = 46;

interface Stored {
	log: RecentLog;
	studied: StudiedCards;
	attempts: DrillAttempt[];
	/** Of the catalog, today. */
	done: DayCount;
}

export class Statistics {
	span = $state<Span>('quarter');
	/** The deck that is looked at; '' for all. */
	deck = $state('');
	/** The path that is looked at; '' for the chosen one. */
	path = $state('');
	/** What went wrong, in words; '' while nothing has. */
	problem = $state('');

	#app: App;
	#stored: Live<Stored>;
	#drills: Loaded<DrillTemplate[]>;
	#count = $state.raw<LogCount>();
	#sealed: SealedCount | undefined;
	#turn = 0;

	/** Only to be made where effects may be, as it counts again whenever history changes. */
	constructor(app: App) {
		this.#app = app;
		this.#drills = new Loaded(() => app.library.drills());
		this.#stored = new Live(
			() => this.#read(),
			(error) => (this.problem = error.message),
		);
		$effect(() => {
			const stored = this.#stored.value;
			if (stored) void this.#recount(stored);
		});
	}

	async #read(): Promise<Stored> {
		const { db } = this.#app;
		const { day } = this.#app.moment();
		const [log, studied, attempts, counts] = await Promise.all([
			recentLog(db),
			studiedCards(db),
			allAttempts(db),
			todayCounts(db, CATALOG_DECK, day),
		]);
		return { log, studied, attempts, done: counts.done };
	}

	async #recount({ log, studied }: Stored): Promise<void> {
		const turn = ++this.#turn;
		const { db, library } = this.#app;
		const classOf = cardClasses(library, studied);
		try {
			if (!this.#sealed || !isCurrent(this.#sealed, log)) {
				this.#sealed = await sealedCount(db, log, classOf, nextTask);
			}
			const count = withRecent(this.#sealed, log, classOf) ?? (await countWhole(db, classOf));
			if (turn === this.#turn) this.#count = count;
		} catch (problem) {
			this.problem = asDbError(problem).message;
		}
	}

	get today(): number {
		return this.#app.today;
	}

	/** Whether anything was ever answered; `undefined` until it is counted. */
	readonly begun = $derived.by(() => this.#count && firstDay(this.#count) !== undefined);

	/** What the filter offers: only decks in which something was answered. */
	readonly decks = $derived.by((): { value: string; name: string }[] => {
		const names = new Map(this.#stored.value?.studied.decks.map(({ id, name }) => [id, name]));
		const decks = (this.#count?.decks ?? []).map((value) => ({
			value,
			name:
				value === CATALOG_DECK
					? 'Catalog'
					: value === DRILLS
						? 'Estimation drills'
						: (names.get(value) ?? value),
		}));
		return [{ value: '', name: 'All' }, ...decks];
	});

	readonly #range = $derived.by(() => {
		const to = this.#app.today;
		const first = (this.#count && firstDay(this.#count)) ?? to;
		const from = Math.max(to - SPAN_DAYS[this.span] + 1, Math.min(first, to - LEAST_DAYS + 1));
		return { from, to, deck: this.deck || undefined };
	});

	readonly #sums = $derived(this.#count && sumsOver(this.#count, this.#range));

	/** Days, and the bars that they are gathered to. */
	readonly activity = $derived.by(() => {
		if (!this.#count) return undefined;
		const days = activityOf(this.#count, this.#range, 'day');
		const step = stepFor(days.length);
		return { days, step, steps: activityOf(this.#count, this.#range, step) };
	});

	/** The last year by days, whatever the span. */
	readonly calendar = $derived.by(() => {
		if (!this.#count) return undefined;
		const to = this.#app.today;
		const range = { ...this.#range, from: to - CALENDAR_DAYS + 1 };
		const days = activityOf(this.#count, range, 'day');
		const studied = days.filter(({ answers }) => answers > 0).map(({ from }) => from);
		return { days, run: streakOf(studied, to).days };
	});

	readonly retention = $derived.by(() => {
		if (!this.#count || !this.#sums) return undefined;
		const table = retentionTable(this.#count, this.#app.today, this.#range.deck);
		return { retention: retentionIn(this.#sums), table };
	});

	readonly buttons = $derived(this.#sums && buttonsOf(this.#sums));
	readonly hours = $derived(this.#sums && hoursOf(this.#sums));

	/** Of the deck that is looked at. */
	readonly #cards = $derived.by(() =>
		this.#stored.value?.studied.cards.filter(
			({ id, deckId }) => this.deck === '' || statisticsDeck(id, deckId) === this.deck,
		),
	);

	readonly memory = $derived.by(
		() => this.#cards && memoryFigures(this.#cards, this.#app.preset.weights, this.#app.moment()),
	);

	readonly ahead = $derived.by(() => {
		const stored = this.#stored.value;
		if (!stored || !this.#cards) return undefined;
		const { preset } = this.#app;
		const { done, studied } = stored;
		// New cards come from the catalog, by its limit.
		const withNew = this.deck === '' || this.deck === CATALOG_DECK;
		const fresh = withNew ? (studied.decks.find(({ id }) => id === CATALOG_DECK)?.fresh ?? 0) : 0;
		const newToday = limitsLeft(preset, { new: done.news, review: done.review }).new;
		const days = Math.min(MOST_AHEAD, SPAN_DAYS[this.span]);
		return futureDue(this.#cards, this.#app.moment(), days, { fresh, newToday, preset });
	});

	/** Sums of catalog cards by category, kind and level, in the catalog's own order; those without an answer left out. */
	readonly groups = $derived.by(() => {
		const count = this.#count;
		if (!count || (this.deck !== '' && this.deck !== CATALOG_DECK)) return undefined;
		const by = (prefix: string, names: readonly string[]) => {
			const sums = sumsByGroup(count, this.#range, `${prefix}:`);
			return names.flatMap((id): ({ id: string } & GroupSums)[] => {
				const own = sums.get(id);
				return own && own.answers > 0 ? [{ id, ...own }] : [];
			});
		};
		const { categories } = this.#app.library.index;
		return {
			category: by(
				'category',
				categories.map(({ id }) => id),
			),
			kind: by('kind', CARD_KINDS),
			level: by('level', LEVELS),
		};
	});

	/** The curve of a path, its cards, and the paths there are. */
	readonly curve = $derived.by(() => {
		const count = this.#count;
		const { library, settings } = this.#app;
		const path = library.path(this.path || settings.path) ?? library.paths[0];
		if (!count || !path || (this.deck !== '' && this.deck !== CATALOG_DECK)) return undefined;
		const points = learningCurve(count, this.#range, `path:${path.id}`);
		const patterns = path.stages.flatMap(({ steps }) => steps).map(({ id }) => library.pattern(id));
		const cards = patterns.flatMap((pattern) => pattern?.cards ?? []);
		return {
			path: path.id,
			paths: library.paths.map(({ id, name }) => ({ value: id, name })),
			points: evenPoints(points, this.#range, CURVE_POINTS),
			cards: cards.filter(({ retired }) => !retired).length,
		};
	});

	/** Estimates of all time; `undefined` without one, and while the drills are loaded. */
	readonly estimates = $derived.by(() => {
		const [stored, drills] = [this.#stored.value, this.#drills.value];
		if (!stored || !drills || (this.deck !== '' && this.deck !== DRILLS)) return undefined;
		const topics = new Map(drills.map(({ id, topic }) => [id, topic]));
		const stats = drillStats(stored.attempts, (id) => topics.get(id));
		return stats.asks > 0 ? stats : undefined;
	});
}

/** Lets the screen have its turn. */
function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
