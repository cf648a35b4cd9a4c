import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDecks, addPreset } from '../../../tests/support/own-decks.ts';
import { NOON, openReady, Student } from '../../../tests/support/student.ts';
import type { CompiledCard } from '../content/card.ts';
import { rowOf } from '../db/card-row.ts';
import { addToCounters } from '../db/counters.ts';
import type { Fields } from '../db/record.ts';
import { Tally } from '../db/tally.ts';
import { newCard, type CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { OPTIONS, type Option } from '../scheduler/preset-differences.ts';
import { momentAt, weekdayOf } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';

const LISTS = { also: [], tags: [], answers: [] };
const TODAY = momentAt(NOON, { timeZone: 'UTC', rolloverHour: 4 }).day;

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => {
	for (const session of open.splice(0)) session.stop();
	vi.useRealTimers();
});
const open: ReviewSession[] = [];

const textOf = (id: string): CompiledCard => ({
	...{ id, kind: 'recall', level: 'beginner', frontHtml: id, backHtml: 'x', ...LISTS },
});

/** A card of `deck/d`, learned so many days ago and due today. */
function due(name: string, days: number, fields: Partial<CardState> = {}): CardState {
	const place = { id: `${name}/0`, noteId: name, deckId: 'deck/d', position: 0 };
	const lastT = NOON - days * 86_400_000;
	return {
		...newCard(place),
		...{ phase: 'review', stability: 40, difficulty: 5, interval: days, due: TODAY, reps: 3 },
		...{ lastDay: TODAY - days, lastT, lastEntryT: lastT },
		...fields,
	};
}
const fresh = (name: string, fields: Partial<CardState> = {}): CardState =>
	newCard({ id: `${name}/0`, noteId: name, deckId: 'deck/d', position: 0, ...fields });

/** A session of one deck, scheduled by a preset with these options, over these cards. */
async function begun(options: Fields, cards: readonly CardState[]) {
	const student = new Student(await openReady());
	const { db } = student;
	await addPreset(db, 'own', { name: 'Own', ...options }, student.moment);
	await addDecks(db, { d: { path: 'D', presetId: 'own' } }, student.moment);
	const rows = cards.map((card) => rowOf(card, TODAY, false));
	const tally = new Tally();
	for (const row of rows) tally.move(undefined, row);
	await db.cards.bulkAdd(rows);
	await addToCounters(db, tally);
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const app = {
		...{ db, readOnly: false, preset: DEFAULT_PRESET, moment },
		writeMoment: () => ({ t: Date.now(), day: moment().day, dev: student.dev }),
		asksForClock: () => false,
		toasts: { show: () => {}, problem: (text: string) => expect.unreachable(text) },
		library: { card: async (id: string) => textOf(id), source: async () => undefined },
	};
	const whole = { minutes: null, pattern: null, extra: 0, deck: 'deck/d' };
	const session = new ReviewSession(app as unknown as App, whole);
	// Texts of cards without notes come from the test.
	open.push(session);
	await session.start();
	return { session, student };
}

async function reveal(session: ReviewSession) {
	session.reveal();
	await vi.waitFor(() => expect(session.revealed).toBe(true));
	const { outcomes } = session;
	if (!outcomes) throw new Error('No outcomes.');
	return outcomes;
}

async function answer(session: ReviewSession, grade: 1 | 3 | 4): Promise<string> {
	const { id = '' } = session.card ?? {};
	const { length } = session.given;
	await reveal(session);
	await session.grade(grade);
	await vi.waitFor(() => expect(session.given).toHaveLength(length + 1));
	return id;
}

const counts = async (options: Fields, cards: readonly CardState[]) =>
	(await begun(options, cards)).session.counts;
const first = async (options: Fields, cards: readonly CardState[]) =>
	(await begun(options, cards)).session.card?.id;
const outcomesOf = async (options: Fields, card: CardState) =>
	reveal((await begun(options, [card])).session);

const FRESH = ['a', 'b', 'c', 'd'].map((name) => fresh(`x${name}`));
const DUE = ['a', 'b', 'c', 'd'].map((name) => due(`y${name}`, 40));

/** What each option changes, seen in a session with it and in one with another value. */
const CASES: Record<Option, () => Promise<void>> = {
	newPerDay: async () => {
		expect(await counts({ newPerDay: 2 }, FRESH)).toMatchObject({ new: 2 });
		expect(await counts({}, FRESH)).toMatchObject({ new: 4 });
	},
	reviewsPerDay: async () => {
		expect(await counts({ reviewsPerDay: 3 }, DUE)).toMatchObject({ review: 3 });
		expect(await counts({}, DUE)).toMatchObject({ review: 4 });
	},
	newIgnoresReviewLimit: async () => {
		const full = { reviewsPerDay: 2 };
		expect(await counts(full, [...FRESH, ...DUE])).toMatchObject({ new: 0, review: 2 });
		const beside = { ...full, newIgnoresReviewLimit: true };
		expect(await counts(beside, [...FRESH, ...DUE])).toMatchObject({ new: 4, review: 2 });
	},
	reviewOrder: async () => {
		const weak = due('weak', 30, { stability: 3, due: TODAY });
		const late = due('late', 60, { stability: 400, due: TODAY - 20 });
		expect(await first({ reviewOrder: 'due-random' }, [weak, late])).toBe('late/0');
		expect(await first({ reviewOrder: 'retrievability' }, [weak, late])).toBe('weak/0');
		expect(await first({ reviewOrder: 'overdueness' }, [weak, late])).toBe('weak/0');
	},
	newMix: async () => {
		const cards = [...FRESH, ...DUE];
		expect(await first({ newMix: 'new-first' }, cards)).toMatch(/^x/);
		expect(await first({ newMix: 'new-last' }, cards)).toMatch(/^y/);
	},
	buryNewSiblings: async () => {
		const pair = [0, 1].map((ordinal) => fresh('n', { id: `n/${ordinal}`, position: ordinal }));
		expect(await counts({ buryNewSiblings: true }, pair)).toMatchObject({ new: 1 });
		expect(await counts({}, pair)).toMatchObject({ new: 2 });
	},
	buryReviewSiblings: async () => {
		const pair = [0, 1].map((ordinal) => due('n', 40, { id: `n/${ordinal}` }));
		expect(await counts({ buryReviewSiblings: true }, pair)).toMatchObject({ review: 1 });
		const { session, student } = await begun({ buryReviewSiblings: true }, pair);
		const answered = await answer(session, 3);
		const other = answered === 'n/0' ? 'n/1' : 'n/0';
		expect(await student.card(other)).toMatchObject({ buriedBy: 'sibling', buriedOn: TODAY });
	},
	learningSteps: async () => {
		const outcomes = await outcomesOf({ learningSteps: [5, 45] }, fresh('n'));
		expect([outcomes[1].shown, outcomes[3].shown]).toEqual([-300, -2700]);
	},
	relearningSteps: async () => {
		const outcomes = await outcomesOf({ relearningSteps: [25] }, due('n', 40));
		expect(outcomes[1].shown).toBe(-1500);
	},
	desiredRetention: async () => {
		const interval = async (desiredRetention: number) =>
			(await outcomesOf({ desiredRetention }, due('n', 40)))[3].shown;
		expect(await interval(0.95)).toBeLessThan((await interval(0.85)) / 2);
	},
	maximumInterval: async () => {
		const outcomes = await outcomesOf({ maximumInterval: 12 }, due('n', 40));
		expect(outcomes[4].shown).toBe(12);
	},
	leechThreshold: async () => {
		const card = due('n', 40, { lapses: 2 });
		const { session, student } = await begun({ leechThreshold: 3 }, [card]);
		await answer(session, 1);
		expect(await student.card('n/0')).toMatchObject({ leech: true, suspended: false });
		const never = await begun({ leechThreshold: 0 }, [card]);
		await answer(never.session, 1);
		expect(await never.student.card('n/0')).toMatchObject({ leech: false });
	},
	leechAction: async () => {
		const card = due('n', 40, { lapses: 2 });
		const options = { leechThreshold: 3, leechAction: 'suspend' };
		const { session, student } = await begun(options, [card]);
		await answer(session, 1);
		expect(await student.card('n/0')).toMatchObject({ leech: true, suspended: true });
	},
	loadBalance: async () => {
		const daysOf = async (options: Fields) =>
			(await outcomesOf(options, due('n', 40)))[3].trace.days?.balanced;
		expect(await daysOf({ loadBalance: true })).toBe(true);
		expect(await daysOf({ loadBalance: false })).toBe(false);
	},
	easyDays: async () => {
		// All weekdays but that of today take as good as nothing.
		const easyDays = Array.from({ length: 7 }, (_, day) =>
			day === weekdayOf(TODAY) ? 'normal' : 'minimum',
		);
		const outcomes = await outcomesOf({ easyDays }, due('n', 40));
		expect(outcomes[3].shown % 7).toBe(0);
	},
	answerCap: async () => {
		const { session, student } = await begun({ answerCap: 5 }, [due('n', 40)]);
		vi.setSystemTime(NOON + 60_000);
		await answer(session, 3);
		expect(await student.db.reviews.toArray()).toMatchObject([{ duration: 5_000 }]);
	},
	autoplaySounds: async () => {
		const played = async (options: Fields) =>
			(await begun(options, FRESH)).session.preset.autoplaySounds;
		expect(await played({ autoplaySounds: false })).toBe(false);
		expect(await played({})).toBe(true);
	},
	learnAhead: async () => {
		const early = await begun({ learnAhead: 1200 }, [fresh('n')]);
		await answer(early.session, 1);
		expect(early.session.phase).toBe('card');
		const late = await begun({ learnAhead: 0 }, [fresh('n')]);
		await answer(late.session, 1);
		expect(late.session.phase).toBe('waiting');
	},
};

describe('an option of a deck takes effect on a session', () => {
	it('every one of them is tried here', () => {
		expect(Object.keys(CASES).toSorted()).toEqual([...OPTIONS].toSorted());
	});

	it.each(OPTIONS)('%s', async (option) => {
		await CASES[option]();
		expect.hasAssertions();
	});
});
