/** Today's queue in a deck of 100,000 cards: how long, and how many rows are read for it. */
import { Dexie } from 'dexie';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import type { ReviewOrder } from '../../src/lib/scheduler/preset.ts';
import { loadCards } from '../../src/lib/state/session-cards.ts';
import { inTurns } from './clockwork.ts';
import { openRaw, readsOf, resultOf } from './raw-store.ts';
import { fillQueue, momentNow, open } from './seed.ts';

const NAME = 'bench-queue';
const WHOLE_SESSION = { minutes: null, pattern: null, newUntil: 0 };
const ROWS = 50;

export async function queueFigures(cards: number, runs: number) {
	await fillQueue(NAME, cards);
	const db = await open(NAME);
	const moment = momentNow();
	const load = (reviewOrder: ReviewOrder) =>
		loadCards(db, { ...DEFAULT_PRESET, reviewOrder }, moment, WHOLE_SESSION);

	const raw = await openRaw(NAME);
	const due = IDBKeyRange.bound(['catalog', 2], ['catalog', 2, moment.day, Infinity]);
	const bare = () => {
		const cards = raw.transaction('cards').objectStore('cards');
		return resultOf(cards.index('[deckId+queue+order+tie]').getAll(due, ROWS));
	};
	const { queue } = await load('due-random');
	const rows = await readsOf(() => load('due-random'));
	const times = await inTurns(runs, { ours: () => load('due-random'), bare });
	const sorted = await inTurns(5, { ours: () => load('retrievability') });
	raw.close();
	db.close();
	await Dexie.delete(NAME);
	return { times, rows, shown: queue.main.length + queue.learning.length, sorted: sorted.ours };
}
