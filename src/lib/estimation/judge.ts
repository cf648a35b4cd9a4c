/** Judges an answer as an interviewer does: the unit first, then the size by its order, then the likely slip. */
import { bandOf, distance, suggestGrade, type Band, type GradeSuggestion } from './band.ts';
import { DIMENSION_ADVICE, DIMENSION_WORDS, sayDimension } from './dimension-words.ts';
import type { EntryFault } from './entry-fault.ts';
import { dimensionOf, isPlain, type Quantity } from './quantity.ts';
import { readEntry, type Reading, type ReadOptions } from './read-entry.ts';
import { availabilitySlips, likelySlips, offByOne, type Slip } from './slip.ts';
import type { Target } from './target.ts';
import { requireDimension } from './format-quantity.ts';

/** The size of an answer, judged. */
export interface SizeVerdict {
	kind: 'size';
	band: Band;
	/** At least 1, the same for too much and too little; infinite for a promise of 100 %. */
	ratio: number;
	/** `over` for too much; of an availability, for too much that is missing. */
	side: 'over' | 'under' | 'even';
	slips: Slip[];
	suggestion: GradeSuggestion;
}

/** An answer of another kind than was asked for; its size is not looked at. */
export interface UnitVerdict {
	kind: 'unit';
	fault: 'missing-unit' | 'wrong-unit';
	message: string;
	advice: string;
	suggestion: GradeSuggestion;
}

export type Verdict = SizeVerdict | UnitVerdict;

/** Ratios up to this need no explanation. */
const CLOSE = 1.25;

/**
 * @param answer above zero
 * @throws RangeError for a target without a named dimension
 */
export function judge(answer: Quantity, target: Target): Verdict {
	const wrong = unitVerdict(answer, target);
	if (wrong) return wrong;
	switch (target.tolerance) {
		case 'availability':
			return judgeMissing(answer.value, target);
		case 'exact':
			return judgeExact(answer.value, target.quantity.value);
		case 'whole':
			return judgeRatio(
				Math.ceil(answer.value - 1e-9),
				Math.ceil(target.quantity.value - 1e-9),
				target,
			);
		case 'log':
			return judgeRatio(answer.value, nearestTarget(answer.value, target), target);
	}
}

/** What became of a typed answer: its verdict, or why it could not be read; a fault of the unit is a verdict too. */
export type EntryVerdict =
	| { ok: true; reading: Reading; verdict: Verdict }
	| { ok: false; fault: EntryFault; verdict?: UnitVerdict };

/** Reads an answer with the asked dimension and judges it. */
export function judgeEntry(
	text: string,
	target: Target,
	options: Omit<ReadOptions, 'expected'> = {},
): EntryVerdict {
	const expected = requireDimension(target.quantity);
	const { currency } = target.quantity;
	const reading = readEntry(text, { ...(currency ? { currency } : {}), ...options, expected });
	if (reading.ok) return { ok: true, reading, verdict: judge(reading.quantity, target) };
	const { kind, message, advice } = reading;
	if (kind === 'missing-unit')
		return { ok: false, fault: reading, verdict: unit(kind, message, advice) };
	if (kind === 'wrong-unit' || kind === 'money-not-asked') {
		return { ok: false, fault: reading, verdict: unit('wrong-unit', message, advice) };
	}
	return { ok: false, fault: reading };
}

function unit(fault: UnitVerdict['fault'], message: string, advice: string): UnitVerdict {
	return { kind: 'unit', fault, message, advice, suggestion: { grade: 1, also: [] } };
}

function unitVerdict(answer: Quantity, { quantity }: Target): UnitVerdict | undefined {
	const expected = requireDimension(quantity);
	const given = dimensionOf(answer);
	const same = given === expected && answer.currency === quantity.currency;
	if (same || (expected === 'fraction' && given === 'count' && answer.value <= 1)) return undefined;
	const advice = DIMENSION_ADVICE[expected];
	if (isPlain(answer) && !answer.share && !answer.labelled && expected !== 'count') {
		return unit(
			'missing-unit',
			`A number without a unit; this asks for ${DIMENSION_WORDS[expected]}.`,
			advice,
		);
	}
	const message = `You gave ${sayDimension(answer)}; this asks for ${DIMENSION_WORDS[expected]}.`;
	return unit('wrong-unit', message, advice);
}

/** Where sources disagree, the nearer end counts, and all between them is right. */
function nearestTarget(answer: number, { quantity, between }: Target): number {
	if (!between) return quantity.value;
	return Math.min(Math.max(answer, between.low), between.high);
}

function judgeRatio(answer: number, aim: number, target: Target): SizeVerdict {
	const ratio = distance(answer, aim);
	const slips = ratio > CLOSE ? likelySlips(answer / aim, target) : [];
	return sized(bandOf(ratio), ratio, sideOf(answer, aim), slips);
}

function judgeExact(answer: number, aim: number): SizeVerdict {
	const ratio = distance(answer, aim);
	const right = Math.abs(ratio - 1) < 1e-9;
	return sized(
		right ? 'spot-on' : 'not-exact',
		ratio,
		right ? 'even' : sideOf(answer, aim),
		right ? [] : offByOne(answer, aim),
	);
}

/** 99.9 % against 99.99 % is ten times the downtime, which the plain ratio would call spot on. */
function judgeMissing(answer: number, { quantity }: Target): SizeVerdict {
	const [missing, aim] = [1 - answer, 1 - quantity.value];
	if (missing <= 0) return sized('wrong-order', Infinity, 'under', []);
	const ratio = distance(missing, aim);
	const slips = ratio > CLOSE ? availabilitySlips(missing / aim) : [];
	// One minus a share leaves a hair of the calculation behind.
	const side = Math.abs(ratio - 1) < 1e-6 ? 'even' : sideOf(missing, aim);
	return sized(bandOf(ratio * (1 - 1e-7)), ratio, side, slips);
}

function sideOf(answer: number, aim: number): SizeVerdict['side'] {
	return answer === aim ? 'even' : answer > aim ? 'over' : 'under';
}

function sized(band: Band, ratio: number, side: SizeVerdict['side'], slips: Slip[]): SizeVerdict {
	return { kind: 'size', band, ratio, side, slips, suggestion: suggestGrade(band, ratio) };
}
