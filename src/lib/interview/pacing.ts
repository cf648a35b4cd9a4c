/** What the interviewer says about the time, and when a curveball comes. */
import { STEPS, type Step } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { above, isOver, type Course } from './interview-course.ts';
import { MINUTE } from './plan.ts';

export interface Prompt {
	/** The same for the same occasion; the `prompt` event names it, and then it is not due again. */
	id: string;
	kind: 'nearly' | 'over' | 'nothing-drawn' | 'untraced';
	say: string;
}

const NEARLY = 0.8;
const NOTHING_DRAWN = 15;
const UNTRACED = 25;
const MODEL_LENGTH = 45;
/** A curveball waits as long for a design that is behind. */
const PATIENCE = 4;
/** In a deep dive the candidate leads; one who names nothing is asked after this time. */
const SILENCE = MINUTE;

const OVER: Readonly<Record<Step, string>> = {
	scope: 'Let us park that. What are the numbers that matter here?',
	numbers: 'Close enough. What are your calls, and what do you store?',
	interface: 'Let us leave it there. Draw me the whole of it.',
	drawing: 'I have the picture. Which part is worth taking apart?',
	depth: 'Let us stop here. What would give way first?',
	close: 'We are at the end. One last sentence.',
};

/** A moment that may come, in milliseconds from now; 0 or less for one that has. */
interface Upcoming<T> {
	in: number;
	what: T;
}

/** Prompts that are due now; none in an exam. */
export function duePrompts(course: Course): Prompt[] {
	return upcomingPrompts(course)
		.filter((each) => each.in <= 0)
		.map(({ what }) => what);
}

/** Ids of curveballs that are due now, the earliest first. */
export function dueCurveballs(course: Course, question: Question): string[] {
	return upcomingCurveballs(course, question)
		.filter((each) => each.in <= 0)
		.map(({ what }) => what);
}

/** Id of the probe that the interviewer asks by himself now, because the deep dive has no subject yet. */
export function dueProbe(course: Course, question: Question): string | undefined {
	return upcomingProbe(course, question).find((each) => each.in <= 0)?.what;
}

/** The probe to ask next at the level that is aimed at; undefined where all were asked. */
export function nextProbe(course: Course, { probes }: Question): string | undefined {
	const asked = new Set(course.probes.map(({ probe }) => probe));
	const level = course.started?.level ?? 'senior';
	return probes.find(({ id, level: own }) => !asked.has(id) && !above(own, level))?.id;
}

/** Milliseconds until the next prompt, probe, curveball or the end; null where nothing will happen by itself. */
export function nextChange(course: Course, question: Question): number | null {
	if (!course.started || course.paused || isOver(course)) return null;
	const times = [
		...upcomingPrompts(course).map((each) => each.in),
		...upcomingCurveballs(course, question).map((each) => each.in),
		...upcomingProbe(course, question).map((each) => each.in),
		course.limit - course.elapsed,
	].filter((ms) => ms > 0 && ms < Infinity);
	return times.length > 0 ? Math.min(...times) : null;
}

function upcomingPrompts(course: Course): Upcoming<Prompt>[] {
	const { started, step, elapsed, coverage, claimed } = course;
	if (!started || started.mode === 'exam' || course.paused || isOver(course)) return [];
	const budget = started.plan.steps.find((each) => each.step === step)?.budget ?? 0;
	const left = budget - course.spent[step];
	const last = budget - Math.round(budget * NEARLY);
	const minute = (at: number) => MINUTE * at * Math.min(1, started.plan.minutes / MODEL_LENGTH);
	const prompts: Upcoming<Prompt>[] = [
		{ in: left, what: { id: `over-${step}`, kind: 'over', say: OVER[step] } },
	];
	const said = new Set(course.prompts);
	if (left > 0 && !said.has(`over-${step}`)) {
		const say = `About ${sayLeft(Math.min(left, last))} left for this. What is still open?`;
		prompts.push({
			in: left - last,
			what: { id: `nearly-${step}`, kind: 'nearly', say },
		});
	}
	if (started.whole && coverage.boxes === 0) {
		const say = 'I see no drawing yet. A few boxes and arrows would help me follow you.';
		prompts.push({
			in: minute(NOTHING_DRAWN) - elapsed,
			what: { id: 'nothing-drawn', kind: 'nothing-drawn', say },
		});
	}
	if (started.whole && coverage.untraced.some((id) => claimed[id] !== true)) {
		// Says no requirement by name: the candidate may not have asked for it.
		const say = 'Take one request that must work, and walk it through your drawing.';
		prompts.push({
			in: minute(UNTRACED) - elapsed,
			what: { id: 'untraced', kind: 'untraced', say },
		});
	}
	return prompts.filter(({ what }) => !said.has(what.id));
}

function upcomingProbe(course: Course, question: Question): Upcoming<string>[] {
	const { started, step, spent, probes } = course;
	if (!started || step !== 'depth' || probes.length > 0) return [];
	if (started.exercise || course.paused || isOver(course)) return [];
	const what = nextProbe(course, question);
	return what === undefined ? [] : [{ in: SILENCE - spent.depth, what }];
}

function upcomingCurveballs(course: Course, { curveballs }: Question): Upcoming<string>[] {
	const { started } = course;
	if (!started?.whole || course.paused || isOver(course)) return [];
	const shown = new Set(course.curveballs.map(({ curveball }) => curveball));
	const scale = (started.plan.minutes / MODEL_LENGTH) * MINUTE;
	const late = course.visited.every((step) => STEPS.indexOf(step) <= STEPS.indexOf('drawing'));
	return curveballs
		.filter(({ id, level }) => !shown.has(id) && !above(level, started.level))
		.map(({ id, at }) => ({
			in: (at + (late ? PATIENCE : 0)) * scale - course.elapsed,
			what: id,
		}));
}

function sayLeft(ms: number): string {
	const minutes = Math.round(ms / MINUTE);
	if (minutes < 1) return 'half a minute';
	return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
