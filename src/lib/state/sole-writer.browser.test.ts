import { afterEach, describe, expect, it } from 'vitest';
import { soleWriter, type SoleWriter } from './sole-writer.ts';

const writers: SoleWriter[] = [];
afterEach(() => {
	for (const writer of writers.splice(0)) writer.end();
});

/** A tab that notes when it has lost the pen. */
function tab(name: string, onlose = () => Promise.resolve()) {
	const seen = { lost: 0 };
	const writer = soleWriter(name, () => {
		seen.lost += 1;
		return onlose();
	});
	writers.push(writer);
	return { writer, seen };
}

describe('the sole writer', () => {
	it('is the first one, until it ends', async () => {
		const [one, two] = [tab('a'), tab('a')];
		expect(await one.writer.begin()).toBe(true);
		expect(await two.writer.begin()).toBe(false);
		one.writer.end();
		await expect.poll(() => two.writer.begin()).toBe(true);
	});

	it('lets another one take over when it has saved what it holds', async () => {
		const order: string[] = [];
		const one = tab('b', async () => {
			await new Promise((saved) => setTimeout(saved, 50));
			order.push('saved');
		});
		const two = tab('b');
		await one.writer.begin();
		await two.writer.takeOver();
		order.push('took over');
		expect(order).toEqual(['saved', 'took over']);
		expect([one.seen.lost, two.seen.lost]).toEqual([1, 0]);
		expect(await one.writer.begin()).toBe(false);
	});

	it('loses it once where it does not answer in time', async () => {
		const frozen = tab('c', () => new Promise(() => {}));
		const two = tab('c');
		await frozen.writer.begin();
		await two.writer.takeOver();
		expect(frozen.seen.lost).toBe(1);
		expect(await tab('c').writer.begin()).toBe(false);
	});
});
