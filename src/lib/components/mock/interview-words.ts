/** What belongs into each part of an interview, what the choices of its setup are called, and how its time is said. */
import type { Step } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import type { ExerciseKind } from '$lib/interview/exercise.ts';
import type { Hint, Mode, Pane } from '$lib/interview/interview-event.ts';
import { MINUTE } from '$lib/interview/plan.ts';

/** What belongs into a step. */
export const STEP_GUIDE: Readonly<Record<Step, string>> = {
	scope: 'Ask who uses it, how much and how fast. Write down what it must do and how well.',
	numbers: 'Rates, sizes and the peak, rounded. Say what each number decides.',
	interface: 'The main calls, what is stored, and by which key it is read.',
	drawing: 'Boxes and arrows for every requirement. Walk one request through.',
	depth: 'Take one or two parts apart: how it works, where it ends, how it fails.',
	close: 'What gives way first, what you would watch, what comes next.',
};

/** The pane that a step is mostly written in. */
export const PANE_OF_STEP: Readonly<Record<Step, Pane>> = {
	scope: 'requirements',
	numbers: 'estimates',
	interface: 'api',
	drawing: 'diagram',
	depth: 'trade-offs',
	close: 'notes',
};

export const PANE_NAMES: Readonly<Record<Pane, string>> = {
	requirements: 'Requirements',
	estimates: 'Estimates',
	api: 'API',
	data: 'Data',
	diagram: 'Drawing',
	notes: 'Notes',
	'trade-offs': 'Trade-offs',
};

/** What an empty pane says. */
export const PANE_HINTS: Readonly<Record<Exclude<Pane, 'requirements' | 'diagram'>, string>> = {
	estimates: 'reads = 6M × 100 / day',
	api: 'POST /links {url, alias?} → 201 {code}',
	data: 'link: key code; fields url, owner, expires_at; read by code',
	notes: 'What you say aloud, in a few words',
	'trade-offs': 'Options, what decides, what the choice costs, what would change it',
};

export const DIFFICULTY_NAMES: Readonly<Record<Question['difficulty'], string>> = {
	'warm-up': 'Warm-up',
	core: 'Core',
	hard: 'Hard',
};

export const KIND_NAMES: Readonly<Record<Question['kind'], string>> = {
	product: 'Product',
	infrastructure: 'Infrastructure',
};

export const MODE_NAMES: Readonly<Record<Mode, string>> = { practice: 'Practice', exam: 'Exam' };

export const MODE_LINES: Readonly<Record<Mode, string>> = {
	practice: 'You may pause and get hints, and the interviewer minds the time.',
	exam: 'No pause, no hints, nobody minds the time but you.',
};

export const HINT_NAMES: Readonly<Record<Hint, string>> = {
	nudge: 'A nudge',
	prescribe: 'Where to look',
	sketch: 'A sketch',
};

export const EXERCISE_NAMES: Readonly<Record<ExerciseKind, string>> = {
	clarify: 'Clarify only',
	estimate: 'Estimate only',
	probe: 'One deep dive',
	curveball: 'One change',
	flaw: 'Spot the flaw',
	defend: 'Defend the other option',
};

export const EXERCISE_LINES: Readonly<Record<ExerciseKind, string>> = {
	clarify: 'Ask what the design depends on, and write down the scope',
	estimate: 'The numbers that decide something, and what they decide',
	probe: 'One question about a finished design, two levels down',
	curveball: 'A requirement changes: say what breaks, then mend it',
	flaw: 'A drawing lacks one box: find it and say what goes wrong',
	defend: 'Argue for the option that you would not have taken',
};

/** A stretch of time as a clock shows it: `23:10`; what is left of a second still counts as one. */
export function clockOf(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A moment of the interview: `31:40`. */
export function momentOf(ms: number): string {
	return clockOf(Math.floor(ms / 1000) * 1000);
}

/** Whole and half minutes of a plan: `2`, `4.5`. */
export function minutesOf(ms: number): string {
	return String(Math.round((ms / MINUTE) * 10) / 10);
}

/** A stretch in words: `12 minutes`. */
export function minutesInWords(ms: number): string {
	const minutes = Math.round(ms / MINUTE);
	if (minutes >= 120) return `${Math.round(minutes / 60)} hours`;
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
