/** A query of the database as a value that stays current, also when another tab writes. */
import { createSubscriber } from 'svelte/reactivity';
import type { DbError } from '$lib/db/db-error.ts';
import { watch } from '$lib/db/live.ts';

export class Live<T> {
	#value = $state.raw<T>();
	#subscribe: () => void;

	/** `query` may await nothing but the database; it runs only while something shows the value. */
	constructor(query: () => Promise<T>, onError: (error: DbError) => void) {
		this.#subscribe = createSubscriber(() =>
			watch(query, (value) => (this.#value = value), onError),
		);
	}

	/** Takes what was just written, for those who read before the database has answered again. */
	take(value: T): void {
		this.#value = value;
	}

	/** `undefined` until the first answer. */
	get value(): T | undefined {
		this.#subscribe();
		return this.#value;
	}
}
