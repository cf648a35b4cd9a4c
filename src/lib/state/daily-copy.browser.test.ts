import { expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import { lastChange } from '$lib/db/export-since.ts';
import { listSnapshots } from '$lib/db/snapshots.ts';
import { hasSpare } from '$lib/db/spare-store.ts';
import { takeDailyCopy } from './daily-copy.ts';
import { holdReads } from './reads-first.ts';

async function studied() {
	const student = new Student(await openReady());
	await student.takeIn(2);
	await student.answer('p0/c', 3);
	const install = (await student.db.meta.get('install'))?.value as string;
	return { db: student.db, moment: { ...student.moment, dev: install } };
}

const reasons = async (name: string) => (await listSnapshots(name)).map(({ reason }) => reason);

it('copies beside the screen what has changed, and nothing when nothing has', async () => {
	const { db, moment } = await studied();
	let workers = 0;
	const make = () => {
		workers += 1;
		return new Worker(new URL('./daily-copy.worker.ts', import.meta.url), { type: 'module' });
	};
	await takeDailyCopy(db, moment, { beside: true, make });
	await takeDailyCopy(db, moment, { beside: true, make });
	expect(await reasons(db.name)).toEqual(['daily']);
	expect(await hasSpare(db.name)).toBe(true);
	expect(await lastChange(db)).toBe(0);
	expect(workers).toBe(1);
});

it('lets a screen read first, and goes on when that is done or given up', async () => {
	const { db, moment } = await studied();
	const [first, second] = [holdReads(db.name), holdReads(db.name)];
	const copying = takeDailyCopy(db, moment, { beside: true });
	const waits = async () =>
		(await navigator.locks.query()).pending?.some(({ name }) => name?.startsWith(db.name));
	await expect.poll(waits).toBe(true);
	first();
	expect(await reasons(db.name)).toEqual([]);
	second();
	await copying;
	expect(await reasons(db.name)).toEqual(['daily']);
});

it('copies in the page where there is no worker', async () => {
	const { db, moment } = await studied();
	const make = () => new Worker('/not-there.js', { type: 'module' });
	await takeDailyCopy(db, moment, { beside: true, make });
	expect(await reasons(db.name)).toEqual(['daily']);
	const other = await studied();
	await takeDailyCopy(other.db, other.moment, { beside: false, make: () => expect.fail() });
	expect(await reasons(other.db.name)).toEqual(['daily']);
});

it('says what went wrong there, and keeps what waits', async () => {
	const { db, moment } = await studied();
	const copying = takeDailyCopy(db, { ...moment, dev: 'another' }, { beside: true });
	await expect(copying).rejects.toMatchObject({ kind: 'data-removed' });
	expect(await reasons(db.name)).toEqual([]);
	expect(await lastChange(db)).toBeGreaterThan(0);
});
