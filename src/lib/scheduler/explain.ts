/** "Why this date?" for an answer: from the trace of its interval. */
import {
	easyDaySentence,
	figure,
	inDays,
	percent,
	rangeSentence,
	weekdayName,
	type Explanation,
} from './explanation.ts';
import { intervalInWords } from './interval-label.ts';
import type { DaysTrace, IntervalTrace, StepTrace } from './outcome.ts';
import { GRADE_NAMES } from './review.ts';
import { dateOfDay, type Moment } from './study-day.ts';

function memoryReason(trace: IntervalTrace): string {
	const { before, after, elapsedDays, retrievability } = trace;
	if (!before || elapsedDays === null || retrievability === null) {
		return `A first answer of ${GRADE_NAMES[trace.grade]} gives a stability of ${inDays(after.stability)}.`;
	}
	const change =
		figure(before.stability) === figure(after.stability)
			? `stability stays at ${inDays(after.stability)}`
			: `stability goes from ${figure(before.stability)} to ${inDays(after.stability)}`;
	if (elapsedDays === 0) {
		return `You saw it earlier today, so the answer counts as practice within the day: ${change}.`;
	}
	return (
		`After ${inDays(elapsedDays)} the chance that you would recall it was ${percent(retrievability)}; ` +
		`with ${GRADE_NAMES[trace.grade]}, ${change}.`
	);
}

function timingReason(trace: IntervalTrace): string[] {
	const { elapsedDays, lastInterval, from } = trace;
	if (from !== 'review' || elapsedDays === null || lastInterval === 0) return [];
	const late = elapsedDays - lastInterval;
	if (late === 0 || elapsedDays === 0) return [];
	return late > 0
		? [`It came ${inDays(late)} late, which counts in your favor if you recalled it.`]
		: [`It came ${inDays(-late)} early, so the answer tells less and the interval grows less.`];
}

function stepReasons(step: StepTrace): string[] {
	const wait = intervalInWords(-step.seconds);
	return [
		step.source === 'step'
			? `This is step ${step.number} of ${step.of}, ${wait}, as the deck's options set it.`
			: `The deck has no steps, and FSRS asks for less than half a day: ${wait}.`,
		...(step.crossesRollover
			? ['The step would end after your study day does, so it moves to the next study day.']
			: []),
		...(step.fuzz > 0
			? [`${intervalInWords(-step.fuzz)} were added, so that cards do not stay in a row.`]
			: []),
	];
}

function dayReasons(trace: IntervalTrace, days: DaysTrace, day: number): string[] {
	const asked = `Recall falls to your target of ${percent(trace.target)} after ${inDays(trace.rawDays)}.`;
	const raised = days.minimum > 1 && trace.rawDays < days.minimum && days.chosen < days.maximum;
	const capped = trace.rawDays > days.maximum;
	const easy = easyDaySentence(day, days.easyDay);
	return [
		asked,
		...(raised
			? [`At least ${inDays(days.minimum)}: no less than the button before, or than last time.`]
			: []),
		...(capped ? [`The deck's longest interval is ${inDays(days.maximum)}.`] : []),
		rangeSentence(trace.rawDays, days),
		...(days.balanced && days.chosen !== days.byChance
			? [`Chance alone gave day ${days.byChance}; day ${days.chosen} has more room.`]
			: []),
		...(days.easyDaysInRange > 0 && days.easyDay === 'normal'
			? ['Your easy days were left out or taken less often.']
			: []),
		...(easy ? [easy] : []),
	];
}

/**
 * Why an answer leads to its date.
 * @param now the moment of the answer
 */
export function explainInterval(trace: IntervalTrace, now: Moment): Explanation {
	const { days, step, after } = trace;
	const dayCount =
		days?.chosen ??
		(step && (step.seconds >= 86_400 || step.crossesRollover)
			? Math.max(1, Math.round(step.seconds / 86_400))
			: 0);
	const day = now.day + dayCount;
	const when =
		dayCount > 0
			? `in ${inDays(dayCount)}, on ${weekdayName(day)} ${dateOfDay(day)}`
			: `in about ${intervalInWords(-(step?.seconds ?? 0))}`;
	return {
		headline: `${GRADE_NAMES[trace.grade]}: again ${when}.`,
		reasons: [
			memoryReason(trace),
			...timingReason(trace),
			...(step ? stepReasons(step) : []),
			...(days ? dayReasons(trace, days, day) : []),
		],
		numbers: [
			{ label: 'Stability', value: inDays(after.stability) },
			{ label: 'Difficulty', value: `${figure(after.difficulty)} of 10` },
			...(trace.retrievability === null
				? []
				: [{ label: 'Recall at the answer', value: percent(trace.retrievability) }]),
			{ label: 'Target', value: percent(trace.target) },
			{ label: 'Interval by FSRS', value: inDays(trace.rawDays) },
			...(days && days.lower < days.upper
				? [{ label: 'Range', value: `${days.lower} to ${inDays(days.upper)}` }]
				: []),
		],
	};
}
