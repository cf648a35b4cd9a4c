/** How far someone is with a set of cards, in the few numbers that a list can show. */
import { isDue, recallNow } from './card-standing.ts';
import type { CardState } from './card-state.ts';
import type { Moment } from './study-day.ts';

export interface Progress {
	/** Cards answered at least once. */
	started: number;
	/** Cards there are; at least `started`. */
	total: number;
	/** Cards that wait for an answer now. */
	due: number;
	/** Mean probability of recall now over the started cards, 0 to 1; `null` before the first. */
	recall: number | null;
}

/**
 * @param cards those with a row, new ones included or not
 * @param total cards there are, with those that were never answered
 */
export function progressOf(
	cards: readonly CardState[],
	total: number,
	weights: readonly number[],
	now: Moment,
): Progress {
	const started = cards.filter(({ phase }) => phase !== 'new');
	const recalls = started
		.map((card) => recallNow(card, weights, now))
		.filter((recall) => recall !== null);
	return {
		started: started.length,
		total: Math.max(total, started.length),
		due: started.filter((card) => isDue(card, now)).length,
		recall: mean(recalls),
	};
}

function mean(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One progress over several: recall weighs each part by its started cards. */
export function sumProgress(parts: readonly Progress[]): Progress {
	const sum: Progress = { started: 0, total: 0, due: 0, recall: null };
	let recalled = 0;
	for (const { started, total, due, recall } of parts) {
		sum.started += started;
		sum.total += total;
		sum.due += due;
		recalled += (recall ?? 0) * started;
	}
	return { ...sum, recall: sum.started === 0 ? null : recalled / sum.started };
}

/** `3 of 6 started, recall 91%`. */
export function progressInWords({ started, total, recall }: Progress): string {
	if (started === 0) return `${total} ${total === 1 ? 'card' : 'cards'}, none started`;
	const share = recall === null ? '' : `, recall ${Math.round(recall * 100)}%`;
	return `${started} of ${total} started${share}`;
}
