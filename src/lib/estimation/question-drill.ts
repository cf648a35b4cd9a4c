/** The estimates of an interview question as a drill with fixed numbers, so that one judge serves both. */
import type { DrillTemplate } from '../content/drill.ts';
import type { Question } from '../content/question.ts';
import { instantiateDrill, type DrillInstance } from './drill-instance.ts';

/** A template that draws nothing: its inputs are the figures that the interviewer gives. */
export function drillOfQuestion({ id, title, inputs, estimates }: Question): DrillTemplate {
	return {
		...{ id, title, topic: 'system', level: 'intermediate', quick: false, retired: true },
		patterns: [],
		inputs: Object.fromEntries(
			Object.entries(inputs).map(([name, { say, v: is, unit, plausible }]) => [
				name,
				{ say, is, unit, plausible },
			]),
		),
		story: Object.keys(inputs)
			.map((name) => `{${name}}`)
			.join(', '),
		asks: estimates.map(({ id: ask, ask: words, expect, unit, formula, tolerance, known }) => ({
			...{ id: ask, ask: words, expect, unit, formula, tolerance, known },
			steps: [{ say: words, formula }],
		})),
		sources: [],
	};
}

/**
 * The estimates ready to judge: `judgeEntry(typed, ask.target)`, or with `targetFrom` from the candidate's own
 * inputs.
 * @throws RangeError or FormulaError for a question that the content check would refuse
 */
export function estimatesOf(question: Question): DrillInstance {
	return instantiateDrill(drillOfQuestion(question), 0);
}
