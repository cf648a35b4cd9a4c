/** How relations between patterns are named on a page, seen from either end. */
import type { PatternPage, Relation } from '$lib/content/pattern.ts';

type Link = PatternPage['related'][number];

/** Group names in the order in which they are shown; a relation that is the same from both ends has one. */
const GROUPS: { name: string; relation: Relation; back: boolean | 'both' }[] = [
	{ name: 'Builds on', relation: 'builds on', back: false },
	{ name: 'Leads to', relation: 'builds on', back: true },
	{ name: 'Together with', relation: 'together with', back: 'both' },
	{ name: 'Alternatives', relation: 'instead of', back: 'both' },
	{ name: 'Often confused with', relation: 'confused with', back: 'both' },
];

/** Links by what they mean from here; groups without a link are left out. */
export function relationGroups(links: readonly Link[]): { name: string; links: Link[] }[] {
	return GROUPS.map(({ name, relation, back }) => ({
		name,
		links: links.filter(
			(link) => link.as === relation && (back === 'both' || (link.back ?? false) === back),
		),
	})).filter((group) => group.links.length > 0);
}
