/** The forgetting curve of one set of weights, prepared: for lists that ask it of every card. */

/** Probability of recall, 0 to 1, by stability and days since the last answer; as `retrievability` to six places. */
export type RecallCurve = (stability: number, elapsedDays: number) => number;

/** @param weights of FSRS-6, of which the last is the decay */
export function recallCurve(weights: readonly number[]): RecallCurve {
	const decay = -(weights[20] ?? NaN);
	const factor = Math.exp(Math.log(0.9) / decay) - 1;
	return (stability, days) => (1 + (factor * Math.max(0, days)) / stability) ** decay;
}
