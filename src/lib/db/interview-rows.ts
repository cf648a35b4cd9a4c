/** How interviews lie in the database: facts, drafts that are overwritten, recordings, and what may be edited. */
import type { InterviewLevel, Phase, RubricDimension } from '../content/question-terms.ts';
import type { Exercise } from '../interview/exercise.ts';
import type { InterviewEvent, Mode, Moment, Pane } from '../interview/interview-event.ts';
import type { Reached, Tick } from '../interview/score-interview.ts';

/** The fact that an interview began; never rewritten. */
export interface InterviewRow {
	id: string;
	/** Id and version of the question, and its title as it was then. */
	question: string;
	version: number;
	title: string;
	mode: Mode;
	level: InterviewLevel;
	/** Planned. */
	minutes: number;
	/** The phase that is practiced alone. */
	only?: Phase;
	/** The short practice that it is. */
	exercise?: Exercise;
	/** ms since the epoch. */
	t: number;
	/** Minutes east of UTC. */
	tz: number;
	/** Study day. */
	day: number;
	dev: string;
}

/** A fact of an interview, which it names. */
export type EventRow = InterviewEvent & { interview: string };

/**
 * The text of a pane as it was last typed. There is one only where it is newer than the last `pad` event of its
 * pane: that event takes it away.
 */
export interface Draft {
	interview: string;
	pane: Pane;
	text: string;
	at: Moment;
}

/** A piece of a talk-through that was recorded, without its bytes. */
export interface RecordingInfo {
	id: string;
	interview: string;
	/** Counts from 0 within the interview. */
	seq: number;
	/** When it began. */
	at: Moment;
	/** Its length. */
	ms: number;
	mime: string;
	/** Bytes. */
	size: number;
}

export interface RecordingBytes {
	id: string;
	bytes: ArrayBuffer;
}

/** What the candidate says of an interview afterwards. */
export interface Evaluation {
	/** Guessed before ticking. */
	predicted: Partial<Record<RubricDimension, Reached>>;
	ticks: Tick[];
	/** The candidate admits that the drawing contradicts what was said. */
	contradiction: boolean;
	/** When the result was shown, ms since the epoch. */
	finished?: number;
	/** The result in words, as `InterviewScore.pattern`. */
	pattern?: string;
	reached?: Partial<Record<RubricDimension, Reached>>;
	note?: string;
}
