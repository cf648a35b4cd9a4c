import { describe, expect, it } from 'vitest';
import type { AttemptComparison } from '$lib/interview/compare-attempts.ts';
import { pairGroups, pairSentence } from './pair-rows.ts';

const comparison: AttemptComparison = {
	dimensions: [
		{ dimension: 'scope', before: 1, after: 1 },
		{ dimension: 'depth', before: 1, after: 2 },
	],
	phases: [{ phase: 'clarify', before: { spent: 60_000, budget: 120_000 }, after: undefined }],
	questions: [{ id: 'q', ask: 'How many?', must: true, before: undefined, after: 65_000 }],
	components: [{ id: 'c', name: 'Cache', must: true, before: 'Redis', after: undefined }],
	requirements: [{ id: 'f', t: 'redirect', before: false, after: true }],
	estimates: [{ id: 'e', ask: 'Size?', before: undefined, after: undefined }],
};

describe('two attempts in rows', () => {
	const rows = pairGroups(comparison).flatMap((group) => group.rows);
	const row = (name: string) => rows.find((each) => each.name === name);

	it('say both sides and which way it went', () => {
		expect(row('Depth')).toMatchObject({ before: 'Mid', after: 'Senior', change: 'better' });
		expect(row('How many?')).toMatchObject({
			before: 'not asked',
			after: '1:05',
			change: 'better',
		});
		expect(row('Cache')).toMatchObject({ before: 'Redis', after: 'not drawn', change: 'worse' });
		expect(row('Size?')).toMatchObject({ before: 'none', after: 'none', change: '' });
		expect(row('Clarify')).toMatchObject({ before: '1:00 of 2:00', after: '–' });
	});

	it('begin with what changed', () => {
		expect(pairGroups(comparison)[0]?.rows.map(({ name }) => name)).toEqual(['Depth', 'Scope']);
	});

	it('come with a sentence', () => {
		expect(pairSentence(comparison)).toBe('1 dimension went up.');
		expect(pairSentence({ ...comparison, dimensions: [] })).toMatch(/^Every dimension/);
		const open = [{ dimension: 'scope', before: 1, after: undefined } as const];
		expect(pairSentence({ ...comparison, dimensions: open })).toMatch(/^Levels can be/);
	});
});
