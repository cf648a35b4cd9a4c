/** Puts decks of the person's own into the database of a page, past the app, as an import leaves them. */
import type { Page } from '@playwright/test';
import type { NoteType } from '../../src/lib/content/note.ts';
import { BASIC_TYPE } from '../../src/lib/content/own-note-types.ts';
import { newRow } from '../../src/lib/db/card-row.ts';
import { nextStamp, NO_STAMP } from '../../src/lib/db/hlc.ts';
import { fieldsOfType } from '../../src/lib/db/note-types.ts';
import type { Fields } from '../../src/lib/db/record.ts';
import { Tally } from '../../src/lib/db/tally.ts';

export interface DeckToPut {
	/** Joined by `/`. */
	path: string;
	/** Questions; the answer to each is `Answer to …`. */
	questions?: readonly string[];
	daily?: boolean;
	description?: string;
	/** Cards that keep being forgotten, of notes as an import brings them. */
	leeches?: readonly { type: NoteType; fields: readonly string[] }[];
}

const BEGAN = Date.UTC(2026, 0, 5, 12);

/** The page must have opened the app before; it is at `then` afterwards. Ids are `deck/<name>`. */
export async function putDecks(
	page: Page,
	decks: Readonly<Record<string, DeckToPut>>,
	then: string,
): Promise<void> {
	const base = nextStamp(NO_STAMP, BEGAN, 'test', NO_STAMP);
	const record = (kind: string, id: string, fields: Fields) => ({
		...{ kind, id, fields, stamps: {}, base },
	});
	const tally = new Tally();
	const records: object[] = [];
	const cards: object[] = [];
	for (const [name, deck] of Object.entries(decks)) {
		const { path, questions = [], daily = true, description = '', leeches = [] } = deck;
		const home = `deck/${name}`;
		records.push(record('deck', home, { path: path.split('/'), description, daily }));
		const notes = [
			...questions.map((question) => [BASIC_TYPE, [question, `Answer to ${question}`]] as const),
			...leeches.map(({ type, fields }) => [type, fields] as const),
		];
		notes.forEach(([type, texts], position) => {
			const id = `note/${name}-${position}`;
			const fields = {
				...{ guid: id, noteType: type.id, fields: [...texts], tags: [], modified: BEGAN },
				...{ deck: home, decks: {}, ordinals: [0], position },
			};
			records.push(record('note', id, fields));
			const leech = position >= questions.length;
			if (type !== BASIC_TYPE) records.push(record('noteType', type.id, fieldsOfType(type)));
			if (leech) records.push(record('mark', `${id}/0`, { leech }));
			const row = newRow(`${id}/0`, id, home, position);
			tally.move(undefined, row);
			cards.push({ ...row, leech, lapses: leech ? 80 : 0 });
		});
	}
	const rows = { records, cards, totals: [...tally.totals.values()] };
	await page.evaluate(async (rows) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await done(indexedDB.open('onsite'));
		const transaction = db.transaction(Object.keys(rows), 'readwrite');
		for (const [store, all] of Object.entries(rows)) {
			for (const row of all) await done(transaction.objectStore(store).put(row));
		}
		db.close();
	}, rows);
	await page.goto(then);
}

/** A book of two chapters and notes that stay out of the daily review. */
export const PRIMER: Readonly<Record<string, DeckToPut>> = {
	primer: {
		path: 'System Design Primer',
		description: 'What the book says, chapter by chapter.',
		questions: ['What does a load balancer do?'],
	},
	caching: {
		path: 'System Design Primer/Caching',
		questions: ['What is a write-through cache?', 'Who evicts?', 'What is a cold cache?'],
	},
	queues: {
		path: 'System Design Primer/Asynchronism',
		questions: ['What is back pressure?', 'What is a task queue for?'],
	},
	notes: { path: 'Notes from work', daily: false, questions: ['Where are our runbooks?'] },
};
