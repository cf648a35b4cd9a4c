import { expect, it } from 'vitest';
import { packPatterns, unpackPatterns, type PatternEntry } from './pattern-columns.ts';

const patterns: PatternEntry[] = [
	{
		...{ id: 'dead-letter-queue', name: 'Dead Letter Queue', category: 'messaging' },
		level: 'intermediate',
		cards: [
			{ slug: 'alarm', kind: 'failure', level: 'beginner' },
			{ slug: 'old-name', kind: 'say', level: 'expert', retired: true },
		],
	},
	{ id: 'cqrs', name: 'CQRS', category: 'messaging', level: 'advanced', cards: [] },
	{
		...{ id: 'two-phase-commit', name: 'Two-Phase Commit', category: 'consistency' },
		level: 'expert',
		cards: [{ slug: 'blocked', kind: 'contrast', level: 'advanced' }],
	},
];

it('unpacks to what was packed', () => {
	expect(unpackPatterns(packPatterns(patterns))).toEqual(patterns);
	expect(unpackPatterns(packPatterns([]))).toEqual([]);
});

it('leaves out what the id says already', () => {
	expect(packPatterns(patterns)).toMatchObject({
		names: '|CQRS|Two-Phase Commit',
		categories: [
			['messaging', 2],
			['consistency', 1],
		],
		kinds: 'fS||x',
	});
});

it('refuses columns that were cut off', () => {
	const columns = packPatterns(patterns);
	expect(() => unpackPatterns({ ...columns, kinds: 'f||x' })).toThrow('damaged');
	expect(() => unpackPatterns({ ...columns, cardLevels: '0' })).toThrow('damaged');
});
