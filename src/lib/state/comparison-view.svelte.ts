/** One comparison with its page, its cards and what is remembered of each. */
import { createSubscriber } from 'svelte/reactivity';
import type { CompiledCard } from '$lib/content/card.ts';
import type { Comparison, ComparisonPage } from '$lib/content/comparison.ts';
import { cardsByIds } from '$lib/db/cards.ts';
import { standingOf } from '$lib/scheduler/card-standing.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { progressOf, type Progress } from '$lib/scheduler/progress.ts';
import type { App } from './app.svelte.ts';
import { loadCards } from './card-content.ts';
import type { CardEntry } from './catalog.svelte.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';

/** How often "in 8 minutes" is said anew. */
const TICK_MS = 30_000;

export class ComparisonView {
	#app: App;
	#ids: readonly string[];
	#states: Live<Map<string, CardState>>;
	#ticks = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});
	readonly page: Loaded<ComparisonPage | undefined>;
	readonly contents: Loaded<Map<string, CompiledCard>>;

	constructor(app: App, comparison: Comparison) {
		this.#app = app;
		this.#ids = comparison.cards;
		this.#states = new Live(
			async () => new Map((await cardsByIds(app.db, this.#ids)).map((card) => [card.id, card])),
			(error) => app.toasts.problem(error.message),
		);
		this.page = new Loaded(() => app.library.comparisonPage(comparison.id));
		this.contents = new Loaded(() => loadCards(app.db, app.library, this.#ids));
	}

	/** Loads again what could not be loaded. */
	retry(): void {
		for (const part of [this.page, this.contents]) if (part.problem) void part.retry();
	}

	/** `undefined` until the first answer of the database. */
	get progress(): Progress | undefined {
		const states = this.#states.value;
		if (!states) return undefined;
		this.#ticks();
		const begun = [...states.values()].filter(({ phase }) => phase !== 'new');
		return progressOf(begun, this.#ids.length, this.#app.preset.weights, this.#app.moment());
	}

	/** Its own cards first. */
	get cards(): CardEntry[] | undefined {
		const states = this.#states.value;
		if (!states) return undefined;
		this.#ticks();
		const now = this.#app.moment();
		return this.#ids.map((id) => ({
			id,
			standing: standingOf(states.get(id), this.#app.preset.weights, now),
			content: this.contents.value?.get(id),
		}));
	}
}
