import { describe, expect, it } from 'vitest';
import { LoadForecast } from './load-forecast.ts';

describe('LoadForecast', () => {
	it('names days, not distances: a session that runs past the end of a day asks for the same ones', () => {
		const forecast = new LoadForecast(100, [5, 6, 7]);
		expect([99, 100, 101, 102, 103].map((day) => forecast.on(day))).toEqual([0, 5, 6, 7, 0]);
	});

	it('counts answers in and out again', () => {
		const forecast = new LoadForecast(100, [5, 6, 7]);
		forecast.count({ intraday: false, due: 101 }, 1);
		expect(forecast.on(101)).toBe(7);
		forecast.count({ intraday: false, due: 101 }, -1);
		expect(forecast.on(101)).toBe(6);
	});

	it('passes over steps of today, and days that it does not know', () => {
		const forecast = new LoadForecast(100, [5, 6, 7]);
		for (const card of [
			{ intraday: true, due: 101 },
			{ intraday: false, due: 99 },
			{ intraday: false, due: 500 },
		]) {
			forecast.count(card, 1);
		}
		expect([100, 101, 102].map((day) => forecast.on(day))).toEqual([5, 6, 7]);
		expect(forecast.on(500)).toBe(0);
	});
});
