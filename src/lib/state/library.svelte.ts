/** The released catalog as the app reads it: the index at start, chunks of a category when first needed. */
import { base } from '$app/paths';
import { LEVELS, type CardSource, type CompiledCard } from '$lib/content/card.ts';
import type { Comparison, ComparisonPage } from '$lib/content/comparison.ts';
import {
	PATTERNS_A_PART,
	type CardChunk,
	type CategoryChunks,
	type ComparisonChunk,
	type DrillChunk,
	type LearningPath,
	type LibraryIndex,
	type PageChunk,
	type PatternSummary,
	type QuestionSummary,
	type SourceChunk,
} from '$lib/content/library.ts';
import { joinIndex, type LibraryGuide, type LibraryRoster } from '$lib/content/library-guide.ts';
import type { PatternPage } from '$lib/content/pattern.ts';
import type { Question } from '$lib/content/question.ts';

export class LibraryError extends Error {
	override name = 'LibraryError';
}

async function fetchJson<T>(file: string): Promise<T> {
	let response: Response;
	try {
		response = await fetch(`${base}/library/${file}`);
	} catch {
		throw new LibraryError(
			'This part of the catalog is not on the device yet. Connect to the network once; your history is safe.',
		);
	}
	if (!response.ok || !response.headers.get('content-type')?.includes('json')) {
		throw new LibraryError(
			`The catalog file ${file} could not be loaded (status ${response.status}). Reload while online; your history is safe.`,
		);
	}
	return (await response.json()) as T;
}

export class Library {
	#index = $state.raw<LibraryIndex>();
	#roster: LibraryRoster | undefined;
	#guide: Promise<void> | undefined;
	#patterns = $derived(new Map(this.#index?.patterns.map((pattern) => [pattern.id, pattern])));
	/** Where a pattern stands within its category. */
	#places = $derived.by(() => {
		const counts = new Map<string, number>();
		return new Map(
			this.#index?.patterns.map(({ id, category }) => {
				const place = counts.get(category) ?? 0;
				counts.set(category, place + 1);
				return [id, place];
			}),
		);
	});
	#chunks = new Map<string, Promise<unknown>>();

	/** Loads what a start needs; the app shows nothing of the catalog before. @throws LibraryError */
	async load(): Promise<void> {
		this.#roster = await fetchJson<LibraryRoster>('index.json');
		this.#index = joinIndex(this.#roster);
	}

	/** Loads other names, one-liners, reasons of paths and problems, which are empty before. @throws LibraryError */
	loadGuide(): Promise<void> {
		const roster = this.#roster;
		if (!roster) throw new Error('The guide is loaded before the library.');
		this.#guide ??= fetchJson<LibraryGuide>(roster.guide).then(
			(guide) => {
				this.#index = joinIndex(roster, guide);
			},
			(problem: unknown) => {
				this.#guide = undefined;
				throw problem;
			},
		);
		return this.#guide;
	}

	/** @throws Error before `load` has finished */
	get index(): LibraryIndex {
		if (!this.#index) throw new Error('The library is read before it is loaded.');
		return this.#index;
	}

	pattern(id: string): PatternSummary | undefined {
		return this.#patterns.get(id);
	}

	path(id: string | null): LearningPath | undefined {
		return this.index.paths.find((path) => path.id === id);
	}

	/** The paths, the easiest first. */
	get paths(): LearningPath[] {
		const rank = ({ id }: LearningPath) => (LEVELS as readonly string[]).indexOf(id);
		return [...this.index.paths].sort((a, b) => rank(a) - rank(b));
	}

	/** The short name of a category. */
	categoryName(id: string): string {
		return this.index.categories.find((category) => category.id === id)?.short ?? id;
	}

	/** The pattern that a catalog card belongs to. */
	patternOfCard(cardId: string): PatternSummary | undefined {
		return this.pattern(cardId.slice(0, cardId.indexOf('/')));
	}

	/** @returns undefined for a card that the catalog does not hold @throws LibraryError */
	async card(cardId: string): Promise<CompiledCard | undefined> {
		const { id, category } = this.patternOfCard(cardId) ?? {};
		const part = Math.floor((this.#places.get(id ?? '') ?? 0) / PATTERNS_A_PART);
		const file = this.#filesOf(category)?.cards[part];
		return file === undefined ? undefined : (await this.#fetched<CardChunk>(file))[cardId];
	}

	/** The Markdown of a card, to edit. @throws LibraryError */
	async source(cardId: string): Promise<CardSource | undefined> {
		const file = this.#filesOf(this.patternOfCard(cardId)?.category)?.sources;
		return file === undefined ? undefined : (await this.#fetched<SourceChunk>(file))[cardId];
	}

	/** @throws LibraryError */
	async page(patternId: string): Promise<PatternPage | undefined> {
		const file = this.#filesOf(this.pattern(patternId)?.category)?.pages;
		return file === undefined ? undefined : (await this.#fetched<PageChunk>(file))[patternId];
	}

	/** Every drill; empty where the catalog has none. @throws LibraryError */
	async drills(): Promise<DrillChunk> {
		const { drills } = this.index;
		return drills === undefined ? [] : this.#fetched<DrillChunk>(drills);
	}

	/** What lists know of a comparison; `undefined` before the guide is loaded. */
	comparison(id: string): Comparison | undefined {
		return this.index.comparisons?.find((comparison) => comparison.id === id);
	}

	/** @throws LibraryError */
	async comparisonPage(id: string): Promise<ComparisonPage | undefined> {
		const file = this.index.comparisonPages;
		return file ? (await this.#fetched<ComparisonChunk>(file))[id] : undefined;
	}

	/** Mock interviews that are offered, by difficulty and title; empty before the guide is loaded. */
	get questions(): QuestionSummary[] {
		return this.index.questions?.filter(({ retired }) => !retired) ?? [];
	}

	/** A mock interview whole, a retired one too. Loads the guide if it must. @throws LibraryError */
	async question(id: string): Promise<Question | undefined> {
		await this.loadGuide();
		const file = this.index.questions?.find((question) => question.id === id)?.file;
		return file === undefined ? undefined : this.#fetched<Question>(file);
	}

	#filesOf(category: string | undefined): CategoryChunks | undefined {
		return this.index.categories.find(({ id }) => id === category)?.chunks;
	}

	#fetched<T>(file: string): Promise<T> {
		let chunk = this.#chunks.get(file);
		if (!chunk) {
			chunk = fetchJson<T>(file);
			this.#chunks.set(file, chunk);
			// A failed load must not be remembered: the network may come back.
			chunk.catch(() => this.#chunks.delete(file));
		}
		return chunk as Promise<T>;
	}
}
