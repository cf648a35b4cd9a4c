/** Reads what can be searched from database and library, cards before their texts, and follows it; runs in a worker. */
import type { CardChunk, DrillChunk } from '$lib/content/library.ts';
import { joinIndex, type LibraryRoster } from '$lib/content/library-guide.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import { NEVER } from '$lib/browse/browse-card.ts';
import { answeredDays } from '$lib/db/answers-of-cards.ts';
import { decksWithWeights } from '$lib/db/browse-decks.ts';
import { allNoteTypes } from '$lib/db/note-types.ts';
import {
	allCards,
	allRecords,
	countRecords,
	noteText,
	readRecords,
	shownCards,
} from '$lib/db/read-all.ts';
import type { RecordKind, StampedRecord } from '$lib/db/record.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { watchChanges, type Changes } from '$lib/db/watch-changes.ts';
import { BrowseCollection } from './browse-collection.ts';
import type { Reading } from './browse-messages.ts';

/** Records that say how decks are called and remembered. */
const OF_DECKS: readonly RecordKind[] = ['deck', 'preset'];

/** Cards read between two words about it. */
const TOLD_EVERY = 10_000;

const textsOf = (records: readonly StampedRecord[]) =>
	records.map((record) => noteText(record, isOwnCard(record.id)));

export interface ReaderWatch {
	read: (reading: Reading) => void;
	changed: () => void;
}

export class BrowseReader {
	readonly collection = new BrowseCollection();
	/** Once the cards are read: resolves when all that can be searched is there. */
	whole: Promise<void> = Promise.resolve();
	readonly #db: OnsiteDb;
	readonly #tell: ReaderWatch;
	#library: Promise<void> = Promise.resolve();
	#waiting: Changes[] = [];
	/** What was written while texts were read: those that were read before it may come after it. */
	#meanwhile: Changes[] = [];
	#following: Promise<void> | undefined;
	#stage: 'cards' | 'texts' | 'whole' = 'cards';
	/** Texts that are as they should be already, while the others are read. */
	readonly #shown = new Set<string>();
	#showing: Promise<void> = Promise.resolve();

	constructor(db: OnsiteDb, tell: ReaderWatch) {
		this.#db = db;
		this.#tell = tell;
		// What changes while the cards are read is looked at after them.
		watchChanges(db, (changes) => {
			this.#waiting.push(changes);
			if (this.#stage !== 'cards') void this.#follow();
		});
	}

	/**
	 * Reads all cards; what they say comes after. Without the catalog's texts its cards are found by everything
	 * else. @throws DbError
	 */
	async read(library: string): Promise<void> {
		this.#library = this.#readLibrary(library).catch(() => {});
		await Promise.all([this.#readDecks(), this.#readTypes()]);
		await this.#readCards();
		this.#stage = 'texts';
		this.whole = this.#readRest();
		// Whoever asks for more than cards is told.
		this.whole.catch(() => {});
		await this.#follow();
	}

	/** Sees to it that what these rows say is there, also before all texts are. */
	async showTexts(rows: readonly number[]): Promise<void> {
		if (this.#stage === 'whole') return;
		const { columns } = this.collection;
		const keys = [...new Set(rows.map((row) => columns.textKeys[columns.text[row] ?? -1] ?? ''))];
		const missing = keys.filter((key) => key !== '' && !this.#shown.has(key));
		if (missing.some((key) => !isOwnCard(key))) await this.#library;
		this.#showing = this.#readTexts(missing.map((key) => ['note', key]));
		await this.#showing;
		for (const key of missing) this.#shown.add(key);
	}

	async #readRest(): Promise<void> {
		await this.#library;
		await this.#readNotes();
		await this.#readAnswers();
		this.#stage = 'whole';
		this.#waiting.push(...this.#meanwhile.splice(0));
		await this.#follow();
	}

	async #readDecks(): Promise<void> {
		this.collection.takeDecks(await decksWithWeights(this.#db));
	}

	async #readLibrary(address: string): Promise<void> {
		const roster = await fetchJson<LibraryRoster>(`${address}index.json`);
		const { patterns, categories, drills } = joinIndex(roster);
		const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));
		const files = categories.flatMap(({ chunks }) => chunks.cards);
		await Promise.all([
			...files.map(async (file) => {
				const chunk = await fetchJson<CardChunk>(address + file);
				this.collection.takeCatalog(chunk, (id) => byId.get(id.slice(0, id.indexOf('/'))));
			}),
			drills &&
				fetchJson<DrillChunk>(address + drills).then((chunk) => this.collection.takeDrills(chunk)),
		]);
	}

	async #readTypes(): Promise<void> {
		this.collection.takeTypes(await allNoteTypes(this.#db));
	}

	async #readNotes(): Promise<void> {
		const of = await countRecords(this.#db, 'note');
		let read = 0;
		for await (const records of allRecords(this.#db, 'note')) {
			// What is in sight comes first.
			await this.#showing;
			this.collection.takeNotes(textsOf(records));
			read += records.length;
			if (this.#stage === 'texts') this.#tell.read({ what: 'texts', read, of });
		}
	}

	async #readTexts(keys: readonly [RecordKind, string][]): Promise<void> {
		if (keys.length === 0) return;
		this.collection.takeNotes(textsOf(await readRecords(this.#db, keys)));
	}

	/** Every card as it is now; those that are no longer there go. */
	async #readCards(): Promise<void> {
		const before = new Set(this.collection.columns.present());
		let read = 0;
		for await (const cards of allCards(this.#db)) {
			this.collection.takeCards(cards);
			for (const { id } of cards) before.delete(id);
			const tens = Math.floor(read / TOLD_EVERY);
			read += cards.length;
			if (this.#stage === 'cards' && Math.floor(read / TOLD_EVERY) > tens) {
				this.#tell.read({ what: 'cards', read });
			}
		}
		this.collection.remove(before);
	}

	async #readAnswers(): Promise<void> {
		this.collection.takeAnswers(await answeredDays(this.#db, NEVER));
	}

	/** Takes in what has changed; what comes meanwhile is taken in after it. */
	async #follow(): Promise<void> {
		this.#following ??= this.#takeChanges().finally(() => (this.#following = undefined));
		await this.#following;
	}

	async #takeChanges(): Promise<void> {
		while (this.#waiting.length > 0) {
			const changes = this.#waiting;
			this.#waiting = [];
			if (this.#stage === 'texts') this.#meanwhile.push(...changes);
			try {
				await this.#take(changes);
			} catch {
				// The connection is gone; it says so itself, and what was read stays searchable.
				return;
			}
			this.#tell.changed();
		}
	}

	async #take(changes: readonly Changes[]): Promise<void> {
		const records = together(changes.map((each) => each.records));
		const isOf = (kinds: readonly RecordKind[]) =>
			records === 'all' || records.some(([kind]) => kinds.includes(kind));
		if (isOf(OF_DECKS)) await this.#readDecks();
		if (isOf(['noteType'])) await this.#readTypes();
		if (isOf(['noteType']) || records === 'all') await this.#readNotes();
		else await this.#readTexts(records.filter(([kind]) => kind === 'note'));
		const cards = together(changes.map((each) => each.cards));
		if (cards === 'all') await this.#readCards();
		else {
			const gone = new Set(cards);
			const shown = await shownCards(this.#db, cards);
			for (const { id } of shown) gone.delete(id);
			this.collection.takeCards(shown);
			this.collection.remove(gone);
		}
		if (changes.some(({ reviews }) => reviews) || isOf(['void'])) await this.#readAnswers();
	}
}

function together<T>(lists: readonly (T[] | 'all')[]): T[] | 'all' {
	return lists.includes('all') ? 'all' : lists.flatMap((list) => (list === 'all' ? [] : list));
}

async function fetchJson<T>(address: string): Promise<T> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: status ${response.status}`);
	return (await response.json()) as T;
}
