import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from './answer.ts';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import { afterAnswer, makeQueue, nextInQueue } from './queue.ts';
import type { Grade } from './review.ts';
import { chance } from './seed.ts';
import { clockDoubt, momentAt, studyDayOf, offsetMinutes, type Zone } from './study-day.ts';

const HOUR = 3_600_000;
const preset = DEFAULT_PRESET;

interface Person {
	cards: Map<string, CardState>;
	known: number;
	/** `card day` of every answer to a card that was due on a day. */
	answered: string[];
	days: Set<number>;
}

function person(): Person {
	const cards = Array.from({ length: 12 }, (_, position) =>
		newCard({ id: `n${position}/a`, noteId: `n${position}`, deckId: 'd', position }),
	);
	return {
		cards: new Map(cards.map((card) => [card.id, card])),
		known: -Infinity,
		answered: [],
		days: new Set(),
	};
}

/** Works through everything that the queue shows at one sitting. */
function study(who: Person, t: number, zone: Zone): void {
	const now = momentAt(t, zone, who.known);
	expect(now.day).toBeGreaterThanOrEqual(who.known);
	const context = { now, preset, load: () => 0 };
	let queue = makeQueue([...who.cards.values()], { now, preset, left: { new: 4, review: 99 } });
	for (let turn = 0; turn < 300; turn++) {
		const found = nextInQueue(queue, t);
		if (found.kind !== 'card') break;
		const { card } = found;
		if (!card.intraday) who.answered.push(`${card.id} ${now.day}`);
		const grade: Grade = chance(card.id, card.reps, 'grade') < 0.15 ? 1 : 3;
		const stamp = { id: `${card.id} ${card.reps}`, dev: 'd', duration: 1, capped: true };
		const after = answerCard(card, grade, context, stamp).card;
		who.cards.set(card.id, after);
		queue = afterAnswer(queue, after, t);
	}
	who.known = Math.max(who.known, now.day);
	who.days.add(now.day);
	const left = [...who.cards.values()].filter(
		(card) => card.phase !== 'new' && !card.intraday && card.due <= now.day,
	);
	expect(left).toEqual([]);
}

const zoneNames = fc.constantFrom(
	...Intl.supportedValuesOf('timeZone'),
	'Etc/GMT-14',
	'Etc/GMT+11',
);

describe('a traveling person', () => {
	it.each([0, 4, 23])(
		'flies UTC+14 → UTC−11 and back, rollover %i: no card twice on a day, none skipped',
		(rolloverHour) => {
			const who = person();
			const begin = Date.parse('2026-11-01T06:00Z');
			const expected = new Set<number>();
			for (let hour = 0; hour < 24 * 40; hour += 6) {
				const timeZone = Math.floor(hour / 60) % 2 === 0 ? 'Etc/GMT-14' : 'Etc/GMT+11';
				const t = begin + hour * HOUR;
				study(who, t, { timeZone, rolloverHour });
				expected.add(studyDayOf(t, offsetMinutes(timeZone, t), rolloverHour));
			}
			expect(new Set(who.answered).size).toBe(who.answered.length);
			expect(who.answered.length).toBeGreaterThan(30);
			// Each day that local time showed was studied, but for those before the day already reached.
			const first = Math.min(...who.days);
			for (const day of expected) if (day >= first) expect(who.days).toContain(day);
		},
	);

	it.each([
		['Apia skips 30 December 2011', 'Pacific/Apia', '2011-12-20T00:00Z'],
		['Cairo has no midnight on 24 April 2026', 'Africa/Cairo', '2026-04-15T00:00Z'],
		['Berlin springs forward', 'Europe/Berlin', '2026-03-20T00:00Z'],
		['Berlin falls back', 'Europe/Berlin', '2026-10-15T00:00Z'],
		['Lord Howe moves by half an hour', 'Australia/Lord_Howe', '2026-03-28T00:00Z'],
	])('%s: no card twice on a day', (_, timeZone, begin) => {
		for (const rolloverHour of [0, 4, 23]) {
			const who = person();
			const expected = new Set<number>();
			for (let hour = 0; hour < 24 * 20; hour += 5) {
				const t = Date.parse(begin) + hour * HOUR;
				study(who, t, { timeZone, rolloverHour });
				expected.add(studyDayOf(t, offsetMinutes(timeZone, t), rolloverHour));
			}
			expect(new Set(who.answered).size).toBe(who.answered.length);
			expect(who.days).toEqual(expected);
		}
	});

	it('moves between any zones at any times and is never shown a card twice on a day', () => {
		const sittings = fc.array(
			fc.record({ timeZone: zoneNames, hours: fc.integer({ min: 1, max: 60 }) }),
			{ minLength: 2, maxLength: 25 },
		);
		fc.assert(
			fc.property(sittings, fc.constantFrom(0, 4, 23), (all, rolloverHour) => {
				const who = person();
				let t = Date.parse('2026-03-01T00:00Z');
				for (const { timeZone, hours } of all) {
					t += hours * HOUR;
					study(who, t, { timeZone, rolloverHour });
				}
				expect(new Set(who.answered).size).toBe(who.answered.length);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('a clock that jumps', () => {
	const zone = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
	const right = Date.parse('2026-11-22T11:00Z');
	const today = momentAt(right, zone).day;
	const learned: CardState = {
		...newCard({ id: 'a/b', noteId: 'a', deckId: 'd', position: 0 }),
		phase: 'review',
		stability: 10,
		difficulty: 5,
		interval: 10,
		reps: 3,
		due: today,
		lastDay: today - 10,
		lastT: right - 240 * HOUR,
		lastEntryT: right - 240 * HOUR,
		lastReview: 'x',
	};
	const answer = (t: number) =>
		answerCard(
			learned,
			3,
			{ now: momentAt(t, zone, today), preset, load: () => 0 },
			{ id: 'y', dev: 'd', duration: 1, capped: true },
		);

	it.each([
		['+1 h', 1, false],
		['−1 h', -1, false],
		['+1 y', 8766, true],
		['−10 y', -87_660, true],
	])('by %s moves no due date by more than a day, or is asked about first', (_, hours, asked) => {
		const t = right + hours * HOUR;
		expect(clockDoubt(t, zone, today) !== null).toBe(asked);
		const { card, review } = answer(t);
		if (hours < 8766) expect(Math.abs(card.due - answer(right).card.due)).toBeLessThanOrEqual(1);
		expect(review.t).toBeGreaterThan(learned.lastEntryT);
	});
});
