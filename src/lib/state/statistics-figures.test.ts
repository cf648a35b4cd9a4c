import { expect, test } from 'vitest';
import { newCard, type CardState } from '$lib/scheduler/card-state.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import { retrievability } from '$lib/scheduler/memory-model.ts';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import { countLog, emptyLogCount } from '$lib/statistics/log-count.ts';
import { answered } from '$lib/statistics/log.fixture.ts';
import { cardClasses, type CatalogParts } from './card-classes.ts';
import { statisticsFigures } from './statistics-figures.ts';
import type { Look } from './statistics-messages.ts';

const TODAY = dayOfDate('2026-11-23');
const { weights } = DEFAULT_PRESET;
/** Forgets more slowly. */
const slow = weights.with(20, 0.1);
const weightsOf = (deckId: string) => (deckId === 'deck/go' ? slow : weights);

const catalog: CatalogParts = {
	patterns: [
		{
			...{ id: 'cdn', category: 'caching' },
			cards: [{ slug: 'a', kind: 'recall', level: 'beginner' }],
		},
	],
	paths: [],
};

function card(id: string, deckId: string): CardState {
	const memory = { phase: 'review', stability: 10, difficulty: 5 } as const;
	const days = { lastDay: TODAY - 20, due: TODAY + 1, interval: 21 };
	return { ...newCard({ id, noteId: id, deckId, position: 0 }), ...memory, ...days };
}

const cards = [card('cdn/a', 'catalog'), card('drill/qps', 'catalog'), card('note/1/0', 'deck/go')];
const log = [
	answered('cdn/a', '2026-11-20 10:00', 'learn', 3, 1),
	answered('drill/qps', '2026-11-20 10:01', 'learn', 3, 1),
	answered('note/1/0', '2026-11-20 10:02', 'learn', 3, 1),
	answered('note/1/0', '2026-11-22 10:02', 'review', 1, -600),
	answered('drill/qps', '2026-11-22 10:03', 'review', 3, 3),
];

function figures(decks: Look['decks']) {
	const classOf = cardClasses(catalog, { cards, gone: new Map() }, weightsOf);
	const count = countLog(emptyLogCount(), log, classOf);
	const fresh = [
		[['catalog', 5] as const],
		[['deck/go', 2] as const, ['deck/go/maps', 3] as const],
	].map((waiting) => ({ freshOf: new Map(waiting), newToday: 5, preset: DEFAULT_PRESET }));
	const now = { t: TODAY * 86_400_000, tz: 0, day: TODAY, dayEndsAt: 1e15 };
	const look: Look = { span: 'month', decks, path: '', now };
	const targetOf = (deckId: string) => (deckId === 'deck/go' ? 0.8 : 0.93);
	return statisticsFigures(count, { cards, weightsOf, targetOf, fresh }, look, catalog);
}

test('all decks together, and each by itself', () => {
	expect(figures(null).answered.sort()).toEqual(['catalog', 'deck/go', 'drills']);
	expect(figures(null).activity.days.at(-2)?.answers).toBe(2);
	expect(figures(['catalog']).retention.retention.all.asked).toBe(0);
	expect(figures(['deck/go']).retention.retention.all).toEqual({ asked: 1, recalled: 0 });
	expect(figures(['deck/go']).groups).toBeUndefined();
	expect(figures(null).groups?.category).toMatchObject([{ id: 'caching', answers: 1 }]);
});

test('each card is known by the parameters of its own deck', () => {
	expect(figures(['deck/go']).memory.known).toBeCloseTo(retrievability(10, 20, slow), 9);
	expect(figures(['catalog']).memory.known).toBeCloseTo(retrievability(10, 20, weights), 9);
	expect(figures(['drills']).memory.recall.cards).toBe(1);
	expect(figures(['deck/go']).calibration.asked).toBe(1);
});

test('what is aimed at is that of each deck; drills follow the catalog', () => {
	expect(figures(['deck/go']).retention.aim.target).toBe(0.8);
	expect(figures(['drills']).retention.aim.target).toBe(0.93);
	expect(figures(null).retention.aim.parts.map(({ target }) => target)).toEqual([0.93, 0.8]);
});

test('new cards come from what is looked at', () => {
	const fromNew = (decks: Look['decks']) =>
		figures(decks).ahead.reduce((sum, each) => sum + each.fromNew, 0);
	expect(fromNew(null)).toBe(2 * fromNew(['catalog']));
	expect(fromNew(['drills'])).toBe(0);
	expect(fromNew(['deck/go/maps'])).toBeCloseTo((fromNew(['catalog']) * 3) / 5, 9);
	expect(fromNew(['deck/go', 'deck/go/maps'])).toBe(fromNew(['catalog']));
});
