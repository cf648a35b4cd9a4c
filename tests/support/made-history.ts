/** Months of study, made by the scheduler from a memory that forgets, and put into the browser's database. */
import type { Page } from '@playwright/test';
import { rowOf, type CardRow } from '../../src/lib/db/card-row.ts';
import { factOf } from '../../src/lib/db/review-fact.ts';
import { nextStamp, NO_STAMP } from '../../src/lib/db/hlc.ts';
import { countsOf, Tally } from '../../src/lib/db/tally.ts';
import { answerCard } from '../../src/lib/scheduler/answer.ts';
import { recallNow } from '../../src/lib/scheduler/card-standing.ts';
import type { CardState } from '../../src/lib/scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import type { Grade, Review } from '../../src/lib/scheduler/review.ts';
import { chance } from '../../src/lib/scheduler/seed.ts';
import { momentAt, startOfStudyDay, type Zone } from '../../src/lib/scheduler/study-day.ts';
import { tables } from './stored.ts';

export interface MadeHistory {
	reviews: Review[];
	/** The cards as they stand after it. */
	cards: CardState[];
}

interface Habit {
	/** The first day of study. */
	from: number;
	/** The day after the last. */
	until: number;
	newPerDay: number;
	zone: Zone;
	/** The person's own chance of recalling a review that the usual parameters give this chance. */
	remembers?: (recall: number) => number;
}

const { weights } = DEFAULT_PRESET;
const DEV = 'dev-made';
/** Showings of a card within a day at most. */
const MOST_SHOWINGS = 6;

/** A UUIDv7 of a time and a number. */
function uuidOf(t: number, number: number): string {
	const time = Math.floor(t).toString(16).padStart(12, '0');
	const tail = number.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

/**
 * Studies cards in their order, day after day: whatever is due, then new ones. Mornings mostly, some
 * evenings, no study on about one day in eight. A few cards are forgotten every other time.
 */
export function studied(fresh: readonly CardState[], habit: Habit): MadeHistory {
	const { from, until, newPerDay, zone, remembers = (recall) => recall } = habit;
	const cards = new Map<string, CardState>();
	const reviews: Review[] = [];
	const waiting = [...fresh];
	for (let day = from; day < until; day += 1) {
		if (chance('off', day) < 0.12) continue;
		const hour = chance('hour', day) < 0.75 ? 4.2 : 17;
		let t = startOfStudyDay(day, zone) + (hour + chance('minute', day)) * 3_600_000;
		const due = [...cards.values()].filter((card) => card.intraday || card.due <= day);
		for (const card of [...due, ...waiting.splice(0, newPerDay)]) {
			let state = card;
			for (let showing = 0; showing < MOST_SHOWINGS; showing += 1) {
				const now = momentAt(t, zone);
				const duration = 5_000 + Math.floor(chance('ms', card.id, reviews.length) * 25_000);
				const id = uuidOf(t, reviews.length + 1);
				const stamp = { id, dev: DEV, duration, capped: true };
				const context = { now, preset: DEFAULT_PRESET, load: () => 0 };
				const recall = recallNow(state, weights, now);
				const own = recall === null ? null : remembers(recall);
				const grade = gradeOf(state, own, reviews.length);
				const { review, card: after } = answerCard(state, grade, context, stamp);
				reviews.push(review);
				state = after;
				t += duration + 2_000;
				if (!state.intraday) break;
			}
			cards.set(card.id, state);
		}
	}
	return { reviews, cards: [...cards.values()] };
}

function gradeOf({ id, reps, phase }: CardState, recall: number | null, at: number): Grade {
	const stubborn = chance('stubborn', id) < 0.006 && phase === 'review';
	const known = recall === null ? 0.75 : stubborn ? 0.5 : phase === 'review' ? recall : 0.9;
	if (chance('recall', id, at) > known) return 1;
	const ease = chance('ease', id, reps);
	return ease < 0.12 ? 2 : ease < 0.9 ? 3 : 4;
}

/** Puts a history of the catalog's first cards into the app's database, which a page has opened before. */
export async function putHistory(
	page: Page,
	{ days, now, ...habits }: { days: number; now: number } & Omit<Habit, 'from' | 'until' | 'zone'>,
): Promise<MadeHistory> {
	const found = await tables(page, ['cards']);
	const stored = (found['cards'] as CardRow[]).sort((a, b) => a.position - b.position);
	const zone: Zone = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
	const today = momentAt(now, zone).day;
	const fresh = stored.filter(({ phase }) => phase === 'new');
	const made = studied(fresh, { ...habits, from: today - days, until: today, zone });
	const [worst] = made.cards.toSorted((a, b) => b.lapses - a.lapses);
	// There shall be one to look at, whatever cards the catalog has.
	if (worst) worst.leech = true;
	const states = new Map(made.cards.map((card) => [card.id, card]));
	const rows = stored.map((row) => rowOf(states.get(row.id) ?? row, today, row.gone));
	const tally = new Tally();
	for (const row of rows) tally.move(undefined, row);
	for (const [id, { deckId }] of states) {
		const own = made.reviews.filter(({ cardId }) => cardId === id);
		for (const count of countsOf(own, deckId)) tally.day(count);
	}
	const marks = made.cards.filter(({ leech }) => leech);
	await write(page, {
		cards: rows,
		reviews: made.reviews.map(factOf),
		days: [...tally.days.values()],
		dueCounts: [...tally.due.values()],
		totals: [...tally.totals.values()],
		records: marks.map(({ id }) => ({
			...{ kind: 'mark', id, fields: { leech: true }, stamps: {} },
			base: nextStamp(NO_STAMP, now, DEV, NO_STAMP),
		})),
	});
	return made;
}

/** Puts rows over those of the same key. */
async function write(page: Page, rows: Record<string, readonly object[]>): Promise<void> {
	await page.evaluate(async (rows) => {
		const request = indexedDB.open('onsite');
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const transaction = db.transaction(Object.keys(rows), 'readwrite');
		for (const [name, list] of Object.entries(rows)) {
			for (const row of list) transaction.objectStore(name).put(row);
		}
		await new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
		db.close();
	}, rows);
}
