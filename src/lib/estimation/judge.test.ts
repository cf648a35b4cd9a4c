import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '../content/dimension.ts';
import { BANDS, bandOf, suggestGrade, type Band } from './band.ts';
import { judge, judgeEntry, type SizeVerdict } from './judge.ts';
import { plain, quantityOf } from './quantity.ts';
import type { SlipKind } from './slip.ts';
import type { KnownFactor, Target, ToleranceKind } from './target.ts';

function target(
	value: number,
	dimension: Dimension,
	tolerance: ToleranceKind = 'log',
	known: KnownFactor[] = [],
): Target {
	return { quantity: quantityOf(value, dimension), tolerance, known, hasData: false };
}

function size(answer: number, aim: Target, dimension: Dimension = 'rate'): SizeVerdict {
	const verdict = judge(quantityOf(answer, dimension), aim);
	if (verdict.kind !== 'size') expect.fail(verdict.message);
	return verdict;
}

const average = target(1e9 / 86_400, 'rate');

describe('bands', () => {
	it.each<[number, Band]>([
		[1, 'spot-on'],
		[1.25, 'spot-on'],
		[1.2501, 'good'],
		[2, 'good'],
		[2.001, 'same-order'],
		[3.2, 'same-order'],
		[3.201, 'off'],
		[10, 'off'],
		[10.001, 'wrong-order'],
		[1e9, 'wrong-order'],
	])('%d is %s, above and below', (ratio, band) => {
		expect(bandOf(ratio)).toBe(band);
		expect(bandOf(1 / ratio)).toBe(band);
	});

	it('a limit that a calculation has brushed is still inside', () => {
		expect(bandOf((0.1 + 0.2) / 0.3 / 0.8)).toBe('spot-on');
	});

	it('let pass what interviewers round themselves', () => {
		expect([86_400 / 1e5, 400 / 365, 31 / 30, 1.024 ** 4].map(bandOf)).toEqual(
			Array(4).fill('spot-on'),
		);
	});

	it('are the same for too much and too little, and never better further away', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1, max: 1e6, noNaN: true }),
				fc.double({ min: 1, max: 1e6, noNaN: true }),
				fc.double({ min: 1e-6, max: 1e15, noNaN: true }),
				(a, b, aim) => {
					const [near, far] = [Math.min(a, b), Math.max(a, b)];
					const goal = target(aim, 'data');
					const [over, under] = [size(aim * far, goal, 'data'), size(aim / far, goal, 'data')];
					expect(under.band).toBe(over.band);
					expect(under.suggestion).toEqual(over.suggestion);
					const closer = size(aim * near, goal, 'data');
					expect(BANDS.indexOf(closer.band)).toBeLessThanOrEqual(BANDS.indexOf(over.band));
					expect(closer.suggestion.grade).toBeGreaterThanOrEqual(over.suggestion.grade);
				},
			),
		);
	});

	it('propose a grade and leave another beside it', () => {
		expect(suggestGrade('spot-on', 1.1)).toEqual({ grade: 3, also: [4] });
		expect(suggestGrade('good', 1.6)).toEqual({ grade: 3, also: [] });
		expect(suggestGrade('same-order', 3)).toEqual({ grade: 2, also: [] });
		expect(suggestGrade('off', 4)).toEqual({ grade: 2, also: [1] });
		expect(suggestGrade('off', 8)).toEqual({ grade: 1, also: [2] });
		expect(suggestGrade('wrong-order', 100)).toEqual({ grade: 1, also: [] });
	});
});

describe('an answer', () => {
	it.each<[string, Target, Band, SlipKind[]]>([
		['10/s', target(11.574, 'rate'), 'spot-on', []],
		['20,000/s', average, 'good', []],
		['1.5e9 bytes/s', target(1.875e8, 'data-rate'), 'off', ['bits-bytes']],
		['1e9/s', average, 'wrong-order', ['seconds-per-day']],
		['1 billion/day', average, 'spot-on', []],
		['10k-15k qps', average, 'spot-on', []],
		['five nines', target(0.9999, 'fraction', 'availability'), 'off', ['nines']],
		['99.9%', target(0.9999, 'fraction', 'availability'), 'off', ['nines']],
		['99.99%', target(0.9999, 'fraction', 'availability'), 'spot-on', []],
		['100%', target(0.9999, 'fraction', 'availability'), 'wrong-order', []],
		['90%', target(0.9999, 'fraction', 'availability'), 'wrong-order', ['nines']],
		['7', target(7, 'count', 'exact'), 'spot-on', []],
		['7.0', target(7, 'count', 'exact'), 'spot-on', []],
		['6', target(7, 'count', 'exact'), 'not-exact', ['off-by-one']],
		['9', target(7, 'count', 'exact'), 'not-exact', []],
		['11.6 servers', target(12, 'count', 'whole'), 'spot-on', []],
		['12', target(11.574, 'count', 'whole'), 'spot-on', []],
		['1', target(3, 'count', 'whole'), 'same-order', []],
	])('%s', (entry, aim, band, slips) => {
		const judged = judgeEntry(entry, aim);
		if (!judged.ok || judged.verdict.kind !== 'size') expect.fail(JSON.stringify(judged));
		expect(judged.verdict.band).toBe(band);
		expect(judged.verdict.slips.map(({ kind }) => kind)).toEqual(slips);
	});

	it('of another kind is a verdict of its own', () => {
		for (const [entry, fault] of [
			['115000', 'missing-unit'],
			['3 TB', 'wrong-unit'],
			['11,574 requests', 'wrong-unit'],
			['$5k', 'wrong-unit'],
		] as const) {
			const judged = judgeEntry(entry, average);
			expect(judged).toMatchObject({ ok: false, verdict: { kind: 'unit', fault } });
			expect(judged.verdict?.suggestion.grade).toBe(1);
		}
	});

	it('that cannot be read has no verdict', () => {
		const judged = judgeEntry('lots', average);
		expect(judged.ok).toBe(false);
		expect(judged.verdict).toBeUndefined();
	});

	it('that was read elsewhere is held against the unit as well', () => {
		expect(judge(quantityOf(3e12, 'data'), average)).toMatchObject({ fault: 'wrong-unit' });
		expect(judge(plain(11_574), average)).toMatchObject({ fault: 'missing-unit' });
		expect(judge(plain(0.9999), target(0.9999, 'fraction', 'availability'))).toMatchObject({
			band: 'spot-on',
		});
		expect(judge(quantityOf(5, 'money', '€'), target(5, 'money'))).toMatchObject({
			fault: 'wrong-unit',
		});
	});

	it('is asked for in the currency of the target', () => {
		const aim = { ...target(5, 'money'), quantity: quantityOf(5, 'money', '€') };
		expect(judgeEntry('€5', aim)).toMatchObject({ ok: true, verdict: { band: 'spot-on' } });
		expect(judgeEntry('$5', aim)).toMatchObject({
			ok: false,
			fault: { kind: 'currency-mismatch' },
		});
	});

	it('between the values of sources that disagree is right', () => {
		const aim = { ...target(0.15, 'time'), between: { low: 0.1, high: 0.3 } };
		expect(size(0.3, aim, 'time')).toMatchObject({ band: 'spot-on', ratio: 1, side: 'even' });
		expect(size(0.1, aim, 'time')).toMatchObject({ band: 'spot-on', ratio: 1 });
		expect(size(0.6, aim, 'time')).toMatchObject({ band: 'good', side: 'over' });
		expect(size(0.01, aim, 'time')).toMatchObject({ band: 'off', side: 'under' });
	});

	it('says on which side it is', () => {
		expect(size(20_000, average).side).toBe('over');
		expect(size(8000, average).side).toBe('under');
		// Of an availability, too few nines are too much downtime.
		expect(size(0.999, target(0.9999, 'fraction', 'availability'), 'fraction').side).toBe('over');
	});
});

describe('the likely slip', () => {
	const data = target(1e12, 'data');
	it.each<[number, Target, Dimension, SlipKind[]]>([
		[8e12, data, 'data', ['bits-bytes']],
		[1e12 / 8, data, 'data', ['bits-bytes']],
		[8.6e12, data, 'data', ['bits-bytes']],
		[8.7e12, data, 'data', []],
		[8 * 100, target(100, 'time'), 'time', []],
		[12e12, data, 'data', ['twelve']],
		[24e12, data, 'data', ['hours']],
		[30e12, data, 'data', ['month']],
		[365e12, data, 'data', ['year']],
		[400e12, data, 'data', ['year']],
		[60 * 100, target(100, 'time'), 'time', ['sixty']],
		[3600 * 100, target(100, 'time'), 'time', ['seconds-per-hour']],
		[1e15, data, 'data', ['prefix']],
		[1.024e15, data, 'data', ['prefix']],
		[1e6, data, 'data', ['prefix']],
		[1e9, average, 'rate', ['seconds-per-day']],
		[11_574 * 1e5, average, 'rate', ['seconds-per-day']],
		[11_574 / 86_400, average, 'rate', ['seconds-per-day']],
		[100 * 0.002, target(0.002, 'fraction'), 'fraction', ['percent']],
		[5e12, data, 'data', []],
		[1.2e12, data, 'data', []],
	])('%d of %o', (answer, aim, dimension, slips) => {
		expect(size(answer, aim, dimension).slips.map(({ kind }) => kind)).toEqual(slips);
	});

	it('bits and bytes are mixed up wherever sizes take part', () => {
		const transfer = { ...target(80, 'time'), hasData: true };
		expect(size(10, transfer, 'time').slips[0]).toMatchObject({ kind: 'bits-bytes' });
	});

	it('the factors of the question come first, and some are fine', () => {
		const known: KnownFactor[] = [
			{ ratio: 1 / 3, say: 'the peak factor was left out' },
			{ ratio: 3, say: 'the copies were counted', fine: true },
			{ ratio: 1 / 8, say: 'the eight shards were left out' },
		];
		const aim = target(9e12, 'data', 'log', known);
		expect(size(3e12, aim, 'data').slips).toEqual([
			{ kind: 'known', text: 'Perhaps the peak factor was left out.', fine: false },
		]);
		expect(size(27e12, aim, 'data').slips).toEqual([
			{ kind: 'known', text: 'Perhaps the copies were counted.', fine: true },
		]);
		expect(size(9e12 / 8, aim, 'data').slips.map(({ kind }) => kind)).toEqual([
			'known',
			'bits-bytes',
		]);
	});

	it('is never more than a guess, in at most two sentences', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (ratio) => {
				const { slips } = size(1e12 * ratio, data, 'data');
				expect(slips.length).toBeLessThanOrEqual(2);
				for (const { text } of slips) expect(text).toMatch(/^Perhaps .*\.$/);
			}),
		);
	});
});
