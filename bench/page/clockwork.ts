/** Takes times, and hears of tasks that held up the page. */

/** Median of `runs` times of each, one after the other in turns, ms; the first turn warms up and is left out. */
export async function inTurns<Name extends string>(
	runs: number,
	acts: Record<Name, (run: number) => unknown>,
): Promise<Record<Name, number>> {
	const times = new Map<string, number[]>();
	for (let run = 0; run <= runs; run += 1) {
		for (const [name, act] of Object.entries<(run: number) => unknown>(acts)) {
			const start = performance.now();
			await act(run);
			const ms = performance.now() - start;
			if (run > 0) times.set(name, [...(times.get(name) ?? []), ms]);
		}
	}
	const medians = [...times].map(([name, all]) => [name, medianOf(all)]);
	return Object.fromEntries(medians) as Record<Name, number>;
}

export function medianOf(times: readonly number[]): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** What an act takes, and the longest task within it, ms; tasks below 50 ms count as none. */
export async function withTasks<T>(
	act: () => Promise<T>,
): Promise<{ ms: number; longest: number; result: T }> {
	let longest = 0;
	const hear = (entries: PerformanceEntryList) => {
		for (const { duration } of entries) longest = Math.max(longest, duration);
	};
	const observer = new PerformanceObserver((list) => hear(list.getEntries()));
	await pause();
	observer.observe({ type: 'longtask' });
	const start = performance.now();
	const result = await act();
	const ms = performance.now() - start;
	// A task is told of after its end.
	await pause();
	hear(observer.takeRecords());
	observer.disconnect();
	return { ms, longest, result };
}

/** Lets what was before come to rest. */
export async function pause(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 200));
	(globalThis as { gc?: () => void }).gc?.();
}
