/** Where the person stands on the chosen path. */
import { resolve } from '$app/paths';
import type { PathStep } from '$lib/content/library.ts';
import { startedNotes } from '$lib/db/started-notes.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export interface PathStanding {
	name: string;
	href: string;
	/** Patterns with at least one answered card. */
	started: number;
	of: number;
	next: { name: string; why: string; href: string } | undefined;
}

export class PathView {
	#app: App;
	#started: Live<Set<string>>;

	constructor(app: App) {
		this.#app = app;
		// Only the reason of the next step is missing without it.
		app.library.loadGuide().catch(() => {});
		this.#started = new Live(
			() =>
				startedNotes(
					app.db,
					this.#steps().map(({ id }) => id),
				),
			(error) => app.toasts.problem(error.message),
		);
	}

	#steps(): PathStep[] {
		const { library, settings } = this.#app;
		return library.path(settings.path)?.stages.flatMap((stage) => stage.steps) ?? [];
	}

	/** `undefined` without a path, and until the first answer of the database. */
	get view(): PathStanding | undefined {
		const { library, settings } = this.#app;
		const path = library.path(settings.path);
		const started = this.#started.value;
		if (!path || !started) return undefined;
		const steps = this.#steps();
		const step = steps.find(({ id }) => !started.has(id));
		const pattern = step && library.pattern(step.id);
		return {
			name: path.name,
			href: resolve('/(places)/catalog/paths/[id]', { id: path.id }),
			started: steps.filter(({ id }) => started.has(id)).length,
			of: steps.length,
			next: step &&
				pattern && {
					name: pattern.name,
					why: step.why,
					href: resolve('/(places)/catalog/[id]', { id: pattern.id }),
				},
		};
	}
}
