/** What the screen and the worker that fits parameters say to each other. */
import type { FitMaterial } from '$lib/db/fit-material.ts';
import type { FitResult } from '$lib/statistics/run-fit.ts';

export interface FitTask {
	/** Address of the optimizer's WebAssembly. */
	wasm: string;
	material: FitMaterial;
	/** The weights in force. */
	current: readonly number[];
}

/** `missing`: the optimizer is not on this device; `unsupported`: the browser cannot run it; `stopped`: it gave up. */
export type FitProblem = 'missing' | 'unsupported' | 'stopped';

export type FitAnswerMessage =
	/** 0 to 1. */
	| { kind: 'progress'; share: number }
	| { kind: 'done'; result: FitResult }
	| { kind: 'failed'; problem: FitProblem; detail: string };
