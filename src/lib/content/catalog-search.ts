/** Finds patterns by name, other names, one-liner and the problems they solve, problems and comparisons by their words; forgives typos. */
import MiniSearch, { type QueryCombination, type SearchResult } from 'minisearch';
import type { Comparison } from './comparison.ts';
import type { LibraryIndex, Scenario } from './library.ts';

export interface PatternHit {
	/** Pattern id. */
	id: string;
	/** The other name that matched, where the pattern's own name did not. */
	alias?: string;
}

interface Entry {
	id: string;
	name: string;
	aliases: string;
	joined: string;
	oneLine: string;
	category: string;
	needs: string;
}

/** A name counts more than what is said about it. */
const BOOST = { name: 6, aliases: 4, joined: 4, oneLine: 1, category: 1, needs: 0.6 };
/** Share of a word's letters that may be wrong; words up to three letters must be right. */
const TYPOS = 0.25;
const SHORTEST_FUZZY = 4;

function fold(word: string): string {
	return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "Pub/Sub" is also typed as "pubsub", "write-ahead log" as "writeahead log". */
function joined(names: string[]): string {
	return names.map((name) => name.replace(/[^\p{L}\p{N}]+/gu, '')).join(' ');
}

function wordsOf(text: string): string[] {
	return fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

function engine<T>(boost: Record<string, number>): MiniSearch<T> {
	return new MiniSearch<T>({
		fields: Object.keys(boost),
		tokenize: wordsOf,
		processTerm: (term) => term,
		searchOptions: { boost, prefix: true },
	});
}

/** Typos are looked for only where nothing is spelled as typed: otherwise "cache" would also find "each". */
function search<T>(within: MiniSearch<T>, query: string): SearchResult[] {
	const words = wordsOf(query);
	if (words.length === 0) return [];
	const together: QueryCombination = {
		combineWith: 'OR',
		queries: [{ combineWith: 'AND', queries: words }, words.join('')],
	};
	const fuzzy = (term: string) => (term.length < SHORTEST_FUZZY ? false : TYPOS);
	const attempts = [
		() => within.search(together),
		() => within.search({ ...together, fuzzy }),
		() => within.search(query, { combineWith: 'OR', fuzzy }),
	];
	for (const attempt of attempts) {
		const results = attempt();
		if (results.length > 0) return results;
	}
	return [];
}

export class CatalogSearch {
	#patterns = engine<Entry>(BOOST);
	#needs = engine<Scenario>({ need: 1 });
	#sides = engine<{ id: string; name: string; patterns: string }>({ name: 2, patterns: 1 });
	#comparisons: Map<string, Comparison>;
	#scenarios: Map<string, Scenario>;
	#aliases: Map<string, { name: string; aliases: string[] }>;

	constructor(index: LibraryIndex) {
		const categories = new Map(index.categories.map(({ id, name }) => [id, name]));
		const needs = new Map<string, string[]>();
		for (const { need, patterns } of index.scenarios ?? []) {
			for (const id of patterns) needs.set(id, [...(needs.get(id) ?? []), need]);
		}
		this.#aliases = new Map(index.patterns.map(({ id, name, aliases }) => [id, { name, aliases }]));
		this.#scenarios = new Map((index.scenarios ?? []).map((scenario) => [scenario.id, scenario]));
		this.#comparisons = new Map((index.comparisons ?? []).map((each) => [each.id, each]));
		this.#sides.addAll(
			(index.comparisons ?? []).map(({ id, name, patterns }) => ({
				...{ id, name },
				patterns: patterns
					.flatMap((pattern) => {
						const known = this.#aliases.get(pattern);
						return known ? [known.name, ...known.aliases, joined([known.name])] : [];
					})
					.join(' '),
			})),
		);
		this.#needs.addAll(index.scenarios ?? []);
		this.#patterns.addAll(
			index.patterns.map(({ id, name, aliases, oneLine, category }) => ({
				id,
				name,
				aliases: aliases.join(' '),
				joined: joined([name, ...aliases]),
				oneLine,
				category: categories.get(category) ?? '',
				needs: (needs.get(id) ?? []).join(' '),
			})),
		);
	}

	/** Patterns, best first. */
	find(query: string): PatternHit[] {
		const asked = joined([fold(query)]);
		const isAsked = (name: string) => joined([fold(name)]) === asked;
		/** Who is called exactly so comes before those who are only called alike. */
		const rankOf = ({ id }: SearchResult) => {
			const { name, aliases } = this.#aliases.get(String(id)) ?? { name: '', aliases: [] };
			return isAsked(name) ? 0 : aliases.some(isAsked) ? 1 : 2;
		};
		const results = search(this.#patterns, query).sort((a, b) => rankOf(a) - rankOf(b));
		return results.map((result) => {
			const id = String(result.id);
			const alias = this.#aliasFor(id, result.terms);
			return alias === undefined ? { id } : { id, alias };
		});
	}

	/** Problems, best first. */
	findScenarios(query: string): Scenario[] {
		return search(this.#needs, query).flatMap(({ id }) => this.#scenarios.get(String(id)) ?? []);
	}

	/** Comparisons, best first: by their names and by those of what they compare. */
	findComparisons(query: string): Comparison[] {
		// "A or B", "A vs B": the words between say nothing.
		const words = query.replace(/\b(vs|versus|or|and)\b\.?/gi, ' ');
		return search(this.#sides, words).flatMap(({ id }) => this.#comparisons.get(String(id)) ?? []);
	}

	/** The other name that holds most of the matched words, unless the name itself holds as many. */
	#aliasFor(id: string, terms: string[]): string | undefined {
		const { name, aliases } = this.#aliases.get(id) ?? { name: '', aliases: [] };
		const hits = (text: string) => {
			const words = [...wordsOf(text), ...wordsOf(joined([text]))];
			return terms.filter((term) => words.includes(term)).length;
		};
		let best: string | undefined;
		let most = hits(name);
		for (const alias of aliases) {
			if (hits(alias) > most) [best, most] = [alias, hits(alias)];
		}
		return best;
	}
}
