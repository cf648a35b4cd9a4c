import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCard, type CardState } from './card-state.ts';
import { mergeQueues } from './merge-queues.ts';
import { nextInQueue, type Queue } from './queue.ts';

const card = (id: string, deckId = 'd'): CardState =>
	newCard({ id, noteId: id, deckId, position: 0 });
const queueOf = (ids: readonly string[], steps: [string, number][] = []): Queue => ({
	main: ids.map((id) => card(id)),
	learning: steps.map(([id, at]) => ({ card: card(id), at })),
	...{ last: '', learnAhead: 0 },
});
const ids = ({ main }: Queue) => main.map(({ id }) => id);

it('spreads a short queue evenly over a long one', () => {
	const merged = mergeQueues(
		[queueOf(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']), queueOf(['b1', 'b2'])],
		0,
	);
	expect(ids(merged)).toEqual(['a1', 'a2', 'b1', 'a3', 'a4', 'a5', 'b2', 'a6']);
});

it('takes steps by their time, whatever their deck', () => {
	const merged = mergeQueues([queueOf([], [['a', 30]]), queueOf([], [['b', 10]])], 60);
	expect(merged.learning.map(({ card: { id } }) => id)).toEqual(['b', 'a']);
	expect(merged.learnAhead).toBe(60);
});

it('lets a step come early by the options of its own deck', () => {
	const learning = [
		{ card: card('a', 'strict'), at: 100 },
		{ card: card('b', 'loose'), at: 200 },
	];
	const aheadIn = new Map([
		['strict', 0],
		['loose', 500],
	]);
	const queue: Queue = { learning, main: [], last: '', learnAhead: 0, aheadIn };
	expect(nextInQueue(queue, 0)).toMatchObject({ kind: 'card', card: { id: 'b' }, early: true });
	expect(nextInQueue(queue, 100)).toMatchObject({ card: { id: 'a' }, early: false });
	expect(nextInQueue({ ...queue, aheadIn: new Map() }, 0)).toEqual({ kind: 'wait', at: 100 });
});

it('keeps every card once, and the order within each queue', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(12), { maxLength: 6 }), (lengths) => {
			const queues = lengths.map((length, queue) =>
				queueOf(Array.from({ length }, (_, at) => `${queue}/${at}`)),
			);
			const merged = ids(mergeQueues(queues, 0));
			expect(merged).toHaveLength(lengths.reduce((sum, length) => sum + length, 0));
			queues.forEach((queue, at) => {
				expect(merged.filter((id) => id.startsWith(`${at}/`))).toEqual(ids(queue));
			});
		}),
	);
});
