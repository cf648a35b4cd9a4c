/** Something that is fetched once it is looked at: its value, or why not in words, and whether it takes long. */

/** A wait shorter than this needs no sign. */
const NOTICED_MS = 150;

export class Loaded<T> {
	value = $state.raw<T>();
	/** What went wrong, in words; '' while nothing has. */
	problem = $state('');
	/** Waiting, and for so long that it should show. */
	slow = $state(false);
	#load: () => Promise<T>;
	#attempt = 0;

	/** Begins at once. Errors of `load` must carry a message for people. */
	constructor(load: () => Promise<T>) {
		this.#load = load;
		void this.retry();
	}

	/** Loads again; the last call wins. Never rejects. */
	retry = async (): Promise<void> => {
		const attempt = ++this.#attempt;
		this.problem = '';
		const timer = setTimeout(() => (this.slow = true), NOTICED_MS);
		try {
			const value = await this.#load();
			if (attempt === this.#attempt) this.value = value;
		} catch (problem) {
			if (attempt === this.#attempt) {
				this.problem = problem instanceof Error ? problem.message : String(problem);
			}
		} finally {
			clearTimeout(timer);
			if (attempt === this.#attempt) this.slow = false;
		}
	};
}
