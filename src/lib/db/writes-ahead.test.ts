import { describe, expect, it } from 'vitest';
import { WritesAhead } from './writes-ahead.ts';

/** Whether a promise is settled by now, once everything else has had its turn. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
	let settled = false;
	const settle = () => (settled = true);
	promise.then(settle, settle);
	await new Promise((resolve) => setTimeout(resolve));
	return settled;
}

describe('WritesAhead', () => {
	it('lets eight be under way, and waits for the oldest then', async () => {
		const writes = new WritesAhead();
		const ends: (() => void)[] = [];
		const write = () => new Promise<void>((resolve) => ends.push(resolve));
		for (let count = 0; count < 8; count += 1) await writes.add(write());
		const ninth = writes.add(write());
		expect(await isSettled(ninth)).toBe(false);
		ends[1]?.();
		expect(await isSettled(ninth)).toBe(false);
		ends[0]?.();
		expect(await isSettled(ninth)).toBe(true);
		const all = writes.all();
		expect(await isSettled(all)).toBe(false);
		for (const end of ends) end();
		await all;
	});

	it('throws what a write threw when that is waited for, however many others fail with it', async () => {
		const writes = new WritesAhead();
		for (const reason of ['first', 'second']) {
			await writes.add(Promise.reject(new Error(reason)));
		}
		await expect(writes.all()).rejects.toThrow('first');
	});
});
