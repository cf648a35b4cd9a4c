/** The rules between drills and the rest of the catalog: every id once, every pattern with a page. */
import { quote, type Mistake } from './mistake.ts';
import type { ReadDrill } from './read-drill.ts';

/** @param known ids of the patterns that have a page */
export function checkDrillFiles(drills: ReadDrill[], known: ReadonlySet<string>): Mistake[] {
	const titles = new Map<string, string>();
	return drills.flatMap(({ file, template, lineOf }) => {
		if (!template) return [];
		const mistakes: Mistake[] = [];
		template.patterns.forEach((id, at) => {
			const line = lineOf(['patterns', at]);
			if (!known.has(id)) {
				const right = 'name a pattern that has one, or remove it';
				mistakes.push({ file, line, what: `the pattern "${id}" has no page`, right });
			} else if (template.patterns.indexOf(id) !== at) {
				mistakes.push({ file, line, what: `"${id}" is named twice`, right: 'keep one' });
			}
		});
		const title = template.title.toLowerCase();
		const first = titles.get(title);
		if (first !== undefined) {
			const what = `the title ${quote(template.title)} is that of ${first}`;
			mistakes.push({ file, line: lineOf(['title']), what, right: 'say what differs' });
		}
		titles.set(title, first ?? file);
		return mistakes;
	});
}
