/** An interview as frames on the clock of the interview, for a scrubber that shows how it came about. */
import type { Phase, Step } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { advance, applyEvent, isOver, newCourse, type Course } from './interview-course.ts';
import { inOrder, type InterviewEvent, type Moment, type Pane } from './interview-event.ts';
import { PHASE_OF } from './plan.ts';
import type { SpokenLine } from './spoken-line.ts';

/** Something changed. */
export interface ReplayFrame {
	/** Milliseconds of the interview; never less than in the frame before. */
	at: number;
	step: Step;
	/** The pane that was written in. */
	pane?: Pane;
	/** Every pane as it stood from here on; `diagram` is the text of the drawing. */
	pad: Readonly<Record<Pane, string>>;
}

/** A stretch of the bar. */
export interface ReplayStretch {
	step: Step;
	phase: Phase;
	/** In milliseconds of the interview. */
	from: number;
	to: number;
}

/** A mark on the bar. */
export interface ReplayMark {
	at: number;
	kind: 'curveball' | 'probe';
	/** Id of the curveball or probe. */
	about: string;
}

export interface Replay {
	/** Milliseconds of the interview in all. */
	length: number;
	/** In order; the first is its beginning. Empty for one that never began. */
	frames: ReplayFrame[];
	stretches: ReplayStretch[];
	marks: ReplayMark[];
}

/** The facts on the clock of the interview. What was typed when the time was up is no part of it. */
export function replayFrames(events: readonly InterviewEvent[], question: Question): Replay {
	const frames: ReplayFrame[] = [];
	const marks: ReplayMark[] = [];
	let course = newCourse(question);
	for (const event of inOrder(events)) {
		const before = course;
		course = applyEvent(before, event, question);
		if (!course.started) continue;
		const pane = event.kind === 'pad' && course.pad !== before.pad ? event.pane : undefined;
		const { elapsed: at, step, pad } = course;
		const changed = frames.length === 0 || pane !== undefined || step !== before.step;
		if (changed) frames.push({ at, step, ...(pane ? { pane } : {}), pad });
		const probe = course.probes[before.probes.length];
		const thrown = course.curveballs[before.curveballs.length];
		if (probe) marks.push({ at, kind: 'probe', about: probe.probe });
		if (thrown) marks.push({ at, kind: 'curveball', about: thrown.curveball });
	}
	const length = course.elapsed;
	settle(frames, length);
	settle(marks, length);
	return { length, frames, stretches: stretchesOf(frames, length), marks };
}

/** The lines of a conversation on the clock of a replay, in their order. */
export function settleLines<T extends SpokenLine>(lines: readonly T[], { length }: Replay): T[] {
	const own = lines.map((line) => ({ ...line }));
	settle(own, length);
	return own;
}

/** A stretch that was left out later takes back what happened in it: nothing may come after what followed. */
function settle(list: { at: number }[], length: number): void {
	let next = length;
	for (const each of list.toReversed()) each.at = next = Math.min(each.at, next);
}

function stretchesOf(frames: readonly ReplayFrame[], length: number): ReplayStretch[] {
	const stretches: ReplayStretch[] = [];
	for (const { at, step } of frames) {
		const last = stretches.at(-1);
		if (last?.step === step) continue;
		if (last) last.to = at;
		stretches.push({ step, phase: PHASE_OF[step], from: at, to: length });
	}
	return stretches.filter(({ from, to }) => to > from);
}

/** The frame that holds at a moment, in milliseconds of the interview; undefined before the first. */
export function frameAt({ frames }: Replay, ms: number): ReplayFrame | undefined {
	let [low, high] = [0, frames.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((frames[middle]?.at ?? Infinity) <= ms) low = middle + 1;
		else high = middle;
	}
	return frames[low - 1];
}

/** The moments at which a pane was written in: where a scrubber stops when one steps from change to change. */
export function changesOf({ frames }: Replay, pane: Pane): number[] {
	return [...new Set(frames.flatMap((frame) => (frame.pane === pane ? frame.at : [])))];
}

/**
 * Where moments of the device lie on the clock of the interview, in milliseconds: for recordings, which know only
 * when they began.
 */
export function clockTimes(
	events: readonly InterviewEvent[],
	question: Question,
	moments: readonly Moment[],
): number[] {
	let course = newCourse(question);
	const courses: Course[] = inOrder(events).map(
		(event) => (course = applyEvent(course, event, question)),
	);
	const length = course.elapsed;
	return moments.map((moment) => {
		const last = courses.findLast(({ last: fact }) => fact && !isAfter(fact.at, moment));
		if (!last) return 0;
		const at = isOver(last) ? last.elapsed : advance(last, moment).elapsed;
		return Math.min(at, length);
	});
}

/** Within one life of a page by the clock that only goes forward. */
function isAfter(a: Moment, b: Moment): boolean {
	return a.page === b.page ? a.mono > b.mono : a.wall > b.wall;
}
