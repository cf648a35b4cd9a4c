/** Searches over 100,000 cards by the index of the worker, against a bare scan of the same texts. */
import type { BrowseDeck } from '../../src/lib/browse/browse-card.ts';
import { readSearch } from '../../src/lib/browse/read-search.ts';
import { BASIC_TYPE } from '../../src/lib/content/own-note-types.ts';
import { atomically } from '../../src/lib/db/atomic.ts';
import { rowOf, type CardRow } from '../../src/lib/db/card-row.ts';
import { CATALOG_DECK } from '../../src/lib/db/catalog-rows.ts';
import { addToCounters } from '../../src/lib/db/counters.ts';
import type { NoteEdit } from '../../src/lib/db/edit-notes.ts';
import { RecordWriter } from '../../src/lib/db/record-writer.ts';
import { Tally } from '../../src/lib/db/tally.ts';
import { NEVER_SEEN, UNMARKED, type CardState } from '../../src/lib/scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { chance } from '../../src/lib/scheduler/seed.ts';
import { BrowseCollection } from '../../src/lib/state/browse-collection.ts';
import { inTurns } from './clockwork.ts';
import { momentNow, open } from './seed.ts';

const SEARCHES = ['quorum', 'quorum read*', 'deck:d7 is:due', 'prop:r<0.9 -is:suspended tag:t3'];
const WORDS =
	'the a of quorum write read replica leader lag shard key cache miss log node clock'.split(' ');
/** Words of a card, which make some 250 characters. */
const LENGTH = 40;
const DECKS = 20;
const DECK = 'deck/bench';
const NOTE = { noteType: BASIC_TYPE.id, tags: [], deck: DECK, decks: {}, ordinals: [0] };

function textOf(at: number): string {
	return Array.from({ length: LENGTH }, (_, place) => {
		const rare = place === 7 && at % 100 === 0;
		return rare ? 'bloom' : (WORDS[Math.floor(chance(at, place) * WORDS.length)] ?? '');
	}).join(' ');
}

function stateOf(at: number, today: number): CardState {
	const seen = at % 10 !== 0;
	const memory = {
		...{ phase: 'review' as const, stability: 1 + (at % 90), difficulty: 1 + (at % 9) },
		...{ due: today - 10 + (at % 60), reps: 3, interval: at % 50, lastDay: today - (at % 40) },
	};
	return {
		...{ ...NEVER_SEEN, ...UNMARKED, ...(seen ? memory : {}) },
		...{ id: `note/n${at}/0`, noteId: `note/n${at}`, deckId: `deck/d${at % DECKS}`, position: at },
	};
}

/** Adds notes of the person's own until the app's database holds so many cards. Resolves to that number. */
export async function fillUp(cards: number): Promise<number> {
	const db = await open();
	const before = await db.cards.count();
	const { t, day } = momentNow();
	const tally = new Tally();
	const rows: CardRow[] = [];
	const notes: NoteEdit[] = [];
	for (let at = 0; before + at < cards; at += 1) {
		const state = { ...stateOf(at, day), deckId: DECK };
		const row = rowOf(state, day, false);
		tally.move(undefined, row);
		rows.push(row);
		const fields = { ...NOTE, guid: row.noteId, fields: [textOf(at), 'Yes'], position: at };
		notes.push({ kind: 'note', id: row.noteId, fields: { ...fields, modified: t } });
	}
	const deck = { path: ['Bench'], description: '', daily: false };
	await atomically(db, 'all', async () => {
		const records = new RecordWriter(db, { t, day, dev: 'bench' });
		await records.writeAll([{ kind: 'deck', id: DECK, fields: deck }, ...notes]);
		await records.save();
		await db.cards.bulkAdd(rows);
		await addToCounters(db, tally);
		await db.outbox.clear();
	});
	const count = await db.cards.count();
	db.close();
	return count;
}

export async function browseFigures(cards: number, runs: number) {
	const moment = { now: momentNow(), zone: { timeZone: 'UTC', rolloverHour: 4 } };
	const { weights } = DEFAULT_PRESET;
	const collection = new BrowseCollection();
	const decks: BrowseDeck[] = Array.from({ length: DECKS }, (_, at) => ({
		...{ id: `deck/d${at}`, path: `d${at}`, weights, preset: '' },
	}));
	collection.takeDecks([...decks, { id: CATALOG_DECK, path: 'Catalog', weights, preset: '' }]);
	const texts = Array.from({ length: cards }, (_, at) => textOf(at));
	collection.takeNotes(
		texts.map((text, at) => ({
			...{ id: `note/n${at}`, overlay: undefined, made: 1, edited: 1 },
			note: {
				...{ id: `note/n${at}`, guid: '', noteType: '', fields: [text], tags: [`t${at % 9}`] },
				...{ modified: 1, deck: '', decks: {}, ordinals: [0], position: at },
			},
		})),
	);
	collection.takeCards(texts.map((_, at) => stateOf(at, moment.now.day)));
	const sort = { by: 'due', descending: false } as const;
	const find = (text: string) => {
		const read = readSearch(text);
		if ('problem' in read) throw new Error(read.problem.what);
		return collection.search(read.search, sort, moment).length;
	};
	const found = SEARCHES.map((text) => [text, find(text)] as const);
	if (found.some(([, count]) => count === 0)) throw new Error(`Found: ${JSON.stringify(found)}`);
	const times: Record<string, number> = await inTurns(runs, {
		...Object.fromEntries(SEARCHES.map((text) => [text, () => find(text)])),
		bare: () => texts.filter((text) => text.includes('quorum')).length,
	});
	return {
		bare: times['bare'] ?? NaN,
		found: found.map(([text, count]) => ({ text, count, ms: times[text] ?? NaN })),
	};
}
