import { expect, test } from 'vitest';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import { progressInWords, progressOf, sumProgress } from './progress.ts';
import { dayOfDate, type Moment } from './study-day.ts';

const TODAY = dayOfDate('2026-11-22');
const NOW: Moment = { t: 0, tz: 0, day: TODAY, dayEndsAt: 1 };
const { weights } = DEFAULT_PRESET;

function card(id: string, values: Partial<CardState> = {}): CardState {
	return { ...newCard({ id, noteId: 'a', deckId: 'catalog', position: 0 }), ...values };
}

const known = { phase: 'review', stability: 10, difficulty: 5, lastDay: TODAY - 10 } as const;

test('new cards count toward the total only', () => {
	const cards = [card('a/1'), card('a/2', { ...known, due: TODAY })];
	const progress = progressOf(cards, 6, weights, NOW);
	expect(progress).toMatchObject({ started: 1, total: 6, due: 1 });
	expect(progress.recall).toBeCloseTo(0.9, 6);
});

test('retired cards that were studied never make more started than there are', () => {
	const cards = [card('a/1', { ...known, due: TODAY + 1 }), card('a/2', { ...known, due: TODAY })];
	expect(progressOf(cards, 1, weights, NOW)).toMatchObject({ started: 2, total: 2 });
});

test('a sum weighs recall by started cards', () => {
	const sum = sumProgress([
		{ started: 3, total: 6, due: 1, recall: 0.8 },
		{ started: 1, total: 4, due: 0, recall: 1 },
		{ started: 0, total: 5, due: 0, recall: null },
	]);
	expect(sum).toMatchObject({ started: 4, total: 15, due: 1 });
	expect(sum.recall).toBeCloseTo(0.85, 10);
	expect(sumProgress([])).toEqual({ started: 0, total: 0, due: 0, recall: null });
});

test('it is said in one line', () => {
	expect(progressInWords({ started: 3, total: 6, due: 0, recall: 0.914 })).toBe(
		'3 of 6 started, recall 91%',
	);
	expect(progressInWords({ started: 0, total: 1, due: 0, recall: null })).toBe(
		'1 card, none started',
	);
});
