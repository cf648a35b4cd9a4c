import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { DAY, NOON, openReady, Student } from '../../../tests/support/student.ts';
import type { CompiledCard } from '../content/card.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { saveEdit } from './card-details.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';
import type { Toast } from './toasts.svelte.ts';

const LISTS = { also: [], tags: [], answers: [] };
const WHOLE = { minutes: null, pattern: null, extra: 0 };

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => {
	for (const session of open.splice(0)) session.stop();
	vi.useRealTimers();
});

const open: ReviewSession[] = [];

function sessionOf(app: App, options: object = {}): ReviewSession {
	const session = new ReviewSession(app, { ...WHOLE, ...options });
	open.push(session);
	return session;
}

function textOf(id: string): CompiledCard {
	return { id, kind: 'recall', level: 'beginner', frontHtml: id, backHtml: 'x', ...LISTS };
}

/** What a session needs of the app, over a real database; `said` is what the person was told. */
function appOf(student: Student, preset: Partial<Preset> = {}) {
	const said: string[] = [];
	const offered: Toast['action'][] = [];
	const texts = { card: async (id: string): Promise<CompiledCard | undefined> => textOf(id) };
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const app = {
		db: student.db,
		readOnly: false,
		preset: { ...DEFAULT_PRESET, ...preset },
		moment,
		writeMoment: () => ({ t: Date.now(), day: moment().day, dev: student.dev }),
		asksForClock: () => false,
		toasts: {
			show: (text: string, { action }: { action?: Toast['action'] } = {}) => {
				said.push(text);
				if (action) offered.push(action);
			},
			problem: (text: string) => void said.push(text),
		},
		library: {
			card: (id: string) => texts.card(id),
			source: async (id: string) => ({ kind: 'recall', front: id, back: 'x' }),
		},
		attempt: (write: () => Promise<unknown>) =>
			write().then(
				() => true,
				() => false,
			),
	};
	return { app: app as unknown as App, raw: app, said, offered, texts };
}

/** A session that has begun, over `patterns` of three new cards. */
async function begun(options: { preset?: Partial<Preset>; session?: object; patterns?: number }) {
	const student = new Student(await openReady());
	await student.takeIn(options.patterns ?? 2);
	const parts = appOf(student, options.preset);
	const session = sessionOf(parts.app, options.session);
	await session.start();
	return { ...parts, session, student };
}

async function answer(session: ReviewSession, grade: 1 | 2 | 3 | 4): Promise<void> {
	session.reveal();
	await session.grade(grade);
}

async function answerAll(session: ReviewSession): Promise<void> {
	while (session.phase === 'card') await answer(session, 4);
}

const grades = async ({ db }: Student) => (await db.reviews.toArray()).map(({ grade }) => grade);

describe('an answer', () => {
	it('counts once, however often it is pressed', async () => {
		const { session, student } = await begun({});
		session.reveal();
		await Promise.all([session.grade(3), session.grade(3), session.grade(1)]);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		expect(await grades(student)).toEqual([3]);
	});

	it('also where it was the last one and the store is read again', async () => {
		const { session, student } = await begun({ preset: { newPerDay: 1, learningSteps: [] } });
		session.reveal();
		await Promise.all([session.grade(4), session.grade(4)]);
		expect(session).toMatchObject({ phase: 'done' });
		expect(await grades(student)).toEqual([4]);
	});

	it('is asked for and given by presses while what is due is read again, as after an edit', async () => {
		const { session, student, raw } = await begun({});
		const { id } = session.card ?? {};
		const { moment } = raw;
		const whileReading = async (press: () => void) => {
			raw.moment = () => {
				raw.moment = moment;
				press();
				return moment();
			};
			await session.refreshContent();
		};
		await whileReading(() => session.reveal());
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		expect(session.card?.id).toBe(id);
		await whileReading(() => {
			void session.grade(3);
			void session.grade(1);
		});
		await vi.waitFor(() => expect(session.given.map(({ cardId }) => cardId)).toEqual([id]));
		expect(await grades(student)).toEqual([3]);
		expect(session).toMatchObject({ phase: 'card', revealed: false });
	});

	it('that cannot be stored brings its card back, revealed, with the reason', async () => {
		const { session, student, said } = await begun({});
		const card = session.card?.id;
		await withFailingWrite(1, 'quota', async () => {
			await answer(session, 3);
			await vi.waitFor(() => expect(said).toHaveLength(1));
			await vi.waitFor(() => expect(session.revealed).toBe(true));
		});
		expect(said[0]).toMatch(/^Not saved\. The device has no room left/);
		expect(session.card?.id).toBe(card);
		expect(session.given).toEqual([]);
		await session.grade(3);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		expect(await grades(student)).toEqual([3]);
	});

	it('to a card that another tab has answered counts for nothing, and the next card stays up', async () => {
		const { session, student, said } = await begun({});
		await student.answer(session.card?.id ?? '', 4);
		await answer(session, 1);
		const next = session.card?.id;
		await vi.waitFor(() => expect(said[0]).toContain('answered in another tab'));
		session.reveal();
		await vi.waitFor(() => expect(session.counts.new).toBe(5));
		expect(session.card?.id).toBe(next);
		expect(await grades(student)).toEqual([4]);
	});

	it('is not dated by a clock that the person has to be asked about', async () => {
		const { session, student, raw } = await begun({});
		raw.asksForClock = () => true;
		await answer(session, 3);
		expect(session.revealed).toBe(true);
		expect(await grades(student)).toEqual([]);
	});
});

describe('acts', () => {
	it('that end after the next card is up leave that card alone', async () => {
		const { session, student } = await begun({});
		const [first] = [session.card?.id ?? ''];
		session.reveal();
		const flagging = session.toggleFlag();
		await session.grade(3);
		await flagging;
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		expect(session.card?.id).not.toBe(first);
		expect(session.content?.id).toBe(session.card?.id);
		expect(session.card?.flag).toBe(0);
		expect(await student.card(first)).toMatchObject({ flag: 1, reps: 1 });
	});

	it('are undone in the order in which they were done, pressed as fast as one likes', async () => {
		const { session, student } = await begun({});
		const first = session.card?.id;
		for (let count = 0; count < 3; count += 1) await answer(session, 3);
		await Promise.all([session.undo(), session.undo(), session.undo()]);
		expect(session.card?.id).toBe(first);
		expect(session.given).toEqual([]);
		expect(await student.db.records.where('[kind+id]').above(['void', '']).count()).toBe(3);
	});

	it('count again when they are done again', async () => {
		const { session } = await begun({});
		await answer(session, 3);
		await session.undo();
		await session.redo();
		expect(session.given).toMatchObject([{ grade: 3 }]);
	});

	it('that changed a text give the old one back', async () => {
		const { app, session } = await begun({});
		const id = session.card?.id ?? '';
		expect(await saveEdit(app, id, { front: 'mine', back: 'own' })).toBe(true);
		await session.refreshContent();
		expect(session.content?.frontHtml).toContain('mine');
		await session.undo();
		expect(session.card?.id).toBe(id);
		expect(session.content?.frontHtml).toBe(id);
	});

	it('are left alone by the Undo of a message about something before them', async () => {
		const { session, student, said, offered } = await begun({});
		const { id } = session.card ?? {};
		await session.suspend();
		await answer(session, 3);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		offered[0]?.run();
		const later = 'Something else was done since: undo that first.';
		await vi.waitFor(() => expect(said.at(-1)).toBe(later));
		expect(session.given).toHaveLength(1);
		expect(await student.card(id ?? '')).toMatchObject({ suspended: true });
		await session.undo();
		offered[0]?.run();
		await vi.waitFor(() => expect(said.at(-1)).toBe('Undone: Suspend'));
		await vi.waitFor(() => expect(session.card?.id).toBe(id));
	});

	it('undone after the session was left hold nothing back', async () => {
		const { session, student } = await begun({});
		const held = async () => (await navigator.locks.query()).held ?? [];
		const card = session.card?.id ?? '';
		await session.suspend();
		session.stop();
		await session.undo();
		expect(await student.card(card)).toMatchObject({ suspended: false });
		await vi.waitFor(async () => {
			expect((await held()).map(({ name }) => name)).not.toContain('onsite-busy');
		});
	});
});

describe('what comes next', () => {
	/** Cards that were learned ten weeks ago: all of them are due. */
	async function withBacklog(patterns: number): Promise<Student> {
		const student = new Student(await openReady());
		await student.takeIn(patterns + 2);
		for (let at = 0; at < patterns; at += 1) {
			for (const slug of ['a', 'b', 'c']) await student.answer(`p${at}/${slug}`, 4);
		}
		vi.setSystemTime(NOON + 70 * DAY);
		return student;
	}

	it('is every review before a step comes early, also those not read yet', async () => {
		const { app } = appOf(await withBacklog(18), { newPerDay: 0, learnAhead: 7200 });
		const session = sessionOf(app);
		await session.start();
		const seen: string[] = [];
		while (session.card?.phase === 'review') {
			seen.push(session.card.id);
			await answer(session, seen.length === 1 ? 1 : 3);
		}
		expect(new Set(seen).size).toBe(54);
		expect(session.card?.id).toBe(seen[0]);
	}, 30_000);

	it('is no new card where the reviews that wait use up the limit', async () => {
		const student = await withBacklog(18);
		const count = async (preset: Partial<Preset>, session = {}) => {
			const { app } = appOf(student, preset);
			const made = sessionOf(app, session);
			await made.start();
			return made.counts;
		};
		expect(await count({ reviewsPerDay: 52 })).toMatchObject({ new: 0, review: 50 });
		expect(await count({ reviewsPerDay: 60 })).toMatchObject({ new: 6, review: 50 });
		expect(await count({ newMix: 'new-last' })).toMatchObject({ new: 0, review: 50 });
		expect(await count({}, { withoutNew: true })).toMatchObject({ new: 0, review: 50 });
	}, 30_000);

	it('is as many more new cards as were asked for, and then the end', async () => {
		const preset = { newPerDay: 1, learningSteps: [] };
		const { session } = await begun({ preset, session: { extra: 2 } });
		await answerAll(session);
		expect(session).toMatchObject({ phase: 'done' });
		expect(session.given).toHaveLength(3);
		await session.goOn(1);
		await answerAll(session);
		expect(session.given).toHaveLength(4);
	});

	it('is the whole of a pattern that one asked for, siblings or not', async () => {
		const { session } = await begun({
			preset: { buryNewSiblings: true, buryReviewSiblings: true, learningSteps: [] },
			session: { pattern: 'p0' },
		});
		await answerAll(session);
		expect(session.given.map(({ cardId }) => cardId).sort()).toEqual(['p0/a', 'p0/b', 'p0/c']);
	});

	it('passes over cards that a newer build has brought', async () => {
		const student = new Student(await openReady());
		await student.takeIn(1);
		const { app, texts } = appOf(student);
		texts.card = async (id) => (id === 'p0/a' ? undefined : textOf(id));
		const session = sessionOf(app);
		await session.start();
		await answerAll(session);
		expect(session).toMatchObject({ phase: 'done' });
		expect(session.given.map(({ cardId }) => cardId).sort()).toEqual(['p0/b', 'p0/c']);
	});

	it('is the reason in words where a text cannot be loaded, and the card at the next try', async () => {
		const student = new Student(await openReady());
		await student.takeIn(1);
		const { app, texts } = appOf(student);
		texts.card = () => Promise.reject(new Error('Not on the device.'));
		const session = sessionOf(app);
		await session.start();
		expect(session).toMatchObject({ phase: 'failed', failure: 'Not on the device.' });
		texts.card = async (id) => textOf(id);
		await session.start();
		expect(session).toMatchObject({ phase: 'card' });
	});

	it('is nothing where the data may only be read', async () => {
		const student = new Student(await openReady());
		await student.takeIn(1);
		const { app, raw } = appOf(student);
		raw.readOnly = true;
		const session = sessionOf(app);
		await session.start();
		expect(session).toMatchObject({ phase: 'failed' });
		expect(session.failure).toContain('only reads');
	});
});
