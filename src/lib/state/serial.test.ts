import { expect, it } from 'vitest';
import { Serial } from './serial.ts';

it('runs tasks one after the other, past those that fail', async () => {
	const serial = new Serial();
	const log: string[] = [];
	const task = (name: string, fails = false) =>
		serial.run(async () => {
			log.push(`${name} begins`);
			await new Promise((resolve) => setTimeout(resolve));
			log.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		});
	const results = [task('a'), task('b', true), task('c')];
	await serial.settled();
	expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	expect(await Promise.allSettled(results)).toMatchObject([
		{ value: 'a' },
		{ reason: { message: 'b' } },
		{ value: 'c' },
	]);
});
