import { expect, test } from 'vitest';
import { RELATIONS, type PatternPage } from '$lib/content/pattern.ts';
import { relationGroups } from './relation-groups.ts';

test('every link stands in exactly one group, from either end', () => {
	const links: PatternPage['related'] = RELATIONS.flatMap((as) => [
		{ id: `${as} a`, as, why: '' },
		{ id: `${as} b`, as, why: '', back: true },
	]);
	const shown = relationGroups(links).flatMap((group) => group.links);
	expect(shown).toHaveLength(links.length);
	expect(new Set(shown)).toEqual(new Set(links));
});

test('only "builds on" is named differently from the other end', () => {
	const link = { id: 'a', as: 'builds on', why: '' } as const;
	expect(relationGroups([link]).map(({ name }) => name)).toEqual(['Builds on']);
	expect(relationGroups([{ ...link, back: true }]).map(({ name }) => name)).toEqual(['Leads to']);
});
