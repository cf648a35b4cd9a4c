/** Finds the estimates of an interview question among the lines that a candidate wrote, and judges them. */
import type { Question } from '../content/question.ts';
import { skipAsk, type AskAnswer } from './answer-ask.ts';
import type { AskInstance, DrillInstance } from './drill-instance.ts';
import { judgeFollowThrough } from './follow-through.ts';
import { sameUnits, type Quantity } from './quantity.ts';
import { estimatesOf } from './question-drill.ts';
import { readPad } from './read-pad.ts';
import type { Reading } from './read-entry.ts';
import { workedSteps, type WorkedStep } from './worked-steps.ts';

export interface JudgedEstimate {
	/** Its `text` is the line that was taken for it; '' where no line comes near. */
	answer: AskAnswer;
	/** Near enough to lead to the same design. */
	right: boolean;
	steps: WorkedStep[];
	/** The same from the candidate's own numbers, where those differ. */
	ownSteps: WorkedStep[] | undefined;
	soWhat: string;
}

interface PadAmount {
	text: string;
	words: string[];
	reading: Reading;
}

/** More lines were pasted, not thought. */
const MOST_LINES = 200;
const NEAR = 10;
const RIGHT: readonly string[] = ['spot-on', 'good', 'same-order'];

/**
 * A line counts for the estimate whose name it carries (`redirects = …`), the last one if there are several; a line
 * that carries no such name counts for the estimate that it comes nearest to, within a factor of ten.
 * @param texts panes of the pad, the one of the estimates first; later ones see no names of earlier ones
 * @throws RangeError or FormulaError for a question that the content check would refuse
 */
export function judgeQuestion(question: Question, texts: readonly string[]): JudgedEstimate[] {
	const drill = estimatesOf(question);
	const amounts = texts.flatMap(amountsOf);
	const own = ownInputs(drill, amounts);
	const taken = new Set<PadAmount>();
	const found = new Map<string, PadAmount>();
	for (const way of [namedAfter, nearestTo]) {
		for (const ask of drill.asks) {
			if (found.has(ask.id)) continue;
			const free = amounts.filter((each) => !taken.has(each) && fits(each, ask));
			const amount = way(free, ask);
			if (!amount) continue;
			found.set(ask.id, amount);
			taken.add(amount);
		}
	}
	return drill.asks.map((ask, at) => {
		const amount = found.get(ask.id);
		const answer = amount ? answerOf(drill, ask, amount, own) : skipAsk(ask);
		const differs = (answer.follow?.inputs.length ?? 0) > 0;
		const judged: JudgedEstimate = {
			answer,
			right: RIGHT.includes(answer.band),
			steps: workedSteps(drill, ask),
			ownSteps: differs ? workedSteps(drill, ask, own) : undefined,
			soWhat: question.estimates[at]?.so_what ?? '',
		};
		// What comes later may build on the candidate's own result.
		if (answer.reading) own.set(ask.id, answer.reading.quantity);
		return judged;
	});
}

function amountsOf(text: string): PadAmount[] {
	const lines = text.split('\n').slice(0, MOST_LINES);
	return readPad(lines).flatMap(({ name, result }, at) => {
		const line = lines[at]?.trim() ?? '';
		if (!result?.ok || result.quantity.value <= 0) return [];
		return [{ text: line, words: wordsOf(name ?? ''), reading: result }];
	});
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Whether a word says the same as another but for its ending. */
function alike(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return short === long || (short.length >= 4 && long.startsWith(short));
}

function names(amount: PadAmount, words: readonly string[]): boolean {
	return amount.words.some((own) => words.some((word) => alike(own, word)));
}

function fits({ reading }: PadAmount, { target }: AskInstance): boolean {
	const { quantity } = reading;
	return sameUnits(quantity, target.quantity) && quantity.currency === target.quantity.currency;
}

function namedAfter(amounts: readonly PadAmount[], { id }: AskInstance): PadAmount | undefined {
	return amounts.findLast((amount) => names(amount, wordsOf(id)));
}

function nearestTo(amounts: readonly PadAmount[], { target }: AskInstance): PadAmount | undefined {
	const { value } = target.quantity;
	const most = target.tolerance === 'exact' ? 1 + 1e-9 : NEAR;
	const far = ({ reading }: PadAmount) =>
		Math.max(reading.quantity.value / value, value / reading.quantity.value);
	const near = amounts.filter((amount) => far(amount) <= most);
	return near.toSorted((a, b) => far(a) - far(b))[0];
}

/** Given numbers that the candidate wrote down differently, by the names of the question. */
function ownInputs(drill: DrillInstance, amounts: readonly PadAmount[]): Map<string, Quantity> {
	const own = new Map<string, Quantity>();
	const words = (name: string) => [
		...wordsOf(name),
		...wordsOf(drill.template.inputs[name]?.say ?? ''),
	];
	for (const { name, quantity } of drill.inputs) {
		const amount = amounts.findLast(
			(each) =>
				names(each, words(name)) &&
				!drill.asks.some(({ id }) => names(each, wordsOf(id))) &&
				sameUnits(each.reading.quantity, quantity),
		);
		const value = amount?.reading.quantity;
		if (value && Math.abs(value.value / quantity.value - 1) > 1e-9) own.set(name, value);
	}
	return own;
}

function answerOf(
	drill: DrillInstance,
	ask: AskInstance,
	{ text, reading }: PadAmount,
	own: ReadonlyMap<string, Quantity>,
): AskAnswer {
	const follow = judgeFollowThrough(drill, ask.id, reading.quantity, own);
	const { verdict } = follow;
	return {
		...{ ask, text, reading, verdict, follow },
		band: verdict.kind === 'size' ? verdict.band : verdict.fault,
	};
}
