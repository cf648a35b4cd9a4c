/** How estimates of each kind of amount went of late, from what was answered in drills. */
import type { Dimension } from '../content/dimension.ts';
import type { DrillTemplate } from '../content/drill.ts';
import type { DrillAttempt } from '../estimation/drill-attempt.ts';
import { shareRange, type Range } from './range.ts';

/** The last answers of one kind of amount. */
export interface EstimateRecord {
	asks: number;
	/** Spot on or good. */
	right: number;
}

/** What lies further back says little of today. */
export const LAST_ASKS = 20;

type Template = Pick<DrillTemplate, 'id' | 'asks'>;

/** The last `LAST_ASKS` answers by kind of amount. @param attempts oldest first; undone ones are left out */
export function estimateRecords(
	attempts: readonly DrillAttempt[],
	templates: readonly Template[],
): Map<Dimension, EstimateRecord> {
	const kinds = new Map<string, Dimension>();
	for (const { id, asks } of templates) {
		for (const ask of asks) kinds.set(`${id} ${ask.id}`, ask.expect);
	}
	const records = new Map<Dimension, EstimateRecord>();
	for (const { drill, asks, void: undone } of attempts.toReversed()) {
		if (undone) continue;
		for (const { id, band } of asks.toReversed()) {
			const kind = kinds.get(`${drill} ${id}`);
			const record = kind && (records.get(kind) ?? { asks: 0, right: 0 });
			if (!record || record.asks >= LAST_ASKS) continue;
			record.asks += 1;
			if (band === 'spot-on' || band === 'good') record.right += 1;
			records.set(kind, record);
		}
	}
	return records;
}

export interface EstimateReadiness extends Range {
	/** Answers behind it, each kind of amount once. */
	asks: number;
	right: number;
	/** Kinds of amounts that the question asks for and no drill was answered for. */
	untried: Dimension[];
}

/**
 * The share of a question's estimates that would be right: the mean over its estimates of the range for their kind.
 * @param amounts the kind of each estimate
 */
export function estimateReadiness(
	amounts: readonly Dimension[],
	records: ReadonlyMap<Dimension, EstimateRecord>,
): EstimateReadiness {
	const none = { asks: 0, right: 0 };
	const ranges = amounts.map((kind) => shareRange(records.get(kind) ?? none));
	const mean = (pick: (range: Range) => number) =>
		ranges.reduce((sum, range) => sum + pick(range), 0) / ranges.length;
	const kinds = [...new Set(amounts)];
	const own = kinds.map((kind) => records.get(kind) ?? none);
	return {
		low: mean(({ low }) => low),
		high: mean(({ high }) => high),
		asks: own.reduce((sum, { asks }) => sum + asks, 0),
		right: own.reduce((sum, { right }) => sum + right, 0),
		untried: kinds.filter((kind) => !records.has(kind)),
	};
}
