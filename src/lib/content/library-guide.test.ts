import { describe, expect, it } from 'vitest';
import { joinIndex, splitIndex, type LibraryGuide } from './library-guide.ts';
import type { LibraryIndex } from './library.ts';

const index: LibraryIndex = {
	version: 'v',
	categories: [
		{ id: 'c', name: 'Cat', short: 'C', chunks: { cards: ['a'], pages: 'b', sources: 'd' } },
	],
	patterns: [
		{
			...{ id: 'saga', name: 'Saga', aliases: ['Compensation'], category: 'c' },
			...{ level: 'advanced', oneLine: 'Undoes steps.' },
			cards: [{ slug: 'x', kind: 'recall', level: 'beginner' }],
		},
	],
	paths: [
		{
			...{ id: 'p', name: 'P', audience: 'All' },
			stages: [
				{ title: 'One', steps: [{ id: 'saga', why: 'first' }] },
				{
					title: 'Two',
					steps: [
						{ id: 'saga', why: 'second' },
						{ id: 'saga', why: 'third' },
					],
				},
			],
		},
	],
	scenarios: [{ id: 's', need: 'n', patterns: ['saga'] }],
	groupings: [{ id: 'g', name: 'grouped', groups: [{ id: 'gg', name: 'G', patterns: ['saga'] }] }],
	comparisons: [{ id: 'v', name: 'Versus', patterns: ['saga'], cards: ['saga/x'] }],
	comparisonPages: 'comparisons.json',
};

function split() {
	let guide: LibraryGuide | undefined;
	const roster = splitIndex(index, (part) => {
		guide = part;
		return 'guide.json';
	});
	return { roster, guide: guide! };
}

describe('the index in two parts', () => {
	it('names the file of the drills in the roster, and nothing of them', () => {
		const roster = splitIndex({ ...index, drills: 'drills.json' }, () => 'guide.json');
		expect(roster.drills).toBe('drills.json');
		expect(joinIndex(roster).drills).toBe('drills.json');
		expect(joinIndex(split().roster)).not.toHaveProperty('drills');
	});

	it('joins to what was split', () => {
		const { roster, guide } = split();
		expect(joinIndex(roster, guide)).toEqual(index);
	});

	it('keeps texts out of the roster, and names the file that holds them', () => {
		const { roster } = split();
		expect(roster.guide).toBe('guide.json');
		expect(JSON.stringify(roster)).not.toMatch(
			/Compensation|Undoes|second|"n"|grouped|Versus|comparisons/,
		);
	});

	it('gives every id without the guide', () => {
		const bare = joinIndex(split().roster);
		expect(bare.patterns[0]).toMatchObject({ id: 'saga', oneLine: '', aliases: [] });
		expect(bare.paths[0]?.stages[1]?.steps).toEqual([
			{ id: 'saga', why: '' },
			{ id: 'saga', why: '' },
		]);
	});
});
