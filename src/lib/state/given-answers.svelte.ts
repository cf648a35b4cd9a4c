/** The answers of a sitting that are stored, also through undo and redo. */
import type { Given } from './given.ts';

export class GivenAnswers {
	/** Those that stand, oldest first. */
	list = $state.raw<Given[]>([]);
	/** Also what was undone: a redo brings it back. */
	#all = new Map<string, Given>();

	add(given: Given): void {
		this.#all.set(given.reviewId, given);
		this.list = [...this.list, given];
	}

	takeBack(reviewIds: readonly string[]): void {
		this.list = this.list.filter(({ reviewId }) => !reviewIds.includes(reviewId));
	}

	/** Those of other sittings are passed over. */
	bringBack(reviewIds: readonly string[]): void {
		this.list = [...this.list, ...reviewIds.flatMap((id) => this.#all.get(id) ?? [])];
	}
}
