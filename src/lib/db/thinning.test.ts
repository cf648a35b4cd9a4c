import { describe, expect, it } from 'vitest';
import { copiesToKeep, type Dated } from './thinning.ts';

const HOUR = 3_600_000;

describe('copiesToKeep', () => {
	it('keeps everything while there is little', () => {
		const copies = [1, 2, 3].map((id) => ({ id, t: id, day: 0 }));
		expect([...copiesToKeep(copies)].sort()).toEqual([1, 2, 3]);
	});

	it('covers the last days and weeks on every day of a year, with at most 14 copies', () => {
		let copies: Dated[] = [];
		for (let day = 20_000; day < 20_365; day += 1) {
			for (const hour of [8, 12, 20]) {
				const t = (day * 24 + hour) * HOUR;
				copies.push({ id: t / HOUR, t, day });
				const keep = copiesToKeep(copies);
				copies = copies.filter(({ id }) => keep.has(id));
				expect(copies.length).toBeLessThanOrEqual(14);
				expect(copies.at(-1)?.t).toBe(t);
			}
			const days = new Set(copies.map((copy) => copy.day));
			const weeks = new Set(copies.map((copy) => Math.floor(copy.day / 7)));
			for (let back = 0; back < Math.min(7, day - 19_999); back += 1) {
				expect(days.has(day - back), `${back} days before day ${day}`).toBe(true);
			}
			const age = Math.floor(day / 7) - Math.floor(20_000 / 7);
			for (let back = 0; back <= Math.min(3, age); back += 1) {
				expect(weeks.has(Math.floor(day / 7) - back), `${back} weeks before ${day}`).toBe(true);
			}
		}
	});

	it('keeps the newest three also when a clock went back', () => {
		const copies = [5, 4, 3, 2, 1].map((id) => ({ id, t: id * HOUR, day: 7 }));
		expect([...copiesToKeep(copies)].sort()).toEqual([3, 4, 5]);
	});

	it('keeps old days after months away', () => {
		const copies = [1, 2, 3, 4].map((day) => ({ id: day, t: day * 24 * HOUR, day }));
		const later = { id: 9, t: 400 * 24 * HOUR, day: 400 };
		expect(copiesToKeep([...copies, later])).toEqual(new Set([9, 4, 3, 2, 1]));
	});
});
