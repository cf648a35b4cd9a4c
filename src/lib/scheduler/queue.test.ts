import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import type { Preset } from './preset.ts';
import {
	afterAnswer,
	countsOf,
	makeQueue,
	nextInQueue,
	withCardFirst,
	withoutCards,
	type Queue,
} from './queue.ts';
import { interspersed } from './queue-order.ts';
import { momentAt } from './study-day.ts';

const NOW = momentAt(Date.parse('2026-11-22T11:00Z'), { timeZone: 'UTC', rolloverHour: 4 });
const MINUTE = 60_000;

function card(id: string, fields: Partial<CardState> = {}): CardState {
	return { ...newCard({ id, noteId: fields.noteId ?? id, deckId: 'd', position: 0 }), ...fields };
}
const fresh = (id: string, position = 0, noteId = id) => card(id, { position, noteId });
const review = (id: string, fields: Partial<CardState> = {}) =>
	card(id, {
		phase: 'review',
		stability: 10,
		difficulty: 5,
		interval: 10,
		due: NOW.day,
		lastDay: NOW.day - 10,
		lastT: NOW.t - 864e6,
		...fields,
	});
const step = (id: string, minutes: number, fields: Partial<CardState> = {}) =>
	review(id, {
		phase: 'learning',
		intraday: true,
		due: NOW.t + minutes * MINUTE,
		lastT: NOW.t - MINUTE,
		lastDay: NOW.day,
		left: 1,
		...fields,
	});

function queueOf(
	cards: CardState[],
	options: Partial<Preset> = {},
	left = { new: 10, review: 200 },
): Queue {
	return makeQueue(cards, { now: NOW, preset: { ...DEFAULT_PRESET, ...options }, left });
}
const ids = (queue: Queue) => queue.main.map(({ id }) => id);
const next = (queue: Queue, minutes = 0) => {
	const found = nextInQueue(queue, NOW.t + minutes * MINUTE);
	return found.kind === 'card' ? found.card.id : found;
};

describe('makeQueue', () => {
	it('leaves out what is suspended, buried or not due', () => {
		const queue = queueOf([
			review('due'),
			review('overdue', { due: NOW.day - 300 }),
			review('tomorrow', { due: NOW.day + 1 }),
			review('suspended', { suspended: true }),
			review('buried', { buriedOn: NOW.day, buriedBy: 'person' }),
			review('buried yesterday', { buriedOn: NOW.day - 1, buriedBy: 'sibling' }),
			step('held step', -1, { suspended: true }),
		]);
		expect(ids(queue).sort()).toEqual(['buried yesterday', 'due', 'overdue']);
		expect(queue.learning).toEqual([]);
	});

	it('orders by due day, then by a chance that holds all day', () => {
		const many = Array.from({ length: 30 }, (_, index) => review(`c${index}`));
		const cards = [...many, review('older', { due: NOW.day - 3 })];
		const order = ids(queueOf(cards));
		expect(order[0]).toBe('older');
		expect(order.slice(1)).not.toEqual(many.map(({ id }) => id));
		expect(ids(queueOf([...cards].reverse()))).toEqual(order);
	});

	it('orders by recall, lowest first, or by overdueness, highest first', () => {
		const cards = [
			review('weak', { stability: 2, lastDay: NOW.day - 4 }),
			review('strong', { stability: 300, lastDay: NOW.day - 330 }),
			review('early', { stability: 20, lastDay: NOW.day - 10 }),
			review('damaged', { stability: NaN }),
		];
		const expected = ['damaged', 'weak', 'strong', 'early'];
		expect(ids(queueOf(cards, { reviewOrder: 'retrievability' }))).toEqual(expected);
		expect(ids(queueOf(cards, { reviewOrder: 'overdueness' }))).toEqual(expected);
	});

	it('takes interday learning first out of the review limit, and new cards out of the rest', () => {
		const cards = [
			...Array.from({ length: 5 }, (_, index) => review(`r${index}`)),
			review('l', { phase: 'learning', due: NOW.day - 1 }),
			...Array.from({ length: 5 }, (_, index) => fresh(`n${index}`, index)),
			step('s', 5),
		];
		expect(countsOf(queueOf(cards, {}, { new: 3, review: 7 }))).toEqual({
			new: 1,
			learning: 2,
			review: 5,
		});
		expect(countsOf(queueOf(cards, {}, { new: 3, review: 3 }))).toEqual({
			new: 0,
			learning: 2,
			review: 2,
		});
		const ignoring = queueOf(cards, { newIgnoresReviewLimit: true }, { new: 3, review: 0 });
		expect(countsOf(ignoring)).toEqual({ new: 3, learning: 1, review: 0 });
	});

	it('puts new cards that were asked for before the others, the latest first', () => {
		const cards = [
			fresh('n0', 0),
			card('old', { position: 7, ahead: 1_000 }),
			card('late', { position: 8, ahead: 2_000 }),
			review('r', { ahead: 3_000 }),
		];
		expect(ids(queueOf(cards, { newMix: 'new-last' }))).toEqual(['r', 'late', 'old', 'n0']);
	});

	it('puts new cards among, before or after reviews, in the order of the deck', () => {
		const cards = [
			...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => review(id)),
			fresh('n2', 2),
			fresh('n1', 1),
		];
		const isNew = (queue: Queue) =>
			ids(queue)
				.map((id) => (id.startsWith('n') ? id : '.'))
				.join('');
		expect(isNew(queueOf(cards, { newMix: 'mixed' }))).toBe('..n1..n2..');
		expect(isNew(queueOf(cards, { newMix: 'new-first' }))).toBe('n1n2......');
		expect(isNew(queueOf(cards, { newMix: 'new-last' }))).toBe('......n1n2');
	});

	it('holds back later siblings only where the preset says so', () => {
		const cards = [
			step('a1', 1, { noteId: 'a' }),
			review('a2', { noteId: 'a' }),
			fresh('a3', 0, 'a'),
			fresh('b1', 1, 'b'),
			fresh('b2', 2, 'b'),
		];
		expect(ids(queueOf(cards)).sort()).toEqual(['a2', 'a3', 'b1', 'b2']);
		expect(ids(queueOf(cards, { buryNewSiblings: true })).sort()).toEqual(['a2', 'b1']);
		expect(ids(queueOf(cards, { buryReviewSiblings: true })).sort()).toEqual(['a3', 'b1', 'b2']);
	});
});

describe('nextInQueue', () => {
	it('shows a step as soon as it is due, before anything else', () => {
		const queue = queueOf([review('r'), step('s', 5)]);
		expect(next(queue)).toBe('r');
		expect(next(queue, 5)).toBe('s');
	});

	it('learns ahead only when nothing else is left, and says so', () => {
		const queue = queueOf([step('s', 15)]);
		expect(nextInQueue(queue, NOW.t)).toMatchObject({ kind: 'card', early: true });
		expect(nextInQueue(queue, NOW.t + 15 * MINUTE)).toMatchObject({ early: false });
	});

	it('says when the next comes if only steps far away are left', () => {
		expect(next(queueOf([step('s', 21), step('t', 90)]))).toEqual({
			kind: 'wait',
			at: NOW.t + 21 * MINUTE,
		});
		expect(next(queueOf([]))).toEqual({ kind: 'done' });
	});

	it('does not bring a card straight back while there is another', () => {
		const answered = step('s', 1);
		const other = afterAnswer(queueOf([step('s', 0), step('t', 10)]), answered, NOW.t);
		expect(next(other)).toBe('t');
		const alone = afterAnswer(queueOf([step('s', 0), step('t', 25)]), answered, NOW.t);
		expect(next(alone)).toBe('s');
		const reviewLeft = afterAnswer(queueOf([step('s', 0), review('r')]), answered, NOW.t);
		expect(next(reviewLeft, 2)).toBe('r');
	});

	it('counts the wait from now after a clock was set back', () => {
		const hour = 60;
		const ahead = step('s', 8766 * hour + 10, { lastT: NOW.t + 8766 * hour * MINUTE });
		expect(next(queueOf([ahead, step('t', 5)]), 6)).toBe('t');
		const queue = queueOf([ahead]);
		expect(queue.learning[0]?.at).toBe(NOW.t + 10 * MINUTE);
	});
});

describe('changes', () => {
	it('drops an answered card, keeps it for a step, and forgets it when suspended', () => {
		const queue = queueOf([review('a'), review('b')]);
		const gone = afterAnswer(queue, review('a', { due: NOW.day + 9 }), NOW.t);
		expect(ids(gone)).toEqual(['b']);
		expect(countsOf(afterAnswer(queue, step('a', 10), NOW.t))).toEqual({
			new: 0,
			learning: 1,
			review: 1,
		});
		const leech = afterAnswer(queue, step('a', 10, { suspended: true }), NOW.t);
		expect(countsOf(leech)).toEqual({ new: 0, learning: 0, review: 1 });
		expect(ids(queue).sort()).toEqual(['a', 'b']);
	});

	it('puts a card back before everything, also before a step that is due', () => {
		const queue = afterAnswer(queueOf([fresh('n'), step('s', -1)]), step('n', 10), NOW.t);
		const undone = withCardFirst(queue, fresh('n'));
		expect(next(undone)).toBe('n');
		expect(countsOf(undone)).toEqual({ new: 1, learning: 1, review: 0 });
		expect(countsOf(withoutCards(undone, ['n', 's']))).toEqual({ new: 0, learning: 0, review: 0 });
	});

	it('comes to an end: every card is shown, none twice without a step', () => {
		const cards = fc.array(
			fc.record({ kind: fc.constantFrom('new', 'review', 'step'), minutes: fc.nat({ max: 90 }) }),
			{ maxLength: 25 },
		);
		fc.assert(
			fc.property(cards, fc.infiniteStream(fc.boolean()), (kinds, again) => {
				const all = kinds.map(({ kind, minutes }, index) =>
					kind === 'new'
						? fresh(`c${index}`, index)
						: kind === 'review'
							? review(`c${index}`)
							: step(`c${index}`, minutes),
				);
				let queue = queueOf(all, {}, { new: 99, review: 99 });
				let now = NOW.t;
				const shown = new Map<string, number>();
				for (let turn = 0; turn < 1000; turn++) {
					const found = nextInQueue(queue, now);
					if (found.kind === 'done') break;
					if (found.kind === 'wait') {
						expect(found.at).toBeGreaterThan(now);
						now = found.at;
						continue;
					}
					const { id } = found.card;
					const times = (shown.get(id) ?? 0) + 1;
					shown.set(id, times);
					const stays = times < 4 && again.next().value;
					now += 20_000;
					const after = { lastT: now, due: now + 10 * MINUTE };
					queue = afterAnswer(
						queue,
						stays ? step(id, 0, after) : review(id, { due: NOW.day + 3 }),
						now,
					);
				}
				expect(nextInQueue(queue, now).kind).toBe('done');
				expect([...shown.keys()].sort()).toEqual(all.map(({ id }) => id).sort());
			}),
		);
	});
});

describe('interspersed', () => {
	it('keeps both orders and all items, spread evenly', () => {
		fc.assert(
			fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (ones, twos) => {
				const first = Array.from({ length: ones }, (_, index) => index);
				const second = Array.from({ length: twos }, (_, index) => -1 - index);
				const mixed = interspersed(first, second);
				expect(mixed.filter((item) => item >= 0)).toEqual(first);
				expect(mixed.filter((item) => item < 0)).toEqual(second);
				const places = mixed.flatMap((item, index) => (item < 0 ? [index] : []));
				const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
				if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
			}),
		);
	});
});
