/** What an answer would lead to, and every number that led there. */
import type { MemoryState } from './memory-model.ts';
import type { EasyDay, Preset } from './preset.ts';
import type { Grade, Phase } from './review.ts';
import type { Moment } from './study-day.ts';

/** What an answer depends on besides the card. */
export interface AnswerContext {
	now: Moment;
	preset: Preset;
	/** Cards due on a study day, as far as known; only asked where the preset balances load. */
	load(day: number): number;
}

/** How a whole number of days was chosen. */
export interface DaysTrace {
	/** The bounds within which chance or load balance chose, both included. */
	lower: number;
	upper: number;
	/** The least that was allowed: longer than the last interval or than the button to the left. */
	minimum: number;
	maximum: number;
	/** What chance alone would have given. */
	byChance: number;
	chosen: number;
	balanced: boolean;
	/** The rule of the chosen weekday. */
	easyDay: EasyDay;
	/** Days of the range that an easy-day rule made less likely. */
	easyDaysInRange: number;
}

/** How a learning step was chosen. */
export interface StepTrace {
	/** `step`: from the preset's list; `model`: no steps, and FSRS wants less than half a day. */
	source: 'step' | 'model';
	/** 1 for the first step; 0 for `model`. */
	number: number;
	/** How many steps the preset has. */
	of: number;
	/** Seconds before any chance was added. */
	seconds: number;
	/** Seconds added so that cards learned together do not stay together. */
	fuzz: number;
	/** The step ends after this study day does, so it counts in days. */
	crossesRollover: boolean;
}

export interface IntervalTrace {
	grade: Grade;
	from: Phase;
	to: Phase;
	/** Study days since the last answer; `null` for a first answer. */
	elapsedDays: number | null;
	/** The last interval in days, 0 for none: the card was early or late by comparison with it. */
	lastInterval: number;
	/** Probability of recall at the answer; `null` for a first answer. */
	retrievability: number | null;
	/** `null` for a first answer. */
	before: MemoryState | null;
	after: MemoryState;
	target: number;
	/** Days at which recall falls to the target, before rounding. */
	rawDays: number;
	/** `null` where a step decided. */
	days: DaysTrace | null;
	/** `null` where FSRS decided. */
	step: StepTrace | null;
}

/** What one button leads to. */
export interface Outcome {
	grade: Grade;
	phase: Phase;
	/** Steps left. */
	left: number;
	/** As in `Review.next`: days when positive, seconds when negative. */
	next: number;
	/** What the button shows, in the unit of `next`: a step without the seconds added by chance. */
	shown: number;
	/** ms since the epoch when `intraday`, else a study day. */
	due: number;
	intraday: boolean;
	memory: MemoryState;
	trace: IntervalTrace;
}
