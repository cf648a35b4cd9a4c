/** The rules between questions and the rest of the catalog: patterns and cards that exist, titles of their own. */
import { quote, type Mistake } from './mistake.ts';
import type { ReadQuestion } from './read-question.ts';

/**
 * @param patterns ids of the patterns that have a page
 * @param cards ids of all cards
 */
export function checkQuestionFiles(
	questions: ReadQuestion[],
	patterns: ReadonlySet<string>,
	cards: ReadonlySet<string>,
): Mistake[] {
	const titles = new Map<string, string>();
	return questions.flatMap(({ file, question, lineOf }) => {
		if (!question) return [];
		const mistakes: Mistake[] = [];
		const expectPage = (path: (string | number)[], id: string, known: boolean) => {
			if (known) return;
			const what = `${id.includes('/') ? 'the card' : 'the pattern'} "${id}" does not exist`;
			mistakes.push({ file, line: lineOf(path), what, right: 'name one that does, or remove it' });
		};
		for (const key of ['decisions', 'probes', 'curveballs', 'rubric'] as const) {
			question[key].forEach((item, at) =>
				item.patterns.forEach((id, k) =>
					expectPage([key, at, 'patterns', k], id, patterns.has(id)),
				),
			);
		}
		question.patterns.forEach((id, k) => expectPage(['patterns', k], id, patterns.has(id)));
		for (const [missed, ids] of Object.entries(question.cards_on_miss)) {
			ids.forEach((id, k) =>
				expectPage(['cards_on_miss', missed, k], id, patterns.has(id) || cards.has(id)),
			);
		}
		const title = question.title.toLowerCase();
		const first = titles.get(title);
		if (first !== undefined) {
			const what = `the title ${quote(question.title)} is that of ${first}`;
			mistakes.push({ file, line: lineOf(['title']), what, right: 'say what differs' });
		}
		titles.set(title, first ?? file);
		return mistakes;
	});
}
