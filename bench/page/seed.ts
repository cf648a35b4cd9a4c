/** Fills databases in seconds: through the app's own functions, in bulk, history in blocks. */
import { joinIndex, type LibraryRoster } from '../../src/lib/content/library-guide.ts';
import { newCardOrder } from '../../src/lib/content/study-order.ts';
import { atomically } from '../../src/lib/db/atomic.ts';
import { unburyBefore } from '../../src/lib/db/begin-day.ts';
import { newRow, rowOf, type CardRow } from '../../src/lib/db/card-row.ts';
import { CATALOG_DECK, takeInLibrary } from '../../src/lib/db/catalog-rows.ts';
import { addToCounters } from '../../src/lib/db/counters.ts';
import { blocksOf } from '../../src/lib/db/history.ts';
import { openDatabase } from '../../src/lib/db/open.ts';
import type { OnsiteDb, ReviewRow } from '../../src/lib/db/schema.ts';
import { writeSettings } from '../../src/lib/db/settings.ts';
import { countsOf, Tally } from '../../src/lib/db/tally.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { replay } from '../../src/lib/scheduler/replay.ts';
import { momentAt, type Moment } from '../../src/lib/scheduler/study-day.ts';
import { installMarker } from '../../src/lib/state/device-storage.ts';
import { makeLog } from './collection.ts';

const APP = 'onsite';
/** As the app packs it: what is younger stays as rows. */
const RECENT_DAYS = 30;
const IMPORTED_DECK = 'imported';

export function momentNow(): Moment {
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	return momentAt(Date.now(), { timeZone, rolloverHour: 4 });
}

/** Opens a database as the app does; one of another name keeps its marker to itself. */
export async function open(name = APP): Promise<OnsiteDb> {
	const opened = await openDatabase({
		name,
		now: () => Date.now(),
		newId: () => crypto.randomUUID(),
		installMarker: name === APP ? installMarker : { read: () => null, write: () => {} },
	});
	if (opened.state !== 'ready') throw opened.error;
	return opened.db;
}

/** Cards of the catalog without an answer: the last ones of the path, as they would be. */
const UNSEEN_SHARE = 0.1;

/**
 * Fills the app's database: the whole catalog, most of it studied, and beside it one imported deck.
 * @returns what stands there then, read back
 */
export async function fillApp(cards: number, reviews: number) {
	const db = await open();
	const moment = momentNow();
	const roster = (await (await fetch('/library/index.json')).json()) as LibraryRoster;
	const index = joinIndex(roster);
	const order = newCardOrder(index, index.paths[0]);
	await takeInLibrary(db, index, new Map(order.map((id, at) => [id, at])));
	const dev = 'bench';
	await writeSettings(
		db,
		{ firstRunDone: true, path: index.paths[0]?.id ?? null },
		{ t: moment.t, day: moment.day, dev },
	);
	await unburyBefore(db, moment.day);
	const before = await db.cards.toArray();
	const seen = before.filter(({ position }) => position < order.length * (1 - UNSEEN_SHARE));
	const others = Array.from({ length: cards - before.length }, (_, at) =>
		newRow(`i${at}/a`, `i${at}`, IMPORTED_DECK, at),
	);
	await study(db, [...seen, ...others], new Set(before.map(({ id }) => id)), reviews, moment);
	// As after the copy that the app takes every day.
	await db.outbox.clear();
	const stored = {
		cards: await db.cards.count(),
		rows: await db.reviews.count(),
		blocks: await db.blocks.count(),
		reviews: (await db.reviews.count()) + reviewsIn(await db.blocks.toArray()),
	};
	db.close();
	return stored;
}

function reviewsIn(blocks: readonly { count: number }[]): number {
	return blocks.reduce((sum, { count }) => sum + count, 0);
}

/** Gives cards their logs and what follows from them: memory, places in queues, counters. */
async function study(
	db: OnsiteDb,
	cards: readonly CardRow[],
	stored: ReadonlySet<string>,
	reviews: number,
	moment: Moment,
): Promise<void> {
	const tally = new Tally();
	const rows: CardRow[] = [];
	const log: ReviewRow[] = [];
	cards.forEach((card, at) => {
		const answers = Math.floor(((at + 1) * reviews) / cards.length) - log.length;
		const own = makeLog(card.id, answers, log.length, moment);
		const row = rowOf({ ...card, ...replay(own, DEFAULT_PRESET.weights) }, moment.day, false);
		tally.move(stored.has(card.id) ? card : undefined, row);
		for (const count of countsOf(own, card.deckId)) tally.day(count);
		rows.push(row);
		for (const review of own) log.push(review);
	});
	const recent = log.filter(({ day }) => day >= moment.day - RECENT_DAYS);
	await atomically(db, 'all', async () => {
		await db.cards.bulkPut(rows);
		await db.blocks.bulkPut(blocksOf(log.filter(({ day }) => day < moment.day - RECENT_DAYS)));
		await db.reviews.bulkAdd(recent);
		await addToCounters(db, tally);
	});
}

/** Fills a database of its own with the history of one deck. */
export async function fillLog(name: string, cards: number, reviews: number): Promise<void> {
	const db = await open(name);
	const moment = momentNow();
	await unburyBefore(db, moment.day);
	const rows = Array.from({ length: cards }, (_, at) =>
		newRow(`n${at}/a`, `n${at}`, CATALOG_DECK, at),
	);
	await study(db, rows, new Set(), reviews, moment);
	db.close();
}

/** Fills a database of its own with one deck of so many cards, a tenth of them due, a tenth new. */
export async function fillQueue(name: string, cards: number): Promise<void> {
	const db = await open(name);
	const moment = momentNow();
	await unburyBefore(db, moment.day);
	const rows = Array.from({ length: cards }, (_, at): CardRow => {
		const card = newRow(`n${at}/a`, `n${at}`, CATALOG_DECK, at);
		if (at % 10 === 0) return card;
		const due = at % 10 === 1 ? moment.day - (at % 31) : moment.day + 1 + (at % 365);
		const lastDay = due - 20;
		const t = lastDay * 86_400_000;
		const memory = {
			...{ phase: 'review' as const, stability: 18 + (at % 5), difficulty: 5, due, interval: 20 },
			...{ reps: 5, lastDay, lastT: t, lastEntryT: t, lastReview: `r${at}` },
		};
		return rowOf({ ...card, ...memory }, moment.day, false);
	});
	const tally = new Tally();
	for (const row of rows) tally.move(undefined, row);
	await atomically(db, 'all', async () => {
		await db.cards.bulkPut(rows);
		await addToCounters(db, tally);
	});
	db.close();
}
