/** The list of all cards: what is asked for, what was found, and the lines that are on the screen. */
import { base } from '$app/paths';
import { needsWhole } from '$lib/browse/needs-whole.ts';
import { readSearch } from '$lib/browse/read-search.ts';
import { SORT_KEYS, type Sort, type SortKey } from '$lib/browse/card-order.ts';
import { carriedOver, NO_SELECTION, type RowSelection } from '$lib/browse/row-selection.ts';
import type { SearchNode, SearchProblem } from '$lib/browse/search-node.ts';
import type { SearchMoment } from '$lib/browse/compile-search.ts';
import { NO_WORDS, type Vocabulary } from '$lib/browse/suggest-search.ts';
import type { App } from './app.svelte.ts';
import { BrowseIndex, SlowSearch } from './browse-index.ts';
import type { BrowseLine } from '$lib/browse/browse-line.ts';
import type { Found, Place, Reading } from './browse-messages.ts';
import { zoneOf } from './clock.ts';
import { holdReads } from './reads-first.ts';

/** Lines kept at most: some screens up and down. */
const MOST_LINES = 3_000;
const DEFAULT_SORT: Sort = { by: 'due', descending: false };
const EMPTY = new Uint32Array(0);
const NOTHING_READ: Reading = { what: 'cards', read: 0 };

/** Where the index of all cards is and whose it is. */
export function indexPlace(app: App): Place {
	const { name } = app.db;
	const place = { name, install: app.writeMoment().dev, library: `${base}/library/` };
	return { ...place, patience: { search: 3_000, worker: 4_000 } };
}

/** Now, in the person's days. */
export function searchMoment(app: App): SearchMoment {
	return { now: app.moment(), zone: zoneOf(app.settings) };
}

export class Browse {
	/** As typed. */
	text = $state('');
	sort = $state.raw<Sort>(DEFAULT_SORT);
	/** Rows of the index that were found, in their order. */
	rows = $state.raw<Uint32Array>(EMPTY);
	/** `undefined` until the first search has ended. */
	found = $state.raw<Found>();
	selection = $state.raw<RowSelection>(NO_SELECTION);
	words = $state.raw<Vocabulary>(NO_WORDS);
	/** How far the reading is; `undefined` when all is read. */
	reading = $state.raw<Reading | undefined>(NOTHING_READ);
	/** Why nothing can be searched, in words; '' while it can. */
	trouble = $state('');

	readonly #app: App;
	readonly #index: BrowseIndex;
	readonly #letOthersRead: () => void;
	#lines = $state.raw<ReadonlyMap<number, BrowseLine>>(new Map());
	#wanted = new Set<number>();
	/** Rows whose lines are on their way. */
	#coming: ReadonlySet<number> = new Set();
	#asking = false;
	#searching = false;
	#again = false;
	#stale = false;
	/** The text whose rows are shown. */
	#shown: string | undefined;
	/** A text that took too long to find anything by. */
	#slow = $state<string>();
	#closed = false;

	/** Begins to read; `close` ends it. */
	constructor(app: App, text: string, sort: string | null) {
		this.#app = app;
		this.text = text;
		this.sort = sortFrom(sort);
		this.#letOthersRead = holdReads(app.db.name);
		this.#index = new BrowseIndex(indexPlace(app), {
			read: (reading) => (this.reading = reading),
			changed: () => this.#changed(),
			trouble: (message) => (this.trouble = message),
		});
		void this.#begin();
	}

	async #begin(): Promise<void> {
		try {
			await this.#index.opened;
			this.#beginTexts();
			await Promise.all([this.#search(), this.#readWords(), this.#awaitWhole()]);
		} catch (problem) {
			this.#fail(problem);
		} finally {
			this.#letOthersRead();
		}
	}

	#beginTexts(): void {
		if (this.reading?.what === 'cards') this.reading = { what: 'texts', read: 0, of: 0 };
	}

	async #awaitWhole(): Promise<void> {
		await this.#index.whole();
		this.reading = undefined;
		await this.#search();
	}

	/** What was asked of a worker that was ended since is asked anew, or by nobody any more. */
	#fail(problem: unknown): void {
		if (!this.#closed && !(problem instanceof SlowSearch)) {
			this.trouble = String((problem as Error).message);
		}
	}

	close(): void {
		this.#closed = true;
		this.#letOthersRead();
		this.#index.close();
	}

	readonly #read = $derived(readSearch(this.text));

	/** What is wrong with the text; the list stays as it was. */
	get problem(): SearchProblem | undefined {
		if ('problem' in this.#read) return this.#read.problem;
		return this.text === this.#slow ? slowRegex(this.text) : undefined;
	}

	/** Whether what is asked for can be found only when all is read. */
	get waits(): boolean {
		return !('problem' in this.#read) && this.#hasToWait(this.#read.search);
	}

	#hasToWait(search: SearchNode): boolean {
		return this.reading?.what === 'texts' && needsWhole(search, this.sort.by);
	}

	/** Takes other words, and finds what they ask for. */
	ask(text: string): void {
		if (text === this.text) return;
		this.text = text;
		if (this.reading?.what !== 'cards') void this.#search();
	}

	sortBy(sort: Sort): void {
		this.sort = sort;
		void this.#search();
	}

	/** The line of a row; `undefined` while it is fetched. */
	line(row: number): BrowseLine | undefined {
		const line = this.#lines.get(row);
		if (!line) this.#want(row);
		return line;
	}

	/** Ids of the selected cards in the order of the list; of the one that one stands on where none is selected. */
	async chosenIds(): Promise<string[]> {
		const { selected, at } = this.selection;
		const row = this.rows[at];
		const rows =
			selected.size > 0
				? this.rows.filter((each) => selected.has(each))
				: Uint32Array.of(...(row === undefined ? [] : [row]));
		return this.#idsOf(rows);
	}

	/** Ids of all that was found, in its order. */
	async foundIds(): Promise<string[]> {
		return this.#idsOf(this.rows);
	}

	async #idsOf(rows: Uint32Array): Promise<string[]> {
		try {
			return await this.#index.ask('ids', { rows });
		} catch (problem) {
			this.#fail(problem);
			return [];
		}
	}

	async #search(): Promise<void> {
		if (this.#searching) {
			this.#again = true;
			return;
		}
		this.#searching = true;
		try {
			do {
				this.#again = false;
				await this.#searchOnce();
			} while (this.#again);
		} catch (problem) {
			this.#fail(problem);
		} finally {
			this.#searching = false;
		}
	}

	async #searchOnce(): Promise<void> {
		const { sort } = this;
		const { problem } = this;
		if (problem && this.#shown !== undefined && this.text !== this.#slow) return;
		const text = problem ? (this.#shown ?? '') : this.text;
		const read = readSearch(text);
		// Whatever is asked for then is looked for as soon as all is read.
		if ('problem' in read || this.#hasToWait(read.search)) return;
		const moment = searchMoment(this.#app);
		let found: Found;
		try {
			found = await this.#index.ask('search', { search: read.search, sort, moment });
		} catch (problem) {
			if (!(problem instanceof SlowSearch)) throw problem;
			this.#slow = text;
			await this.#begunAnew(problem.ended);
			return;
		}
		const before = this.rows;
		const another = this.#shown !== undefined && this.#shown !== text;
		this.#shown = text;
		this.found = found;
		this.rows = found.rows;
		// What was chosen in another list was chosen for something else.
		this.selection = another ? NO_SELECTION : carriedOver(this.selection, before, found.rows);
	}

	/** After a search that came to no end. Where its worker was ended, the next one counts rows in its own way. */
	async #begunAnew(ended: boolean): Promise<void> {
		this.#again = ended || this.#shown === undefined;
		if (!ended) return;
		this.rows = EMPTY;
		this.found = undefined;
		this.selection = NO_SELECTION;
		this.#lines = new Map();
		this.reading = NOTHING_READ;
		await this.#index.opened;
		this.#beginTexts();
		this.#awaitWhole().catch((problem: unknown) => this.#fail(problem));
	}

	#changed(): void {
		this.#stale = true;
		for (const row of this.#lines.keys()) this.#wanted.add(row);
		void this.#fetch();
		void this.#search();
		void this.#readWords();
	}

	async #readWords(): Promise<void> {
		try {
			this.words = await this.#index.ask('words', {});
		} catch (problem) {
			this.#fail(problem);
		}
	}

	#want(row: number): void {
		if (this.#coming.has(row)) return;
		this.#wanted.add(row);
		if (!this.#asking) queueMicrotask(() => void this.#fetch());
	}

	/** Asks for all lines that are wanted at once; what is wanted meanwhile comes after. */
	async #fetch(): Promise<void> {
		if (this.#asking) return;
		this.#asking = true;
		try {
			while (this.#wanted.size > 0) {
				const rows = [...this.#wanted];
				this.#wanted.clear();
				this.#coming = new Set(rows);
				const stale = this.#stale;
				this.#stale = false;
				const moment = searchMoment(this.#app);
				const lines = await this.#index.ask('lines', { rows, moment });
				this.#keep(lines, stale);
			}
		} catch (problem) {
			this.#fail(problem);
		} finally {
			this.#coming = new Set();
			this.#asking = false;
		}
	}

	#keep(lines: readonly BrowseLine[], anew: boolean): void {
		const known = anew ? [] : [...this.#lines];
		// The oldest go: those in sight came last.
		if (known.length > MOST_LINES) known.splice(0, MOST_LINES / 2);
		this.#lines = new Map([...known, ...lines.map((line) => [line.row, line] as const)]);
	}
}

/** Said of a search that is well written and comes to no end. */
function slowRegex(text: string): SearchProblem {
	return {
		...{ from: Math.max(0, text.search(/\bre:/i)), to: text.length },
		what: 'This regular expression takes too long, so it was stopped.',
		accepted:
			'One that repeats nothing within a repeat, as (a+)+ does; a word or a deck beside it leaves fewer cards to look at.',
	};
}

/** `-due` for what comes last first. */
export function sortFrom(text: string | null): Sort {
	const [, minus, name] = /^(-?)(.*)$/.exec(text ?? '') ?? [];
	const by = SORT_KEYS.find((key): key is SortKey => key === name);
	return by ? { by, descending: minus === '-' } : DEFAULT_SORT;
}

/** '' for the usual order. */
export function sortText({ by, descending }: Sort): string {
	if (by === DEFAULT_SORT.by && descending === DEFAULT_SORT.descending) return '';
	return (descending ? '-' : '') + by;
}
