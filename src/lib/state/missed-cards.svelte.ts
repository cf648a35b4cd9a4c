/** Tells of a card in review that it came back because it was missed in an interview. */
import { openMiss, readMisses, type CardMisses } from '$lib/db/card-misses.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { clockText } from '$lib/interview/clock-text.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';

export class MissedCards {
	#app: Pick<App, 'db' | 'toasts'>;
	#misses = $state.raw<CardMisses>(new Map());

	constructor(app: Pick<App, 'db' | 'toasts'>) {
		this.#app = app;
	}

	/** Never rejects: a card can be answered without it. */
	async read(): Promise<void> {
		try {
			this.#misses = await readMisses(this.#app.db);
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
		}
	}

	/** "Missed at 31:40 in Design a chat system"; '' where it was not, or was answered since. */
	of(card: Pick<CardState, 'id' | 'reps'>): string {
		const miss = openMiss(this.#misses, card);
		if (!miss) return '';
		const when = miss.at === undefined ? '' : ` at ${clockText(miss.at)}`;
		return `Missed${when} in ${miss.title}`;
	}
}
