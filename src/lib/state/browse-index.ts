/** The page's end of the worker that searches: asks, is told of changes, and ends a search that comes to no end. */
import type { Place, Question, QuestionName, Questions, Reading, Told } from './browse-messages.ts';

export interface IndexWatch {
	/** How far the reading is, until `whole` has resolved. */
	read: (reading: Reading) => void;
	/** What was found before may be out of date. */
	changed: () => void;
	/** The index can no longer follow the database, in words. */
	trouble: (message: string) => void;
}

/** A regular expression took too long, or what was asked waited for one that did. */
export class SlowSearch extends Error {
	override name = 'SlowSearch';
	/** Everything is read anew: rows that were found before are others now. */
	readonly ended: boolean;

	constructor(ended: boolean) {
		super('The search took too long.');
		this.ended = ended;
	}
}

export class BrowseIndex {
	readonly #place: Place;
	readonly #watch: IndexWatch;
	#worker: Worker;
	readonly #asked = new Map<
		number,
		{ resolve: (gets: never) => void; reject: (error: Error) => void }
	>();
	#number = 0;
	#opened: Promise<void>;
	#patience: ReturnType<typeof setTimeout> | undefined;

	constructor(place: Place, watch: IndexWatch) {
		this.#place = place;
		this.#watch = watch;
		this.#worker = this.#begin();
		this.#opened = this.#open();
	}

	/**
	 * Resolves when the cards are read; rejects with words where they cannot be. What asks for more than cards is
	 * answered when that is read too.
	 */
	get opened(): Promise<void> {
		return this.#opened;
	}

	/** Resolves when everything is read. @throws as `ask` */
	async whole(): Promise<void> {
		await this.ask('whole', {});
	}

	/** Asks the worker. @throws SlowSearch; Error in words */
	ask<Name extends QuestionName>(
		what: Name,
		asks: Questions[Name]['asks'],
	): Promise<Questions[Name]['gets']> {
		const number = ++this.#number;
		return new Promise((resolve, reject) => {
			this.#asked.set(number, { resolve, reject });
			this.#worker.postMessage({ number, what, asks } as Question);
		});
	}

	/** Ends the worker; what was asked is never answered. */
	close(): void {
		clearTimeout(this.#patience);
		this.#worker.terminate();
		this.#asked.clear();
	}

	#begin(): Worker {
		const worker = new Worker(new URL('./browse.worker.ts', import.meta.url), {
			type: 'module',
			name: 'browse',
		});
		worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
		worker.onerror = () => {
			this.#failAll(new Error('The search is not on this device yet: connect once and try again.'));
		};
		return worker;
	}

	#open(): Promise<void> {
		const opened = this.ask('open', this.#place).then(() => {});
		// Whoever searches is told; nobody may be waiting for the opening itself.
		opened.catch(() => {});
		return opened;
	}

	#hear(told: Told): void {
		if ('read' in told) this.#watch.read(told.read);
		else if ('changed' in told) this.#watch.changed();
		else if ('trouble' in told) this.#watch.trouble(told.trouble);
		else if ('begun' in told) {
			this.#patience = setTimeout(() => this.#beginAnew(), this.#place.patience.worker);
		} else {
			// Whatever it has answered, it goes on.
			clearTimeout(this.#patience);
			this.#settle(told);
		}
	}

	#settle(told: Extract<Told, { number: number } | { slow: number }>): void {
		const number = 'slow' in told ? told.slow : told.number;
		const asked = this.#asked.get(number);
		this.#asked.delete(number);
		if ('slow' in told) asked?.reject(new SlowSearch(false));
		else if ('problem' in told) asked?.reject(new Error(told.problem));
		else asked?.resolve(told.gets as never);
	}

	/** No script can be interrupted but by ending its worker. */
	#beginAnew(): void {
		this.#worker.terminate();
		this.#failAll(new SlowSearch(true));
		this.#worker = this.#begin();
		this.#opened = this.#open();
	}

	#failAll(error: Error): void {
		const asked = [...this.#asked.values()];
		this.#asked.clear();
		for (const { reject } of asked) reject(error);
	}
}
