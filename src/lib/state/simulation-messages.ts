/** What the screen and the worker that plays days through say to each other. */
import type { DailyLimits } from '$lib/db/simulated-decks.ts';
import type { RetentionOutlook } from '$lib/statistics/retention-choice.ts';
import type { SimulatedDeck, SimulatedPreset } from '$lib/statistics/simulate.ts';
import type { AnswerTimes } from '$lib/scheduler/session-forecast.ts';

export interface SimulationOrder {
	today: number;
	days: number;
	/** Each with the limits of the root of its tree, which stand above those of the preset. */
	decks: readonly (SimulatedDeck & { limits: DailyLimits })[];
	preset: SimulatedPreset;
	times: AnswerTimes;
	/** Desired retentions to play through, 0 to 1, in this order. */
	retentions: readonly number[];
}

export type SimulationAnswer =
	{ kind: 'outlook'; outlook: RetentionOutlook } | { kind: 'failed'; detail: string };
