import { describe, expect, it } from 'vitest';
import { NEVER_SEEN, type Memory } from './card-state.ts';
import { mendMemory } from './mend-memory.ts';

const now = { t: Date.parse('2026-11-22T11:00Z'), tz: 0, day: 20_779, dayEndsAt: 1.8e12 };
const sound: Memory = {
	...NEVER_SEEN,
	phase: 'review',
	stability: 10,
	difficulty: 5,
	due: now.day + 3,
	interval: 10,
	reps: 4,
	lastT: now.t - 1,
	lastDay: now.day - 7,
	lastEntryT: now.t - 1,
	lastReview: 'x',
};

describe('mendMemory', () => {
	it('leaves a sound memory as the object that it is', () => {
		for (const memory of [sound, { ...NEVER_SEEN }]) {
			expect(mendMemory(memory, now)).toEqual({ memory, problems: [] });
			expect(mendMemory(memory, now).memory).toBe(memory);
		}
	});

	it('starts a card anew whose numbers are lost, but keeps its place in the log', () => {
		const { memory, problems } = mendMemory({ ...sound, stability: NaN }, now);
		expect(memory).toEqual({ ...NEVER_SEEN, lastEntryT: sound.lastEntryT, lastReview: 'x' });
		expect(problems).toEqual(['stability NaN with difficulty 5: the card starts anew']);
	});

	it.each<[keyof Memory, unknown, unknown]>([
		['due', 2_932_897, now.day],
		['due', NaN, now.day],
		['reps', -1, 0],
		['lapses', 0.5, 0],
		['left', Infinity, 0],
		['interval', 1e9, 36_500],
		['lastT', NaN, 0],
		['lastEntryT', 1e17, 0],
		['lastDay', 1e300, now.day],
		['lastReview', 7, ''],
	])('takes %s %s as %s and says so', (field, value, mended) => {
		const damaged = { ...sound, [field]: value } as Memory;
		const { memory, problems } = mendMemory(damaged, now);
		expect(memory[field]).toBe(mended);
		expect(problems).toEqual([`${field} ${String(value)}: taken as ${String(mended)}`]);
	});
});
