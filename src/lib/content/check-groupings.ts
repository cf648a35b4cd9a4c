/** The rules for groups of patterns: every id once, every pattern with a page, names short enough for a list. */
import type { YamlValue } from './front-matter.ts';
import type { Grouping } from './grouping.ts';
import type { Mistake } from './mistake.ts';

/** Longer names wrap to a second line in a filter on a phone. */
const LONGEST_NAME = 45;

/** @param known ids of the patterns that have a page */
export function checkGroupings(
	file: string,
	groupings: Grouping[],
	known: ReadonlySet<string>,
	lineOf: YamlValue<unknown>['lineOf'],
): Mistake[] {
	const mistakes: Mistake[] = [];
	const ids = new Set<string>();
	const once = (id: string, line: number) => {
		if (ids.has(id))
			mistakes.push({ file, line, what: `the id "${id}" stands twice`, right: 'keep one' });
		ids.add(id);
	};
	groupings.forEach((grouping, i) => {
		once(grouping.id, lineOf([i, 'id']));
		grouping.groups.forEach((group, j) => {
			const at = [i, 'groups', j] as const;
			once(`${grouping.id}/${group.id}`, lineOf([...at, 'id']));
			if (group.name.length > LONGEST_NAME) {
				const what = `the name has ${group.name.length} characters`;
				mistakes.push({
					file,
					line: lineOf([...at, 'name']),
					what,
					right: `at most ${LONGEST_NAME}`,
				});
			}
			group.patterns.forEach((id, k) => {
				const line = lineOf([...at, 'patterns', k]);
				const right = 'name a pattern that has one, or remove it';
				if (!known.has(id)) mistakes.push({ file, line, what: `"${id}" has no page`, right });
				else if (group.patterns.indexOf(id) !== k)
					mistakes.push({ file, line, what: `"${id}" is named twice`, right: 'keep one' });
			});
		});
	});
	return mistakes;
}
