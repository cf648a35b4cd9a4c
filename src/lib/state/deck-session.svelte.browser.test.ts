import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDecks, addPreset } from '../../../tests/support/own-decks.ts';
import { NOON, openReady, Student } from '../../../tests/support/student.ts';
import type { CompiledCard } from '../content/card.ts';
import { parametersId, DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { checkDatabase } from '../db/check.ts';
import { assignPreset } from '../db/edit-presets.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';
import { Today } from './today.svelte.ts';

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

function appOf(student: Student, preset: Partial<Preset> = {}): App {
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const app = {
		...{ db: student.db, readOnly: false, preset: { ...DEFAULT_PRESET, ...preset }, moment },
		writeMoment: () => ({ t: Date.now(), day: moment().day, dev: student.dev }),
		asksForClock: () => false,
		toasts: { show: () => {}, problem: (text: string) => expect.unreachable(text) },
		library: { card: async (id: string) => textOf(id), source: async () => undefined },
	};
	return app as unknown as App;
}

async function sessionOf(app: App, options: object = {}): Promise<ReviewSession> {
	const session = new ReviewSession(app, { minutes: null, pattern: null, extra: 0, ...options });
	open.push(session);
	await session.start();
	return session;
}

async function studentOf(patterns: number): Promise<Student> {
	const student = new Student(await openReady());
	if (patterns > 0) await student.takeIn(patterns);
	return student;
}

/** Answers Easy until nothing is left, and tells which cards came. */
async function goThrough(session: ReviewSession): Promise<string[]> {
	const [seen, before]: [string[], number] = [[], session.given.length];
	while (session.phase === 'card' && session.card) {
		seen.push(session.card.id);
		session.reveal();
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		await session.grade(4);
	}
	await vi.waitFor(() => expect(session.given).toHaveLength(before + seen.length));
	return seen;
}

const deckOf = (id: string) =>
	id.startsWith('note/') ? id.slice(5, id.lastIndexOf('-')) : 'catalog';
const countsBy = (ids: readonly string[]) =>
	Object.fromEntries([...Map.groupBy(ids, deckOf)].map(([deck, of]) => [deck, of.length]));

describe('a daily session', () => {
	it('takes of each root what its own limits let through, spread evenly', async () => {
		const student = await studentOf(4);
		await addPreset(student.db, 'few', { name: 'Few', newPerDay: 3 }, student.moment);
		const decks = {
			book: { path: 'Book', presetId: 'few', cards: 2 },
			chapter: { path: 'Book/Chapter 1', cards: 5 },
			course: { path: 'Course', cards: 4 },
			apart: { path: 'Apart', daily: false, cards: 9 },
		};
		await addDecks(student.db, decks, student.moment);
		const seen = await goThrough(await sessionOf(appOf(student, { newPerDay: 6 })));
		const counts = countsBy(seen);
		expect(counts).toMatchObject({ catalog: 6, course: 4 });
		expect((counts['book'] ?? 0) + (counts['chapter'] ?? 0)).toBe(3);
		expect(counts['apart']).toBeUndefined();
		// None of them waits for the end of another.
		expect(new Set(seen.slice(0, 5).map(deckOf)).size).toBeGreaterThanOrEqual(3);
	});

	it('counts what was learned in one deck under the limit of its root', async () => {
		const student = await studentOf(0);
		const decks = {
			book: { path: 'Book' },
			one: { path: 'Book/One', cards: 30 },
			two: { path: 'Book/Two', cards: 30 },
		};
		await addDecks(student.db, decks, student.moment);
		const app = appOf(student);
		const one = await goThrough(await sessionOf(app, { deck: 'deck/one' }));
		expect(countsBy(one)).toEqual({ one: 10 });
		expect(await goThrough(await sessionOf(app, { deck: 'deck/two' }))).toEqual([]);
		const more = await sessionOf(app, { deck: 'deck/two', extra: 2 });
		expect(countsBy(await goThrough(more))).toEqual({ two: 2 });
	});

	it('reads no deck where there is only the catalog', async () => {
		const student = await studentOf(2);
		const records = vi.spyOn(student.db.records, 'where');
		const cards = vi.spyOn(student.db.cards, 'where');
		const session = await sessionOf(appOf(student));
		expect(session.phase).toBe('card');
		expect(cards).toHaveBeenCalledTimes(3);
		expect(records).not.toHaveBeenCalled();
	});
});

describe('a session of one deck', () => {
	it('is about it and the decks under it, in the daily review or not', async () => {
		const student = await studentOf(2);
		const decks = {
			book: { path: 'Book', daily: false, cards: 1 },
			one: { path: 'Book/One', cards: 2 },
			deep: { path: 'Book/One/Deep', cards: 3 },
		};
		await addDecks(student.db, decks, student.moment);
		const seen = await goThrough(await sessionOf(appOf(student), { deck: 'deck/one' }));
		expect(countsBy(seen)).toEqual({ one: 2, deep: 3 });
	});

	it('of the catalog leaves the other decks out', async () => {
		const student = await studentOf(1);
		await addDecks(student.db, { book: { path: 'Book', cards: 3 } }, student.moment);
		const seen = await goThrough(await sessionOf(appOf(student), { deck: 'catalog' }));
		expect(countsBy(seen)).toEqual({ catalog: 3 });
	});

	it('that is no longer there ends at once', async () => {
		const student = await studentOf(1);
		expect(await sessionOf(appOf(student), { deck: 'deck/gone' })).toMatchObject({ phase: 'done' });
	});

	it('is undone card by card, as any other', async () => {
		const student = await studentOf(0);
		await addDecks(student.db, { book: { path: 'Book', cards: 3 } }, student.moment);
		const session = await sessionOf(appOf(student), { deck: 'deck/book' });
		const seen = await goThrough(session);
		await session.undo();
		expect(session.card?.id).toBe(seen.at(-1));
		expect(session.card?.phase).toBe('new');
		expect(await goThrough(session)).toEqual([seen.at(-1)]);
		expect(await student.db.days.toArray()).toMatchObject([{ deckId: 'deck/book', news: 3 }]);
	});
});

describe('an answer', () => {
	it('goes by the options of the deck of its card, or of the nearest above', async () => {
		const student = await studentOf(1);
		const weights = DEFAULT_PRESET.weights.map((weight, at) => (at === 3 ? weight + 1 : weight));
		const long = { name: 'Long', weights, learningSteps: [30] };
		await addPreset(student.db, 'long', long, student.moment);
		const decks = {
			book: { path: 'Book', presetId: 'long' },
			one: { path: 'Book/One', cards: 1 },
			plain: { path: 'Plain', cards: 1 },
		};
		await addDecks(student.db, decks, student.moment);
		await goThrough(await sessionOf(appOf(student)));
		const params = Object.fromEntries(
			(await student.db.reviews.toArray()).map(({ cardId, params }) => [deckOf(cardId), params]),
		);
		expect(params).toEqual({
			catalog: parametersId(DEFAULT_PRESET.weights),
			one: parametersId(weights),
			plain: parametersId(DEFAULT_PRESET.weights),
		});
		const card = await student.card('note/one-0/0');
		expect(card.stability).toBeCloseTo(weights[3] ?? 0, 5);
	});

	it('shows what its buttons do by those options', async () => {
		const student = await studentOf(0);
		await addPreset(student.db, 'long', { name: 'Long', learningSteps: [30, 60] }, student.moment);
		const book = { path: 'Book', presetId: 'long', cards: 1 };
		await addDecks(student.db, { book }, student.moment);
		const session = await sessionOf(appOf(student));
		session.reveal();
		await vi.waitFor(() => expect(session.outcomes?.[1].shown).toBe(-1800));
		expect(session.preset.name).toBe('Long');
	});
});

describe('options that another tab changes under a session', () => {
	it('hold for the card that is up, new or not, and for those after it', async () => {
		const student = await studentOf(0);
		const weights = DEFAULT_PRESET.weights.map((weight, at) => (at < 4 ? weight * 3 : weight));
		await addPreset(student.db, 'long', { name: 'Long', weights }, student.moment);
		await addDecks(student.db, { book: { path: 'Book', cards: 2 } }, student.moment);
		const session = await sessionOf(appOf(student), { deck: 'deck/book' });
		const up = session.card?.id;
		session.reveal();
		await vi.waitFor(() => expect(session.outcomes).toBeDefined());
		const before = session.outcomes?.[4].shown ?? 0;
		await assignPreset(student.db, 'deck/book', 'long', student.moment);
		await vi.waitFor(() => expect(session.outcomes?.[4].shown).toBeGreaterThan(before));
		expect(session.card?.id).toBe(up);
		expect(await goThrough(session)).toHaveLength(2);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('bring up no card where a session has ended', async () => {
		const student = await studentOf(0);
		await addPreset(student.db, 'few', { name: 'Few', newPerDay: 1 }, student.moment);
		const book = { path: 'Book', presetId: 'few', cards: 2 };
		await addDecks(student.db, { book }, student.moment);
		const session = await sessionOf(appOf(student), { deck: 'deck/book' });
		await goThrough(session);
		expect(session.phase).toBe('done');
		await assignPreset(student.db, 'deck/book', undefined, student.moment);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(session.phase).toBe('done');
	});
});

it('Today adds up the catalog and the daily decks, and says what they are', async () => {
	const student = await studentOf(2);
	const decks = {
		book: { path: 'System Design Primer', cards: 8 },
		apart: { path: 'Apart', daily: false, cards: 4 },
	};
	await addDecks(student.db, decks, student.moment);
	const app = appOf(student);
	const today = new Today(app);
	let view: Today['view'];
	const stop = $effect.root(() => {
		$effect(() => {
			view = today.view;
		});
	});
	await vi.waitFor(() => expect(view).toMatchObject({ left: 14 }));
	expect(view?.sources).toMatchObject([
		{ name: 'Catalog', cards: 6 },
		{ name: 'System Design Primer', cards: 8 },
	]);
	const easy = await student.answer('note/book-0/0', 4);
	await vi.waitFor(() => expect(view).toMatchObject({ answeredToday: 1, left: 13 }));
	vi.setSystemTime(NOON + (easy.after.due - student.moment.day - 1) * 86_400_000);
	await addDecks(student.db, { later: { path: 'Later', cards: 1 } }, student.moment);
	await vi.waitFor(() => expect(view).toMatchObject({ tomorrow: 1 }));
	stop();
});
