import { describe, expect, it } from 'vitest';
import type { DrillTemplate } from '$lib/content/drill.ts';
import { DRILL } from '$lib/content/drill.ts';
import { answerAsk, skipAsk, type AskAnswer } from '$lib/estimation/answer-ask.ts';
import { feed, latency } from '$lib/estimation/drill.fixture.ts';
import { instantiateDrill } from '$lib/estimation/drill-instance.ts';
import * as v from 'valibot';
import { clockText, distanceOf, headOf, shortHead, targetText, toneOf } from './verdict-words.ts';

function answered(template: unknown, askAt: number, text: string): AskAnswer {
	const drill = instantiateDrill(v.parse(DRILL, template) as DrillTemplate, 'seed');
	const ask = drill.asks[askAt];
	if (!ask) throw new Error('no such ask');
	if (text === '') return skipAsk(ask);
	const answer = answerAsk(drill, ask, text, new Map());
	if (!answer) throw new Error(`${text} cannot be judged`);
	return answer;
}
const first = instantiateDrill(v.parse(DRILL, feed) as DrillTemplate, 'seed').asks[0];
const writes = first?.target.quantity.value ?? 0;

describe('a verdict in words', () => {
	it('says the band, what it means, and how far off', () => {
		const near = answered(feed, 0, `${writes * 1.6}/s`);
		expect(headOf(near)).toEqual({ head: 'Good', detail: 'Right for an interview.' });
		expect(distanceOf(near)).toBe('1.6× too high');
		expect(toneOf(near.band)).toBe('right');
		const low = answered(feed, 0, `${writes / 5e6}/s`);
		expect(headOf(low).head).toBe('Another order');
		expect(distanceOf(low)).toBe('5 million× too low');
		expect(toneOf(low.band)).toBe('missed');
		expect(distanceOf(answered(feed, 0, `${writes}/s`))).toBe('');
		expect(distanceOf(answered(feed, 0, `${writes * 1.08}/s`))).toBe('8% too high');
	});

	it('says what is wrong with the unit, and what was left open', () => {
		const bare = answered(feed, 0, '5000');
		expect(headOf(bare).head).toBe('No unit');
		expect(headOf(bare).detail).toContain('5000 of what');
		expect(distanceOf(bare)).toBe('');
		const open = answered(feed, 0, '');
		expect([headOf(open).head, shortHead(open.band), toneOf(open.band)]).toEqual([
			'Left open',
			'Left open',
			'open',
		]);
	});

	it('names both ends where sources disagree', () => {
		const texts = Array.from({ length: 8 }, (_, seed) =>
			instantiateDrill(v.parse(DRILL, latency) as DrillTemplate, seed),
		).map(({ asks }) => asks[0] && targetText(asks[0].target));
		expect(new Set(texts)).toEqual(new Set(['100 ns', '100 ms to 300 ms']));
	});

	it('reads a clock in minutes and seconds', () => {
		expect([0, 64_999, 600_000, -5].map(clockText)).toEqual(['0:00', '1:04', '10:00', '0:00']);
	});
});
