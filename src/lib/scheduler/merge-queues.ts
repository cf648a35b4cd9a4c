/** Several queues as one, for decks that are studied together. */
import { byStep } from './queue-order.ts';
import type { Queue } from './queue.ts';

/**
 * Steps by their time; of the others each queue keeps its own order, and all of them run out together:
 * after half of one comes half of each.
 */
export function mergeQueues(queues: readonly Queue[], learnAhead: number): Queue {
	const placed = queues.flatMap(({ main }, queue) =>
		main.map((card, at) => ({ card, share: (at + 0.5) / main.length, queue })),
	);
	placed.sort((a, b) => a.share - b.share || a.queue - b.queue);
	return {
		learning: queues.flatMap(({ learning }) => learning).sort(byStep),
		main: placed.map(({ card }) => card),
		last: '',
		learnAhead,
	};
}
