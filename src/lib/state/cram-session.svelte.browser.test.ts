import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { DAY, NOON, openReady, Student } from '../../../tests/support/student.ts';
import type { CompiledCard } from '../content/card.ts';
import { checkDatabase } from '../db/check.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Grade } from '../scheduler/review.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';

const LISTS = { also: [], tags: [], answers: [] };

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => {
	for (const session of open.splice(0)) session.stop();
	vi.useRealTimers();
});
const open: ReviewSession[] = [];

const textOf = (id: string): CompiledCard => ({
	...{ id, kind: 'recall', level: 'beginner', frontHtml: id, backHtml: 'x', ...LISTS },
});

async function cramOf(student: Student, options: object): Promise<ReviewSession> {
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const app = {
		...{ db: student.db, readOnly: false, preset: DEFAULT_PRESET, moment },
		writeMoment: () => ({ t: Date.now(), day: moment().day, dev: student.dev }),
		asksForClock: () => false,
		toasts: { show: () => {}, problem: (text: string) => expect.unreachable(text) },
		library: { card: async (id: string) => textOf(id), source: async () => undefined },
	};
	const whole = { minutes: null, pattern: null, extra: 0, cram: true };
	const session = new ReviewSession(app as unknown as App, { ...whole, ...options });
	open.push(session);
	await session.start();
	return session;
}

/** Cards of three patterns, some learned and one forgotten, a week ago. */
async function learned(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(3);
	for (const [id, grade] of [
		['p0/a', 4],
		['p0/b', 3],
		['p1/a', 1],
	] as const) {
		await student.answer(id, grade);
	}
	await student.mark('p1/a', { flag: 1 });
	await student.mark('p2/a', { flag: 2, suspended: true });
	vi.setSystemTime(NOON + 7 * DAY);
	student.t = NOON + 7 * DAY;
	return student;
}

async function answer(session: ReviewSession, grade: Grade): Promise<string> {
	const { id = '' } = session.card ?? {};
	const before = session.given.length;
	session.reveal();
	await vi.waitFor(() => expect(session.revealed).toBe(true));
	await session.grade(grade);
	await vi.waitFor(() => expect(session.given.length).toBe(before + 1));
	return id;
}

async function goThrough(session: ReviewSession): Promise<string[]> {
	const seen: string[] = [];
	while (session.phase === 'card') seen.push(await answer(session, 3));
	return seen;
}

describe('cramming', () => {
	it('keeps the answers, and leaves every card, date and memory as it was', async () => {
		const student = await learned();
		const before = await student.db.cards.toArray();
		const due = await student.db.dueCounts.toArray();
		const totals = await student.db.totals.toArray();
		const session = await cramOf(student, { deck: 'catalog' });
		await answer(session, 1);
		await answer(session, 2);
		await answer(session, 4);
		await goThrough(session);
		expect(session.phase).toBe('done');
		expect(await student.db.cards.toArray()).toEqual(before);
		expect(await student.db.dueCounts.toArray()).toEqual(due);
		expect(await student.db.totals.toArray()).toEqual(totals);
		expect(await checkDatabase(student.db)).toEqual([]);
		const today = await student.db.reviews.where('day').equals(student.moment.day).toArray();
		expect(new Set(today.map(({ kind }) => kind))).toEqual(new Set(['cram']));
		// Eight cards may be studied; two of them came a second time.
		expect(today).toHaveLength(10);
		expect(await student.db.days.get([student.moment.day, 'catalog'])).toMatchObject({
			...{ answers: 10, cram: 10, news: 0, review: 0, learn: 0 },
		});
	});

	it('is undone card by card, and done again', async () => {
		const student = await learned();
		const session = await cramOf(student, { pattern: 'p0' });
		const first = await answer(session, 3);
		await answer(session, 3);
		await session.undo();
		await session.undo();
		expect(session.card?.id).toBe(first);
		expect(session.given).toEqual([]);
		expect(await goThrough(session)).toHaveLength(3);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('takes the cards of a pattern, of a deck with those under it, or by id as they are given', async () => {
		const student = await learned();
		const decks = {
			book: { path: 'Book', cards: 1 },
			one: { path: 'Book/One', cards: 2 },
			other: { path: 'Other', cards: 2 },
		};
		await addDecks(student.db, decks, student.moment);
		const idsOf = async (options: object) => goThrough(await cramOf(student, options));
		expect(await idsOf({ pattern: 'p0' })).toEqual(['p0/a', 'p0/b', 'p0/c']);
		expect((await idsOf({ deck: 'deck/book' })).toSorted()).toEqual([
			...['note/book-0/0', 'note/one-0/0', 'note/one-1/0'],
		]);
		expect(await idsOf({ cards: ['p2/b', 'p0/a', 'none'] })).toEqual(['p2/b', 'p0/a']);
	});

	it('takes what was marked, and what is recalled least', async () => {
		const student = await learned();
		expect(await goThrough(await cramOf(student, { marked: true }))).toEqual(['p1/a']);
		const weakest = await goThrough(await cramOf(student, { weakest: 2 }));
		expect(weakest[0]).toBe('p1/a');
		expect(weakest).toHaveLength(2);
	});

	it('goes on where another tab has answered a card meanwhile', async () => {
		const student = await learned();
		const session = await cramOf(student, { pattern: 'p0' });
		await student.answer(session.card?.id ?? '', 3);
		session.reveal();
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		await session.grade(1);
		await goThrough(session);
		expect(session.phase).toBe('done');
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});
