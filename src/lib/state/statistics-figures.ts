/** All figures of the statistics for what is looked at: made apart from the screen, and small enough to be handed over. */
import { CARD_KINDS, LEVELS } from '$lib/content/card.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { streakOf } from '$lib/scheduler/streak.ts';
import { activityOf, stepFor, type Activity, type Step } from '$lib/statistics/activity.ts';
import { aimIn, type Aim } from '$lib/statistics/aim.ts';
import {
	buttonsOf,
	hoursOf,
	type Buttons,
	type HourFigures,
} from '$lib/statistics/answer-shares.ts';
import { calibrationIn, type Calibration } from '$lib/statistics/calibration.ts';
import { futureDue, type DayAhead, type NewCards } from '$lib/statistics/future-due.ts';
import { evenPoints, learningCurve, type CurvePoint } from '$lib/statistics/learning-curve.ts';
import type { LogCount } from '$lib/statistics/log-count.ts';
import { firstDay, sumsByGroup, sumsOver, type GroupSums } from '$lib/statistics/log-range.ts';
import { memoryFigures, type MemoryFigures } from '$lib/statistics/memory-figures.ts';
import { retentionIn, retentionTable, type Retention } from '$lib/statistics/retention.ts';
import { DRILLS, statisticsDeck, type CatalogParts } from './card-classes.ts';
import { SPAN_DAYS, type Look } from './statistics-messages.ts';

/** Days ahead where the span has no end. */
const MOST_AHEAD = 365;
/** A chart of fewer days would be one of a few bars. */
const LEAST_DAYS = 14;
const CALENDAR_DAYS = 371;
const CURVE_POINTS = 46;

type NamedSums = { id: string } & GroupSums;

export interface Figures {
	/** Whether anything was ever answered, in any deck. */
	begun: boolean;
	/** Decks in which something was answered. */
	answered: string[];
	/** Days, and the bars that they are gathered to. */
	activity: { days: Activity[]; step: Step; steps: Activity[] };
	/** The last year by days, whatever the span. */
	calendar: { days: Activity[]; run: number };
	retention: { retention: Retention; aim: Aim; table: ({ name: string } & Retention)[] };
	calibration: Calibration;
	buttons: Buttons[];
	hours: HourFigures[];
	memory: MemoryFigures;
	ahead: DayAhead[];
	/** Of the catalog, in its own order; those without an answer left out. Undefined where it is not looked at. */
	groups: Record<'category' | 'kind' | 'level', NamedSums[]> | undefined;
	/** Of the path that is looked at. */
	curve: CurvePoint[] | undefined;
}

/** What is known of cards beside their log. */
export interface CardsNow {
	cards: readonly CardState[];
	weightsOf: (deckId: string) => readonly number[];
	/** Desired retention of a deck. */
	targetOf: (deckId: string) => number;
	/** Where new cards come from: each set of limits with how many wait behind it, by deck. */
	fresh: readonly (Omit<NewCards, 'fresh'> & { freshOf: ReadonlyMap<string, number> })[];
}

export function statisticsFigures(
	count: LogCount,
	{ cards, weightsOf, targetOf, fresh }: CardsNow,
	{ span, decks: chosen, path, now }: Look,
	catalog: CatalogParts,
): Figures {
	const to = now.day;
	const first = firstDay(count);
	const decks = chosen === null ? undefined : new Set(chosen);
	const from = Math.max(to - SPAN_DAYS[span] + 1, Math.min(first ?? to, to - LEAST_DAYS + 1));
	const range = { from, to, decks };
	const sums = sumsOver(count, range);
	const days = activityOf(count, range, 'day');
	const step = stepFor(days.length);
	const calendar = activityOf(count, { ...range, from: to - CALENDAR_DAYS + 1 }, 'day');
	const studied = calendar.filter(({ answers }) => answers > 0).map((each) => each.from);
	const own = cards.filter(
		({ id, deckId }) => decks === undefined || decks.has(statisticsDeck(id, deckId)),
	);
	const sources = fresh.map(({ freshOf, ...limits }): NewCards => {
		const waiting = [...freshOf].filter(([id]) => decks === undefined || decks.has(id));
		return { ...limits, fresh: waiting.reduce((sum, [, cards]) => sum + cards, 0) };
	});
	const withCatalog = decks === undefined || decks.has(CATALOG_DECK);
	return {
		...{ begun: first !== undefined, answered: [...count.decks] },
		activity: { days, step, steps: activityOf(count, range, step) },
		calendar: { days: calendar, run: streakOf(studied, to).days },
		retention: {
			retention: retentionIn(sums),
			// Drills are looked at apart, and scheduled by the preset of the catalog.
			aim: aimIn(count, range, (deck) => targetOf(deck === DRILLS ? CATALOG_DECK : deck)),
			table: retentionTable(count, to, decks),
		},
		...{ calibration: calibrationIn(sums), buttons: buttonsOf(sums), hours: hoursOf(sums) },
		memory: memoryFigures(own, ({ deckId }) => weightsOf(deckId), now),
		ahead: futureDue(own, now, Math.min(MOST_AHEAD, SPAN_DAYS[span]), sources),
		groups: withCatalog ? groupsIn(count, range, catalog) : undefined,
		curve:
			withCatalog && path
				? evenPoints(learningCurve(count, range, `path:${path}`), range, CURVE_POINTS)
				: undefined,
	};
}

function groupsIn(
	count: LogCount,
	range: { from: number; to: number },
	{ patterns }: CatalogParts,
): Figures['groups'] {
	const by = (prefix: string, names: readonly string[]) => {
		const sums = sumsByGroup(count, range, `${prefix}:`);
		return names.flatMap((id): NamedSums[] => {
			const own = sums.get(id);
			return own && own.answers > 0 ? [{ id, ...own }] : [];
		});
	};
	const categories = [...new Set(patterns.map(({ category }) => category))];
	return {
		category: by('category', categories),
		kind: by('kind', CARD_KINDS),
		level: by('level', LEVELS),
	};
}
