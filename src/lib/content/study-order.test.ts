import { describe, expect, it } from 'vitest';
import type { LibraryIndex, PatternSummary } from './library.ts';
import { newCardOrder, patternsInOrder } from './study-order.ts';

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
