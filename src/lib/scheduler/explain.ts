/** "Why this date?": the reasons of an interval in plain words, with the numbers. */
import type { CardState } from './card-state.ts';
import type { IntervalTrace } from './outcome.ts';
import type { Preset } from './preset.ts';
import type { Moment } from './study-day.ts';

export interface Explanation {
	/** One sentence that answers the question. */
	headline: string;
	/** Short sentences, in the order in which the scheduler reasoned. */
	reasons: string[];
	/** The numbers for a table. */
	numbers: { label: string; value: string }[];
}

/** Why an answer leads to its date. */
export function explainInterval(trace: IntervalTrace, now: Moment): Explanation {
	throw new Error(`Not written yet: ${trace.grade} ${now.day}`);
}

/** Why a card stands where it stands, in every state: new, in a step, due, suspended, buried. */
export function explainCard(card: CardState, preset: Preset, now: Moment): Explanation {
	throw new Error(`Not written yet: ${card.id} ${preset.id} ${now.day}`);
}
