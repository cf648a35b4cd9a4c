/** Brings comparisons together with their patterns: their cards go home, and every name must have a page. */
import type { Mistake } from './mistake.ts';
import type { ReadComparison } from './read-comparison.ts';
import type { ReadPattern } from './read-pattern.ts';

/** Gives each card of a comparison to its pattern, which is changed, and reports what has no page. */
export function addComparisons(comparisons: ReadComparison[], patterns: ReadPattern[]): Mistake[] {
	const mistakes: Mistake[] = [];
	const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));
	for (const { file, named, cards } of comparisons) {
		const right = 'name a pattern that has one';
		for (const { id, line } of named) {
			if (!byId.has(id)) mistakes.push({ file, line, what: `"${id}" has no page`, right });
		}
		for (const { home, homeLine, read } of cards) {
			const pattern = byId.get(home);
			if (!pattern) {
				mistakes.push({ file, line: homeLine, what: `of: "${home}" has no page`, right });
			} else if (pattern.cards.some(({ card }) => card.id === read.card.id)) {
				const what = `the card "${read.card.id}" stands in ${pattern.file} already`;
				mistakes.push({ file, line: read.heading, what, right: 'give it a name of its own' });
			} else {
				pattern.cards.push(read);
				pattern.source?.cards.push(read.card);
			}
		}
	}
	return mistakes;
}
