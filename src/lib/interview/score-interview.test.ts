import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { INTERVIEW_LEVELS, RUBRIC_DIMENSIONS } from '../content/question-terms.ts';
import {
	calibrate,
	DIMENSION_WEIGHTS,
	linesOf,
	scoreInterview,
	type Tick,
} from './score-interview.ts';

const question = shippedQuestion('url-shortener');
const lines = linesOf(question);
const pin = { kind: 'minute', at: 0 } as const;
const tick = (wanted: (line: (typeof lines)[number]) => boolean): Tick[] =>
	lines.filter(wanted).map(({ id }) => ({ line: id, pin }));
const upTo = (level: number) => tick((line) => INTERVIEW_LEVELS.indexOf(line.level) < level);

describe('the rubric', () => {
	it('has weights of 100 for each level, and a line in each cell', () => {
		for (const level of INTERVIEW_LEVELS) {
			expect(DIMENSION_WEIGHTS[level].reduce((a, b) => a + b, 0)).toBe(100);
			for (const dimension of RUBRIC_DIMENSIONS) {
				const cell = lines.filter((each) => each.level === level && each.dimension === dimension);
				expect(cell.length).toBeGreaterThan(0);
			}
		}
		expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
	});

	it('reads as the level whose lines are ticked', () => {
		const read = [0, 1, 2, 3].map((n) => scoreInterview(question, upTo(n), 'staff', []).readsAs);
		expect(read).toEqual([undefined, ...INTERVIEW_LEVELS]);
	});

	it('counts no tick without evidence, and no senior lines without those of mid', () => {
		const unpinned = upTo(3).map(({ line }) => ({ line, pin: null }));
		expect(scoreInterview(question, unpinned, 'mid', []).readsAs).toBeUndefined();
		const senior = tick(({ level }) => level === 'senior');
		expect(scoreInterview(question, senior, 'mid', []).readsAs).toBeUndefined();
	});

	it('says the pattern and the two dimensions that hold it down', () => {
		const ticks = upTo(2).filter(({ line }) => {
			const { dimension, level } = lines.find(({ id }) => id === line) ?? {};
			return level === 'mid' || (dimension !== 'depth' && dimension !== 'operation');
		});
		const score = scoreInterview(question, ticks, 'senior', []);
		expect(score.pattern).toBe('senior on 6 of 8; depth and operation read as mid');
		expect(score.heldDownBy).toEqual(['depth', 'operation']);
		expect(score.atAim).toBe(6);
		expect(score.readsAs).toBe('mid');
	});

	it('is capped by a gate, whatever was ticked', () => {
		expect(scoreInterview(question, upTo(3), 'mid', ['no-path']).readsAs).toBeUndefined();
	});

	it('never falls with one more tick', () => {
		const rank = (level?: string) => INTERVIEW_LEVELS.findIndex((each) => each === level);
		fc.assert(
			fc.property(fc.subarray(lines), fc.constantFrom(...lines), (some, more) => {
				const ticks = some.map(({ id }) => ({ line: id, pin }));
				const before = scoreInterview(question, ticks, 'senior', []);
				const after = scoreInterview(question, [...ticks, { line: more.id, pin }], 'senior', []);
				expect(rank(after.readsAs)).toBeGreaterThanOrEqual(rank(before.readsAs));
				expect(after.atAim).toBeGreaterThanOrEqual(before.atAim);
			}),
		);
	});

	it('keeps the gap between guess and result', () => {
		const score = scoreInterview(question, upTo(1), 'senior', []);
		const { by, mean } = calibrate(score, { scope: 3, depth: 1, drive: 0 });
		expect(by.map(({ gap }) => gap)).toEqual([2, 0, -1]);
		expect(mean).toBeCloseTo(1 / 3);
		expect(calibrate(score, {}).mean).toBe(0);
	});
});
