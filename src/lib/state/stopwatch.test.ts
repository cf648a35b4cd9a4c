import { expect, it } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

it('counts what lies outside of pauses', () => {
	const watch = new Stopwatch();
	watch.start(1_000);
	watch.pause(4_000);
	watch.pause(5_000);
	watch.resume(10_000);
	watch.resume(11_000);
	expect(watch.read(12_000)).toBe(5_000);
	watch.start(20_000);
	expect(watch.read(20_500)).toBe(500);
});

it('never runs backwards with the clock', () => {
	const watch = new Stopwatch();
	watch.start(9_000);
	expect(watch.read(1_000)).toBe(0);
});
