/** What many attempts tell: how each topic goes, whether one guesses high or low, and which slips return. */
import type { AskBand, AskRecord, DrillAttempt } from './drill-attempt.ts';

export interface Bias {
	/** Geometric mean of answer to target: 2 for twice too much, 0.5 for half. */
	ratio: number;
	/** The answers behind it; only those within a factor of ten, since beyond it a unit was missed. */
	answers: number;
	/** `even` where the mean lies within what nobody would call a lean. */
	side: 'over' | 'under' | 'even';
}

export interface DrillFigures {
	attempts: number;
	/** Asks answered or left open. */
	asks: number;
	/** Of these, right for an interview: spot on or good. */
	right: number;
	bands: Partial<Record<AskBand, number>>;
	/** Absent below `ENOUGH_FOR_BIAS` answers. */
	bias?: Bias;
}

export interface TypicalSlip {
	/** A sentence that begins with "Perhaps". */
	text: string;
	times: number;
}

export interface DrillStats extends DrillFigures {
	/** By topic, the one that goes worst first. */
	topics: (DrillFigures & { topic: string })[];
	/** The most frequent first, those that came back. */
	slips: TypicalSlip[];
}

/** A mean of fewer says nothing. */
export const ENOUGH_FOR_BIAS = 5;
/** Means within this factor are even. */
const EVEN = 1.15;
const FAR = 10;

/**
 * @param attempts undone ones are left out
 * @param topicOf the topic of a drill's id; undefined for a drill that has left the catalog, which counts in the whole only
 */
export function drillStats(
	attempts: readonly DrillAttempt[],
	topicOf: (drill: string) => string | undefined,
): DrillStats {
	const counted = attempts.filter((attempt) => !attempt.void);
	const byTopic = new Map<string, DrillAttempt[]>();
	for (const attempt of counted) {
		const topic = topicOf(attempt.drill);
		if (topic === undefined) continue;
		const list = byTopic.get(topic);
		if (list) list.push(attempt);
		else byTopic.set(topic, [attempt]);
	}
	const share = ({ right, asks }: DrillFigures) => (asks === 0 ? 1 : right / asks);
	return {
		...figuresOf(counted),
		topics: [...byTopic]
			.map(([topic, list]) => ({ topic, ...figuresOf(list) }))
			.sort((a, b) => share(a) - share(b) || (a.topic < b.topic ? -1 : 1)),
		slips: slipsOf(counted.flatMap(({ asks }) => asks)),
	};
}

function figuresOf(attempts: readonly DrillAttempt[]): DrillFigures {
	const asks = attempts.flatMap((attempt) => attempt.asks);
	const bands: Partial<Record<AskBand, number>> = {};
	for (const { band } of asks) bands[band] = (bands[band] ?? 0) + 1;
	const bias = biasOf(asks);
	return {
		attempts: attempts.length,
		asks: asks.length,
		right: (bands['spot-on'] ?? 0) + (bands.good ?? 0),
		bands,
		...(bias ? { bias } : {}),
	};
}

/** Whether one guesses high or low; undefined where there are too few answers to say. */
export function biasOf(asks: readonly AskRecord[]): Bias | undefined {
	const logs = asks.flatMap(({ ratio }) =>
		ratio !== null && ratio <= FAR && ratio >= 1 / FAR ? [Math.log(ratio)] : [],
	);
	if (logs.length < ENOUGH_FOR_BIAS) return undefined;
	const ratio = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
	const side = ratio > EVEN ? 'over' : ratio < 1 / EVEN ? 'under' : 'even';
	return { ratio, answers: logs.length, side };
}

/** Once is chance. */
const OFTEN = 2;

function slipsOf(asks: readonly AskRecord[]): TypicalSlip[] {
	const times = new Map<string, number>();
	for (const { text } of asks.flatMap(({ slips }) => slips.slice(0, 1))) {
		times.set(text, (times.get(text) ?? 0) + 1);
	}
	return [...times]
		.map(([text, count]) => ({ text, times: count }))
		.filter((slip) => slip.times >= OFTEN)
		.sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1));
}
