/** Answers one ask of a drill: reads what was typed, follows it through, and says what it speaks for. */
import type { GradeSuggestion } from './band.ts';
import type { AskBand, AskRecord } from './drill-attempt.ts';
import type { AskInstance, DrillInstance } from './drill-instance.ts';
import type { EntryFault } from './entry-fault.ts';
import { judgeFollowThrough, type FollowThrough } from './follow-through.ts';
import { requireDimension } from './format-quantity.ts';
import type { Verdict } from './judge.ts';
import type { Quantity } from './quantity.ts';
import { readEntry, type Reading } from './read-entry.ts';
import { soWhatOf } from './so-what.ts';

export interface AskAnswer {
	ask: AskInstance;
	/** As typed; '' where the ask was left open. */
	text: string;
	/** Absent where no amount was read. */
	reading?: Reading;
	/** Absent where the ask was left open. */
	verdict?: Verdict;
	/** Both results of an answer whose size was judged. */
	follow?: FollowThrough;
	band: AskBand;
	/** What the number decides, as an index of the options; absent until it is chosen. */
	choice?: number;
}

/** Reads an entry as the ask expects it. Never throws. */
export function readFor(
	ask: AskInstance,
	text: string,
	names: ReadonlyMap<string, Quantity> = new Map(),
): Reading | EntryFault {
	const { quantity } = ask.target;
	const { currency } = quantity;
	const expected = requireDimension(quantity);
	return readEntry(text, { expected, names, ...(currency ? { currency } : {}) });
}

/** Faults that are a verdict: the amount was understood, and is not what was asked for. */
const UNIT_FAULTS = {
	'missing-unit': 'missing-unit',
	'wrong-unit': 'wrong-unit',
	'money-not-asked': 'wrong-unit',
} as const;

/** The fault of the unit behind an entry that could not be taken; undefined for one that cannot be judged at all. */
export function unitFaultOf({ kind }: EntryFault): 'missing-unit' | 'wrong-unit' | undefined {
	return kind in UNIT_FAULTS ? UNIT_FAULTS[kind as keyof typeof UNIT_FAULTS] : undefined;
}

/**
 * The answer to an ask; undefined for an entry that nobody could judge, which the person has to mend first.
 * @param own the person's numbers by the names of inputs and earlier asks
 */
export function answerAsk(
	drill: DrillInstance,
	ask: AskInstance,
	text: string,
	own: ReadonlyMap<string, Quantity>,
	names: ReadonlyMap<string, Quantity> = new Map(),
): AskAnswer | undefined {
	const reading = readFor(ask, text, names);
	if (!reading.ok) {
		const fault = unitFaultOf(reading);
		if (!fault) return undefined;
		const { message, advice } = reading;
		const suggestion = { grade: 1 as const, also: [] };
		const verdict: Verdict = { kind: 'unit', fault, message, advice, suggestion };
		return { ask, text, verdict, band: fault };
	}
	const follow = judgeFollowThrough(drill, ask.id, reading.quantity, own);
	const { verdict } = follow;
	const band = verdict.kind === 'size' ? verdict.band : verdict.fault;
	return { ask, text, reading, verdict, follow, band };
}

/** An ask left open: the solution is shown, and it counts as not known. */
export function skipAsk(ask: AskInstance): AskAnswer {
	return { ask, text: '', band: 'skipped' };
}

/** What an answer speaks for. A number from which the wrong thing follows was not easy. */
export function suggestionOf({ ask, verdict, choice }: AskAnswer): GradeSuggestion {
	const { grade, also } = verdict?.suggestion ?? { grade: 1, also: [] };
	const wrong = choice !== undefined && !soWhatOf(ask)?.accepted.includes(choice);
	return { grade, also: wrong ? also.filter((other) => other !== 4) : also };
}

/** What is kept of an answer. */
export function recordOf({ ask, text, reading, verdict, band, choice }: AskAnswer): AskRecord {
	const sized = verdict?.kind === 'size' ? verdict : undefined;
	const ratio = sized ? (sized.side === 'under' ? 1 / sized.ratio : sized.ratio) : null;
	return {
		id: ask.id,
		text,
		value: reading?.quantity.value ?? null,
		ratio: ratio !== null && ratio > 0 && Number.isFinite(ratio) ? ratio : null,
		band,
		slips: (sized?.slips ?? []).map(({ kind, text: said }) => ({ kind, text: said })),
		...(choice === undefined ? {} : { choice }),
	};
}
