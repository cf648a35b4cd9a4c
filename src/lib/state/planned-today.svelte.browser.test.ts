import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { catalogOf, DAY, NOON, openReady, Student } from '../../../tests/support/student.ts';
import { unburyBefore } from '../db/begin-day.ts';
import { writePreset } from '../db/decks.ts';
import { readSettings, writeSettings, type Settings } from '../db/settings.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { dateOfDay, momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { dayRule } from './day-rule.ts';
import { asRuled, loadCards, type SessionOptions } from './session-cards.ts';
import { Today, type TodayView } from './today.svelte.ts';

/** A worker is loaded for it. */
const WAIT = { timeout: 10_000 };

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => vi.useRealTimers());

/** A person with a catalog, an interview so many days ahead, and 20 minutes on each day but the seventh. */
async function studentWith(
	days: number,
	settings: Partial<Settings> = {},
	patterns = 20,
): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(patterns);
	const interviewDate = dateOfDay(student.moment.day + days);
	const planWeek = [20, 20, 20, 20, 20, 20, 0];
	await writeSettings(student.db, { interviewDate, planWeek, ...settings }, student.moment);
	await writePreset(student.db, 'default', { newPerDay: 9 }, student.moment);
	return student;
}

function appOf({ db }: Student, patterns = 20): App {
	const index = catalogOf(patterns);
	const library = {
		index: { ...index, questions: [{ id: 'chat', title: 'Chat' }] },
		path: () => undefined,
		pattern: (id: string) => index.patterns.find((pattern) => pattern.id === id),
		loadGuide: async () => {},
	};
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const preset = { ...DEFAULT_PRESET, newPerDay: 9 };
	return { db, library, moment, preset, readOnly: false } as unknown as App;
}

/** Today as it is seen once it is planned, until the test is over. */
async function seen(app: App): Promise<() => TodayView | undefined> {
	const { shown } = await shownFrom(app);
	return () => (shown.at(-1)?.outlined ? undefined : shown.at(-1));
}

/** All that Today has shown, also before it is planned, until the test is over or it is left. */
async function shownFrom(app: App): Promise<{ shown: readonly TodayView[]; leave: () => void }> {
	await unburyBefore(app.db, app.moment().day);
	const today = new Today(app);
	const shown: TodayView[] = [];
	const leave = $effect.root(() => {
		$effect(() => {
			if (today.view) shown.push(today.view);
		});
	});
	onTestFinished(leave);
	return { shown, leave };
}

/** What a session of the day brings that is begun without a choice. */
async function sessionOf(app: App, options: Partial<SessionOptions> = {}): Promise<string[]> {
	const settings = await readSettings(app.db);
	const { db, library, moment, preset, readOnly } = app;
	const rule = () => dayRule({ db, library, moment, preset, readOnly, settings });
	const session = { minutes: null, pattern: null, newUntil: 0, rule, ...options };
	const ruled = await asRuled(session);
	const { queue } = await loadCards(app.db, app.preset, app.moment(), ruled);
	return queue.main.map(({ id }) => id);
}

// NOON is a Monday.
describe('Today until the interview', () => {
	it('has the new cards of the plan within the limit, and a session of them brings as many', async () => {
		const student = await studentWith(21);
		const app = appOf(student);
		const view = await seen(app);
		await vi.waitFor(
			() => expect(view()?.planned).toMatchObject({ kind: 'study', given: 20 }),
			WAIT,
		);
		expect(view()?.plan.work.new).toBe(9);
		expect(view()?.planned?.minutes).toBeLessThanOrEqual(20);
		const planned = view()?.planned?.newUntil ?? new Map();
		expect(planned).toEqual(new Map([['catalog', 9]]));
		const { queue } = await loadCards(student.db, app.preset, app.moment(), {
			...{ minutes: null, pattern: null, newUntil: 0, planned: new Map([['catalog', 4]]) },
		});
		expect(queue.main).toHaveLength(4);
	});

	it('counts what is done, so that the day does not grow while it is worked off', async () => {
		const student = await studentWith(21);
		const view = await seen(appOf(student));
		await vi.waitFor(() => expect(view()?.plan.work.new).toBe(9), WAIT);
		for (const id of ['p0/a', 'p1/a', 'p2/a']) await student.answer(id, 4);
		await vi.waitFor(() => expect(view()).toMatchObject({ answeredToday: 3, left: 6 }), WAIT);
		expect(view()?.planned?.newUntil).toEqual(new Map([['catalog', 9]]));
	});

	it('on a day off asks for nothing, and says what waits', async () => {
		const student = await studentWith(21);
		await student.answer('p0/a', 3);
		vi.setSystemTime(NOON + 6 * DAY);
		const view = await seen(appOf(student));
		await vi.waitFor(() => expect(view()?.planned).toMatchObject({ kind: 'off', unfit: 1 }), WAIT);
		expect(view()?.left).toBe(0);
		expect(view()?.planned?.next).toBe(student.moment.day + 7);
	});

	it('in the last week brings nothing new, on the day nothing at all', async () => {
		const student = await studentWith(21);
		await student.answer('p0/a', 4);
		vi.setSystemTime(NOON + 16 * DAY);
		const app = appOf(student);
		const taper = await seen(app);
		await vi.waitFor(() => expect(taper()?.planned).toMatchObject({ kind: 'taper' }), WAIT);
		expect(taper()?.plan.work).toMatchObject({ new: 0, review: 1 });
		vi.setSystemTime(NOON + 21 * DAY);
		const day = await seen(app);
		await vi.waitFor(
			() => expect(day()?.planned).toMatchObject({ kind: 'interview', unfit: 1 }),
			WAIT,
		);
		expect(day()?.left).toBe(0);
		vi.setSystemTime(NOON + 22 * DAY);
		const after = await seen(app);
		await vi.waitFor(() => expect(after()).toMatchObject({ planned: undefined, left: 10 }), WAIT);
	});

	it('can be about own decks alone, also one that is not in the daily review', async () => {
		const student = await studentWith(21, { planScope: 'none', planDecks: ['deck/book'] });
		const decks = { book: { path: 'Book', daily: false, cards: 5 } };
		await addDecks(student.db, decks, student.moment);
		const app = appOf(student);
		const view = await seen(app);
		await vi.waitFor(
			() => expect(view()?.planned?.newUntil).toEqual(new Map([['deck/book', 5]])),
			WAIT,
		);
		expect(view()).toMatchObject({ left: 5, sources: [{ cards: 0 }, { name: 'Book', cards: 5 }] });
		const planned = view()?.planned?.newUntil ?? new Map();
		const { queue } = await loadCards(student.db, app.preset, app.moment(), {
			...{ minutes: null, pattern: null, newUntil: 0, planned },
		});
		expect(queue.main.map(({ deckId }) => deckId)).toEqual(Array(5).fill('deck/book'));
	});

	it('leaves out a daily deck that the plan is not about, but for what was begun of it', async () => {
		const student = await studentWith(21);
		await addDecks(student.db, { book: { path: 'Book', cards: 5 } }, student.moment);
		const { after } = await student.answer('note/book-0/0', 4);
		vi.setSystemTime(NOON + (after.due - student.moment.day) * DAY);
		const view = await seen(appOf(student));
		await vi.waitFor(() => expect(view()?.planned).toMatchObject({ reviews: 1, unfit: 0 }), WAIT);
		expect([...(view()?.planned?.newUntil.keys() ?? [])]).toEqual(['catalog']);
		expect(view()?.sources).toMatchObject([{ name: 'Catalog' }, { name: 'Book', cards: 1 }]);
	});

	it('where more is due than fits, has the weakest in the time that there is, and they come first', async () => {
		const student = await studentWith(21, { planWeek: [2, 2, 2, 2, 2, 2, 2] });
		for (let at = 0; at < 16; at += 1) {
			await student.answer(`p${at}/a`, 4);
			await student.db.cards.update(`p${at}/a`, { stability: 1 + ((at * 7) % 16) });
		}
		vi.setSystemTime(NOON + 18 * DAY);
		const app = appOf(student);
		const view = await seen(app);
		await vi.waitFor(() => expect(view()?.planned?.unfit).toBeGreaterThan(0), WAIT);
		const { reviews = 0, unfit = 0, minutes = 9 } = view()?.planned ?? {};
		expect([reviews + unfit, view()?.left]).toEqual([16, reviews]);
		expect(minutes).toBeLessThanOrEqual(2);
		const { queue } = await loadCards(student.db, app.preset, app.moment(), {
			...{ minutes, pattern: null, newUntil: 0, withoutNew: true, weakestFirst: true },
		});
		const stabilities = queue.main.map(({ stability }) => stability);
		expect(stabilities).toHaveLength(16);
		expect(stabilities).toEqual(stabilities.toSorted((a, b) => a - b));
	});

	it('is there to begin before it is planned, and at the next start as it was planned', async () => {
		const student = await studentWith(21, { planWeek: [1, 1, 1, 1, 1, 1, 1] });
		await student.answer('p0/a', 4);
		const app = appOf(student);
		const { shown: first, leave } = await shownFrom(app);
		await vi.waitFor(() => expect(first.at(-1)).toMatchObject({ outlined: false }), WAIT);
		expect(first[0]).toMatchObject({ outlined: true, planned: { kind: 'study', begins: [] } });
		// The minute is over with the one that was answered; the limit alone would let in eight.
		expect(first[0]?.left).toBe(8);
		expect(first.at(-1)?.left).toBe(0);
		const planned = first.at(-1)?.planned;
		await vi.waitFor(async () => expect(await student.db.meta.get('planned')).toBeDefined());
		leave();
		const { shown: next, leave: leaveAgain } = await shownFrom(app);
		await vi.waitFor(() => expect(next[0]).toMatchObject({ outlined: false, left: 0 }));
		expect(next[0]?.planned).toEqual(planned);
		// What was answered after it was planned counts, and no more is let in than was.
		leaveAgain();
		await student.answer('p1/a', 4);
		const { shown: later } = await shownFrom(app);
		await vi.waitFor(() => expect(later[0]).toMatchObject({ outlined: true, left: 0 }));
	});

	it('holds for a session of the day from wherever it is begun, for one of a deck it does not', async () => {
		const student = await studentWith(21, { planWeek: [3, 3, 3, 3, 3, 3, 3] });
		const app = appOf(student);
		// Nothing is planned before the very first card.
		expect(await sessionOf(app)).toHaveLength(9);
		await student.answer('p0/a', 4);
		const planned = await sessionOf(app);
		expect(planned.length).toBeGreaterThan(0);
		expect(planned.length).toBeLessThan(8);
		const view = await seen(app);
		await vi.waitFor(() => expect(view()?.left).toBe(planned.length), WAIT);
		expect(await sessionOf(app)).toEqual(planned);
		expect(await sessionOf(app, { deck: 'catalog' })).toHaveLength(8);
		// Another week is another plan.
		await writeSettings(student.db, { planWeek: [0, 0, 0, 0, 0, 0, 0] }, student.moment);
		expect(await sessionOf(app)).toEqual([]);
	});
});
