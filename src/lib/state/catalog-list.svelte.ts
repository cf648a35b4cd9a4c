/** The catalog's list: what is filtered and searched, and what is left of it. */
import { counted } from '$lib/content/counted.ts';
import {
	groupPatterns,
	isNarrowed,
	readFilter,
	type CatalogFilter,
} from '$lib/content/catalog-filter.ts';
import type { Comparison } from '$lib/content/comparison.ts';
import type { LibraryIndex, Scenario } from '$lib/content/library.ts';
import type { CatalogSearch } from '$lib/content/catalog-search.ts';

/** Comparisons shown beside the patterns that a search found. */
const MOST_BESIDE = 3;

export class CatalogList {
	#index: LibraryIndex;
	#search = $state.raw<CatalogSearch>();
	#loading: Promise<void> | undefined;
	/** As typed: the address follows a moment later, and without blanks at the ends. */
	filter = $state.raw<CatalogFilter>() as CatalogFilter;
	/** Why there is no search, in words; '' while there is none to tell. */
	problem = $state('');

	constructor(index: LibraryIndex, parameters: URLSearchParams) {
		this.#index = index;
		this.filter = readFilter((name) => parameters.get(name), index);
		if (this.#searching) void this.loadSearch();
	}

	get #searching(): boolean {
		return this.filter.query.trim() !== '';
	}

	/** Takes on the filter of an address, unless it is the one that stands here already. */
	follow(parameters: URLSearchParams): void {
		const filter = readFilter((name) => parameters.get(name), this.#index);
		const { query } = this.filter;
		this.filter = filter.query === query.trim() ? { ...filter, query } : filter;
		if (this.#searching) void this.loadSearch();
	}

	change(change: Partial<CatalogFilter>): void {
		this.filter = { ...this.filter, ...change };
		if (this.#searching) void this.loadSearch();
	}

	/** Loads the search once; where that fails, says so and tries again the next time. */
	async loadSearch(): Promise<void> {
		this.#loading ??= import('$lib/content/catalog-search.ts').then(
			({ CatalogSearch }) => {
				this.#search = new CatalogSearch(this.#index);
				this.problem = '';
			},
			() => {
				this.#loading = undefined;
				this.problem =
					'The search is not on this device yet: connect once and type again. The list below is complete.';
			},
		);
		await this.#loading;
	}

	readonly #hits = $derived.by(() =>
		this.#searching && this.filter.view === 'pattern'
			? this.#search?.find(this.filter.query)
			: undefined,
	);

	/** The other names by which patterns were found, by id. */
	readonly aliases = $derived(
		new Map(this.#hits?.flatMap(({ id, alias }) => (alias ? [[id, alias] as const] : []))),
	);

	readonly groups = $derived.by(() => {
		return groupPatterns(
			this.#index,
			this.filter,
			this.#hits?.map(({ id }) => id),
		);
	});

	readonly scenarios = $derived.by((): Scenario[] => {
		const all = this.#index.scenarios ?? [];
		return (this.#searching && this.#search?.findScenarios(this.filter.query)) || all;
	});

	/** In the view of patterns only what a search found: a few below the patterns. */
	readonly comparisons = $derived.by((): Comparison[] => {
		const all = this.#index.comparisons ?? [];
		const found = this.#searching ? this.#search?.findComparisons(this.filter.query) : undefined;
		if (this.filter.view === 'comparison') return found ?? all;
		return found?.slice(0, MOST_BESIDE) ?? [];
	});

	/** What is shown, in words. */
	readonly status = $derived.by(() => {
		if (this.filter.view === 'path') return '';
		if (this.filter.view === 'comparison') {
			const { length } = this.comparisons;
			return length > 0 ? counted(length, 'comparison') : 'No comparison is called like this.';
		}
		const problems = this.filter.view === 'problem';
		const count = problems
			? this.scenarios.length
			: new Set(this.groups.flatMap(({ patterns }) => patterns)).size;
		if (count === 0) {
			return problems
				? 'No problem is worded like this.'
				: `No pattern fits${this.#searching ? ' these words' : ''}.`;
		}
		const what = counted(count, problems ? 'problem' : 'pattern');
		return isNarrowed(this.filter)
			? what
			: `${what}${problems ? ', each with what solves it' : ''}`;
	});
}
