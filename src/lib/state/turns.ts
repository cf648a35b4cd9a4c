/** Brings up one thing at a time: what is begun later makes what was begun before it give way. */
export class Turns {
	#latest = 0;
	#under = false;
	#stopped = false;
	#waiting: (() => void)[] = [];

	/** One is under way: what is on the screen has been dealt with. */
	get underWay(): boolean {
		return this.#under;
	}

	/** Runs `go` unless all is stopped; `failed` is told an error, unless another turn has taken over. Never rejects. */
	async take(
		go: (turn: number) => Promise<void>,
		failed: (problem: unknown) => void,
	): Promise<void> {
		if (this.#stopped) return;
		this.#latest += 1;
		const turn = this.#latest;
		this.#under = true;
		try {
			await go(turn);
		} catch (problem) {
			if (this.holds(turn)) failed(problem);
		}
		if (!this.holds(turn)) return;
		this.#under = false;
		for (const go of this.#waiting.splice(0)) go();
	}

	/** Runs `go` at once, or as soon as nothing is under way any more; not at all where everything is stopped by then. */
	async whenOver(go: () => Promise<void>): Promise<void> {
		while (this.#under) {
			if (this.#stopped) return;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
		await go();
	}

	/** Whether a turn may still put up what it has found; to be asked after every wait. */
	holds(turn: number): boolean {
		return turn === this.#latest && !this.#stopped;
	}

	/** Nothing is put up from now on. */
	stop(): void {
		this.#stopped = true;
	}
}
