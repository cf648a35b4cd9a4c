/** The page's end of the worker that searches: asks, and is told of changes. */
import type { Place, Question, QuestionName, Questions, Told } from './browse-messages.ts';

export interface IndexWatch {
	/** Cards read so far, until `opened` has resolved. */
	read: (cards: number) => void;
	/** What was found before may be out of date. */
	changed: () => void;
	/** The index can no longer follow the database, in words. */
	trouble: (message: string) => void;
}

export class BrowseIndex {
	readonly #worker: Worker;
	readonly #asked = new Map<
		number,
		{ resolve: (gets: never) => void; reject: (error: Error) => void }
	>();
	#number = 0;
	/** Resolves when everything is read; rejects with words where it cannot be. */
	readonly opened: Promise<void>;

	constructor(place: Place, watch: IndexWatch) {
		this.#worker = new Worker(new URL('./browse.worker.ts', import.meta.url), {
			type: 'module',
			name: 'browse',
		});
		this.#worker.onmessage = ({ data }: MessageEvent<Told>) => {
			if ('read' in data) watch.read(data.read);
			else if ('changed' in data) watch.changed();
			else if ('trouble' in data) watch.trouble(data.trouble);
			else this.#settle(data);
		};
		this.#worker.onerror = () => this.#failAll();
		this.opened = this.ask('open', place).then(() => {});
		// Whoever searches is told; nobody may be waiting for the opening itself.
		this.opened.catch(() => {});
	}

	/** Asks the worker. @throws Error in words */
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
		this.#worker.terminate();
		this.#asked.clear();
	}

	#settle(told: Extract<Told, { number: number }>): void {
		const asked = this.#asked.get(told.number);
		this.#asked.delete(told.number);
		if ('problem' in told) asked?.reject(new Error(told.problem));
		else asked?.resolve(told.gets as never);
	}

	#failAll(): void {
		for (const { reject } of this.#asked.values()) {
			reject(new Error('The search is not on this device yet: connect once and try again.'));
		}
		this.#asked.clear();
	}
}
