/** Keeps a running drill across a reload of the tab: its seed and what was typed, from which the rest follows. */
import type { DrillMode } from '$lib/estimation/drill-attempt.ts';

export interface RunningDrill {
	drill: string;
	seed: string;
	mode: DrillMode;
	/** Texts of the answers so far, '' for one left open, with the choice of a decision. */
	answers: { text: string; choice?: number }[];
	/** Whether the verdict of the last one is on the screen. */
	told: boolean;
	entry: string;
	pad: string;
	assumed: Record<string, string>;
	/** ms so far. */
	duration: number;
}

const KEY = 'onsite-running-drill';

/** The drill of this tab; undefined without one, or where it cannot be read. */
export function readRunning(): RunningDrill | undefined {
	try {
		const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
		return isRunning(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Without room a reload begins the drill anew; nothing else is lost. */
export function keepRunning(running: RunningDrill | undefined): void {
	try {
		if (running) sessionStorage.setItem(KEY, JSON.stringify(running));
		else sessionStorage.removeItem(KEY);
	} catch {
		// See above.
	}
}

function isRunning(value: unknown): value is RunningDrill {
	if (typeof value !== 'object' || value === null) return false;
	const { drill, seed, mode, answers, entry, pad, duration } = value as Partial<RunningDrill>;
	return (
		[drill, seed, mode, entry, pad].every((text) => typeof text === 'string') &&
		typeof duration === 'number' &&
		Array.isArray(answers)
	);
}
