/** Readiness in words: the figure, and what each of its parts rests on. */
import type { Dimension } from '$lib/content/dimension.ts';
import { INTERVIEW_LEVELS, type InterviewLevel } from '$lib/content/question-terms.ts';
import { LEVEL_NAMES } from '$lib/interview/part-names.ts';
import type { EstimateReadiness } from '$lib/readiness/estimate-record.ts';
import type { InterviewReadiness } from '$lib/readiness/interview-evidence.ts';
import type { QuestionReadiness } from '$lib/readiness/question-readiness.ts';
import { rangeInWords } from '$lib/readiness/range.ts';

/** Kinds of amounts in the plural. */
export const AMOUNTS: Readonly<Record<Dimension, string>> = {
	count: 'counts',
	data: 'sizes',
	rate: 'rates',
	'data-rate': 'data rates',
	time: 'times',
	fraction: 'shares',
	money: 'costs',
	'money-rate': 'costs per time',
};

/** The figure for a list: a range, or where that would pretend, how much of what it needs is recalled. */
export function figureInWords(readiness: QuestionReadiness): string {
	const range = rangeInWords(readiness);
	return range ? `${range} ready` : recalledOf(readiness);
}

/** `up to 3 points more`, of a hundred. @param gain 0 to 1 */
export function gainInWords(gain: number): string {
	const points = Math.round(100 * gain);
	if (points === 0) return 'a little more';
	return points === 1 ? 'up to a point more' : `up to ${points} points more`;
}

/** `9 of 22 patterns recalled`. */
function recalledOf({ patterns }: QuestionReadiness): string {
	const recalled = patterns.filter(({ standing }) => standing === 'recalled').length;
	return `${recalled} of ${patterns.length} patterns recalled`;
}

export function patternsInWords(readiness: QuestionReadiness): string {
	const count = (wanted: string) =>
		readiness.patterns.filter(({ standing }) => standing === wanted).length;
	const [partly, unlearned] = [count('partly'), count('unlearned')];
	return [
		recalledOf(readiness),
		...(partly > 0 ? [`${partly} in part`] : []),
		...(unlearned > 0 ? [`${unlearned} not learned`] : []),
	].join(', ');
}

export function estimatesInWords({ asks, right, untried }: EstimateReadiness): string {
	if (asks === 0) return 'No drill answered yet for the kinds of numbers that it asks for';
	const answers = `${right} of your last ${asks} answers of its kinds right`;
	return untried.length === 0 ? answers : `${answers}; none yet for ${listed(untried)}`;
}

function listed(kinds: readonly Dimension[]): string {
	const names = kinds.map((kind) => AMOUNTS[kind]);
	return names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** @param tried whether one was begun, judged or not */
export function interviewInWords(
	interview: InterviewReadiness | undefined,
	aim: InterviewLevel,
	tried: boolean,
): string {
	if (!interview) return tried ? 'Tried, but not judged' : 'Not tried as a whole interview';
	const wanted = INTERVIEW_LEVELS.indexOf(aim) + 1;
	const reached = interview.dimensions.filter((each) => each.reached >= wanted).length;
	const level = LEVEL_NAMES[aim].toLowerCase();
	return `${level} on ${reached} of ${interview.dimensions.length}, ${ago(interview.age)}`;
}

function ago(days: number): string {
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${days} days ago`;
}
