/** What the catalog shows of the person's memory: per pattern for the list, per card for a page. */
import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { CompiledCard } from '$lib/content/card.ts';
import type { LearningPath, PatternSummary } from '$lib/content/library.ts';
import type { PatternPage } from '$lib/content/pattern.ts';
import { cardsOfNote } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { startedCards } from '$lib/db/started-cards.ts';
import { standingOf, type Standing } from '$lib/scheduler/card-standing.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { progressOf, sumProgress, type Progress } from '$lib/scheduler/progress.ts';
import type { App } from './app.svelte.ts';
import { loadCards } from './card-content.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';

/** How often "in 8 minutes" is said anew. */
const TICK_MS = 30_000;

/** Cards that count: retired ones only keep a history. */
function offered(pattern: PatternSummary): number {
	return pattern.cards.filter(({ retired }) => !retired).length;
}

function byPattern(cards: CardState[]): Map<string, CardState[]> {
	const groups = new Map<string, CardState[]>();
	for (const card of cards) {
		const group = groups.get(card.noteId);
		if (group) group.push(card);
		else groups.set(card.noteId, [card]);
	}
	return groups;
}

/** Progress of every pattern, from one read of all studied cards. */
export class CatalogMemory {
	#app: App;
	#cards: Live<Map<string, CardState[]>>;
	#progress = $derived.by(() => this.#count());

	constructor(app: App) {
		this.#app = app;
		this.#cards = new Live(
			async () => byPattern(await startedCards(app.db, CATALOG_DECK)),
			(error) => app.toasts.problem(error.message),
		);
	}

	#count(): Map<string, Progress> | undefined {
		const cards = this.#cards.value;
		const { library, preset, today } = this.#app;
		if (!cards) return undefined;
		const now = { ...this.#app.moment(), day: today };
		const progress = new Map<string, Progress>();
		for (const pattern of library.index.patterns) {
			const own = cards.get(pattern.id) ?? [];
			progress.set(pattern.id, progressOf(own, offered(pattern), preset.weights, now));
		}
		return progress;
	}

	/** `undefined` until the first answer of the database. */
	progress(patternId: string): Progress | undefined {
		return this.#progress?.get(patternId);
	}

	/** Patterns of a path with at least one answered card; `undefined` until the first answer. */
	begun(path: LearningPath): { begun: number; of: number } | undefined {
		const steps = path.stages.flatMap((stage) => stage.steps);
		if (!this.#progress) return undefined;
		const begun = steps.filter(({ id }) => (this.progress(id)?.started ?? 0) > 0).length;
		return { begun, of: steps.length };
	}

	/** Mean recall over the begun patterns of a path, 0 to 1; `null` before the first. */
	recall(path: LearningPath): number | null {
		const steps = path.stages.flatMap((stage) => stage.steps);
		return sumProgress(steps.flatMap(({ id }) => this.progress(id) ?? [])).recall;
	}

	/** Begun patterns whose recall has fallen below the target, the lowest first. */
	weakest(most: number): { id: string; recall: number }[] {
		const target = this.#app.preset.desiredRetention;
		return [...(this.#progress ?? [])]
			.flatMap(([id, { recall }]) => (recall === null ? [] : [{ id, recall }]))
			.filter(({ recall }) => recall < target)
			.toSorted((a, b) => a.recall - b.recall)
			.slice(0, most);
	}

	/** The first step of a path of which no card was answered. */
	nextStep(path: LearningPath): string | undefined {
		const steps = path.stages.flatMap((stage) => stage.steps);
		return steps.find(({ id }) => this.progress(id)?.started === 0)?.id;
	}
}

export interface CardEntry {
	id: string;
	standing: Standing;
	/** `undefined` while its text is on the way. */
	content: CompiledCard | undefined;
}

/** One pattern with its page, its cards and what is remembered of each. */
export class PatternView {
	#app: App;
	#pattern: PatternSummary;
	#states: Live<Map<string, CardState>>;
	#ticks = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});
	readonly page: Loaded<PatternPage | undefined>;
	readonly contents: Loaded<Map<string, CompiledCard>>;

	constructor(app: App, pattern: PatternSummary) {
		this.#app = app;
		this.#pattern = pattern;
		this.#states = new Live(
			async () => new Map((await cardsOfNote(app.db, pattern.id)).map((card) => [card.id, card])),
			(error) => app.toasts.problem(error.message),
		);
		this.page = new Loaded(() => app.library.page(pattern.id));
		const ids = pattern.cards.map(({ slug }) => `${pattern.id}/${slug}`);
		this.contents = new Loaded(() => loadCards(app.db, app.library, ids));
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
		const { preset } = this.#app;
		return progressOf(
			[...states.values()],
			offered(this.#pattern),
			preset.weights,
			this.#app.moment(),
		);
	}

	/** The cards in the author's order; a retired one only where it was studied. */
	get cards(): CardEntry[] | undefined {
		const states = this.#states.value;
		if (!states) return undefined;
		this.#ticks();
		const now = this.#app.moment();
		return this.#pattern.cards.flatMap(({ slug, retired }) => {
			const id = `${this.#pattern.id}/${slug}`;
			const state = states.get(id);
			if (retired && (state?.phase ?? 'new') === 'new') return [];
			const standing = standingOf(state, this.#app.preset.weights, now);
			return { id, standing, content: this.contents.value?.get(id) };
		});
	}
}

export const [getCatalogMemory, setCatalogMemory] = createContext<CatalogMemory>();
