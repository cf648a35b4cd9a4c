import { expect, it } from 'vitest';
import { readingEase } from './reading-ease.ts';

it('finds short words in short sentences easier than long ones', () => {
	const easy = readingEase('The cache is full. The old row goes. A new one comes in.') ?? 0;
	const hard =
		readingEase(
			'Asynchronous replication acknowledges modifications preceding their geographical propagation.',
		) ?? 0;
	expect(easy).toBeGreaterThan(90);
	expect(hard).toBeLessThan(0);
});

it('gives the value of the formula', () => {
	// Five words, one sentence, six syllables.
	expect(readingEase('The reader waits for it.')).toBeCloseTo(206.835 - 1.015 * 5 - 84.6 * 1.2);
});

it('says nothing of a text without words', () => {
	expect(readingEase('10 · 20')).toBeUndefined();
});
