/** The worker that searches, on a real database: a hundred thousand cards, and what changes while it is open. */
import { afterEach, expect, it } from 'vitest';
import type { Sort } from '$lib/browse/card-order.ts';
import { readSearch } from '$lib/browse/read-search.ts';
import { STOCK } from '$lib/content/stock-note-types.ts';
import { commitAct } from '$lib/db/act.ts';
import { fieldsOfType } from '$lib/db/note-types.ts';
import { blocksOf } from '$lib/db/history.ts';
import { rowOf, type CardRow } from '$lib/db/card-row.ts';
import type { StampedRecord } from '$lib/db/record.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { undoLast } from '$lib/db/undo.ts';
import { NEVER_SEEN, UNMARKED, type CardState } from '$lib/scheduler/card-state.ts';
import { chance } from '$lib/scheduler/seed.ts';
import type { Review } from '$lib/scheduler/review.ts';
import { freshName, NOON, openReady, Student } from '../../../tests/support/student.ts';
import { BrowseIndex, SlowSearch } from './browse-index.ts';

const zone = { timeZone: 'UTC', rolloverHour: 4 };
const TYPE = { id: 'type/html', name: 'Basic', text: 'html', css: '', ...STOCK.Basic } as const;
const PLAIN: Sort = { by: 'text', descending: false };
const opened: { index?: BrowseIndex; db: OnsiteDb }[] = [];

afterEach(async () => {
	for (const { index, db } of opened.splice(0)) {
		index?.close();
		await db.delete();
	}
});

interface Made {
	card: CardState;
	fields: string[];
	tags: string[];
	deck: string;
	/** Days ago, and the grade. */
	answered: { ago: number; grade: 1 | 2 | 3 | 4 } | undefined;
}

const today = new Student({} as OnsiteDb).now.day;
const TOPICS = ['cache', 'queue', 'shard key', 'leader election', 'bloom filter', 'log'];

/** A collection by chance, the same each time. */
function made(notes: number): Made[] {
	return Array.from({ length: notes * 2 }, (_, at) => {
		const note = at >> 1;
		const topic = TOPICS[Math.floor(chance('topic', note) * TOPICS.length)] ?? '';
		const seen = chance('seen', at) < 0.6;
		const memory = {
			...{ phase: 'review' as const, stability: 1 + Math.floor(chance('s', at) * 90) },
			...{ difficulty: 1 + chance('d', at) * 9, due: today - 20 + (at % 60), reps: 1 + (at % 7) },
			...{ interval: at % 50, lastDay: today - (at % 30), lapses: at % 5 },
		};
		const card: CardState = {
			...{ ...NEVER_SEEN, ...UNMARKED, ...(seen ? memory : {}) },
			...{ id: `note/n${note}/${at % 2}`, noteId: `note/n${note}`, deckId: `deck/${note % 20}` },
			...{ position: at, suspended: chance('off', at) < 0.05, flag: note % 50 === 0 ? 1 : 0 },
		};
		const front = `Question ${note} about <b>${topic}</b> &amp; more`;
		return {
			...{ card, fields: [front, `Answer ${note}: ${topic}`], deck: `Top::Deck ${note % 20}` },
			tags: note % 4 === 0 ? [`area::${note % 3}`] : [],
			answered: seen ? { ago: at % 30, grade: ((at % 4) + 1) as 1 | 2 | 3 | 4 } : undefined,
		};
	});
}

function record(
	kind: 'note' | 'deck' | 'noteType',
	id: string,
	fields: StampedRecord['fields'],
): StampedRecord {
	return { kind, id, fields, stamps: {}, base: `${NOON.toString(16).padStart(12, '0')}-0000-dev` };
}

async function put(db: OnsiteDb, all: readonly Made[]): Promise<void> {
	const rows: CardRow[] = all.map(({ card }) => rowOf(card, today, false));
	const notes = all
		.filter(({ card }) => card.id.endsWith('/0'))
		.map(({ card, fields, tags }) =>
			record('note', card.noteId, {
				...{ guid: card.noteId, noteType: TYPE.id, fields, tags, modified: NOON },
				...{ deck: card.deckId, decks: {}, ordinals: [0, 1], position: 0, traits: null },
			}),
		);
	const decks = [...new Map(all.map(({ card, deck }) => [card.deckId, deck]))].map(([id, deck]) =>
		record('deck', id, { path: deck.split('::'), description: '', daily: true }),
	);
	const reviews = all.flatMap(({ card, answered }, at): Review[] => {
		if (!answered) return [];
		const t = NOON - answered.ago * 86_400_000;
		const tail = at.toString(16).padStart(12, '0');
		const id = `01900000-0000-7000-8000-${tail}`;
		return [
			{
				...{ id, cardId: card.id, t, tz: 0, day: today - answered.ago, grade: answered.grade },
				...{ kind: 'review', duration: 1, next: 1, phase: 'review', left: 0 },
				...{ params: 'p', dev: 'dev' },
			},
		];
	});
	for (let at = 0; at < rows.length; at += 20_000) {
		await db.cards.bulkPut(rows.slice(at, at + 20_000));
	}
	await db.records.bulkPut([...notes, ...decks, record('noteType', TYPE.id, fieldsOfType(TYPE))]);
	await db.blocks.bulkPut(blocksOf(reviews));
}

async function openIndex(db: OnsiteDb, patience = { search: Infinity, worker: 100_000 }) {
	const told = { changes: 0, troubles: [] as string[] };
	const install = (await db.meta.get('install'))?.value as string;
	const place = { name: db.name, install, library: '/no-library/', patience };
	const index = new BrowseIndex(place, {
		read: () => {},
		changed: () => (told.changes += 1),
		trouble: (message) => void told.troubles.push(message),
	});
	opened.push({ index, db });
	await index.opened;
	return { index, told };
}

async function find(index: BrowseIndex, text: string, sort = PLAIN): Promise<string[]> {
	const read = readSearch(text);
	if ('problem' in read) throw new Error(read.problem.what);
	const moment = { now: new Student({} as OnsiteDb).now, zone };
	const { rows } = await index.ask('search', { search: read.search, sort, moment });
	return index.ask('ids', { rows });
}

const plain = ({ fields }: Made) =>
	fields
		.join('\n')
		.replace(/<\/?b>/g, '')
		.replace('&amp;', '&')
		.toLowerCase();
/** What a list shows of a card. */
function lineOf(all: readonly Made[], id: string): string {
	const made = all.find(({ card }) => card.id === id);
	return (made?.fields[0] ?? '').replace(/<\/?b>/g, '').replace('&amp;', '&');
}

const PASSES: Record<string, (card: Made) => boolean> = {
	'': () => true,
	'shard key': (card) => plain(card).includes('shard') && plain(card).includes('key'),
	'"cache & more"': (card) => plain(card).includes('cache & more'),
	'question*leader': (card) => plain(card).includes('leader'),
	'deck:"top::deck 7" -is:suspended': ({ card }) => card.deckId === 'deck/7' && !card.suspended,
	'deck:top tag:area::2': ({ tags }) => tags.includes('area::2'),
	'tag:none is:new': ({ card, tags }) => card.phase === 'new' && tags.length === 0,
	'is:due': ({ card }) => card.phase !== 'new' && !card.suspended && card.due <= today,
	'prop:s>=60 or flag:1': ({ card }) =>
		(card.phase !== 'new' && card.stability >= 60) || card.flag === 1,
	'rated:3:1': ({ answered }) => answered?.grade === 1 && answered.ago < 3,
	'introduced:5 card:2': ({ answered, card }) =>
		answered !== undefined && answered.ago < 5 && card.id.endsWith('/1'),
	'back:answer*log added:1': (card) => card.fields[1]?.endsWith('log') ?? false,
	'"re:question \\d*7 about (queue|log)"': (card) =>
		/question \d*7 about (queue|log)/.test(plain(card)),
	'back:re:^ANSWER.9+6: tag:re:::[02]$': ({ fields, tags }) =>
		/^Answer 9+6:/.test(fields[1] ?? '') && /::[02]$/.test(tags[0] ?? ''),
	'nid:note/n77': ({ card }) => card.noteId === 'note/n77',
};

it('finds among 100,000 cards exactly those that fit', { timeout: 180_000 }, async () => {
	const db = await openReady(freshName());
	const all = made(50_000);
	await put(db, all);
	const { index, told } = await openIndex(db);

	// What a list shows at first waits for no other text.
	const came: string[] = [];
	const { now } = new Student(db);
	const due = find(index, 'is:due', { by: 'due', descending: false });
	const rows = [5, 99_998];
	await Promise.all([
		index.whole().then(() => came.push('whole')),
		due.then(() => came.push('found')),
		index.ask('lines', { rows, moment: { now, zone } }).then((lines) => {
			came.push('lines');
			expect(lines.map(({ text }) => text)).toEqual(lines.map(({ id }) => lineOf(all, id)));
		}),
	]);
	expect(came.at(-1)).toBe('whole');

	for (const [text, passes] of Object.entries(PASSES)) {
		const expected = all.filter(passes).map(({ card }) => card.id);
		expect(expected.length, text).toBeGreaterThan(0);
		expect((await find(index, text)).sort(), text).toEqual(expected.sort());
	}
	const dues = (await find(index, '-is:new', { by: 'due', descending: true })).map(
		(id) => all[Number(/n(\d+)/.exec(id)?.[1]) * 2 + Number(id.slice(-1))]?.card.due ?? NaN,
	);
	expect(dues.length).toBeGreaterThan(10_000);
	expect(dues.every((due, at) => at === 0 || due <= (dues[at - 1] ?? NaN))).toBe(true);
	expect(told.troubles).toEqual([]);
});

it('follows what is written meanwhile, one card or many, and its undo', async () => {
	const db = await openReady(freshName());
	const student = new Student(db);
	const all = made(200);
	await put(db, all);
	const { index } = await openIndex(db);
	const flag = (ids: string[]) =>
		commitAct(db, {
			...{ name: 'Flag', moment: student.moment },
			marks: ids.map((cardId) => ({ cardId, to: { flag: 5 } })),
		});
	const flagged = async () => (await find(index, 'flag:5')).length;
	const ids = all.map(({ card }) => card.id);
	await flag(ids.slice(3, 4));
	await expect.poll(flagged).toBe(1);
	await flag(ids.slice(0, 300));
	await expect.poll(flagged).toBe(300);
	await undoLast(db, student.moment);
	await expect.poll(flagged).toBe(1);

	const fresh = all.find(({ card }) => card.phase === 'new' && !card.suspended)?.card.id ?? '';
	const answered = async () => find(index, `rated:1:3 introduced:1 cid:${fresh}`);
	await student.answer(fresh, 3);
	await expect.poll(answered).toEqual([fresh]);
	await undoLast(db, student.moment);
	await expect.poll(answered).toEqual([]);

	const [first] = all;
	const noteId = first?.card.noteId ?? '';
	await commitAct(db, {
		...{ name: 'Edit', moment: student.moment },
		edits: [{ kind: 'note', id: noteId, fields: { fields: ['entirely reworded', 'x'] } }],
	});
	await expect.poll(async () => (await find(index, 'reworded')).length).toBe(2);
	await commitAct(db, {
		...{ name: 'Rename', moment: student.moment },
		edits: [{ kind: 'deck', id: 'deck/3', fields: { path: ['Other'] } }],
	});
	await expect.poll(async () => (await find(index, 'deck:other')).length).toBe(20);
	await db.cards.where('noteId').equals(noteId).delete();
	await expect.poll(async () => (await find(index, 'reworded')).length).toBe(0);
	expect((await find(index, '')).length).toBe(398);
});

it('has a note as it was written while all of them were being read', async () => {
	const db = await openReady(freshName());
	const student = new Student(db);
	const all = made(6_000);
	await put(db, all);
	const { index } = await openIndex(db);
	const ids = ['note/n0', 'note/n3000', 'note/n999'];
	const reworded = (id: string) => ({
		...{ kind: 'note' as const, id, fields: { fields: ['entirely reworded', 'x'] } },
	});
	await commitAct(db, { name: 'Edit', moment: student.moment, edits: ids.map(reworded) });
	await index.whole();
	await expect.poll(async () => (await find(index, 'reworded')).length).toBe(6);
	expect((await find(index, '-reworded')).length).toBe(all.length - 6);
});

it('ends a regular expression that is driven mad, and searches on', async () => {
	const db = await openReady(freshName());
	const all = made(4);
	all[0]!.fields = [`${'a'.repeat(60)}!`, 'b'];
	await put(db, all);
	const slow = async (index: BrowseIndex, text: string) => {
		const error: unknown = await find(index, text).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(SlowSearch);
		return (error as SlowSearch).ended;
	};

	// Between two cards it ends by itself; within one the whole worker has to be ended.
	const { index: hasty } = await openIndex(db, { search: -1, worker: 100_000 });
	expect(await slow(hasty, 're:a')).toBe(false);
	expect(await find(hasty, 'answer')).toHaveLength(6);
	const { index } = await openIndex(db, { search: Infinity, worker: 200 });
	const [ended, waiting] = await Promise.all([
		slow(index, '"re:(a+)+$"'),
		index.ask('words', {}).catch((thrown: unknown) => thrown),
	]);
	expect(ended).toBe(true);
	expect(waiting).toBeInstanceOf(SlowSearch);
	await index.opened;
	expect(await find(index, 'answer')).toHaveLength(6);
});

it('tells the words of a search that nothing has, and what could be named', async () => {
	const db = await openReady(freshName());
	await put(db, made(10));
	const { index } = await openIndex(db);
	const words = await index.ask('words', {});
	expect(words.decks).toEqual(expect.arrayContaining(['Catalog', 'Top', 'Top::Deck 3']));
	expect(words.tags).toEqual(['area', 'area::0', 'area::1', 'area::2']);
	const read = readSearch('tag:aera or deck:top');
	if ('problem' in read) throw new Error(read.problem.what);
	const moment = { now: new Student(db).now, zone };
	const { doubts, rows } = await index.ask('search', { search: read.search, sort: PLAIN, moment });
	expect(doubts).toEqual(['No tag is called aera.']);
	const [line] = await index.ask('lines', { rows: [...rows].slice(0, 1), moment });
	expect(line).toMatchObject({ text: expect.stringMatching(/^Question \d about .* & more$/) });
});

it('does not make a database that is not there', async () => {
	const db = await openReady(freshName());
	opened.push({ db });
	const watch = { read: () => {}, changed: () => {}, trouble: () => {} };
	const name = freshName();
	const patience = { search: Infinity, worker: 100_000 };
	const index = new BrowseIndex({ name, install: 'x', library: '/', patience }, watch);
	await expect(index.opened).rejects.toThrow(/removed/);
	index.close();
	const names = (await indexedDB.databases()).map((each) => each.name);
	expect(names).not.toContain(name);
});
