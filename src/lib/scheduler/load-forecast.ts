/** How many cards fall due on the days ahead, as load balancing asks; kept right while answers come in. */
import type { CardState } from './card-state.ts';

export class LoadForecast {
	readonly #fromDay: number;
	readonly #counts: number[];

	/** @param counts cards due on each study day from `fromDay` on */
	constructor(fromDay = 0, counts: readonly number[] = []) {
		this.#fromDay = fromDay;
		this.#counts = [...counts];
	}

	/** Cards due on a study day; 0 where nothing is known. */
	on(day: number): number {
		return this.#counts[day - this.#fromDay] ?? 0;
	}

	/** Counts a card in where an answer has put it, or with −1 out again; a step within the day counts nowhere. */
	count({ intraday, due }: Pick<CardState, 'intraday' | 'due'>, by: 1 | -1): void {
		const at = due - this.#fromDay;
		if (!intraday && at >= 0 && at < this.#counts.length) this.#counts[at] = this.on(due) + by;
	}
}
