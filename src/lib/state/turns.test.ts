import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

const fails = (problem: unknown) => expect.unreachable(String(problem));

/** A turn that waits until it is let go, and then notes whether it still holds. */
function waiting(turns: Turns, log: boolean[]) {
	let release = () => {};
	const gate = new Promise<void>((resolve) => (release = resolve));
	const over = turns.take(async (turn) => {
		await gate;
		log.push(turns.holds(turn));
	}, fails);
	return { release, over };
}

it('lets the later turn win, in whatever order they end', async () => {
	const [turns, log] = [new Turns(), [] as boolean[]];
	const [first, second] = [waiting(turns, log), waiting(turns, log)];
	second.release();
	await second.over;
	expect(turns.underWay).toBe(false);
	first.release();
	await first.over;
	expect(log).toEqual([true, false]);
});

it('is under way until the latest turn is over', async () => {
	const [turns, log] = [new Turns(), [] as boolean[]];
	const [first, second] = [waiting(turns, log), waiting(turns, log)];
	first.release();
	await first.over;
	expect(turns.underWay).toBe(true);
	second.release();
	await second.over;
	expect(turns.underWay).toBe(false);
});

it('tells the error of a turn that still holds, and of no other', async () => {
	const [turns, told] = [new Turns(), [] as unknown[]];
	const failing = (name: string) => async () => {
		await Promise.resolve();
		throw new Error(name);
	};
	const early = turns.take(failing('early'), (problem) => told.push(problem));
	await turns.take(failing('late'), (problem) => told.push(problem));
	await early;
	expect(told).toEqual([new Error('late')]);
	expect(turns.underWay).toBe(false);
});

it('begins nothing once it is stopped, and what was begun puts nothing up', async () => {
	const [turns, log] = [new Turns(), [] as boolean[]];
	const begun = waiting(turns, log);
	turns.stop();
	begun.release();
	await begun.over;
	await turns.take(async () => expect.unreachable('stopped'), fails);
	expect(log).toEqual([false]);
});

it('does what waits for its end one after the other, each once what was begun by the last is over', async () => {
	const [turns, log, done] = [new Turns(), [] as boolean[], [] as string[]];
	const first = waiting(turns, log);
	let second = first;
	const press = (name: string) =>
		turns.whenOver(async () => {
			done.push(name);
			if (name === 'a') second = waiting(turns, log);
		});
	const pressed = [press('a'), press('b')];
	expect(done).toEqual([]);
	first.release();
	await pressed[0];
	expect(done).toEqual(['a']);
	second.release();
	await pressed[1];
	expect(done).toEqual(['a', 'b']);
});

it('does what is pressed at once where nothing is under way, and nothing once it is stopped', async () => {
	const [turns, done] = [new Turns(), [] as string[]];
	void turns.whenOver(async () => void done.push('at once'));
	expect(done).toEqual(['at once']);
	const begun = waiting(turns, []);
	void turns.whenOver(async () => expect.unreachable('stopped'));
	turns.stop();
	begun.release();
	await begun.over;
	expect(done).toEqual(['at once']);
});
