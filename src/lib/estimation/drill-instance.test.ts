import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DRILL, type DrillTemplate } from '../content/drill.ts';
import { checkDrill } from './check-drill.ts';
import { drawable, drawInput } from './draw-input.ts';
import { instantiateDrill, targetFrom } from './drill-instance.ts';
import { friendlyNumbers } from './friendly-number.ts';
import { quantityOf } from './quantity.ts';
import { seededRandom } from './seeded-random.ts';
import { soWhatOf } from './so-what.ts';
import { workedSteps } from './worked-steps.ts';
import { feed, latency } from './drill.fixture.ts';

function drillOf(source: unknown): DrillTemplate {
	return v.parse(DRILL, source);
}

describe('chance from a seed', () => {
	it('is the same for ever', () => {
		const next = seededRandom('qps/1');
		expect([next(), next(), next()]).toEqual([0, 0, 0].map(() => expect.any(Number) as number));
		const again = seededRandom('qps/1');
		const values = Array.from({ length: 100 }, again);
		expect(values.every((each) => each >= 0 && each < 1)).toBe(true);
		expect(Array.from({ length: 100 }, seededRandom('qps/1'))).toEqual(values);
		expect(Array.from({ length: 100 }, seededRandom('qps/2'))).not.toEqual(values);
	});

	it('falls everywhere', () => {
		const tens = Array<number>(10).fill(0);
		for (let seed = 0; seed < 2000; seed++) {
			const ten = Math.floor(seededRandom(`drill/${seed}/users`)() * 10);
			tens[ten] = (tens[ten] ?? 0) + 1;
		}
		expect(Math.min(...tens)).toBeGreaterThan(140);
		expect(Math.max(...tens)).toBeLessThan(260);
	});
});

describe('friendly numbers', () => {
	it('are those that people say', () => {
		expect(friendlyNumbers(1, 10, false)).toEqual([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]);
		expect(friendlyNumbers(1, 10, true)).toEqual([1, 2, 3, 4, 5, 6, 8, 10]);
		expect(friendlyNumbers(1e6, 3e6, true)).toEqual([1e6, 1.2e6, 1.5e6, 2e6, 2.5e6, 3e6]);
		expect(friendlyNumbers(0.01, 0.05, false)).toEqual([
			0.01, 0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05,
		]);
		expect(friendlyNumbers(7, 7, true)).toEqual([]);
		expect(friendlyNumbers(0, 10, false)).toEqual([]);
		expect(friendlyNumbers(10, 1, false)).toEqual([]);
	});
});

describe('a drill', () => {
	const template = drillOf(feed);

	it('is the same on every device', () => {
		const drill = instantiateDrill(template, 7);
		expect(instantiateDrill(template, '7')).toEqual(drill);
		expect(drill.inputs.map(({ name, shown }) => [name, shown])).toMatchInlineSnapshot(`
			[
			  [
			    "users",
			    "3 million",
			  ],
			  [
			    "posts",
			    "3",
			  ],
			  [
			    "peak",
			    "3",
			  ],
			  [
			    "size",
			    "3 KB",
			  ],
			  [
			    "per_server",
			    "500 per second",
			  ],
			]
		`);
		expect(drill.story).toMatchInlineSnapshot(
			`"3 million people each write 3 posts of 3 KB a day; the peak is 3 times the average, and a server takes 500 per second."`,
		);
	});

	it('draws each input by its own name', () => {
		const other = drillOf({
			...feed,
			inputs: { ...feed.inputs, extra: { say: 'more', is: 1 } },
		});
		const shown = (drill: DrillTemplate) =>
			instantiateDrill(drill, 3).inputs.map(({ name, shown: text }) => [name, text]);
		expect(shown(other)).toEqual([...shown(template), ['extra', '1']]);
	});

	it('has no hole in its texts and stays inside of its ranges', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const drill = instantiateDrill(template, seed);
				expect(drill.story + drill.asks.map(({ ask }) => ask).join()).not.toMatch(
					/[{}]|undefined|NaN/,
				);
				for (const { quantity, plausible } of drill.inputs) {
					expect(quantity.value).toBeGreaterThanOrEqual(plausible?.low ?? 0);
					expect(quantity.value).toBeLessThanOrEqual(plausible?.high ?? Infinity);
				}
			}),
		);
	});

	it('calculates its targets with their units', () => {
		const drill = instantiateDrill(template, 1);
		const value = (name: string) =>
			drill.inputs.find((input) => input.name === name)?.quantity.value ?? NaN;
		const writes = (value('users') * value('posts')) / 86_400;
		expect(drill.asks.map(({ target }) => target.quantity.value)).toEqual([
			expect.closeTo(writes, 6) as number,
			expect.closeTo(writes * value('peak'), 6) as number,
			expect.closeTo(writes * value('size') * 86_400 * 365, -6) as number,
			expect.closeTo(Math.ceil((writes * value('peak')) / value('per_server')), 6) as number,
		]);
		expect(drill.asks.map(({ target }) => target.hasData)).toEqual([false, false, true, false]);
	});

	it('knows the factors that are forgotten', () => {
		const drill = instantiateDrill(template, 1);
		const peak = drill.inputs.find(({ name }) => name === 'peak')?.quantity.value ?? NaN;
		expect(drill.asks[1]?.target.known).toEqual([
			{ ratio: 1 / peak, say: 'the peak factor was left out', fine: false },
		]);
		expect(drill.asks[2]?.target.known[0]).toMatchObject({ ratio: 3, fine: true });
	});

	it('takes other numbers in place of its own', () => {
		const drill = instantiateDrill(template, 1);
		const own = new Map([['writes', quantityOf(500, 'rate')]]);
		const peak = drill.inputs.find(({ name }) => name === 'peak')?.quantity.value ?? NaN;
		expect(targetFrom(drill, 'peak_writes', own).quantity.value).toBe(500 * peak);
		expect(() => targetFrom(drill, 'nothing', own)).toThrow('nothing called “nothing”');
	});

	it('shows the words of a hidden number, and lets sources disagree', () => {
		const table = drillOf(latency);
		const drills = Array.from({ length: 30 }, (_, seed) => instantiateDrill(table, seed));
		const crossing = drills.find(({ story }) => story.includes('another continent'));
		expect(crossing?.asks[0]?.target).toMatchObject({
			quantity: { value: 0.15 },
			between: { low: 0.1, high: 0.3 },
		});
		const memory = drills.find(({ story }) => story.includes('main memory'));
		expect(memory?.asks[0]?.target.between).toBeUndefined();
		expect(memory?.story).not.toMatch(/\d/);
	});
});

describe('a drawn input', () => {
	const base = { say: 'x', unit: '1' };
	it.each<[Record<string, unknown>, string]>([
		[{ unit: '1', is: 5e7 }, '50 million'],
		[{ unit: 'KB', is: 2 }, '2 KB'],
		[{ unit: '/s', is: 1200 }, '1,200 per second'],
		[{ unit: '/day', is: 10 }, '10 a day'],
		[{ unit: '%', is: 99.95 }, '99.95%'],
		[{ unit: '$', is: 20 }, '$20'],
		[{ unit: '$/month', is: 20 }, '$20 a month'],
		[{ unit: '$/GB/month', is: 0.02 }, '$0.02/GB/month'],
		[{ unit: 'year', is: 5 }, '5 years'],
		[{ unit: 'day', is: 1 }, '1 day'],
		[{ unit: 'ms', is: 200 }, '200 ms'],
		[{ unit: 'MB/s', is: 150 }, '150 MB/s'],
	])('%o is shown in its unit', (input, shown) => {
		expect(drawInput('x', { ...base, ...input } as never, 'seed').shown).toBe(shown);
	});

	it('comes from one of four sources', () => {
		expect(drawable({ ...base, from: 1, to: 3 } as never)).toEqual([1, 2, 3]);
		expect(drawable({ ...base, from: 1, to: 2, whole: false } as never)).toEqual([1, 1.2, 1.5, 2]);
		expect(drawable({ ...base, of: [3, 5, 7] } as never)).toEqual([3, 5, 7]);
		expect(drawable({ ...base, is: 4 } as never)).toEqual([4]);
		expect(() => drawInput('x', { ...base, unit: 'miles', is: 1 } as never, '')).toThrow('“miles”');
		expect(() => drawInput('x', { ...base, from: 7, to: 7 } as never, '')).toThrow('no number');
	});
});

describe('worked steps', () => {
	it('stand side by side, exact and in the head', () => {
		const drill = instantiateDrill(drillOf({ ...feed, inputs: fixed() }), 1);
		const [writes, , storage, servers] = drill.asks;
		if (!writes || !storage || !servers) expect.fail('asks are missing');
		const lines = [writes, storage, servers].map((ask) =>
			workedSteps(drill, ask).map(({ say, exact, head }) => [
				say,
				`${exact.sum} = ${exact.result}`,
				`${head.sum} = ${head.result}`,
			]),
		);
		expect(lines).toEqual([
			[
				['Posts a day', '50 million × 2 = 100 million', '50 million × 2 = 100 million'],
				[
					'Spread over the day',
					'100 million ÷ 86,400 s = 1,157.4/s',
					'100 million ÷ 10^5 s = 1,000/s',
				],
			],
			[
				['One day', '1,157.4/s × 2 KB × 86,400 s = 200 GB', '1,200/s × 2 KB × 10^5 s = 230 GB'],
				['One year', '200 GB × 365 = 73 TB', '230 GB × 400 = 92 TB'],
			],
			[
				[
					'Round up',
					'ceil(3,472.2/s ÷ 1,000 per second) = 4',
					'ceil(3,500/s ÷ 1,000 per second) = 4',
				],
			],
		]);
	});

	it('go on from the numbers of the person', () => {
		const drill = instantiateDrill(drillOf({ ...feed, inputs: fixed() }), 1);
		const peak = drill.asks[1];
		if (!peak) expect.fail('no ask');
		const own = new Map([['writes', quantityOf(2000, 'rate')]]);
		expect(workedSteps(drill, peak, own)[0]?.exact).toMatchObject({
			sum: '2,000/s × 3',
			result: '6,000/s',
		});
	});

	function fixed(): Record<string, unknown> {
		const values: Record<string, number> = {
			users: 5e7,
			posts: 2,
			peak: 3,
			size: 2,
			per_server: 1000,
		};
		return Object.fromEntries(
			Object.entries(feed.inputs).map(([name, { say, unit }]) => [
				name,
				{ say, unit, is: values[name] },
			]),
		);
	}
});

describe('so what', () => {
	it('is the choice that the size speaks for, and its neighbor near the limit', () => {
		const source = (users: number) =>
			drillOf({
				...feed,
				inputs: {
					...feed.inputs,
					users: { say: 'users', is: users },
					posts: { say: 'posts', is: 1 },
				},
			});
		const decided = (users: number) => {
			const ask = instantiateDrill(source(users), 1).asks[0];
			return ask && soWhatOf(ask);
		};
		// The limits are 1,000/s and 20,000/s.
		expect(decided(10e6)).toMatchObject({ right: 0, accepted: [0] });
		expect(decided(80e6)).toMatchObject({ right: 0, accepted: [0, 1] });
		expect(decided(100e6)).toMatchObject({ right: 1, accepted: [0, 1] });
		expect(decided(400e6)).toMatchObject({ right: 1, accepted: [1] });
		expect(decided(40e9)).toMatchObject({ right: 2, accepted: [2] });
		expect(decided(10e6)?.options).toHaveLength(4);
	});
});

describe('the check of a template', () => {
	it('passes sound ones', () => {
		expect(checkDrill(drillOf(feed))).toEqual([]);
		expect(checkDrill(drillOf(latency))).toEqual([]);
	});

	const [writes] = feed.asks;
	const input = (name: string, value: unknown) => ({
		...feed,
		inputs: { ...feed.inputs, [name]: value },
	});
	const ask = (change: object) => ({ ...feed, asks: [{ ...writes, ...change }] });
	it.each<[string, unknown, string]>([
		['a unit for a name', input('day', { say: 'x', is: 1 }), '“day” is a unit'],
		['an unknown unit', input('users', { say: 'x', unit: 'miles', is: 1 }), 'unknown unit “miles”'],
		['nothing to draw', input('users', { say: 'x', from: 7, to: 7 }), 'nothing above zero'],
		['zero to draw', input('users', { say: 'x', of: [0, 1] }), 'nothing above zero'],
		[
			'an implausible draw',
			input('users', { say: 'x', is: 5, plausible: [1, 2] }),
			'not plausible',
		],
		['an unsaid number', input('more', { say: 'x', is: 5 }), '{more} stands in no text'],
		[
			'a hole in the story',
			{ ...feed, story: `${feed.story} {nobody}` },
			'nothing is called {nobody}',
		],
		['an unknown name', ask({ formula: 'users * nobody / day' }), 'called “nobody”'],
		['a broken formula', ask({ formula: 'users *' }), 'a value is missing'],
		['units that do not go', ask({ formula: 'users + day' }), 'cannot be added'],
		['the wrong unit', ask({ formula: 'users * posts' }), 'a plain number instead of a rate'],
		[
			'a last step that differs',
			ask({ steps: [{ say: 'x', formula: 'users / day' }] }),
			'the last step gives',
		],
		[
			'a head that errs',
			ask({ steps: [{ say: 'x', formula: 'users * posts / day', head: 'users * posts / hour' }] }),
			'the way through the head ends',
		],
		['a taken id', ask({ id: 'users' }), '“users” is taken'],
		[
			'a factor with a unit',
			ask({ known: [{ factor: 'day', slip: 'counted', say: 'x' }] }),
			'no plain number',
		],
		['a wrong unit of choices', ask({ unit: 'KB' }), '“KB” is not a rate'],
		['a missing unit of choices', ask({ unit: undefined }), 'the unit is missing'],
		[
			'one choice for all',
			ask({ so_what: { ask: 'x', options: [option(1), option(2), option()] } }),
			'the same choice',
		],
		[
			'falling limits',
			ask({ so_what: { ask: 'x', options: [option(2), option(1), option()] } }),
			'do not rise',
		],
	])('finds %s', (_, source, what) => {
		expect(
			checkDrill(drillOf(source))
				.map((fault) => fault.what)
				.join('\n'),
		).toContain(what);
	});

	function option(limit?: number): object {
		return { say: 'x', why: 'x', ...(limit === undefined ? {} : { up_to: limit }) };
	}

	it('the schema wants one way to draw', () => {
		for (const wrong of [{ say: 'x' }, { say: 'x', from: 1 }, { say: 'x', is: 1, of: [1] }]) {
			expect(v.safeParse(DRILL, input('users', wrong)).success).toBe(false);
		}
	});
});
