/** The state of an interview: what its facts add up to at a given moment. */
import type { InterviewLevel, Phase, Step } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { advance, applyEvent, isOver, newCourse, type Course } from './interview-course.ts';
import { inOrder, type InterviewEvent, type Mode, type Moment } from './interview-event.ts';
import type { Exercise } from './exercise.ts';
import { dueCurveballs, dueProbe, duePrompts, nextChange, type Prompt } from './pacing.ts';
import { PHASE_OF, type Plan } from './plan.ts';

type Kept = Pick<
	Course,
	| 'elapsed'
	| 'step'
	| 'visited'
	| 'spent'
	| 'gaps'
	| 'asked'
	| 'probes'
	| 'curveballs'
	| 'pad'
	| 'late'
	| 'coverage'
>;

/** All that a screen shows of a running interview. Times are milliseconds that count: pauses do not. */
export interface InterviewState extends Kept {
	status: 'waiting' | 'running' | 'paused' | 'ended';
	ended?: { why: 'time' | 'choice'; at: number };
	mode: Mode;
	level: InterviewLevel;
	plan?: Plan;
	/** The one thing that is practiced, in a short practice. */
	exercise?: Exercise;
	/** Null where there is no limit. */
	remaining: number | null;
	phase: Phase;
	/** Of the current step: its budget, and what is left of it (below 0 when it is overrun). */
	budget: number;
	left: number;
	/** To say now; after saying one, append its `prompt` event. */
	prompts: Prompt[];
	/** To throw now, by id; after throwing one, append its `curveball` event. */
	curveballsDue: string[];
	/** To ask now, by id; after asking it, append its `probe` event. */
	probeDue?: string;
	/** Ids whose text may be on the screen: answered questions, asked probes, thrown curveballs. */
	revealed: string[];
	/** Must-haves without a path. Not for the candidate's eyes before the end. */
	untraced: string[];
	/** Milliseconds until something changes by itself: set one timer for it. Null where nothing will. */
	nextIn: number | null;
}

/**
 * Replays the facts of one interview. The order in which they come and repeats make no difference; facts that make
 * no sense are passed over; never throws. Remaining time comes from the stamps alone, so a reload, a locked phone
 * or a clock that was changed leave it right.
 * @param now the present moment; before the last event it counts as that
 */
export function replayInterview(
	events: readonly InterviewEvent[],
	question: Question,
	now: Moment,
): InterviewState {
	const course = inOrder(events).reduce(
		(before, event) => applyEvent(before, event, question),
		newCourse(question),
	);
	return observe(course, question, now);
}

/** The state at a moment after the last fact; for a screen that keeps the course and adds facts one by one. */
export function observe(before: Course, question: Question, now: Moment): InterviewState {
	const course = advance(before, now);
	const { started, step, elapsed, limit } = course;
	const over = started !== undefined && isOver(course);
	const budget = started?.plan.steps.find((each) => each.step === step)?.budget ?? 0;
	const why = course.endedAt === undefined ? 'time' : 'choice';
	const probeDue = dueProbe(course, question);
	return {
		status: !started ? 'waiting' : over ? 'ended' : course.paused ? 'paused' : 'running',
		...(over ? { ended: { why, at: course.endedAt ?? elapsed } } : {}),
		mode: started?.mode ?? 'practice',
		level: started?.level ?? 'senior',
		...(started ? { plan: started.plan } : {}),
		...(started?.exercise ? { exercise: started.exercise } : {}),
		remaining: limit === Infinity ? null : Math.max(0, limit - elapsed),
		phase: PHASE_OF[step],
		budget,
		left: budget - course.spent[step],
		prompts: duePrompts(course),
		curveballsDue: dueCurveballs(course, question),
		...(probeDue === undefined ? {} : { probeDue }),
		revealed: revealedBy(course),
		untraced: course.coverage.untraced.filter((id) => course.claimed[id] !== true),
		nextIn: nextChange(course, question),
		...kept(course),
	};
}

function kept({ elapsed, step, visited, spent, gaps, ...rest }: Course): Kept {
	const { asked, probes, curveballs, pad, late, coverage } = rest;
	return { elapsed, step, visited, spent, gaps, asked, probes, curveballs, pad, late, coverage };
}

function revealedBy({ asked, probes, curveballs }: Course): string[] {
	const ids = [
		...asked.flatMap(({ answers }) => answers ?? []),
		...probes.map(({ probe }) => probe),
		...curveballs.map(({ curveball }) => curveball),
	];
	return [...new Set(ids)];
}

/** Budget and time spent by step, for the evaluation. */
export function timeByStep(state: InterviewState): { step: Step; budget: number; spent: number }[] {
	return (state.plan?.steps ?? []).map(({ step, budget }) => ({
		...{ step, budget, spent: state.spent[step] },
	}));
}
