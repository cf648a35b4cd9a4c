/** The course of an interview so far: what the facts add up to, one after the other. */
import type { InterviewLevel, Step } from '../content/question-terms.ts';
import { INTERVIEW_LEVELS } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { coverDrawing, type DrawingCoverage } from './drawing-coverage.ts';
import { STEP_OF_EXERCISE, type Exercise } from './exercise.ts';
import {
	HINTS,
	type Hint,
	type InterviewEvent,
	type Mode,
	type Moment,
	type Pane,
} from './interview-event.ts';
import { passedTime } from './passed-time.ts';
import { MINUTE, planInterview, type Plan } from './plan.ts';

/** A stretch in which the page was away. It counts until the person says that it was none. */
export interface Gap {
	/** Id of the event behind which it lies; `discount` names it. */
	after: string;
	/** In milliseconds. */
	ms: number;
	/**
	 * What leaving it out gives back: less than `ms` where the time ran out meanwhile, and nothing in an exam, but
	 * for a clock that was changed under a living page.
	 */
	refund: number;
	step: Step;
	counted: boolean;
}

export interface Asked {
	text: string;
	/** The clarifying question that was answered; null for the fallback. */
	answers: string | null;
	/** What the interviewer said. */
	answer: string;
	/** Milliseconds of the interview at which it was asked. */
	at: number;
}

/** A probe that was asked, and what was given or asked after it. */
export interface AskedProbe {
	probe: string;
	at: number;
	hints: Hint[];
	/** Where the candidate wanted to go, in their words. */
	lead?: string;
	/** When the interviewer asked on. */
	followedUp?: number;
}

/** All that replaying facts gives, apart from what the time since the last one adds. */
export interface Course {
	started?: {
		mode: Mode;
		level: InterviewLevel;
		plan: Plan;
		whole: boolean;
		exercise?: Exercise;
	};
	last?: { id: string; at: Moment };
	/** Milliseconds that count, at most the limit. */
	elapsed: number;
	/** Infinite where it was taken off. */
	limit: number;
	paused: boolean;
	/** When the candidate ended it, in milliseconds of the interview. */
	endedAt?: number;
	step: Step;
	/** Steps entered, in order, each once. */
	visited: Step[];
	/** Milliseconds by step. */
	spent: Record<Step, number>;
	gaps: Gap[];
	asked: Asked[];
	probes: AskedProbe[];
	curveballs: { curveball: string; at: number; broke: string }[];
	prompts: string[];
	pad: Record<Pane, string>;
	/** What was typed when the time was up: kept, and no part of the interview unless time is given back. */
	late: Partial<Record<Pane, string>>;
	/** The last stroke in each pane. */
	strokes: Partial<Record<Pane, Moment>>;
	coverage: DrawingCoverage;
	/** What the candidate says of requirements by id, over what the drawing shows. */
	claimed: Record<string, boolean>;
}

type PadEvent = Extract<InterviewEvent, { kind: 'pad' }>;

/** Before anything has happened. */
export function newCourse(question: Question): Course {
	return {
		...{ elapsed: 0, limit: Infinity, paused: false, step: 'scope', visited: [] },
		spent: { scope: 0, numbers: 0, interface: 0, drawing: 0, depth: 0, close: 0 },
		...{ gaps: [], asked: [], probes: [], curveballs: [], prompts: [] },
		pad: {
			requirements: '',
			estimates: '',
			api: '',
			data: '',
			diagram: '',
			notes: '',
			'trade-offs': '',
		},
		...{ late: {}, strokes: {}, coverage: coverDrawing(question, ''), claimed: {} },
	};
}

/** Whether the time is up, or the candidate has ended it. */
export function isOver(course: Course): boolean {
	return course.endedAt !== undefined || course.elapsed >= course.limit;
}

/** The course with the time up to a moment in it. `after` is the id of the last event. */
export function advance(course: Course, to: Moment): Course {
	if (!course.last || !course.started) return course;
	const { ms, away } = passedTime(course.last.at, to);
	if (course.paused || isOver(course) || ms === 0) return course;
	const room = course.limit - course.elapsed;
	const added = Math.min(ms, room);
	// Whoever leaves an exam and comes back has had that time.
	const fixed = course.started.mode === 'exam' && course.last.at.page !== to.page;
	const refund = fixed ? 0 : added - Math.min(ms - away, room);
	const { step } = course;
	const gap = { after: course.last.id, ms: away, refund, step, counted: true };
	return {
		...course,
		elapsed: course.elapsed + added,
		spent: { ...course.spent, [step]: course.spent[step] + added },
		gaps: away > 0 ? [...course.gaps, gap] : course.gaps,
	};
}

/** The course after one more fact. A fact that makes no sense where it stands changes nothing but the time. */
export function applyEvent(before: Course, event: InterviewEvent, question: Question): Course {
	const course = {
		...advance(before, event.at),
		last: { id: event.id, at: laterOf(before.last?.at, event) },
	};
	const { started } = course;
	if (!started) return event.kind === 'start' ? start(course, event) : before;
	if (event.kind === 'discount') return reopen(discount(course, event.after), question);
	if (event.kind === 'pad') {
		return isOlder(event, before) ? course : write(course, event, question);
	}
	const practice = started.mode === 'practice';
	if (practice && course.endedAt === undefined) {
		if (event.kind === 'extend' && event.minutes > 0) {
			return reopen({ ...course, limit: course.limit + event.minutes * MINUTE }, question);
		}
		if (event.kind === 'limit-off') return reopen({ ...course, limit: Infinity }, question);
	}
	if (isOver(course)) return course;
	if (event.kind === 'end') return { ...course, paused: false, endedAt: course.elapsed };
	if (event.kind === 'resume') return { ...course, paused: false };
	if (event.kind === 'pause') return practice ? { ...course, paused: true } : course;
	return course.paused ? course : happen(course, event, question, started);
}

/**
 * What is stamped with its last stroke may be stored behind a later fact, also one of another page: time that was
 * counted is not counted again.
 */
function laterOf(last: Moment | undefined, { kind, at }: InterviewEvent): Moment {
	if (!last) return at;
	// Anything else of another page may come from a clock that was set back, and counts from there.
	const behind =
		last.page === at.page ? last.mono > at.mono : kind === 'pad' && last.wall > at.wall;
	return behind ? last : at;
}

/** Whether a pane was written in since: a page that woke late stores what it held, behind the page that went on. */
function isOlder({ pane, at }: PadEvent, { strokes, last }: Course): boolean {
	const stroke = strokes[pane];
	if (!stroke) return false;
	if (stroke.page === at.page) return stroke.mono > at.mono;
	// The clock alone proves nothing: it may have been set back before the page that writes now was opened.
	return last?.at.page !== at.page && stroke.wall > at.wall;
}

function start(course: Course, event: InterviewEvent & { kind: 'start' }): Course {
	const { mode, level, only, exercise } = event;
	const plan = planInterview(event.minutes, exercise ? STEP_OF_EXERCISE[exercise.kind] : only);
	const step = plan.steps[0]?.step ?? 'scope';
	const whole = only === undefined && exercise === undefined;
	const started = { mode, level, plan, whole, ...(exercise ? { exercise } : {}) };
	return { ...course, started, limit: plan.total, step, visited: [step] };
}

function discount(course: Course, after: string): Course {
	const gap = course.gaps.find((each) => each.after === after && each.counted);
	if (!gap || course.endedAt !== undefined) return course;
	return {
		...course,
		elapsed: course.elapsed - gap.refund,
		spent: { ...course.spent, [gap.step]: course.spent[gap.step] - gap.refund },
		gaps: course.gaps.map((each) => (each === gap ? { ...each, counted: false } : each)),
	};
}

/** Time was given back: what was typed without it belongs to the interview after all. */
function reopen(course: Course, question: Question): Course {
	if (isOver(course)) return course;
	const { diagram } = course.late;
	const coverage = diagram === undefined ? course.coverage : coverDrawing(question, diagram);
	return { ...course, pad: { ...course.pad, ...course.late }, late: {}, coverage };
}

function write(course: Course, { pane, text, at }: PadEvent, question: Question): Course {
	const strokes = { ...course.strokes, [pane]: at };
	if (isOver(course)) {
		const late = { ...course.late, [pane]: text };
		// The same text again is nothing beside the interview.
		if (text === course.pad[pane]) delete late[pane];
		return { ...course, strokes, late };
	}
	const coverage = pane === 'diagram' ? coverDrawing(question, text) : course.coverage;
	return { ...course, strokes, pad: { ...course.pad, [pane]: text }, coverage };
}

function happen(
	course: Course,
	event: InterviewEvent,
	question: Question,
	{ mode, level, plan }: NonNullable<Course['started']>,
): Course {
	const at = course.elapsed;
	switch (event.kind) {
		case 'step': {
			if (!plan.steps.some(({ step }) => step === event.to)) return course;
			const visited = [...new Set([...course.visited, event.to])];
			return { ...course, step: event.to, visited };
		}
		case 'ask': {
			const known = question.clarify.find(({ id }) => id === event.answers);
			const answer = known?.a ?? question.fallback_answer;
			const asked = { text: event.text, answers: known?.id ?? null, answer, at };
			return { ...course, asked: [...course.asked, asked] };
		}
		case 'probe': {
			const { probe, lead } = event;
			const known = question.probes.some(({ id }) => id === probe);
			if (!known || course.probes.some((each) => each.probe === probe)) return course;
			const asked = { probe, at, hints: [], ...(lead === undefined ? {} : { lead }) };
			return { ...course, probes: [...course.probes, asked] };
		}
		case 'follow-up':
			return {
				...course,
				probes: course.probes.map((each) =>
					each.probe === event.probe ? { ...each, followedUp: each.followedUp ?? at } : each,
				),
			};
		case 'hint':
			if (mode === 'exam') return course;
			return {
				...course,
				probes: course.probes.map((each) =>
					each.probe === event.probe && HINTS[each.hints.length] === event.hint
						? { ...each, hints: [...each.hints, event.hint] }
						: each,
				),
			};
		case 'curveball': {
			const known = question.curveballs.find(({ id }) => id === event.curveball);
			const shown = course.curveballs.some(({ curveball }) => curveball === event.curveball);
			if (!known || shown || above(known.level, level)) return course;
			const thrown = { curveball: known.id, at, broke: '' };
			return { ...course, curveballs: [...course.curveballs, thrown] };
		}
		case 'broke':
			return {
				...course,
				curveballs: course.curveballs.map((each) =>
					each.curveball === event.curveball ? { ...each, broke: event.text } : each,
				),
			};
		case 'prompt':
			return { ...course, prompts: [...new Set([...course.prompts, event.prompt])] };
		case 'trace': {
			const { must, nice, nfr } = question.requirements;
			const known = [...must, ...nice, ...nfr].some(({ id }) => id === event.requirement);
			if (!known) return course;
			return { ...course, claimed: { ...course.claimed, [event.requirement]: event.traced } };
		}
		default:
			return course;
	}
}

/** Whether something is meant for a higher level than was aimed at. */
export function above(level: InterviewLevel, aimed: InterviewLevel): boolean {
	return INTERVIEW_LEVELS.indexOf(level) > INTERVIEW_LEVELS.indexOf(aimed);
}
