/** Works out what each of the four buttons leads to. */
import type { CardState } from './card-state.ts';
import { chooseDays } from './day-interval.ts';
import { dayAfter, elapsedDays, stampAfter } from './entry-order.ts';
import { leastAfter } from './fuzz.ts';
import { intervalDays, nextMemory, retrievability, type MemoryState } from './memory-model.ts';
import type { AnswerContext, DaysTrace, IntervalTrace, Outcome, StepTrace } from './outcome.ts';
import type { Grade, Phase } from './review.ts';
import { chance } from './seed.ts';
import { daysOfStep, modelStep, stepAfter, stepFuzz } from './steps.ts';

/** What is the same for all four buttons. */
interface Basis {
	card: CardState;
	context: AnswerContext;
	day: number;
	stamp: number;
	elapsed: number | null;
	before: MemoryState | null;
	recall: number | null;
	/** The draw for days, and the one for seconds. */
	draw: number;
	stepDraw: number;
}

interface Wanted {
	grade: Grade;
	memory: MemoryState;
	raw: number;
}

function basisOf(card: CardState, context: AnswerContext): Basis {
	const { weights } = context.preset;
	const isNew = card.phase === 'new';
	const day = dayAfter(card.lastDay, context.now.day);
	const elapsed = isNew ? null : elapsedDays(card.lastDay, day);
	return {
		card,
		context,
		day,
		stamp: stampAfter(card.lastEntryT, context.now.t),
		elapsed,
		before: isNew ? null : { stability: card.stability, difficulty: card.difficulty },
		recall: elapsed === null ? null : retrievability(card.stability, elapsed, weights),
		draw: chance(card.id, card.reps),
		stepDraw: chance(card.id, card.reps, 'step'),
	};
}

function wantedBy(grade: Grade, basis: Basis): Wanted {
	const { weights, desiredRetention } = basis.context.preset;
	const memory = nextMemory(basis.before, basis.elapsed ?? 0, grade, weights);
	return { grade, memory, raw: intervalDays(memory.stability, desiredRetention, weights) };
}

function traceOf(basis: Basis, wanted: Wanted, to: Phase): IntervalTrace {
	return {
		grade: wanted.grade,
		from: basis.card.phase,
		to,
		elapsedDays: basis.elapsed,
		lastInterval: basis.card.interval,
		retrievability: basis.recall,
		before: basis.before,
		after: wanted.memory,
		target: basis.context.preset.desiredRetention,
		rawDays: wanted.raw,
		days: null,
		step: null,
	};
}

/** The step that an answer leads to, by the preset's list or else by FSRS. */
function stepOf(basis: Basis, { grade, raw }: Wanted): { step: StepTrace; left: number } | null {
	const { phase } = basis.card;
	const { preset, now } = basis.context;
	if (grade === 4 || (phase === 'review' && grade !== 1)) return null;
	const isFirst = phase === 'new' || phase === 'learning';
	const list = isFirst ? preset.learningSteps : preset.relearningSteps;
	const before = phase === 'new' || phase === 'review' ? list.length : basis.card.left;
	const listed = stepAfter(list, before, grade);
	const seconds = listed?.seconds ?? (list.length === 0 ? modelStep(raw, preset.weights) : null);
	if (seconds === null) return null;
	const inDays = daysOfStep(seconds, now) > 0;
	return {
		left: listed?.left ?? 0,
		step: {
			source: listed ? 'step' : 'model',
			number: listed?.number ?? 0,
			of: list.length,
			seconds,
			fuzz: inDays ? 0 : stepFuzz(seconds, basis.stepDraw, now),
			crossesRollover: inDays && seconds < 86_400,
		},
	};
}

function steppedOutcome(basis: Basis, wanted: Wanted, step: StepTrace, left: number): Outcome {
	const { phase: from } = basis.card;
	const phase = from === 'new' || from === 'learning' ? 'learning' : 'relearning';
	const days = daysOfStep(step.seconds, basis.context.now);
	const seconds = step.seconds + step.fuzz;
	return {
		grade: wanted.grade,
		phase,
		left,
		next: days > 0 ? days : -seconds,
		shown: days > 0 ? days : -step.seconds,
		due: days > 0 ? basis.day + days : basis.stamp + seconds * 1000,
		intraday: days === 0,
		memory: wanted.memory,
		trace: { ...traceOf(basis, wanted, phase), step },
	};
}

function daysOutcome(basis: Basis, wanted: Wanted, days: DaysTrace): Outcome {
	return {
		grade: wanted.grade,
		phase: 'review',
		left: 0,
		next: days.chosen,
		shown: days.chosen,
		due: basis.day + days.chosen,
		intraday: false,
		memory: wanted.memory,
		trace: { ...traceOf(basis, wanted, 'review'), days },
	};
}

/**
 * All four outcomes. Days never fall from one button to the next, and where Good and Easy lead out
 * of learning or on from a review, each gives more than the button to its left (up to the maximum).
 * @param card a sound state (see `mendMemory`)
 */
export function outcomesOf(card: CardState, context: AnswerContext): Record<Grade, Outcome> {
	const basis = basisOf(card, context);
	const inReview = card.phase === 'review';
	let floor = 1;
	const outcome = (grade: Grade): Outcome => {
		const wanted = wantedBy(grade, basis);
		const { raw } = wanted;
		const remembered = inReview && grade > 1;
		const least = Math.max(floor, remembered ? leastAfter(card.interval, raw) : 1);
		const stepped = stepOf(basis, wanted);
		const more = grade === 3 || (grade === 2 && inReview) ? 1 : 0;
		const graduated = () => chooseDays(raw, least, basis.draw, basis.day, context);
		if (!stepped) {
			const days = graduated();
			floor = Math.max(floor, days.chosen + more);
			return daysOutcome(basis, wanted, days);
		}
		const result = steppedOutcome(basis, wanted, stepped.step, stepped.left);
		if (result.next > 0) floor = Math.max(floor, result.next + more);
		// Easy must beat what Good would give once its steps are over, not only its next step.
		if (grade === 3) floor = Math.max(floor, graduated().chosen + 1);
		return result;
	};
	return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}
