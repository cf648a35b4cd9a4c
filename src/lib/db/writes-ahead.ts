/** Lets some writes run ahead of the database, within the caller's transaction. */

/** Enough that neither side waits for the other; more would only fill the memory. */
const AHEAD = 8;

export class WritesAhead {
	readonly #waiting: PromiseLike<unknown>[] = [];

	/**
	 * Takes a write that was begun, a promise of Dexie's and not of an async function, which would lose the
	 * transaction here; waits where too many are under way.
	 * @throws what an earlier one threw
	 */
	async add(write: PromiseLike<unknown>): Promise<void> {
		// Of many that fail together the first one that is waited for tells.
		write.then(undefined, () => {});
		this.#waiting.push(write);
		if (this.#waiting.length > AHEAD) await this.#waiting.shift();
	}

	/** Waits for those that are still under way. */
	async all(): Promise<void> {
		await Promise.all(this.#waiting);
	}
}
