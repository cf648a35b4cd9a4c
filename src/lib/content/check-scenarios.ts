/** The rules for the list of problems: short needs, said once, each solved by patterns that have a page. */
import type { Scenario } from './library.ts';
import { quote, type Mistake } from './mistake.ts';
import type { YamlValue } from './front-matter.ts';

/** Longer needs wrap to a third line on a phone. */
export const LONGEST_NEED = 90;

/** @param known ids of the patterns that have a page */
export function checkScenarios(
	file: string,
	scenarios: Scenario[],
	known: ReadonlySet<string>,
	lineOf: YamlValue<unknown>['lineOf'],
): Mistake[] {
	const mistakes: Mistake[] = [];
	const seen = { id: new Map<string, number>(), need: new Map<string, number>() };
	scenarios.forEach((scenario, i) => {
		for (const key of ['id', 'need'] as const) {
			const value = scenario[key].toLowerCase();
			const line = lineOf([i, key]);
			const earlier = seen[key].get(value);
			if (earlier !== undefined) {
				const what = `the ${key} ${quote(scenario[key])} stands on line ${earlier} already`;
				mistakes.push({ file, line, what, right: 'keep one' });
			} else seen[key].set(value, line);
		}
		const length = [...scenario.need].length;
		if (length > LONGEST_NEED) {
			const what = `the need has ${length} characters`;
			mistakes.push({ file, line: lineOf([i, 'need']), what, right: `at most ${LONGEST_NEED}` });
		}
		scenario.patterns.forEach((id, j) => {
			const line = lineOf([i, 'patterns', j]);
			if (!known.has(id)) {
				const right = 'name a pattern that has one, or remove it';
				mistakes.push({ file, line, what: `the pattern "${id}" has no page`, right });
			} else if (scenario.patterns.indexOf(id) !== j) {
				mistakes.push({ file, line, what: `"${id}" is named twice`, right: 'keep one' });
			}
		});
	});
	return mistakes;
}
