/** Files that were dropped, pasted, shared or opened with the app, until the screen for them takes them. */

export class IncomingFiles {
	#files = $state.raw<readonly File[]>([]);

	/** How many wait. */
	get count(): number {
		return this.#files.length;
	}

	add(files: readonly File[]): void {
		this.#files = [...this.#files, ...files];
	}

	/** The next one; whoever asks has it. */
	next(): File | undefined {
		const [first, ...rest] = this.#files;
		this.#files = rest;
		return first;
	}

	clear(): void {
		this.#files = [];
	}
}
