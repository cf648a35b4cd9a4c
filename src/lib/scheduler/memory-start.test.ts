import { describe, expect, it } from 'vitest';
import { NEVER_SEEN } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import type { MemoryStart } from './memory-start.ts';
import { replay } from './replay.ts';
import type { Review } from './review.ts';

const DAY = 86_400_000;
const { weights } = DEFAULT_PRESET;
const START: MemoryStart = {
	...{ t: 20_000 * DAY, day: 20_000, stability: 30, difficulty: 5 },
	...{ interval: 30, reps: 7, lapses: 2 },
};

function review(t: number, over: Partial<Review> = {}): Review {
	return {
		...{ id: `r${t}`, cardId: 'c', t, tz: 0, day: Math.floor(t / DAY), grade: 3, kind: 'review' },
		...{ duration: 1000, next: 60, phase: 'review', left: 0, params: 'p', dev: 'd', ...over },
	};
}

describe('a log that was cut short', () => {
	it('gives what stood before it, while no entry follows', () => {
		expect(replay([], weights, START)).toMatchObject({
			...{ phase: 'review', stability: 30, difficulty: 5, due: 20_030, interval: 30 },
			...{ reps: 7, lapses: 2, lastT: START.t, lastEntryT: START.t, lastReview: '' },
		});
		const step = { phase: 'relearning', left: 1, due: START.t + 600_000, intraday: true } as const;
		expect(replay([], weights, { ...START, ...step })).toMatchObject(step);
	});

	it('goes on from there', () => {
		const memory = replay([review(20_030 * DAY)], weights, START);
		expect(memory).toMatchObject({ reps: 8, lapses: 2, due: 20_090 });
		expect(memory.stability).toBeGreaterThan(30);
	});

	it('passes over the entries that it stands for', () => {
		const before = [review(19_000 * DAY), review(START.t)];
		expect(replay(before, weights, START)).toEqual(replay([], weights, START));
	});

	it('is forgotten by a reset', () => {
		const reset = review(20_001 * DAY, { kind: 'reset', grade: 0, next: 0 });
		expect(replay([reset], weights, START)).toMatchObject({ phase: 'new', reps: 0 });
	});

	it.each([
		{ stability: Number.NaN },
		{ stability: 0 },
		{ t: Infinity },
		{ reps: -1 },
		{ difficulty: 11 },
	])('is as if it were not there where it cannot be: %o', (fault) => {
		expect(replay([], weights, { ...START, ...fault })).toEqual(NEVER_SEEN);
	});
});
