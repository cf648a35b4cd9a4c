import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRILL, type DrillTemplate } from '../content/drill.ts';
import type { DrillMode } from '../estimation/drill-attempt.ts';
import { feed, latency } from '../estimation/drill.fixture.ts';
import { formatExactly } from '../estimation/format-quantity.ts';
import { DrillRun } from './drill-run.svelte.ts';
import { keepRunning } from './running-drill.ts';

const NOON = Date.UTC(2026, 10, 2, 12);
const walk = v.parse(DRILL, feed);
const table = v.parse(DRILL, latency);

beforeEach(() => {
	sessionStorage.clear();
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => vi.useRealTimers());

/** A drill whose numbers are the same in every run of the tests. */
function drawn(template: DrillTemplate, mode: DrillMode, done?: () => void): DrillRun {
	const nothing = { answers: [], told: false, entry: '', pad: '', assumed: {}, duration: 0 };
	keepRunning({ drill: template.id, seed: '1', mode, ...nothing });
	return new DrillRun(template, mode, done);
}

/** Types an answer and presses Enter. */
function give(run: DrillRun, text: string): boolean {
	run.entry = text;
	return run.submit();
}

/** The right answer to the ask that is up. */
function right(run: DrillRun): string {
	return formatExactly(run.ask!.target.quantity);
}

function answerAll(run: DrillRun): void {
	while (run.phase !== 'finished') {
		give(run, right(run));
		run.goOn();
	}
}

const stamp = { t: NOON, tz: 0, day: 20_000, dev: 'd' };

describe('a drill under way', () => {
	it('asks one thing after the other, tells each verdict, and proposes a grade at the end', () => {
		const done = vi.fn();
		const run = drawn(walk, 'single', done);
		expect(run.ask?.id).toBe('writes');
		expect(give(run, right(run))).toBe(true);
		expect(run.phase).toBe('told');
		expect(run.told).toMatchObject({ band: 'spot-on', ask: { id: 'writes' } });
		expect(run.ask?.id).toBe('writes');
		run.goOn();
		expect(run).toMatchObject({ phase: 'asking', entry: '' });
		expect(run.ask?.id).toBe('peak_writes');
		expect(run.suggestion).toBeUndefined();
		answerAll(run);
		expect(run.suggestion).toEqual({ grade: 3, also: [4] });
		expect(done).toHaveBeenCalledTimes(1);
	});

	it('shows how the entry reads while it is typed, with names from the pad', () => {
		const run = drawn(walk, 'single');
		expect(run.reading).toBeUndefined();
		run.entry = '12k/s';
		expect(run.reading).toMatchObject({ ok: true, quantity: { value: 12_000 } });
		run.pad = 'people = 864k\nperday = people * 10 / day';
		expect(run.padLines).toMatchObject([{ name: 'people' }, { result: { ok: true } }]);
		run.entry = 'people * 10 / day';
		expect(run.reading).toMatchObject({ ok: true, quantity: { value: 100 } });
	});

	it('refuses what nobody could judge, and gives a number without its unit back once', () => {
		const run = drawn(walk, 'single');
		expect(give(run, 'lots')).toBe(false);
		expect(run.refusalShown).toMatchObject({ kind: 'unknown-unit' });
		expect(run.submit()).toBe(false);
		run.entry = '115000';
		expect(run.refusalShown).toBeUndefined();
		expect(run.submit()).toBe(false);
		expect(run.refusalShown).toMatchObject({ kind: 'missing-unit' });
		expect(run.answers).toEqual([]);
		expect(run.submit()).toBe(true);
		expect(run.told).toMatchObject({ band: 'missing-unit', verdict: { kind: 'unit' } });
	});

	it('follows a wrong first number through', () => {
		const run = drawn(walk, 'single');
		const { value } = run.ask!.target.quantity;
		give(run, `${value * 86_400}/s`);
		expect(run.told).toMatchObject({ band: 'wrong-order' });
		run.goOn();
		const peak = run.drill.inputs.find(({ name }) => name === 'peak')!.quantity.value;
		give(run, `${value * 86_400 * peak}/s`);
		expect(run.told).toMatchObject({ band: 'spot-on', follow: { sensible: false } });
		expect(run.stepsOf(run.ask!, 'own')[0]?.exact.quantity.value).toBeCloseTo(
			value * 86_400 * peak,
			-5,
		);
	});

	it('takes a plausible assumption in place of a given number', () => {
		const run = drawn(walk, 'single');
		run.assume('users', '400M');
		const posts = run.drill.inputs.find(({ name }) => name === 'posts')!.quantity.value;
		give(run, `${(4e8 * posts) / 86_400}/s`);
		expect(run.told).toMatchObject({ band: 'spot-on', follow: { sensible: true } });
		run.assume('users', '1');
		expect(run.attempt(stamp).assumed).toEqual({ users: '400M' });
	});

	it('counts what is left open as not known', () => {
		const run = drawn(table, 'quick');
		run.skip();
		expect(run.told).toMatchObject({ band: 'skipped', text: '' });
		run.goOn();
		expect(run.suggestion).toEqual({ grade: 1, also: [] });
		expect(run.attempt(stamp).asks).toMatchObject([{ band: 'skipped', value: null, ratio: null }]);
	});

	it('takes a decision once, and the wrong one was not easy', () => {
		const run = drawn(walk, 'single');
		give(run, right(run));
		const never = run.decisionOf(run.ask!)!.options.length - 1;
		run.choose(never);
		run.choose(0);
		expect(run.told?.choice).toBe(never);
		run.goOn();
		answerAll(run);
		expect(run.suggestion).toEqual({ grade: 3, also: [] });
		expect(run.attempt(stamp).asks[0]?.choice).toBe(never);
	});

	it('gives the fact of the go', () => {
		const run = drawn(table, 'quick');
		run.pad = 'a = 1\nb = 2';
		const { value } = run.ask!.target.quantity;
		give(run, `${value * 4e3} ms`);
		run.goOn();
		vi.setSystemTime(NOON + 9_000);
		expect(run.attempt({ ...stamp, reviewId: 'r' })).toMatchObject({
			...stamp,
			...{ drill: 'latency-table', mode: 'quick', seed: run.drill.seed, reviewId: 'r' },
			asks: [{ id: 'time', text: `${value * 4e3} ms`, value: expect.closeTo(value * 4, 9) }],
			...{ pad: ['a = 1', 'b = 2'], duration: 9_000 },
		});
	});
});

describe('a reload', () => {
	it('finds the drill as it was: its numbers, answers, verdict, pad and time', () => {
		const run = drawn(walk, 'single');
		run.pad = 'x = 1';
		give(run, right(run));
		run.choose(1);
		run.goOn();
		give(run, '3/s');
		vi.setSystemTime(NOON + 30_000);
		run.keep();
		const again = new DrillRun(walk, 'single');
		expect(again.drill).toEqual(run.drill);
		expect(again.answers).toEqual(run.answers);
		expect(again).toMatchObject({ phase: 'told', pad: 'x = 1', elapsed: 30_000 });
		vi.setSystemTime(NOON + 31_000);
		expect(again.elapsed).toBe(31_000);
	});

	it('keeps an entry that was not sent, and the finished drill until it is graded', () => {
		const run = drawn(table, 'single');
		run.entry = '12 m';
		run.keep();
		expect(new DrillRun(table, 'single').entry).toBe('12 m');
		const second = new DrillRun(table, 'single');
		answerAll(second);
		const done = vi.fn();
		expect(new DrillRun(table, 'single', done).phase).toBe('finished');
		expect(done).not.toHaveBeenCalled();
		second.letGo();
		expect(new DrillRun(table, 'single').phase).toBe('asking');
	});

	it('of another drill or mode begins anew, also where what was kept cannot be read', () => {
		const run = drawn(walk, 'single');
		run.keep();
		expect(new DrillRun(walk, 'daily').drill.seed).not.toBe(run.drill.seed);
		sessionStorage.setItem('onsite-running-drill', '{"drill":"feed-walk"');
		expect(new DrillRun(walk, 'single').phase).toBe('asking');
	});
});
