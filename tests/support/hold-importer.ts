/** Holds the worker that reads decks in a phase of its work, so that no machine is too quick for a test. */
import type { Page, Worker } from '@playwright/test';

/** Of what the worker tells: by its stage, from so many done. */
export interface HoldAt {
	stages: readonly string[];
	from: number;
}

/** ms; less than what the app takes for standing still. */
const HELD = 40_000;

/** The next worker that reads a deck; to be called before the file is chosen. */
export function nextImporter(page: Page): Promise<Worker> {
	const predicate = (worker: Worker) => worker.url().includes('/deck-import.worker');
	return page.waitForEvent('worker', { predicate, timeout: 30_000 });
}

/** Once it has told that it is there, the worker does nothing more, until it is ended or the time is over. */
export async function holdImporter(worker: Worker, at: HoldAt): Promise<void> {
	await worker.evaluate(
		({ stages, from, held }) => {
			const tell = self.postMessage.bind(self);
			const now = performance.now.bind(performance);
			let later = 0;
			// It tells at most ten times a second; in between a quick machine is through the phase.
			performance.now = () => now() + (later += 1000);
			let holding = false;
			// Memory of this kind is shared without the isolation that its own constructor asks for.
			const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
			const sleep = new Int32Array(memory.buffer);
			self.postMessage = (message: {
				what: string;
				progress?: { stage: string; done: number; total: number };
			}) => {
				tell(message);
				const { progress } = message;
				if (holding || !progress || progress.total === 0) return;
				if (!stages.includes(progress.stage) || progress.done < from) return;
				holding = true;
				Atomics.wait(sleep, 0, 0, held);
			};
		},
		{ ...at, held: HELD },
	);
}
