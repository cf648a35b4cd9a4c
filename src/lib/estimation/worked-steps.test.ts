import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DRILL } from '../content/drill.ts';
import { instantiateDrill } from './drill-instance.ts';
import { workedSteps } from './worked-steps.ts';

/** The worked lines of the only ask of a drill without chance. */
function linesOf(ask: Record<string, unknown>, inputs: Record<string, unknown>) {
	const template = v.parse(DRILL, {
		id: 'x',
		title: 'X',
		topic: 'availability',
		level: 'beginner',
		inputs,
		story: Object.keys(inputs)
			.map((name) => `{${name}}`)
			.join(' '),
		asks: [{ id: 'answer', ask: 'What?', ...ask }],
	});
	const drill = instantiateDrill(template, 1);
	const [first] = drill.asks;
	if (!first) expect.fail('no ask');
	return workedSteps(drill, first).map(({ exact, head }) => [
		`${exact.sum} = ${exact.result}`,
		`${head.sum} = ${head.result}`,
	]);
}

describe('a worked step', () => {
	it('shows a share as a share, with the digits of what is missing', () => {
		const ask = {
			expect: 'fraction',
			tolerance: 'availability',
			formula: '1 - (1 - each) ^ 2',
			steps: [
				{ id: 'missing', say: 'Both down', formula: '(1 - each) ^ 2' },
				{ say: 'The rest', formula: '1 - missing' },
			],
		};
		const lines = linesOf(ask, { each: { say: 'each', unit: '%', is: 99.9 } });
		expect(lines[1]).toEqual(['1 − 0.000001 = 99.9999%', '1 − 0.000001 = 99.9999%']);
	});

	it('rounds nothing on the way to a number that is right or wrong', () => {
		const ask = {
			expect: 'time',
			tolerance: 'exact',
			formula: 'slow + merge',
			steps: [{ say: 'Both', formula: 'slow + merge' }],
		};
		const inputs = {
			slow: { say: 'slow', unit: 'ms', is: 150 },
			merge: { say: 'merge', unit: 'ms', is: 5 },
		};
		expect(linesOf(ask, inputs)).toEqual([['150 ms + 5 ms = 155 ms', '150 ms + 5 ms = 155 ms']]);
	});

	it('names a case beside its number, and only there', () => {
		const ask = {
			expect: 'time',
			formula: 'GB / link',
			steps: [
				{ id: 'speed', say: 'In bytes', formula: 'link' },
				{ say: 'Time', formula: 'GB / link' },
			],
		};
		const pick = [{ say: '1 Gbit/s', is: 1000 }];
		const lines = linesOf(ask, { link: { say: 'link', unit: 'Mbit/s', pick } });
		expect(lines.map(([exact]) => exact)).toEqual(['1 Gbit/s = 125 MB/s', '1 GB ÷ 125 MB/s = 8 s']);
	});
});
