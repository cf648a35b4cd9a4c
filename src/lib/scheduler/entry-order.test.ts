import { describe, expect, it } from 'vitest';
import { dayAfter, elapsedDays, stampAfter } from './entry-order.ts';

describe('entry order', () => {
	it.each([
		['a later day', 105, 105, 5],
		['the same day', 100, 100, 0],
		['a journey west', 99, 100, 0],
		['a journey west from a zone far east', 98, 100, 0],
		['a last answer under a clock that was ahead', 97, 97, 0],
	])('counts %s', (_, day, counted, elapsed) => {
		expect(dayAfter(100, day)).toBe(counted);
		expect(elapsedDays(100, day)).toBe(elapsed);
	});

	it('stamps every entry later than the one before', () => {
		expect(stampAfter(0, 50)).toBe(50);
		expect(stampAfter(50, 50)).toBe(51);
		expect(stampAfter(50, -1000)).toBe(51);
	});
});
