/** Moves the dates that stand to where the options in force would put them, as if each card were scheduled anew. */
import type { CardState } from './card-state.ts';
import { chooseDays } from './day-interval.ts';
import { fuzzRange } from './fuzz.ts';
import { easyDayOf } from './load-balance.ts';
import { intervalDays } from './memory-model.ts';
import type { Preset } from './preset.ts';
import { chance } from './seed.ts';

/** Study days. */
export interface DateMove {
	card: CardState;
	from: number;
	to: number;
}

export interface DateMoves {
	/** Only cards whose date changes. */
	moves: DateMove[];
	/** Cards whose date could have changed. */
	eligible: number;
	/** Cards due on each of the days from today on, the backlog on the first, before and after. */
	before: number[];
	after: number[];
}

/**
 * New dates for cards in review. They count from the last answer, never lie in the past, and are
 * spread by load as those of answers are. As in Anki, what is overdue stays where it is, and so do
 * cards in steps, new and suspended ones. A date that lies within the range of the options anyway,
 * on a day without a rule, stays too: moving it would only be noise.
 * @param cards all cards that share a load
 * @param today study day
 * @param horizon days of `before` and `after`
 */
export function moveDates(
	cards: readonly CardState[],
	today: number,
	preset: Preset,
	horizon = 30,
): DateMoves {
	const loads = new Map<number, number>();
	const count = (day: number, by: 1 | -1) => {
		const at = Math.max(today, day);
		loads.set(at, (loads.get(at) ?? 0) + by);
	};
	const ahead = () => Array.from({ length: horizon }, (_, at) => loads.get(today + at) ?? 0);
	for (const card of cards) if (waitsForDay(card)) count(card.due, 1);
	const before = ahead();
	const moves: DateMove[] = [];
	const eligible = cards.filter((card) => isMovable(card, today)).sort(byDate);
	for (const card of eligible) {
		count(card.due, -1);
		const to = dateOf(card, today, preset, (day) => loads.get(day) ?? 0);
		count(to, 1);
		if (to !== card.due) moves.push({ card, from: card.due, to });
	}
	return { moves, eligible: eligible.length, before, after: ahead() };
}

function waitsForDay({ phase, intraday, suspended }: CardState): boolean {
	return phase !== 'new' && !intraday && !suspended;
}

function isMovable(card: CardState, today: number): boolean {
	return waitsForDay(card) && card.phase === 'review' && card.reps > 0 && card.due >= today;
}

function byDate(a: CardState, b: CardState): number {
	return a.due - b.due || (a.id < b.id ? -1 : 1);
}

function dateOf(
	card: CardState,
	today: number,
	preset: Preset,
	load: (day: number) => number,
): number {
	const { lastDay, due } = card;
	const raw = intervalDays(card.stability, preset.desiredRetention, preset.weights);
	const least = Math.max(1, today - lastDay);
	const maximum = Math.max(1, Math.floor(preset.maximumInterval));
	const range = fuzzRange(raw, least, maximum);
	const within = due >= lastDay + range.lower && due <= lastDay + range.upper;
	if (within && easyDayOf(due, preset.easyDays) === 'normal') return due;
	const draw = chance(card.id, card.reps, 'date');
	const { chosen } = chooseDays(raw, least, draw, lastDay, { preset, load });
	return Math.max(today, lastDay + chosen);
}
