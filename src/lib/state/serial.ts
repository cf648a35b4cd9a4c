/** Does one thing after the other, in the order in which they were asked for. */
export class Serial {
	#last: Promise<unknown> = Promise.resolve();

	/** Runs `task` when everything before it is over, and ends as it does; a failure holds up nothing behind it. */
	run<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#last.then(task);
		this.#last = result.catch(() => {});
		return result;
	}

	/** Resolves when everything that was asked for until now is over; never rejects. */
	async settled(): Promise<void> {
		await this.#last;
	}
}
