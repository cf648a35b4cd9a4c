/** Reads everything that can be searched from database and library, and follows what changes; runs in a worker. */
import type { CardChunk, DrillChunk } from '$lib/content/library.ts';
import { joinIndex, type LibraryRoster } from '$lib/content/library-guide.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import { NEVER } from '$lib/browse/browse-card.ts';
import { answeredDays } from '$lib/db/answers-of-cards.ts';
import { decksWithWeights } from '$lib/db/browse-decks.ts';
import { allNoteTypes } from '$lib/db/note-types.ts';
import { allCards, allRecords, noteText, readRecords, shownCards } from '$lib/db/read-all.ts';
import type { RecordKind, StampedRecord } from '$lib/db/record.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { watchChanges, type Changes } from '$lib/db/watch-changes.ts';
import { BrowseCollection } from './browse-collection.ts';

/** Records that say how decks are called and remembered. */
const OF_DECKS: readonly RecordKind[] = ['deck', 'preset'];

const textsOf = (records: readonly StampedRecord[]) =>
	records.map((record) => noteText(record, isOwnCard(record.id)));

export class BrowseReader {
	readonly collection = new BrowseCollection();
	readonly #db: OnsiteDb;
	readonly #tell: { read: (cards: number) => void; changed: () => void };
	#waiting: Changes[] = [];
	#following: Promise<void> | undefined;
	#ready = false;

	constructor(db: OnsiteDb, tell: { read: (cards: number) => void; changed: () => void }) {
		this.#db = db;
		this.#tell = tell;
		// What changes while the rest is read is looked at after it.
		watchChanges(db, (changes) => {
			this.#waiting.push(changes);
			if (this.#ready) void this.#follow();
		});
	}

	/** Reads all of it. Without the catalog's texts its cards are found by everything else. @throws DbError */
	async read(library: string): Promise<void> {
		await this.#readDecks();
		await this.#readLibrary(library).catch(() => {});
		await this.#readNotes();
		await this.#readCards();
		await this.#readAnswers();
		this.#ready = true;
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

	async #readNotes(): Promise<void> {
		this.collection.takeTypes(await allNoteTypes(this.#db));
		for await (const records of allRecords(this.#db, 'note')) {
			this.collection.takeNotes(textsOf(records));
		}
	}

	/** Every card as it is now; those that are no longer there go. */
	async #readCards(): Promise<void> {
		const before = new Set(this.collection.columns.present());
		let read = 0;
		for await (const cards of allCards(this.#db)) {
			this.collection.takeCards(cards);
			for (const { id } of cards) before.delete(id);
			if (!this.#ready) this.#tell.read((read += cards.length));
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
		if (records === 'all' || isOf(['noteType'])) await this.#readNotes();
		else {
			const notes = records.filter(([kind]) => kind === 'note');
			this.collection.takeNotes(textsOf(await readRecords(this.#db, notes)));
		}
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
