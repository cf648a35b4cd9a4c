import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSteps, stepsText } from './steps-text.ts';

describe('parseSteps', () => {
	test.each([
		['1m 10m', [1, 10]],
		['  1M,10m , 1d ', [1, 10, 1440]],
		['30s', [0.5]],
		['2h', [120]],
		['1.5h', [90]],
		['15', [15]],
		['', []],
	])('reads %j', (text, minutes) => {
		expect(parseSteps(text)).toEqual({ minutes });
	});

	test.each(['soon', '1w', '-1m', '1m10m', '1e3', 'm', '1:30'])(
		'names %j and what is accepted',
		(text) => {
			expect(parseSteps(text)).toEqual({
				problem: expect.stringContaining(`“${text}” is no step`),
			});
			expect(parseSteps(text)).toEqual({ problem: expect.stringContaining('1m 10m') });
		},
	);

	test.each(['0m', '366d', '0.01s'])('says that %j is out of range', (text) => {
		expect(parseSteps(text)).toEqual({ problem: expect.stringContaining('1s to 365d') });
	});

	test('refuses more than twenty steps', () => {
		expect(parseSteps('1m '.repeat(21))).toEqual({ problem: 'At most 20 steps are accepted.' });
		expect(parseSteps('1m '.repeat(20))).toHaveProperty('minutes.length', 20);
	});
});

describe('stepsText', () => {
	test('takes the largest unit without a fraction', () => {
		expect(stepsText([1, 10, 90, 120, 1440, 0.5, 1.5])).toBe('1m 10m 90m 2h 1d 30s 90s');
	});

	test('is read back as the same steps', () => {
		const seconds = fc.integer({ min: 1, max: 365 * 86_400 });
		fc.assert(
			fc.property(fc.array(seconds, { maxLength: 20 }), (list) => {
				const read = parseSteps(stepsText(list.map((each) => each / 60)));
				expect('minutes' in read && read.minutes.map((each) => Math.round(each * 60))).toEqual(
					list,
				);
			}),
		);
	});
});
