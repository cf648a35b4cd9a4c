import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { isSoundMemory } from './memory-model.ts';
import { memoryFromSm2 } from './sm2-memory.ts';

const { weights } = DEFAULT_PRESET;

// Values of the reference for FSRS-6's default parameters.
test.each([
	[2.5, 10, 0.9, 10, 6.91406],
	[2.5, 10, 0.8, 3.01572, 9.39343],
	[2.5, 10, 0.95, 24.8411, 1.29744],
	[1.3, 20, 0.9, 20, 10],
])('ease %d, %d days, at %d', (ease, days, retention, stability, difficulty) => {
	const memory = memoryFromSm2(ease, days, retention, weights);
	expect(memory.stability).toBeCloseTo(stability, 3);
	expect(memory.difficulty).toBeCloseTo(difficulty, 3);
});

test('a factor up to 1.1 carries a difficulty', () => {
	expect(memoryFromSm2(0.6, 12, 0.9, weights)).toEqual({ stability: 12, difficulty: 5.5 });
});

test('whatever comes in, FSRS can go on', () => {
	for (const ease of [0, 0.05, 1.3, 9.99]) {
		for (const days of [0, 1, 36_500]) {
			const { stability, difficulty } = memoryFromSm2(ease, days, 0.9, weights);
			expect(isSoundMemory(stability, difficulty)).toBe(true);
		}
	}
});
