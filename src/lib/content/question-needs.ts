/** Which patterns a question turns on and how much, by its rubric and the steps of its model answer. */
import type { Dimension } from './dimension.ts';
import { INTERVIEW_LEVELS, type InterviewLevel } from './question-terms.ts';
import type { Question } from './question.ts';

/** Points of a pattern at each level, in the order of `INTERVIEW_LEVELS`: those of a level count from it on. */
export type NeedPoints = [mid: number, senior: number, staff: number];

export interface QuestionNeeds {
	/** By pattern id. */
	patterns: Record<string, NeedPoints>;
	/** The kind of amount of each estimate, in their order. */
	amounts: Dimension[];
}

/** A step of the model answer, and each naming among the patterns of the question, is worth so much of the rubric. */
const STEP = 1;

/**
 * The percent of each line of the rubric, shared evenly among the patterns that it and what decides it name; and
 * one for each decision, deep dive, change, component and title of the question that names a pattern.
 */
export function questionNeeds(question: Question): QuestionNeeds {
	const points = new Map<string, NeedPoints>();
	const add = (pattern: string, level: InterviewLevel, by: number) => {
		const own = points.get(pattern) ?? [0, 0, 0];
		own[INTERVIEW_LEVELS.indexOf(level)]! += by;
		points.set(pattern, own);
	};
	const steps = stepsOf(question);
	for (const { level, weight, patterns, from } of question.rubric) {
		const decided = steps.filter(({ id }) => from.includes(id)).flatMap((step) => step.patterns);
		const taught = from.flatMap((id) => question.cards_on_miss[id] ?? []).map(patternOf);
		const needed = [...new Set([...patterns, ...decided, ...taught])];
		for (const pattern of needed) add(pattern, level, weight / needed.length);
	}
	for (const { level, patterns } of steps) {
		for (const pattern of new Set(patterns)) add(pattern, level, STEP);
	}
	for (const pattern of question.patterns) add(pattern, 'mid', STEP);
	const byWeight = [...points].sort(
		([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : Number(a > b)),
	);
	return {
		patterns: Object.fromEntries(
			byWeight.map(([pattern, own]) => [pattern, own.map(rounded) as NeedPoints]),
		),
		amounts: question.estimates.map(({ expect }) => expect),
	};
}

/** What the model answer goes through, each with the patterns that it turns on. */
function stepsOf(
	question: Question,
): { id: string; level: InterviewLevel; patterns: readonly string[] }[] {
	const { decisions, probes, curveballs, design, cards_on_miss } = question;
	const taughtBy = (id: string) => (cards_on_miss[id] ?? []).map(patternOf);
	return [
		...decisions.map(({ id, patterns }) => ({ id, level: 'mid' as const, patterns })),
		...probes.map(({ id, level, patterns }) => ({ id, level, patterns })),
		...curveballs.map(({ id, level, patterns }) => ({ id, level, patterns })),
		...design.components.map(({ id }) => ({ id, level: 'mid' as const, patterns: taughtBy(id) })),
	];
}

/** The pattern of a reference to it or to one of its cards. */
function patternOf(reference: string): string {
	return reference.split('/')[0]!;
}

function sum(points: NeedPoints): number {
	return points[0] + points[1] + points[2];
}

function rounded(points: number): number {
	return Math.round(points * 100) / 100;
}

/** The weight of each pattern for a candidate who aims at a level, all weights summing to 1; the heaviest first. */
export function needsAt(needs: QuestionNeeds, aim: InterviewLevel): Map<string, number> {
	const until = INTERVIEW_LEVELS.indexOf(aim) + 1;
	const own = Object.entries(needs.patterns).flatMap(([pattern, points]): [string, number][] => {
		const weight = points.slice(0, until).reduce((all, each) => all + each, 0);
		return weight > 0 ? [[pattern, weight]] : [];
	});
	const all = own.reduce((total, [, weight]) => total + weight, 0);
	return new Map(
		own
			.map(([pattern, weight]): [string, number] => [pattern, weight / all])
			.sort(([, a], [, b]) => b - a),
	);
}
