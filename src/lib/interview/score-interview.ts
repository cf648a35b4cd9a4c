/** The level that ticked lines show, by dimension and as a whole; never just a sum. */
import {
	INTERVIEW_LEVELS,
	RUBRIC_DIMENSIONS,
	type InterviewLevel,
	type RubricDimension,
} from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { GENERAL_LINES, type GeneralLine } from './general-lines.ts';

/** Where another person could check a tick: a note, a node of the drawing, or a minute. */
export type Pin =
	{ kind: 'note'; text: string } | { kind: 'node'; node: string } | { kind: 'minute'; at: number };

export interface Tick {
	/** Id of a line. */
	line: string;
	/** A tick without evidence does not count. */
	pin: Pin | null;
}

/** 0 below the bar, then mid, senior, staff. */
export type Reached = 0 | 1 | 2 | 3;

export interface DimensionScore {
	dimension: RubricDimension;
	reached: Reached;
	/** Ticked and all lines by level. */
	cells: Record<InterviewLevel, { ticked: number; of: number }>;
}

/** What caps the whole at "below mid", whatever the rest is like. */
export type Gate = 'no-path' | 'no-scale' | 'contradiction';

export interface InterviewScore {
	dimensions: DimensionScore[];
	gates: Gate[];
	/** What the interview reads as; undefined for below mid. */
	readsAs?: InterviewLevel;
	/** The two dimensions that hold it down, the heaviest first. */
	heldDownBy: RubricDimension[];
	/** How many dimensions reach the level that was aimed at. */
	atAim: number;
	/** In words: "senior on 5 of 8; depth and operation read as mid". */
	pattern: string;
}

/** Percent by dimension, in the order of the rubric. Our judgment of what each level is hired for. */
export const DIMENSION_WEIGHTS: Readonly<Record<InterviewLevel, readonly number[]>> = {
	mid: [15, 10, 15, 25, 10, 10, 5, 10],
	senior: [10, 8, 12, 18, 20, 14, 10, 8],
	staff: [12, 6, 8, 12, 20, 18, 14, 10],
};

const TWO_THIRDS = 2 / 3;
const MARGIN = 0.25;

/** The lines to tick: the question's own, and those that every question has. */
export function linesOf(question: Question): GeneralLine[] {
	const own = question.rubric.map(({ id, dimension, level, phase, line }) => ({
		...{ id, dimension, level, phase, line },
	}));
	return [...own, ...GENERAL_LINES];
}

/**
 * Scores ticks by the rubric: the level of a dimension is the highest at which two thirds of the lines are
 * ticked, and those of the levels below it too.
 * @param gates found by `findGates`, and a contradiction that the candidate admits
 * @param lines those that could be shown, where only a part of the interview was practiced
 */
export function scoreInterview(
	question: Question,
	ticks: readonly Tick[],
	aim: InterviewLevel,
	gates: readonly Gate[],
	lines: readonly Pick<GeneralLine, 'id' | 'dimension' | 'level'>[] = linesOf(question),
): InterviewScore {
	const ticked = new Set(ticks.filter(({ pin }) => pin !== null).map(({ line }) => line));
	const dimensions = RUBRIC_DIMENSIONS.flatMap((dimension) => {
		const own = lines.filter((each) => each.dimension === dimension);
		return own.length === 0 ? [] : scoreDimension(dimension, own, ticked);
	});
	// What was practiced alone says nothing about the whole.
	const whole = dimensions.length === RUBRIC_DIMENSIONS.length;
	const readsAs = gates.length > 0 || !whole ? undefined : levelOf(dimensions);
	const wanted = INTERVIEW_LEVELS.indexOf(aim) + 1;
	const short = dimensions
		.map(({ dimension, reached }) => ({
			...{ dimension, reached, lack: (wanted - reached) * weightOf(dimension, aim) },
		}))
		.filter(({ lack }) => lack > 0)
		.sort((a, b) => b.lack - a.lack);
	const atAim = dimensions.length - short.length;
	return {
		...{ dimensions, gates: [...gates], ...(readsAs ? { readsAs } : {}), atAim },
		heldDownBy: short.slice(0, 2).map(({ dimension }) => dimension),
		pattern: sayPattern(aim, atAim, dimensions.length, short),
	};
}

function scoreDimension(
	dimension: RubricDimension,
	lines: readonly Pick<GeneralLine, 'id' | 'level'>[],
	ticked: ReadonlySet<string>,
): DimensionScore {
	const count = (level: InterviewLevel) => {
		const own = lines.filter((each) => each.level === level);
		return { ticked: own.filter(({ id }) => ticked.has(id)).length, of: own.length };
	};
	const cells = { mid: count('mid'), senior: count('senior'), staff: count('staff') };
	let reached: Reached = 0;
	for (const level of INTERVIEW_LEVELS) {
		const { ticked: held, of } = cells[level];
		if (of === 0 || held / of < TWO_THIRDS - 1e-9) break;
		reached = (reached + 1) as Reached;
	}
	return { dimension, reached, cells };
}

/** The highest level whose weighted mean is near enough, with no dimension more than one level under it. */
function levelOf(dimensions: readonly DimensionScore[]): InterviewLevel | undefined {
	return INTERVIEW_LEVELS.findLast((level, at) => {
		const mean = dimensions.reduce(
			(sum, { dimension, reached }) => sum + reached * weightOf(dimension, level),
			0,
		);
		const wanted = at + 1;
		return mean / 100 >= wanted - MARGIN && dimensions.every((each) => each.reached >= wanted - 1);
	});
}

function weightOf(dimension: RubricDimension, level: InterviewLevel): number {
	return DIMENSION_WEIGHTS[level][RUBRIC_DIMENSIONS.indexOf(dimension)] ?? 0;
}

const NAMES = ['below mid', ...INTERVIEW_LEVELS] as const;

function sayPattern(
	aim: InterviewLevel,
	atAim: number,
	of: number,
	short: readonly { dimension: RubricDimension; reached: Reached }[],
): string {
	const whole = `${aim} on ${atAim} of ${of}`;
	const groups = NAMES.flatMap((name, reached) => {
		const own = short.filter((each) => each.reached === reached).map((each) => each.dimension);
		if (own.length === 0) return [];
		return `${listed(own)} ${own.length === 1 ? 'reads' : 'read'} as ${name}`;
	});
	return [whole, ...groups.reverse()].join('; ');
}

function listed(names: readonly string[]): string {
	return names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export interface Calibration {
	dimension: RubricDimension;
	/** Guessed less reached: above 0 for too high an opinion. */
	gap: number;
}

/** How far the levels that were guessed before ticking lie from those reached. */
export function calibrate(
	score: InterviewScore,
	predicted: Readonly<Partial<Record<RubricDimension, Reached>>>,
): { by: Calibration[]; mean: number } {
	const by = score.dimensions.flatMap(({ dimension, reached }) => {
		const guess = predicted[dimension];
		return guess === undefined ? [] : [{ dimension, gap: guess - reached }];
	});
	const sum = by.reduce((all, { gap }) => all + gap, 0);
	return { by, mean: by.length === 0 ? 0 : sum / by.length };
}
