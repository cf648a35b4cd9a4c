/** One go at a drill as it is kept: a fact from which, with the template, the whole drill can be made again. */
import type { Band } from './band.ts';
import type { UnitVerdict } from './judge.ts';
import type { SlipKind } from './slip.ts';

/** `review` is a drill that came up in Today; the others are begun from Estimate. */
export const DRILL_MODES = ['single', 'quick', 'daily', 'review'] as const;
export type DrillMode = (typeof DRILL_MODES)[number];

/** How an ask went: the band of its size, why its size was not looked at, or that it was left open. */
export type AskBand = Band | UnitVerdict['fault'] | 'skipped';

export interface AskRecord {
	/** The id of the ask in its template. */
	id: string;
	/** As typed; '' where it was left open. */
	text: string;
	/** In canonical units; `null` where no amount was read. */
	value: number | null;
	/** Answer to target, above 1 for too much; `null` where the size was not judged, or is without bound. */
	ratio: number | null;
	band: AskBand;
	slips: { kind: SlipKind; text: string }[];
	/** Which decision was chosen, by its place among the options; absent where none was. */
	choice?: number;
}

export interface DrillAttempt {
	/** UUIDv7. */
	id: string;
	/** ms since the epoch. */
	t: number;
	/** Minutes east of UTC at `t`. */
	tz: number;
	/** Study day at `t`. */
	day: number;
	/** Id of the device that wrote it. */
	dev: string;
	/** The template's id. */
	drill: string;
	seed: string;
	mode: DrillMode;
	/** The review that its grade made; absent for practice that leaves the schedule alone. */
	reviewId?: string;
	asks: AskRecord[];
	/** What was assumed in place of given numbers, as typed, by the name of the input. */
	assumed?: Record<string, string>;
	/** Lines of the scratch pad, as typed. */
	pad: string[];
	/** ms of answering. */
	duration: number;
	/** Undone, together with its review. Never stored with the fact. */
	void?: boolean;
}
