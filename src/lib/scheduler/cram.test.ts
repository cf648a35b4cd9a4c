import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from './answer.ts';
import { newCard, type CardState } from './card-state.ts';
import { afterCram, cramCard, cramQueue } from './cram.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import { nextInQueue, type Queue } from './queue.ts';
import { compareState, replay } from './replay.ts';
import { GRADES, type Grade, type Review } from './review.ts';
import { momentAt } from './study-day.ts';
import { weakestFirst } from './weakest-first.ts';

const NOON = Date.parse('2026-11-22T12:00Z');
const at = (t: number) => momentAt(t, { timeZone: 'UTC', rolloverHour: 4 });
const NOW = at(NOON);
const card = (id: string, fields: Partial<CardState> = {}): CardState => ({
	...newCard({ id, noteId: id, deckId: 'd', position: 0 }),
	...fields,
});
const reviewed = (id: string, stability: number, lastDay: number): CardState =>
	card(id, { phase: 'review', stability, difficulty: 5, lastDay, due: lastDay + 10, interval: 10 });
const ids = ({ main }: Queue) => main.map(({ id }) => id).join('');

describe('weakestFirst', () => {
	it('goes by recall now; what was never learned comes last', () => {
		const cards = [
			card('n2', { position: 2 }),
			reviewed('strong', 100, NOW.day - 1),
			card('n1', { position: 1 }),
			reviewed('weak', 2, NOW.day - 30),
			reviewed('middle', 10, NOW.day - 10),
		];
		const order = weakestFirst(cards, () => DEFAULT_PRESET.weights, NOW).map(({ id }) => id);
		expect(order).toEqual(['weak', 'middle', 'strong', 'n1', 'n2']);
	});
});

describe('afterCram', () => {
	const queue = cramQueue([...'abcdefghijklmnop'].map((id) => card(id)));
	it('brings a card back after three where it was not known, after ten where it was hard', () => {
		expect(ids(afterCram(queue, card('a'), 1))).toBe('bcdaefghijklmnop');
		expect(ids(afterCram(queue, card('a'), 2))).toBe('bcdefghijkalmnop');
		expect(ids(afterCram(queue, card('a'), 3))).toBe('bcdefghijklmnop');
		expect(ids(afterCram(queue, card('a'), 4))).toBe('bcdefghijklmnop');
	});

	it('brings the last card straight back, without a wait', () => {
		const last = afterCram(cramQueue([card('a')]), card('a'), 1);
		expect(nextInQueue(last, NOON)).toMatchObject({ kind: 'card', card: { id: 'a' } });
	});

	it('ends, whatever is answered, once each card was known', () => {
		const grades = fc.array(fc.constantFrom<Grade>(...GRADES), { maxLength: 60 });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12 }), grades, (count, given) => {
				let left = cramQueue(Array.from({ length: count }, (_, number) => card(`c${number}`)));
				const answers = [...given, ...Array.from({ length: count }, (): Grade => 3)];
				for (const grade of answers) {
					const next = nextInQueue(left, NOON);
					if (next.kind === 'card') left = afterCram(left, next.card, grade);
				}
				expect(nextInQueue(left, NOON)).toEqual({ kind: 'done' });
			}),
		);
	});

	it('leaves suspended cards out', () => {
		expect(ids(cramQueue([card('a', { suspended: true }), card('b')]))).toBe('b');
	});
});

describe('cramCard', () => {
	it('changes nothing of the card, and keeps time and grade in the log', () => {
		const before = reviewed('a', 10, NOW.day - 3);
		const stamp = { id: 'x', dev: 'd', duration: 90_000, capped: true };
		const { review, card: after } = cramCard(
			before,
			1,
			{ now: NOW, preset: DEFAULT_PRESET },
			stamp,
		);
		expect(after).toBe(before);
		expect(review).toMatchObject({ kind: 'cram', grade: 1, duration: 60_000, next: 0 });
	});

	it('leaves the memory as it was wherever it stands among other answers', () => {
		const course = fc.array(
			fc.record({
				grade: fc.constantFrom<Grade>(...GRADES),
				cram: fc.boolean(),
				minutes: fc.integer({ min: 1, max: 20_000 }),
			}),
			{ minLength: 1, maxLength: 25 },
		);
		fc.assert(
			fc.property(course, (answers) => {
				let [state, t] = [card('a'), NOON];
				const log: Review[] = [];
				for (const [number, { grade, cram, minutes }] of answers.entries()) {
					t += minutes * 60_000;
					const context = { now: at(t), preset: DEFAULT_PRESET, load: () => 0 };
					const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
					const stamp = { id, dev: 'd', duration: 1000, capped: true };
					const made = (cram ? cramCard : answerCard)(state, grade, context, stamp);
					if (cram) expect(made.card).toEqual(state);
					state = made.card;
					log.push(made.review);
				}
				const { weights } = DEFAULT_PRESET;
				expect(compareState(state, replay(log, weights))).toEqual([]);
				const without = log.filter(({ kind }) => kind !== 'cram');
				expect(replay(log, weights)).toEqual(replay(without, weights));
			}),
		);
	});
});
