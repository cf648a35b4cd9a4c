import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_PRESET } from '../../scheduler/default-preset.ts';
import { isSoundReview, replay } from '../../scheduler/replay.ts';
import type { Review } from '../../scheduler/review.ts';
import { dayOfDate } from '../../scheduler/study-day.ts';
import type { ImportedCard, ImportedReview, ImportedSchedule } from '../imported.ts';
import { convertHistory, type CardHistory } from './convert-history.ts';
import { StudyDays } from './study-days.ts';

const { weights } = DEFAULT_PRESET;
const TODAY = dayOfDate('2026-11-22');
const context = {
	...{ days: new StudyDays({ timeZone: 'UTC', rolloverHour: 4 }), weights, retention: 0.9 },
	now: Date.UTC(2026, 10, 22, 12),
};
const at = (date: string, hour = 12) => dayOfDate(date) * 86_400_000 + hour * 3_600_000;
const entry = (t: number, more: Partial<ImportedReview>): ImportedReview => ({
	...{ card: 'c', t, grade: 3, kind: 'review', duration: 5000, next: 1, before: 0, factor: 2500 },
	...more,
});
const cardOf = (schedule?: Partial<ImportedSchedule>): ImportedCard => ({
	...{ key: 'c', note: 'n', ordinal: 0, deck: 'd', position: 0, suspended: false },
	...{ buried: 'none', flag: 0 },
	...(schedule
		? {
				schedule: {
					...{ phase: 'review', due: TODAY, intraday: false, interval: 1, reps: 1, lapses: 0 },
					...{ left: 0, ease: 2.5, lastT: 0, ...schedule },
				},
			}
		: {}),
});
const asLog = ({ reviews }: CardHistory): Review[] =>
	reviews.map((review, index) => ({
		...{ ...review, id: String(index).padStart(4, '0'), cardId: 'c', params: 'p', dev: 'd' },
	}));
const LEARNED = [
	entry(at('2026-11-01'), { kind: 'learn', grade: 1, next: -600, factor: 0 }),
	entry(at('2026-11-01', 13), { kind: 'learn', next: 4, before: -600 }),
	entry(at('2026-11-05'), { next: 12, before: 4 }),
];

describe('a log that was cut short', () => {
	it('begins with the answers and lapses that the file counts beyond it', () => {
		const log = [
			entry(at('2026-11-01'), { next: 3, before: 2, factor: 1300 }),
			entry(at('2026-11-04'), { grade: 1, next: -600, before: 3, factor: 1300 }),
			entry(at('2026-11-04', 13), { kind: 'relearn', next: 2, before: -600, factor: 1300 }),
		];
		const card = cardOf({ due: dayOfDate('2026-11-06'), interval: 2, reps: 20, lapses: 8 });
		const history = convertHistory(card, log, context);
		expect(history.start).toMatchObject({ reps: 18, lapses: 7 });
		expect(replay(asLog(history), weights, history.start)).toMatchObject({ reps: 20, lapses: 8 });
	});
});

describe('a whole log', () => {
	it('replays to where the file says that the card stands', () => {
		const card = cardOf({ due: dayOfDate('2026-11-17'), interval: 12, reps: 3 });
		const history = convertHistory(card, LEARNED, context);
		expect(history).not.toHaveProperty('start');
		expect(history.reviews.map(({ kind, phase, next }) => `${kind} ${phase} ${next}`)).toEqual([
			...['learn learning -600', 'learn review 4', 'review review 12'],
		]);
		expect(replay(asLog(history), weights)).toMatchObject({
			...{ phase: 'review', due: dayOfDate('2026-11-17'), interval: 12, reps: 3, lapses: 0 },
		});
	});

	it('is kept as it is where it notes itself what was forgotten', () => {
		const log = [...LEARNED, entry(at('2026-11-20'), { kind: 'learn', next: -600, before: 12 })];
		const card = cardOf({ phase: 'learning', due: at('2026-11-20', 13), intraday: true });
		const kinds = (notesResets: boolean) =>
			convertHistory(card, log, { ...context, notesResets }).reviews.map(({ kind }) => kind);
		expect(kinds(true)).toEqual(['learn', 'learn', 'review', 'learn']);
		expect(kinds(false)).toEqual(['learn', 'learn', 'review', 'reset', 'learn']);
	});

	it('gets a last entry where the date was moved without an answer', () => {
		const history = convertHistory(cardOf({ due: TODAY + 3, interval: 12 }), LEARNED, context);
		expect(history.reviews).toHaveLength(4);
		expect(replay(asLog(history), weights)).toMatchObject({ due: TODAY + 3, reps: 3 });
	});

	it('forgets what came before the last time of learning', () => {
		const again = entry(at('2026-11-10'), { kind: 'learn', next: 1 });
		const history = convertHistory(
			cardOf({ due: dayOfDate('2026-11-11') }),
			[...LEARNED, again],
			context,
		);
		const alone = convertHistory(cardOf({ due: dayOfDate('2026-11-11') }), [again], context);
		expect(history.reviews.map(({ kind }) => kind)).toEqual([
			'learn',
			'learn',
			'review',
			'reset',
			'learn',
		]);
		const { stability, reps } = replay(asLog(history), weights);
		expect([stability, reps]).toEqual([replay(asLog(alone), weights).stability, 1]);
	});

	it('keeps resets, crams and steps of today as they are', () => {
		const log = [
			...LEARNED,
			entry(at('2026-11-06'), { kind: 'cram', next: 12 }),
			entry(at('2026-11-07'), { kind: 'reset', grade: 0, next: 0 }),
			entry(at('2026-11-22', 10), { kind: 'learn', grade: 1, next: -60 }),
		];
		const due = at('2026-11-22', 10) + 60_000;
		const history = convertHistory(
			cardOf({ phase: 'learning', intraday: true, due, left: 2 }),
			log,
			context,
		);
		expect(history.reviews).toHaveLength(6);
		expect(replay(asLog(history), weights)).toMatchObject({
			phase: 'learning',
			intraday: true,
			due,
			left: 2,
			reps: 1,
		});
		expect(convertHistory(cardOf(), LEARNED, context).reviews).toHaveLength(3);
	});
});

describe('where the beginning is missing', () => {
	it('the first interval of days is the start', () => {
		const cut = [
			entry(at('2026-08-15'), { next: 100, factor: 2500 }),
			entry(at('2026-11-22', 10), { next: 200, before: 100 }),
		];
		const { start } = convertHistory(cardOf({ due: TODAY + 200, interval: 200 }), cut, context);
		expect(start).toMatchObject({ interval: 100, day: dayOfDate('2026-08-15'), reps: 1 });
		expect(start?.stability).toBeCloseTo(100, 2);
		expect(start?.difficulty).toBeCloseTo(5.0036, 3);
	});

	it('without any log the card itself is the start', () => {
		const sm2 = convertHistory(
			cardOf({ due: TODAY + 5, interval: 100, ease: 1.3, reps: 9, lapses: 2 }),
			[],
			context,
		);
		expect(sm2.reviews).toEqual([]);
		expect(sm2.start).toMatchObject({ day: TODAY - 95, interval: 100, reps: 9, lapses: 2 });
		expect(sm2.start?.stability).toBeCloseTo(100, 5);
		const memory = { stability: 42, difficulty: 7 };
		const fsrs = convertHistory(
			cardOf({ due: TODAY + 5, interval: 9, memory, lastT: at('2026-11-18') }),
			[],
			context,
		);
		expect(fsrs.start).toMatchObject({
			...memory,
			t: at('2026-11-18'),
			day: dayOfDate('2026-11-18'),
		});
	});

	test('a new card and one in its first steps have none', () => {
		expect(convertHistory(cardOf(), [], context)).toEqual({ reviews: [] });
		const steps = cardOf({ phase: 'learning', intraday: true, due: context.now });
		expect(convertHistory(steps, [], context)).not.toHaveProperty('start');
	});
});

test('any log gives entries that can be counted, in order, ending at the date of the file', () => {
	const kinds = fc.constantFrom('learn', 'review', 'relearn', 'cram', 'reset', 'reschedule');
	const log = fc.array(
		fc.record({
			kind: kinds,
			days: fc.integer({ min: 0, max: 40 }),
			next: fc.integer({ min: -5000, max: 400 }),
			grade: fc.integer({ min: 1, max: 4 }),
		}),
		{ minLength: 1, maxLength: 12 },
	);
	fc.assert(
		fc.property(log, fc.integer({ min: 0, max: 300 }), (items, ahead) => {
			let t = at('2025-01-01');
			const reviews = items.map(({ kind, days, next, grade }) => {
				t += days * 86_400_000 + 60_000;
				const graded = ['learn', 'review', 'relearn', 'cram'].includes(kind);
				return entry(t, {
					kind: kind as Review['kind'],
					next: next || 1,
					grade: (graded ? grade : 0) as 0 | 1,
				});
			});
			const due = Math.floor(t / 86_400_000) + ahead;
			const history = convertHistory(
				cardOf({ due, interval: Math.max(1, ahead) }),
				reviews,
				context,
			);
			expect(asLog(history).every(isSoundReview)).toBe(true);
			const times = history.reviews.map((review) => review.t);
			expect(times).toEqual(times.toSorted((a, b) => a - b));
			const answered = history.reviews.some(({ kind }) => kind !== 'cram');
			const memory = replay(asLog(history), weights);
			if (answered) expect([memory.due, memory.phase]).toEqual([due, 'review']);
		}),
		{ numRuns: 1000 },
	);
});
