import { expect, test } from 'vitest';
import { checkGroupings } from './check-groupings.ts';
import { describeMistake } from './mistake.ts';
import { readGroupings } from './read-catalog-lists.ts';

const FILE = 'decks/groups.yaml';

function mistakesOf(...groups: string[]): string[] {
	const head = '- id: layer\n  name: layer\n  groups:\n';
	const text = head + groups.map((group) => `    - ${group}\n`).join('');
	const { value, lineOf, mistakes } = readGroupings(FILE, text);
	const known = new Set(['cdn', 'ttl']);
	return [...mistakes, ...checkGroupings(FILE, value ?? [], known, lineOf)].map(describeMistake);
}

test('groups of patterns that have a page are without mistakes', () => {
	expect(mistakesOf('{ id: edge, name: Edge, patterns: [cdn, ttl] }')).toEqual([]);
});

test('each mistake is reported with its line', () => {
	expect(
		mistakesOf(
			`{ id: edge, name: ${'x'.repeat(46)}, patterns: [cdn, cdn] }`,
			'{ id: edge, name: Edge, patterns: [none] }',
		),
	).toEqual([
		`${FILE}:4: the name has 46 characters; at most 45`,
		`${FILE}:4: "cdn" is named twice; keep one`,
		`${FILE}:5: the id "layer/edge" stands twice; keep one`,
		`${FILE}:5: "none" has no page; name a pattern that has one, or remove it`,
	]);
});
