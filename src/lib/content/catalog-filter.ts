/** Which patterns a list shows and in what groups; the filter stands in the address, so that it can be kept and shared. */
import { LEVELS, type Level } from './card.ts';
import type { Comparison } from './comparison.ts';
import type { LibraryIndex, PatternSummary, Scenario } from './library.ts';

export const VIEWS = ['pattern', 'problem', 'comparison', 'path'] as const;
export type View = (typeof VIEWS)[number];

export interface CatalogFilter {
	view: View;
	/** What was typed. */
	query: string;
	category: string | null;
	level: Level | null;
	path: string | null;
	/** By what the patterns are grouped, where not by category. */
	grouping: string | null;
	/** The one group of that grouping to show. */
	group: string | null;
}

export interface PatternGroup {
	/** Unique among the groups. */
	id: string;
	/** '' where the patterns stand in one list. */
	title: string;
	patterns: PatternSummary[];
}

/** Reads a filter from the parameters of an address; what the catalog does not know is as if not there. */
export function readFilter(
	parameter: (name: string) => string | null,
	index: LibraryIndex,
): CatalogFilter {
	const among = <T extends string>(name: string, values: readonly T[]): T | null =>
		values.find((value) => value === parameter(name)) ?? null;
	const ids = (items: { id: string }[]) => items.map(({ id }) => id);
	const groupings = index.groupings ?? [];
	const grouping = among('group', ids(groupings));
	const groups = groupings.find(({ id }) => id === grouping)?.groups ?? [];
	return {
		view: among('by', VIEWS) ?? 'pattern',
		query: parameter('q') ?? '',
		category: among('category', ids(index.categories)),
		level: among('level', LEVELS),
		path: among('path', ids(index.paths)),
		grouping,
		group: among('in', ids(groups)),
	};
}

/** The part of an address behind the question mark, with it; `?` alone for a filter that lets all pass. */
export function filterAddress(filter: CatalogFilter): string {
	const { view, query, category, level, path, grouping, group } = filter;
	const parts = {
		...{ by: view === 'pattern' ? '' : view, q: query.trim(), category, level, path },
		...{ group: grouping, in: group },
	};
	const set = Object.entries(parts).filter(([, value]) => value);
	return `?${set.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`;
}

/** Whether anything but the view is set. */
export function isNarrowed({ query, category, level, path, group }: CatalogFilter): boolean {
	return Boolean(query.trim() || category || level || path || group);
}

/**
 * The patterns that pass, in groups: by relevance in one list where something was typed, by the stages
 * of a path where one was chosen, by the chosen grouping, else by category. Empty groups are left out.
 * @param found ids in order of relevance; absent where nothing was typed
 */
export function groupPatterns(
	index: LibraryIndex,
	filter: CatalogFilter,
	found?: readonly string[],
): PatternGroup[] {
	const byId = new Map(
		index.patterns
			.filter(
				({ category, level }) =>
					(!filter.category || category === filter.category) &&
					(!filter.level || level === filter.level),
			)
			.map((pattern) => [pattern.id, pattern]),
	);
	const path = index.paths.find(({ id }) => id === filter.path);
	const stages = path?.stages ?? [];
	const grouping = index.groupings?.find(({ id }) => id === filter.grouping);
	const named = grouping?.groups.filter(({ id }) => !filter.group || id === filter.group);
	const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
	let groups: PatternGroup[];
	if (found) {
		const onPath = new Set(stages.flatMap(({ steps }) => steps.map(({ id }) => id)));
		const inGroup = filter.group ? new Set(named?.flatMap(({ patterns }) => patterns)) : undefined;
		const ids = found.filter((id) => (!path || onPath.has(id)) && (!inGroup || inGroup.has(id)));
		groups = [{ id: 'found', title: '', patterns: pick(ids) }];
	} else if (path) {
		groups = stages.map(({ title, steps }) => ({
			id: title,
			title,
			patterns: pick(steps.map(({ id }) => id)),
		}));
	} else if (named) {
		groups = named.map(({ id, name, patterns }) => ({
			...{ id, title: name, patterns: pick(patterns) },
		}));
	} else {
		groups = index.categories.map(({ id, name }) => ({
			id,
			title: name,
			patterns: [...byId.values()].filter(({ category }) => category === id),
		}));
	}
	return groups.filter(({ patterns }) => patterns.length > 0);
}

/** Comparisons in which a pattern stands, for its page. */
export function comparisonsOf(index: LibraryIndex, patternId: string): Comparison[] {
	return (index.comparisons ?? []).filter(({ patterns }) => patterns.includes(patternId));
}

/** Problems that a pattern solves, for its page. */
export function scenariosOf(index: LibraryIndex, patternId: string): Scenario[] {
	return (index.scenarios ?? []).filter(({ patterns }) => patterns.includes(patternId));
}
