/** What is summed for each study day of a deck, as places in one array of whole numbers. */
import { GRADES, type Grade } from '../scheduler/review.ts';

/**
 * What an answer was to a card: `learn` and `relearn` in steps, `young` and `mature` in review by the
 * interval that had been given before, `cram` without effect on the schedule.
 */
export const ANSWER_CLASSES = ['learn', 'relearn', 'young', 'mature', 'cram'] as const;
export type AnswerClass = (typeof ANSWER_CLASSES)[number];

/** Days of interval from which a card is called mature. */
export const MATURE_DAYS = 21;

/** Kept by day: the cards that came back, by what they were. */
export const RECALL_CLASSES = ['young', 'mature'] as const;
export type RecallClass = (typeof RECALL_CLASSES)[number];

const HOURS = 24;
const MS = ANSWER_CLASSES.length * GRADES.length;
const STARTED = MS + ANSWER_CLASSES.length;
const RECALL = STARTED + 1;
const HOUR_ANSWERS = RECALL + 2 * RECALL_CLASSES.length;
const HOUR_RECALL = HOUR_ANSWERS + HOURS;

const FORESEEN = HOUR_RECALL + 2 * HOURS;

/** Borders between the bins of foreseen recall, the first and the last included. */
export const RECALL_BORDERS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1] as const;
/** Bins of foreseen recall. */
export const RECALL_BINS = RECALL_BORDERS.length - 1;
/** Foreseen recall is summed in thousandths, as sums are whole numbers. */
export const FORESEEN_SCALE = 1000;

/** The bin of a probability of recall. */
export function binOfRecall(recall: number): number {
	let bin = RECALL_BINS - 1;
	while (bin > 0 && recall < (RECALL_BORDERS[bin] ?? 0)) bin -= 1;
	return bin;
}

/** Numbers in the sums of a day. */
export const DAY_SUMS = FORESEEN + 3 * RECALL_BINS;

/** The places of the sums. */
export const placeOf = {
	/** Answers by class and button. */
	answers: (kind: AnswerClass, grade: Grade) =>
		ANSWER_CLASSES.indexOf(kind) * GRADES.length + grade - 1,
	/** Milliseconds of answering by class. */
	ms: (kind: AnswerClass) => MS + ANSWER_CLASSES.indexOf(kind),
	/** Cards answered for the first time. */
	started: STARTED,
	/** Cards that came back after a day or more. */
	asked: (kind: RecallClass) => RECALL + 2 * RECALL_CLASSES.indexOf(kind),
	/** Of these, those recalled. */
	recalled: (kind: RecallClass) => RECALL + 2 * RECALL_CLASSES.indexOf(kind) + 1,
	/** Answers in an hour of the day, 0 to 23. */
	hourAnswers: (hour: number) => HOUR_ANSWERS + hour,
	hourAsked: (hour: number) => HOUR_RECALL + 2 * hour,
	hourRecalled: (hour: number) => HOUR_RECALL + 2 * hour + 1,
	/** Cards that came back with a foreseen recall in a bin. */
	foreseenAsked: (bin: number) => FORESEEN + 3 * bin,
	/** Of these, those recalled. */
	foreseenRecalled: (bin: number) => FORESEEN + 3 * bin + 1,
	/** The foreseen recall of these, summed, in `FORESEEN_SCALE`. */
	foreseen: (bin: number) => FORESEEN + 3 * bin + 2,
} as const;

/** Places of what is summed for each group of cards. */
export const GROUP_PLACES = {
	answers: 0,
	ms: 1,
	asked: 2,
	recalled: 3,
	/** Change in the number of cards that are begun; negative where one was forgotten by hand. */
	started: 4,
	/** Change in the number of cards whose interval is that of a mature one; may be negative. */
	held: 5,
} as const;

/** Numbers in the sums of a group on a day. */
export const GROUP_SUMS = Object.keys(GROUP_PLACES).length;
