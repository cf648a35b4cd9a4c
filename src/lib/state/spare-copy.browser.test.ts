import { afterEach, expect, it, vi } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import { readBackupFile } from '$lib/db/backup-reader.ts';
import { positionNewCards } from '$lib/db/catalog-rows.ts';
import { readSpare } from '$lib/db/spare-store.ts';
import { takeSnapshot } from '$lib/db/snapshots.ts';
import { keepSpareCopy } from './spare-copy.ts';

const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.restoreAllMocks();
});

async function studied(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(2);
	await student.answer('p0/c', 3);
	await takeSnapshot(student.db, 'daily', student.moment);
	return student;
}

/** Answers in the copy of everything, and in what was written since. */
async function answers({ db }: Student): Promise<number[]> {
	const files = await Promise.all((await readSpare(db.name)).map(readBackupFile));
	return files.map(({ header }) => header.counts.reviews);
}

it('follows what two tabs write', async () => {
	const student = await studied();
	for (const tab of [1, 2]) {
		stops.push(keepSpareCopy(student.db, () => student.moment));
		await student.answer(`p0/${tab === 1 ? 'a' : 'b'}`, 3);
	}
	await vi.waitFor(async () => expect(await answers(student)).toEqual([1, 2]));
	await takeSnapshot(student.db, 'daily', student.moment);
	await student.answer('p1/a', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([3, 1]));
});

it('makes a copy of everything when nobody looks, after what came in as a whole', async () => {
	const student = await studied();
	stops.push(keepSpareCopy(student.db, () => student.moment));
	await student.answer('p0/a', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([1, 1]));
	await positionNewCards(student.db, 'catalog', ['p1/c', 'p1/b'], { drills: false });
	await student.answer('p1/a', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([1, 2]));
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	document.dispatchEvent(new Event('visibilitychange'));
	await vi.waitFor(async () => expect((await answers(student))[0]).toBe(3));
	await student.answer('p1/b', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([3, 1]));
});

it('makes a copy of everything at once after thousands of changes, and goes on from there', async () => {
	const student = await studied();
	stops.push(keepSpareCopy(student.db, () => student.moment));
	await student.answer('p0/a', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([1, 1]));
	const mark = { what: 'record', kind: 'mark', id: 'p0/a' } as const;
	const rows = Array.from({ length: 2_000 }, () => ({ ...mark }));
	await student.db.outbox.bulkAdd(rows);
	await student.answer('p1/a', 3);
	await vi.waitFor(async () => expect((await answers(student))[0]).toBe(3));
	await student.answer('p1/b', 3);
	await vi.waitFor(async () => expect(await answers(student)).toEqual([3, 1]));
});
