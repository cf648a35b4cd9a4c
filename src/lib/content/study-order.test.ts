import { describe, expect, it } from 'vitest';
import type { LibraryIndex, PatternSummary } from './library.ts';
import { newCardOrder, patternsInOrder, withDrills } from './study-order.ts';

function pattern(
	id: string,
	level: PatternSummary['level'],
	kinds: PatternSummary['cards'][0]['kind'][],
): PatternSummary {
	const cards = kinds.map((kind, at) => ({ slug: `${kind}-${at}`, kind, level }));
	return { id, name: id, aliases: [], category: 'c', level, oneLine: '', cards };
}

const index: LibraryIndex = {
	version: '1',
	categories: [],
	patterns: [
		pattern('quorum', 'advanced', ['recall']),
		pattern('timeout', 'beginner', ['say', 'choose', 'recall']),
		pattern('cdn', 'beginner', ['number']),
		pattern('saga', 'intermediate', ['cloze']),
	],
	paths: [],
};
const path = {
	id: 'p',
	name: 'P',
	audience: '',
	stages: [
		{
			title: 'One',
			steps: [
				{ id: 'saga', why: '' },
				{ id: 'gone', why: '' },
				{ id: 'cdn', why: '' },
			],
		},
	],
};

describe('the order of study', () => {
	it('follows the path, then the levels, and passes over steps without a page', () => {
		expect(patternsInOrder(index, path).map(({ id }) => id)).toEqual([
			'saga',
			'cdn',
			'timeout',
			'quorum',
		]);
	});

	it('goes by level alone without a path', () => {
		expect(patternsInOrder(index, undefined).map(({ id }) => id)).toEqual([
			'timeout',
			'cdn',
			'saga',
			'quorum',
		]);
	});

	it('meets no retired card', () => {
		const [first] = index.patterns;
		const retired = {
			...first!,
			cards: first!.cards.map((card) => ({ ...card, retired: true as const })),
		};
		expect(newCardOrder({ ...index, patterns: [retired] }, undefined)).toEqual([]);
	});

	it('lays the ground first within a pattern, and lets three patterns take turns', () => {
		expect(newCardOrder(index, undefined)).toEqual([
			'timeout/recall-2',
			'cdn/number-0',
			'saga/cloze-0',
			'timeout/choose-1',
			'quorum/recall-0',
			'timeout/say-0',
		]);
	});
});

describe('drills among new cards', () => {
	const cards = Array.from({ length: 20 }, (_, at) => `c${at}`);

	it('come one in ten, each list in its own order', () => {
		const mixed = withDrills(cards, ['a', 'b']);
		expect(mixed).toHaveLength(22);
		expect([mixed[9], mixed[19]]).toEqual(['a', 'b']);
		expect(mixed.filter((id) => id.startsWith('c'))).toEqual(cards);
	});

	it('follow when the cards are over', () => {
		expect(withDrills(cards, ['a', 'b', 'x', 'y']).slice(-3)).toEqual(['c19', 'x', 'y']);
		expect(withDrills(cards, ['a', 'b', 'x', 'y'])).toHaveLength(24);
		expect(withDrills([], ['a'])).toEqual(['a']);
		expect(withDrills(cards, [])).toEqual(cards);
	});
});
