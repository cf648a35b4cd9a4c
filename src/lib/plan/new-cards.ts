/** The cards that were never answered, handed out day by day within the limits of their roots. */
import type { PlanCard } from './plan-task.ts';

export class NewCards {
	#waiting: PlanCard[];
	#limits: ReadonlyMap<string, number>;

	/** @param cards of these the new ones, in the order in which they are met within their root */
	constructor(cards: readonly PlanCard[], limits: ReadonlyMap<string, number> = new Map()) {
		this.#waiting = inTurns(cards.filter(({ memory }) => !memory));
		this.#limits = limits;
	}

	get count(): number {
		return this.#waiting.length;
	}

	/**
	 * The cards of a day.
	 * @param most at once, over all roots
	 * @param before begun on the day already, by root
	 * @param fits asked before each card; the first that does not fit is the end
	 */
	take(most: number, before: ReadonlyMap<string, number>, fits: () => boolean): PlanCard[] {
		const begun = new Map(before);
		const taken: PlanCard[] = [];
		const rest: PlanCard[] = [];
		let full = false;
		for (const [at, card] of this.#waiting.entries()) {
			full ||= taken.length >= most;
			const count = begun.get(card.root) ?? 0;
			const free = !full && count < (this.#limits.get(card.root) ?? Infinity);
			if (free && fits()) {
				begun.set(card.root, count + 1);
				taken.push(card);
				continue;
			}
			full ||= free;
			if (full) {
				rest.push(...this.#waiting.slice(at));
				break;
			}
			rest.push(card);
		}
		this.#waiting = rest;
		return taken;
	}
}

/** Of several roots each as far along as the others, so that none waits for the end of another. */
function inTurns(cards: readonly PlanCard[]): PlanCard[] {
	const sizes = new Map<string, number>();
	const placed = cards.map((card) => {
		const at = sizes.get(card.root) ?? 0;
		sizes.set(card.root, at + 1);
		return { card, at };
	});
	if (sizes.size < 2) return [...cards];
	const share = ({ card: { root }, at }: { card: PlanCard; at: number }) =>
		(at + 0.5) / (sizes.get(root) ?? 1);
	return placed.toSorted((a, b) => share(a) - share(b)).map(({ card }) => card);
}
