import { describe, expect, it } from 'vitest';
import type { AskRecord, DrillAttempt } from './drill-attempt.ts';
import { biasOf, drillStats } from './drill-stats.ts';

const ask = (ratio: number | null, more: Partial<AskRecord> = {}): AskRecord => ({
	...{ id: 'a', text: '1', value: 1, ratio, band: 'good', slips: [] },
	...more,
});

function attempt(drill: string, asks: AskRecord[], more: Partial<DrillAttempt> = {}): DrillAttempt {
	return {
		...{ id: 'x', t: 0, tz: 0, day: 1, dev: 'd', drill, seed: 's', mode: 'single' },
		...{ asks, pad: [], duration: 1, ...more },
	};
}

const slip = (text: string) => ({ kind: 'sixty' as const, text });

describe('the lean of many answers', () => {
	it('is the geometric mean, so that half and double are even', () => {
		expect(biasOf([2, 0.5, 1, 4, 0.25].map((ratio) => ask(ratio)))).toEqual({
			...{ ratio: expect.closeTo(1, 9), answers: 5, side: 'even' },
		});
		expect(biasOf([2, 2, 2, 2, 2].map((ratio) => ask(ratio)))).toMatchObject({ side: 'over' });
		expect(biasOf([0.5, 0.4, 0.5, 1, 0.6].map((r) => ask(r)))).toMatchObject({ side: 'under' });
	});

	it('leaves out what missed a unit, and says nothing of a few', () => {
		const far = [86_400, 1000, 1 / 3600, null].map((ratio) => ask(ratio));
		expect(biasOf([...far, ask(2), ask(2), ask(2), ask(2)])).toBeUndefined();
		expect(biasOf([...far, ...Array.from({ length: 5 }, () => ask(2))])).toMatchObject({
			...{ ratio: expect.closeTo(2, 9), answers: 5 },
		});
	});
});

describe('the figures of drills', () => {
	const attempts = [
		attempt('feed', [ask(1.1, { band: 'spot-on' }), ask(60, { band: 'wrong-order' })]),
		attempt('cdn', [ask(1, { band: 'spot-on' })]),
		attempt('old', [ask(null, { band: 'skipped' })]),
		attempt('feed', [ask(9, { band: 'off' })], { void: true }),
	];
	const topicOf = (id: string) => ({ feed: 'system', cdn: 'cache' })[id];

	it('count asks by band, the worst topic first, without what was undone', () => {
		expect(drillStats(attempts, topicOf)).toMatchObject({
			...{ attempts: 3, asks: 4, right: 2 },
			bands: { 'spot-on': 2, 'wrong-order': 1, skipped: 1 },
			topics: [
				{ topic: 'system', asks: 2, right: 1 },
				{ topic: 'cache', asks: 1, right: 1 },
			],
		});
	});

	it('name the slips that come back, each ask by its likeliest', () => {
		const one = ask(60, { slips: [slip('Perhaps 60.'), slip('Perhaps 50.')] });
		const other = ask(8, { slips: [slip('Perhaps bits.')] });
		expect(drillStats([attempt('feed', [one, other, one])], topicOf).slips).toEqual([
			{ text: 'Perhaps 60.', times: 2 },
		]);
	});

	it('of nothing are nothing', () => {
		expect(drillStats([], topicOf)).toEqual({
			...{ attempts: 0, asks: 0, right: 0, bands: {}, topics: [], slips: [] },
		});
	});
});
