/** What is wrong with the numbers of interview questions: every formula is computed again. */
import type { Mistake } from '../content/mistake.ts';
import type { ReadQuestion } from '../content/read-question.ts';
import { distance } from './band.ts';
import { checkDrill } from './check-drill.ts';
import { unitByText } from './formula-unit.ts';
import { drillOfQuestion, estimatesOf } from './question-drill.ts';

/** Answers are written to three digits. */
const ROUNDING = 1.006;

/** Empty for sound questions; never throws. */
export function questionMistakes(questions: readonly ReadQuestion[]): Mistake[] {
	return questions.flatMap(({ file, question, lineOf }): Mistake[] => {
		if (!question) return [];
		const faults = checkDrill(drillOfQuestion(question));
		if (faults.length > 0) {
			return faults.map(({ path: [key, ...rest], what, right }) => ({
				...{ file, line: lineOf([key === 'asks' ? 'estimates' : (key ?? ''), ...rest]) },
				...{ what, right },
			}));
		}
		return estimatesOf(question).asks.flatMap(({ target }, at): Mistake[] => {
			const { answer = 0, unit = '1', tolerance } = question.estimates[at] ?? {};
			const computed = target.quantity.value / (unitByText(unit)?.value ?? 1);
			const near = tolerance === 'log' ? ROUNDING : 1 + 1e-9;
			if (answer > 0 && distance(answer, computed) <= near) return [];
			const what = `the answer is ${answer} where the formula gives ${Number(computed.toPrecision(4))} (${unit})`;
			const line = lineOf(['estimates', at, 'answer']);
			return [{ file, line, what, right: 'write what the formula gives' }];
		});
	});
}
