import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from './answer.ts';
import { NEVER_SEEN, newCard, type CardState, type Memory } from './card-state.ts';
import { DEFAULT_PRESET, parametersId } from './default-preset.ts';
import { rescheduleCard, resetCard } from './manual-entry.ts';
import { compareState, replay } from './replay.ts';
import { GRADES, type Grade, type Review } from './review.ts';
import { momentAt, type Zone } from './study-day.ts';

const preset = DEFAULT_PRESET;
const params = parametersId(preset.weights);
const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-22T11:00Z');

type Act = { act: 'answer'; grade: Grade } | { act: 'reset' } | { act: 'reschedule'; days: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({ act: fc.constant('answer'), grade: fc.constantFrom(...GRADES) }),
	},
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('reset') }) },
	{
		weight: 1,
		arbitrary: fc.record({
			act: fc.constant('reschedule'),
			days: fc.integer({ min: -50, max: 400 }),
		}),
	},
);
/** Hours by which the clock moves between two acts: minutes, days, a year ahead, ten years back. */
const jumps = fc.oneof(
	{ weight: 6, arbitrary: fc.double({ min: 0, max: 2000, noNaN: true }) },
	{ weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
	{ weight: 2, arbitrary: fc.constantFrom(1, -1, 8766, -8766, -87_660, 876_600, 0) },
);
const zones: fc.Arbitrary<Zone> = fc.record({
	timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
	rolloverHour: fc.constantFrom(0, 4, 23),
});
const lives = fc.array(fc.record({ act: acts, jump: jumps, zone: zones }), { maxLength: 40 });

function memoryOf(card: CardState): Memory {
	const fields = Object.keys(NEVER_SEEN).map((key) => [key, card[key as keyof Memory]]);
	return Object.fromEntries(fields) as unknown as Memory;
}

function live(life: { act: Act; jump: number; zone: Zone }[], clampDays: boolean) {
	let card = newCard({ id: 'a/b', noteId: 'a', deckId: 'd', position: 0 });
	let t = BEGIN;
	let known = -Infinity;
	const log: Review[] = [];
	for (const [index, { act, jump, zone }] of life.entries()) {
		t = Math.round(t + jump * HOUR);
		const now = momentAt(t, zone, clampDays ? known : undefined);
		// Ids run against time, so that order cannot come from them.
		const stamp = { id: `id-${String(999 - index)}`, dev: 'd', duration: 1, capped: true };
		const before = card;
		const manual = { now, params };
		const entry =
			act.act === 'answer'
				? answerCard(card, act.grade, { now, preset, load: (day) => day % 5 }, stamp)
				: act.act === 'reset'
					? resetCard(card, manual, stamp)
					: card.phase === 'new'
						? null
						: rescheduleCard(card, now.day + act.days, manual, stamp);
		if (!entry) continue;
		card = entry.card;
		log.push(entry.review);
		if (card.intraday) expect(card.due).toBeGreaterThan(entry.review.t);
		else if (act.act === 'answer') expect(card.due).toBeGreaterThan(now.day);
		expect(entry.review.t).toBeGreaterThan(before.lastEntryT);
		known = Math.max(known, now.day);
	}
	return { card, log };
}

describe('replay', () => {
	it('gives the stored state exactly, whatever the clock, zone and order of the log', () => {
		fc.assert(
			fc.property(lives, fc.boolean(), fc.infiniteStream(fc.nat()), (life, clampDays, shuffle) => {
				const { card, log } = live(life, clampDays);
				const shuffled = log
					.map((review) => ({ review, at: shuffle.next().value }))
					.sort((a, b) => a.at - b.at)
					.map(({ review }) => review);
				const replayed = replay(shuffled, preset.weights);
				expect(compareState(memoryOf(card), replayed)).toEqual([]);
				expect(replayed).toEqual(memoryOf(card));
			}),
			{ numRuns: 300 },
		);
	});

	it('undoes by a mark: without its void entries a log is the shorter log', () => {
		fc.assert(
			fc.property(lives, fc.nat({ max: 40 }), (life, kept) => {
				const { log } = live(life, true);
				const undone = log.map((review, index) => ({ ...review, void: index >= kept }));
				expect(replay(undone, preset.weights)).toEqual(replay(log.slice(0, kept), preset.weights));
			}),
		);
	});

	it('leaves the schedule alone for a cram answer', () => {
		const { log } = live(
			[{ act: { act: 'answer', grade: 3 }, jump: 0, zone: { timeZone: 'UTC', rolloverHour: 4 } }],
			true,
		);
		const [first] = log;
		if (!first) expect.fail('an entry is expected');
		const cram: Review = { ...first, id: 'cram', t: first.t + 1, kind: 'cram', grade: 1, next: 0 };
		expect(replay([first, cram], preset.weights)).toEqual(replay([first], preset.weights));
	});

	it('passes over entries that cannot be', () => {
		const { log, card } = live(
			[{ act: { act: 'answer', grade: 4 }, jump: 0, zone: { timeZone: 'UTC', rolloverHour: 4 } }],
			true,
		);
		const [good] = log;
		if (!good) expect.fail('an entry is expected');
		const damaged = [
			{ t: NaN },
			{ t: 1e300 },
			{ day: 0.5 },
			{ day: 1e9 },
			{ grade: 7 },
			{ grade: 0 },
			{ kind: 'guess' },
			{ next: Infinity },
			{ next: 1e9 },
			{ phase: 'dead' },
			{ left: -1 },
		].map((damage) => ({ ...good, id: 'bad', ...damage }) as Review);
		expect(replay([...damaged, good], preset.weights)).toEqual(memoryOf(card));
		expect(replay([], preset.weights)).toEqual(NEVER_SEEN);
	});

	it('holds a card to its day for a journey, and lets go of a clock that was a year ahead', () => {
		const zone = { timeZone: 'UTC', rolloverHour: 4 };
		const answer = { act: 'answer', grade: 4 } as const;
		const wrong = live([{ act: answer, jump: 8766, zone }], false);
		const now = momentAt(BEGIN, zone);
		const stamp = { id: 'x', dev: 'd', duration: 1, capped: true };
		const { card } = answerCard(wrong.card, 3, { now, preset, load: () => 0 }, stamp);
		expect(card.lastDay).toBe(now.day);
		expect(card.due - now.day).toBeLessThan(60);
	});

	it('does not mix up a reset and the answers around it when the clock goes back', () => {
		const zone = { timeZone: 'UTC', rolloverHour: 4 };
		const { card, log } = live(
			[
				{ act: { act: 'answer', grade: 3 }, jump: 0, zone },
				{ act: { act: 'reset' }, jump: 5, zone },
				{ act: { act: 'answer', grade: 4 }, jump: -87_660, zone },
			],
			true,
		);
		expect(card).toMatchObject({ reps: 1, phase: 'review' });
		expect(replay(log, preset.weights)).toEqual(memoryOf(card));
	});
});

describe('rescheduleCard', () => {
	it('moves the day and nothing that FSRS knows', () => {
		const zone = { timeZone: 'UTC', rolloverHour: 4 };
		const { card } = live([{ act: { act: 'answer', grade: 4 }, jump: 0, zone }], true);
		const now = momentAt(BEGIN + 3 * 24 * HOUR, zone);
		const stamp = { id: 'm', dev: 'd' };
		const moved = rescheduleCard(card, now.day, { now, params }, stamp);
		expect(moved.card).toEqual({
			...card,
			due: now.day,
			lastReview: 'm',
			lastEntryT: now.t,
		});
		expect(moved.review).toMatchObject({ grade: 0, kind: 'reschedule', next: 0 });
		const past = rescheduleCard(card, now.day - 5, { now, params }, stamp);
		expect(past.card.due).toBe(now.day);
		expect(() => rescheduleCard(card, NaN, { now, params }, stamp)).toThrow('study day');
		expect(() => rescheduleCard(card, now.day + 36_501, { now, params }, stamp)).toThrow('36,500');
	});

	it('has no date to move on a new card', () => {
		const card = newCard({ id: 'a/b', noteId: 'a', deckId: 'd', position: 0 });
		const now = momentAt(BEGIN, { timeZone: 'UTC', rolloverHour: 4 });
		expect(() => rescheduleCard(card, now.day, { now, params }, { id: 'm', dev: 'd' })).toThrow(
			'is new',
		);
	});
});

describe('compareState', () => {
	it('says in words what differs', () => {
		const stored = { ...NEVER_SEEN, due: 20_600, phase: 'review' as const, stability: NaN };
		const texts = compareState(stored, { ...stored, due: 20_611, stability: 4.5 });
		expect(texts.map(({ text }) => text)).toEqual([
			'Stability is NaN, by the log 4.5',
			'Due is 2026-05-27, by the log 2026-06-07',
		]);
	});
});
