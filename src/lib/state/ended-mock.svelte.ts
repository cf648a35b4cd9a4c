/** Whether an interview was ended, also by another tab while this one looks. */
import { isEnded } from '$lib/db/interviews.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export class EndedMock {
	#live: Live<boolean>;

	constructor(app: App, id: string) {
		this.#live = new Live(
			() => isEnded(app.db, id),
			(error) => app.toasts.problem(error.message),
		);
	}

	get value(): boolean {
		return this.#live.value ?? false;
	}
}
