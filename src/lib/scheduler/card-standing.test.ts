import { describe, expect, test } from 'vitest';
import { dayInWords, isDue, recallNow, standingOf } from './card-standing.ts';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import { dayOfDate, type Moment } from './study-day.ts';

const TODAY = dayOfDate('2026-11-22');
const NOW: Moment = { t: 1_000_000_000, tz: 0, day: TODAY, dayEndsAt: 2_000_000_000 };
const { weights } = DEFAULT_PRESET;

function card(values: Partial<CardState>): CardState {
	return {
		...newCard({ id: 'a/b', noteId: 'a', deckId: 'catalog', position: 0 }),
		...{ phase: 'review', stability: 10, difficulty: 5, lastDay: TODAY - 10, due: TODAY },
		...values,
	};
}

const label = (values: Partial<CardState>) => standingOf(card(values), weights, NOW).label;

test('a card without a row is new', () => {
	expect(standingOf(undefined, weights, NOW)).toMatchObject({ kind: 'new', recall: null });
});

describe('the label says when it comes', () => {
	test.each([
		[{ due: TODAY }, 'Due today'],
		[{ due: TODAY - 3 }, 'Due since Thu, Nov 19'],
		[{ due: TODAY + 1 }, 'Tomorrow'],
		[{ due: TODAY + 12 }, 'In 12 days'],
		[{ phase: 'new' }, 'New'],
		[{ phase: 'learning', intraday: true, due: NOW.t + 470_000 }, 'Learning, again in 8 minutes'],
		[{ phase: 'relearning', intraday: true, due: NOW.t }, 'Learning, due now'],
		[{ suspended: true }, 'Suspended'],
		[{ buriedOn: TODAY }, 'Put off until tomorrow'],
		[{ buriedOn: TODAY - 1 }, 'Due today'],
	] as [Partial<CardState>, string][])('%o is "%s"', (values, words) => {
		expect(label(values)).toBe(words);
	});
});

test('the date stands beside a label that names none', () => {
	expect(standingOf(card({ due: TODAY + 12 }), weights, NOW).date).toBe('Fri, Dec 4');
	expect(standingOf(card({ due: TODAY + 60 }), weights, NOW).date).toBe('Thu, Jan 21, 2027');
	expect(dayInWords(1e12, TODAY)).toBe('');
});

test('recall after as many days as the stability is 90%', () => {
	expect(recallNow(card({}), weights, NOW)).toBeCloseTo(0.9, 6);
	expect(recallNow(card({ stability: NaN }), weights, NOW)).toBeNull();
});

test('only a card that may be answered now is due', () => {
	expect(isDue(card({}), NOW)).toBe(true);
	expect(isDue(card({ due: TODAY + 1 }), NOW)).toBe(false);
	expect(isDue(card({ suspended: true }), NOW)).toBe(false);
	expect(isDue(card({ buriedOn: TODAY }), NOW)).toBe(false);
	expect(isDue(card({ intraday: true, due: NOW.t + 1 }), NOW)).toBe(false);
	expect(isDue(card({ phase: 'new' }), NOW)).toBe(false);
});
