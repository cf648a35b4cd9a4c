import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

const MB = 1024 * 1024;

/** Things that tell when their reading begins, and end it when they are told. */
function thingsOf(sizes: readonly number[]) {
	const begun: number[] = [];
	const ends: (() => void)[] = [];
	const things = sizes.map((size, at) => ({
		size,
		read: () => {
			begun.push(at);
			return new Promise<number>((resolve) => (ends[at] = () => resolve(at)));
		},
	}));
	return { things, begun, ends };
}

describe('readAhead', () => {
	it('hands over all in their order, whichever is read first', async () => {
		const { things, begun, ends } = thingsOf([1, 1, 1]);
		const contents = readAhead(things);
		const first = contents.next();
		expect(begun).toEqual([0, 1, 2]);
		ends.toReversed().forEach((end) => end());
		expect([await first, await contents.next(), await contents.next()]).toEqual(
			[0, 1, 2].map((value) => ({ value, done: false })),
		);
		expect(await contents.next()).toEqual({ value: undefined, done: true });
	});

	it('begins few at once, and large ones alone', async () => {
		const many = thingsOf(Array<number>(9).fill(1));
		void readAhead(many.things).next();
		expect(many.begun).toEqual([0, 1, 2, 3]);
		const large = thingsOf([20 * MB, 20 * MB, 1]);
		const contents = readAhead(large.things);
		const first = contents.next();
		expect(large.begun).toEqual([0]);
		large.ends[0]?.();
		await first;
		void contents.next();
		expect(large.begun).toEqual([0, 1]);
	});

	it('throws what a reading throws when its turn comes', async () => {
		const things = [
			{ size: 1, read: () => Promise.resolve('sound') },
			{ size: 1, read: () => Promise.reject(new Error('damaged')) },
		];
		const contents = readAhead(things);
		expect((await contents.next()).value).toBe('sound');
		await expect(contents.next()).rejects.toThrow('damaged');
	});
});
