/** Days played through in a worker of its own, which can be stopped at any moment. */
import type { RetentionOutlook } from '$lib/statistics/retention-choice.ts';
import type { SimulationAnswer, SimulationOrder } from './simulation-messages.ts';

const engine = () =>
	new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });

/**
 * Resolves once all retentions are played through; `onOutlook` is told each as it comes.
 * @throws Error where the worker cannot be loaded or fails
 */
export function startSimulation(
	order: SimulationOrder,
	onOutlook: (outlook: RetentionOutlook) => void,
	make: () => Worker = engine,
): { done: Promise<void>; stop(): void } {
	const worker = make();
	let left = order.retentions.length;
	const done = new Promise<void>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<SimulationAnswer>) => {
			if (data.kind === 'failed') reject(new Error(data.detail));
			else {
				onOutlook(data.outlook);
				left -= 1;
				if (left > 0) return;
				resolve();
			}
			worker.terminate();
		};
		worker.onerror = (event) => {
			// It is told on the screen; as an error of the page it would only be told twice.
			event.preventDefault();
			worker.terminate();
			reject(new Error(event.message || 'The worker cannot be loaded.'));
		};
	});
	worker.postMessage(order);
	return { done, stop: () => worker.terminate() };
}
