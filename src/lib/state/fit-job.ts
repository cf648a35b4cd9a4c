/** A fit in a worker of its own, which can be stopped at any moment. */
import wasm from 'fsrs-browser/fsrs_browser_bg.wasm?url';
import type { FitMaterial } from '$lib/db/fit-material.ts';
import type { FitResult } from '$lib/statistics/run-fit.ts';
import type { FitAnswerMessage, FitProblem, FitTask } from './fit-messages.ts';

/** Why there is no result. */
export class FitError extends Error {
	readonly problem: FitProblem;

	constructor(problem: FitProblem, detail: string) {
		super(detail);
		this.problem = problem;
	}
}

export interface FitJob {
	/** Rejects with a `FitError`; never settles once it was stopped. */
	result: Promise<FitResult>;
	stop(): void;
}

const engine = () => new Worker(new URL('./fit.worker.ts', import.meta.url), { type: 'module' });

/**
 * @param material is handed over: its blocks are gone here afterwards
 * @param onProgress is told the share that is done, 0 to 1
 * @param make for tests: the worker, and the address of the WebAssembly
 */
export function startFit(
	material: FitMaterial,
	current: readonly number[],
	onProgress: (share: number) => void,
	make: { worker?: () => Worker; wasm?: string } = {},
): FitJob {
	const worker = (make.worker ?? engine)();
	const result = new Promise<FitResult>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<FitAnswerMessage>) => {
			if (data.kind === 'progress') return onProgress(data.share);
			worker.terminate();
			if (data.kind === 'done') resolve(data.result);
			else reject(new FitError(data.problem, data.detail));
		};
		worker.onerror = (event) => {
			// It is told on the screen; as an error of the page it would only be told twice.
			event.preventDefault();
			worker.terminate();
			// A file that cannot be loaded says nothing; code that fails says what.
			reject(new FitError(event.message ? 'stopped' : 'missing', event.message ?? ''));
		};
		worker.onmessageerror = () => reject(new FitError('stopped', 'A message was not understood.'));
	});
	const task: FitTask = { wasm: make.wasm ?? wasm, material, current: [...current] };
	worker.postMessage(
		task,
		material.blocks.map(({ buffer }) => buffer),
	);
	return { result, stop: () => worker.terminate() };
}
