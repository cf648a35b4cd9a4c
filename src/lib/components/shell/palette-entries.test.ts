import { expect, test } from 'vitest';
import type { LibraryIndex } from '$lib/content/library.ts';
import { namedEntries } from './palette-entries.ts';

const INDEX: LibraryIndex = {
	version: '1',
	categories: [
		{
			...{ id: 'caching', name: 'Caching', short: 'Caching' },
			chunks: { cards: [], pages: '', sources: '' },
		},
	],
	patterns: [],
	paths: [{ id: 'beginner', name: 'Foundations', audience: '', stages: [] }],
};
const names = (query: string) => namedEntries(INDEX, query).map(({ name }) => name);

test('before anything is typed, every screen and path is offered', () => {
	expect(names('')).toEqual([
		...[
			'Today',
			'Review',
			'Catalog',
			'Problems',
			'Comparisons',
			'Learning paths',
			'Mock interviews',
			'Estimate',
			'Quick fire',
			'Calculator',
			'Readiness',
			'Import a deck',
			'Export decks',
			'Decks',
			'Deck options',
			'Plan',
			'Statistics',
			'Retention',
			'Marked cards',
			'Browse cards',
			'New note',
			'Settings',
			'Help',
			'More',
		],
		'Foundations',
	]);
});

test('the beginnings of words find, in any order; anything else does not', () => {
	expect(names('set')).toEqual(['Settings']);
	expect(names('paths learn')).toEqual(['Learning paths']);
	expect(names('CACH')).toEqual(['Caching']);
	expect(names('ettings')).toEqual([]);
});
