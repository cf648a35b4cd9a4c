import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { DAY, NOON, openReady, Student } from '../../../tests/support/student.ts';
import { DRILL, type DrillTemplate } from '../content/drill.ts';
import { allAttempts, drillCards } from '../db/attempts.ts';
import { CATALOG_DECK } from '../db/catalog-rows.ts';
import { queueCandidates } from '../db/cards.ts';
import { checkDatabase } from '../db/check.ts';
import { feed, latency } from '../estimation/drill.fixture.ts';
import { formatExactly } from '../estimation/format-quantity.ts';
import type { Library } from './library.svelte.ts';
import { App } from './app.svelte.ts';
import { DrillList } from './drill-list.svelte.ts';
import type { DrillRun } from './drill-run.svelte.ts';
import { DrillSession, type DrillPlan } from './drill-session.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';

const table = v.parse(DRILL, latency);
const walk = v.parse(DRILL, feed);
const named = (id: string, more: Partial<DrillTemplate> = {}) => ({ ...table, id, ...more });
const DRILLS = [named('one'), named('two', { topic: 'qps' }), { ...walk, quick: false }];

const sessions: (DrillSession | ReviewSession)[] = [];

beforeEach(() => {
	sessionStorage.clear();
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
	for (const session of sessions.splice(0)) session.stop();
	vi.useRealTimers();
});

/** The running app over a catalog of six cards and three drills. */
async function appOf(drills = DRILLS) {
	const student = new Student(await openReady());
	await student.takeIn(2);
	const said: string[] = [];
	const app = Object.create(App.prototype) as App;
	const settings = { ...{ path: null, newDrills: null as boolean | null } };
	const index = { version: 'v', categories: [], patterns: [], paths: [], drills: 'one.json' };
	const library = { index, drills: async () => drills, card: async (id: string) => textOf(id) };
	const now = () => new Student(student.db, 'dev-a', Date.now());
	const { DEFAULT_PRESET } = await import('../scheduler/default-preset.ts');
	const parts = {
		...{ db: student.db, readOnly: false, preset: DEFAULT_PRESET, settings },
		library: library as unknown as Library,
		moment: () => now().now,
		writeMoment: () => now().moment,
		asksForClock: () => false,
		reorder: async () => {
			const { positionNewCards } = await import('../db/catalog-rows.ts');
			const options = { drills: settings.newDrills === true };
			await positionNewCards(student.db, CATALOG_DECK, [], options);
		},
		changeSettings: async (values: object) => {
			Object.assign(settings, values);
			await parts.reorder();
			return true;
		},
		toasts: {
			show: (text: string) => void said.push(text),
			problem: (text: string) => void said.push(text),
		},
	};
	for (const [name, value] of Object.entries(parts)) Object.defineProperty(app, name, { value });
	return { app, student, said, settings };
}

const textOf = (id: string) => ({
	...{ id, kind: 'recall', level: 'beginner', frontHtml: id, backHtml: 'x' },
	...{ also: [], tags: [], answers: [] },
});

async function begun(plan: DrillPlan, drills = DRILLS) {
	const parts = await appOf(drills);
	const session = new DrillSession(parts.app, plan);
	sessions.push(session);
	await session.start();
	return { ...parts, session };
}

/** Answers every ask right. */
function finish(run: DrillRun | undefined): void {
	while (run && run.phase !== 'finished') {
		run.entry = formatExactly(run.ask!.target.quantity);
		run.submit();
		run.goOn();
	}
}

describe('a single drill', () => {
	it('is graded as proposed or otherwise, and stored with its attempt', async () => {
		const { session, student } = await begun({ mode: 'single', drill: 'feed-walk' });
		expect(session).toMatchObject({ phase: 'drill', graded: true, left: 0 });
		expect(session.outcomes).toBeUndefined();
		finish(session.run);
		expect(Object.keys(session.outcomes ?? {})).toEqual(['1', '2', '3', '4']);
		await session.grade(3);
		expect(session).toMatchObject({ phase: 'done', run: undefined });
		expect(session.given).toMatchObject([{ grade: 3, title: 'Walk through a feed' }]);
		const [attempt] = await allAttempts(student.db);
		expect(attempt).toEqual(session.given[0]?.attempt);
		expect(await student.card('drill/feed-walk')).toMatchObject({ lastReview: attempt?.reviewId });
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('graded today already is practice: its attempt is kept, its schedule left alone', async () => {
		const { session, student } = await begun({ mode: 'single', drill: 'one' });
		finish(session.run);
		await session.grade(4);
		const card = await student.card('drill/one');
		await session.start();
		expect(session.graded).toBe(false);
		finish(session.run);
		expect(session.outcomes).toBeUndefined();
		await session.grade(1);
		expect(session.phase).toBe('drill');
		await session.goOn();
		expect(session.given).toMatchObject([{ grade: 4 }, { grade: undefined }]);
		expect(await allAttempts(student.db)).toHaveLength(2);
		expect(await student.card('drill/one')).toEqual(card);
	});

	it('is not graded before all is answered', async () => {
		const { session, student } = await begun({ mode: 'single', drill: 'one' });
		await session.grade(3);
		await session.goOn();
		expect(session.phase).toBe('drill');
		expect(await allAttempts(student.db)).toEqual([]);
	});

	it('that does not exist is said so', async () => {
		const { session } = await begun({ mode: 'single', drill: 'nothing' });
		expect(session).toMatchObject({ phase: 'failed', failure: 'There is no drill of this name.' });
	});

	it('stays, finished, where it cannot be stored, and can be graded again', async () => {
		const { session, said } = await begun({ mode: 'single', drill: 'one' });
		finish(session.run);
		await withFailingWrite(1, 'quota', () => session.grade(3));
		expect(said[0]).toMatch(/^Not saved\. The device has no room left/);
		expect(session.run?.phase).toBe('finished');
		await session.grade(3);
		expect(session.given).toHaveLength(1);
	});

	it('that another tab has graded meanwhile goes on as practice', async () => {
		const { session, student, said } = await begun({ mode: 'single', drill: 'one' });
		await student.drill('one', 4);
		finish(session.run);
		await session.grade(1);
		expect(said[0]).toContain('answered in another tab');
		expect(session).toMatchObject({ phase: 'drill', graded: false, outcomes: undefined });
		await session.goOn();
		expect(session.given).toMatchObject([{ grade: undefined }]);
		expect(await allAttempts(student.db)).toHaveLength(2);
		expect(await student.card('drill/one')).toMatchObject({ reps: 1 });
	});

	it('is undone with its attempt', async () => {
		const { session, student, said } = await begun({ mode: 'single', drill: 'one' });
		finish(session.run);
		await session.grade(2);
		await session.undo();
		expect(session.given).toEqual([]);
		expect(said.at(-1)).toBe('Undone: Hard');
		expect(await allAttempts(student.db)).toMatchObject([{ void: true }]);
		expect(await student.card('drill/one')).toMatchObject({ phase: 'new' });
	});
});

describe('the first graded drill', () => {
	it('lets new drills in among the new cards, and says so once', async () => {
		const { session, student, said, settings } = await begun({ mode: 'quick', minutes: 3 });
		finish(session.run);
		await session.grade(3);
		expect(settings.newDrills).toBe(true);
		finish(session.run);
		await session.grade(3);
		expect(said.filter((text) => text.includes('one in ten new cards'))).toHaveLength(1);
		const options = { newLimit: 99, order: 'due-random' as const };
		const { fresh } = await queueCandidates(student.db, CATALOG_DECK, { day: 0 }, options);
		expect(fresh.map(({ id }) => id)).toContain('drill/feed-walk');
	});

	it('lets none in where the person has said so', async () => {
		const { session, settings } = await begun({ mode: 'single', drill: 'one' });
		settings.newDrills = false;
		finish(session.run);
		await session.grade(3);
		expect(settings.newDrills).toBe(false);
	});
});

describe('a set', () => {
	it('of quick drills ends after the drill during which the time is over', async () => {
		const { session } = await begun({ mode: 'quick', minutes: 3 });
		expect(session.endsAt).toBe(NOON + 180_000);
		expect(session.left).toBe(1);
		vi.setSystemTime(NOON + 181_000);
		finish(session.run);
		await session.grade(3);
		expect(session.phase).toBe('done');
		expect(session.given).toHaveLength(1);
	});

	it('of the day mixes topics, and goes on where it was left', async () => {
		const { session, app } = await begun({ mode: 'daily' });
		expect(session.left).toBe(2);
		finish(session.run);
		await session.grade(3);
		session.stop();
		const later = new DrillSession(app, { mode: 'daily' });
		sessions.push(later);
		await later.start();
		expect(later.left).toBe(1);
		await later.leaveOut();
		expect(later.left).toBe(0);
		expect(later.given).toEqual([]);
	});
});

describe('a drill in review', () => {
	async function reviewing() {
		const parts = await appOf();
		const first = new DrillSession(parts.app, { mode: 'single', drill: 'one' });
		await first.start();
		finish(first.run);
		await first.grade(4);
		first.stop();
		vi.setSystemTime(NOON + 60 * DAY);
		const session = new ReviewSession(parts.app, {
			...{ minutes: null, pattern: null, extra: 0, withoutNew: true },
		});
		sessions.push(session);
		await session.start();
		return { ...parts, session };
	}

	it('comes up when due, is revealed when it is finished, and is stored with its attempt', async () => {
		const { session, student } = await reviewing();
		expect(session.card?.id).toBe('drill/one');
		expect(session.content).toBeUndefined();
		expect(session.drill?.mode).toBe('review');
		session.reveal();
		expect(session.revealed).toBe(false);
		await session.grade(3);
		expect(session.phase).toBe('card');
		finish(session.drill);
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		await session.grade(3);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		const attempts = await allAttempts(student.db);
		expect(attempts).toHaveLength(2);
		expect(attempts[1]).toMatchObject({ mode: 'review', reviewId: session.given[0]?.reviewId });
		expect(session.drill).toBeUndefined();
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('comes back with its answers where it cannot be stored', async () => {
		const { session, said } = await reviewing();
		finish(session.drill);
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		const { drill } = session;
		await withFailingWrite(1, 'quota', async () => {
			await session.grade(3);
			await vi.waitFor(() => expect(said.some((text) => text.startsWith('Not saved'))).toBe(true));
			await vi.waitFor(() => expect(session.revealed).toBe(true));
		});
		expect(session.drill?.drill).toEqual(drill?.drill);
		expect(session.drill?.answers).toEqual(drill?.answers);
		await vi.waitFor(async () => {
			await session.grade(3);
			expect(session.given).toHaveLength(1);
		});
	});

	it('is undone: it comes up again with fresh numbers', async () => {
		const { session, student } = await reviewing();
		finish(session.drill);
		await vi.waitFor(() => expect(session.revealed).toBe(true));
		await session.grade(1);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		await session.undo();
		expect(session.card?.id).toBe('drill/one');
		expect(session.drill?.phase).toBe('asking');
		expect((await allAttempts(student.db)).map(({ void: undone }) => undone)).toEqual([
			...[undefined, true],
		]);
	});
});

describe('the list of drills', () => {
	it('stands by topic, with what is due, quick, and of the day', async () => {
		const { app, student } = await appOf([...DRILLS, named('old', { retired: true })]);
		const first = new DrillSession(app, { mode: 'single', drill: 'one' });
		await first.start();
		finish(first.run);
		await first.grade(4);
		first.stop();
		expect(await drillCards(student.db)).toHaveLength(3);
		vi.setSystemTime(NOON + 60 * DAY);
		const list = new DrillList(app);
		const stop = $effect.root(() => {
			$effect(() => void list.view);
		});
		await vi.waitFor(() => expect(list.view).toBeDefined());
		const { drills, topics, due, quick, daily, stats } = list.view!;
		expect(drills.map(({ template }) => template.id)).toEqual(['one', 'two', 'feed-walk']);
		expect(topics.map(({ topic }) => topic)).toEqual(['qps', 'latency', 'system']);
		expect(due.map(({ template }) => template.id)).toEqual(['one']);
		expect(due[0]).toMatchObject({ fresh: false, lastAttempt: { drill: 'one' } });
		expect(quick).toHaveLength(2);
		expect(daily).toMatchObject({ done: 0, drills: [{ template: { id: 'one' } }, {}, {}] });
		expect(stats).toMatchObject({ attempts: 1, topics: [{ topic: 'latency' }] });
		stop();
	});
});
