import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard, previewAnswers } from './answer.ts';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET, parametersId } from './default-preset.ts';
import { explainCard } from './explain-card.ts';
import { explainInterval } from './explain.ts';
import { rescheduleCard } from './manual-entry.ts';
import type { Preset } from './preset.ts';
import { GRADES } from './review.ts';
import { dayOfDate, momentAt } from './study-day.ts';

const ZONE = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
const NOW = momentAt(Date.parse('2026-11-22T11:00Z'), ZONE);
const fresh = newCard({ id: 'caching/why', noteId: 'caching', deckId: 'onsite', position: 7 });
const stamp = { id: 'entry', dev: 'device', duration: 5000, capped: true };
const given = (
	options: Partial<Preset> = {},
	now = NOW,
	load: (day: number) => number = () => 0,
) => ({
	now,
	preset: { ...DEFAULT_PRESET, ...options },
	load,
});
const reviewed: CardState = {
	...fresh,
	phase: 'review',
	stability: 30,
	difficulty: 5.5,
	interval: 30,
	reps: 6,
	due: NOW.day - 5,
	lastDay: NOW.day - 35,
	lastT: NOW.t - 35 * 86_400_000,
	lastEntryT: NOW.t - 35 * 86_400_000,
	lastReview: 'before',
};

function text({ headline, reasons }: { headline: string; reasons: string[] }): string {
	return [headline, ...reasons].join(' ');
}

describe('explainInterval', () => {
	it('tells a late review with all its numbers', () => {
		const { trace, card } = answerCard(reviewed, 3, given({ loadBalance: false }), stamp);
		const told = explainInterval(trace, NOW);
		expect(told.headline).toMatch(/^Good: again in \d+ days, on \w+day 2027-\d\d-\d\d\.$/);
		expect(told.headline).toContain(`in ${card.interval} days`);
		expect(told.reasons[0]).toMatch(/^After 35 days the chance .* was 88\.\d%; with Good/);
		expect(told.reasons[1]).toBe(
			'It came 5 days late, which counts in your favor if you recalled it.',
		);
		expect(text(told)).toContain('your target of 90%');
		expect(text(told)).toContain(`any day from ${trace.days?.lower} to ${trace.days?.upper}`);
		expect(told.numbers.map(({ label }) => label)).toEqual([
			'Stability',
			'Difficulty',
			'Recall at the answer',
			'Target',
			'Interval by FSRS',
			'Range',
		]);
	});

	it('tells a step, its chance, and a step that crosses the rollover', () => {
		const told = explainInterval(previewAnswers(fresh, given())[3].trace, NOW);
		expect(told.headline).toBe('Good: again in about 10 minutes.');
		expect(text(told)).toContain('step 2 of 2, 10 minutes');
		const late = momentAt(Date.parse('2026-11-22T02:55Z'), ZONE);
		const crossing = explainInterval(previewAnswers(fresh, given({}, late))[3].trace, late);
		expect(crossing.headline).toBe('Good: again in 1 day, on Sunday 2026-11-22.');
		expect(text(crossing)).toContain('moves to the next study day');
		const without = previewAnswers(fresh, given({ learningSteps: [] }))[1].trace;
		expect(text(explainInterval(without, NOW))).toContain('The deck has no steps');
	});

	it('tells what load and easy days did', () => {
		const full = (day: number) => (day % 2 === 0 ? 500 : 0);
		const traces = Array.from({ length: 40 }, (_, index) => {
			const card = { ...reviewed, id: `c${index}` };
			return previewAnswers(card, given({}, NOW, full))[3].trace;
		});
		const moved = traces.find((trace) => trace.days?.byChance !== trace.days?.chosen);
		if (!moved) expect.fail('some card is moved');
		expect(text(explainInterval(moved, NOW))).toMatch(
			/Chance alone gave day \d+; day \d+ has more/,
		);
		const easyDays = DEFAULT_PRESET.easyDays.map((rule, day) => (day > 4 ? 'minimum' : rule));
		const easy = previewAnswers(reviewed, given({ easyDays }))[3].trace;
		expect(text(explainInterval(easy, NOW))).toContain('Your easy days were left out');
		const none = DEFAULT_PRESET.easyDays.map(() => 'minimum' as const);
		const stuck = previewAnswers(reviewed, given({ easyDays: none }))[3].trace;
		expect(text(explainInterval(stuck, NOW))).toContain('kept as free as possible');
		const capped = previewAnswers(reviewed, given({ maximumInterval: 20 }))[4].trace;
		expect(text(explainInterval(capped, NOW))).toContain('longest interval is 20 days');
	});
});

describe('explainCard', () => {
	const told = (card: CardState) => explainCard(card, DEFAULT_PRESET, NOW);
	it.each<[string, Partial<CardState>, string]>([
		['new', { ...fresh }, 'New: it waits for its turn, at position 7.'],
		['due today', { due: NOW.day }, 'Due today.'],
		['overdue', {}, 'Due since Tuesday 2026-11-17.'],
		['in days', { due: NOW.day + 3 }, 'Due in 3 days, on Wednesday 2026-11-25.'],
		['suspended', { suspended: true }, 'Suspended: it does not come until you take it back.'],
		[
			'buried',
			{ buriedOn: NOW.day, buriedBy: 'sibling' },
			'Put off until the next study day, since a card of the same note was shown today.',
		],
		[
			'no longer buried',
			{ buriedOn: NOW.day - 1, buriedBy: 'person' },
			'Due since Tuesday 2026-11-17.',
		],
		[
			'in a step',
			{ phase: 'learning', left: 1, intraday: true, due: NOW.t + 90_000 },
			'In a step: due in 1.5 minutes.',
		],
	])('tells a card that is %s', (_, fields, headline) => {
		expect(told({ ...reviewed, ...fields }).headline).toBe(headline);
	});

	it('tells the reasons of a review, and a day moved by hand', () => {
		const { card } = answerCard(reviewed, 3, given(), stamp);
		expect(text(told(card))).toContain(
			`Chance and the load of those days gave ${card.interval} days.`,
		);
		const manual = { now: NOW, params: parametersId(DEFAULT_PRESET.weights) };
		const moved = rescheduleCard(card, NOW.day + 2, manual, { id: 'm', dev: 'd' }).card;
		expect(text(told(moved))).toContain(
			'Its day was moved by hand; by the last answer it was 2027-',
		);
	});

	it('names a leech and what a held card is due for', () => {
		const words = text(told({ ...reviewed, leech: true, lapses: 8, suspended: true }));
		expect(words).toContain('forgotten 8 times');
		expect(words).toContain('By its memory it is due since Tuesday 2026-11-17.');
	});

	it('has whole sentences and no number that is none, for every state', () => {
		const states = fc.record({
			phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
			stability: fc.oneof(
				fc.double({ min: 0.001, max: 36_500, noNaN: true }),
				fc.constantFrom(NaN, 0),
			),
			due: fc.oneof(fc.integer({ min: -10, max: 3_000_000 }), fc.constantFrom(NaN, 1e13)),
			intraday: fc.boolean(),
			suspended: fc.boolean(),
			buriedOn: fc.constantFrom(0, NOW.day),
			leech: fc.boolean(),
			left: fc.nat({ max: 3 }),
			interval: fc.nat({ max: 36_500 }),
			lastDay: fc.integer({ min: 0, max: NOW.day + 400 }),
		});
		fc.assert(
			fc.property(states, fc.constantFrom(...GRADES), (fields, grade) => {
				const card = { ...reviewed, ...fields };
				const all = [
					explainCard(card, DEFAULT_PRESET, NOW),
					explainInterval(previewAnswers(card, given())[grade].trace, NOW),
				];
				for (const each of all) {
					for (const sentence of [each.headline, ...each.reasons]) {
						expect(sentence).toMatch(/^\S.*\.$/);
						expect(sentence).not.toMatch(/NaN|undefined|Infinity|null/);
					}
					for (const { value } of each.numbers) expect(value).not.toMatch(/NaN|undefined/);
				}
			}),
			{ numRuns: 300 },
		);
		expect(dayOfDate('2026-11-22')).toBe(NOW.day);
	});
});
