import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { freshName, memoryMarker, openAs, Student } from '../../../tests/support/student.ts';
import { positionNewCards } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';
import { exportSince, lastChange } from './export-since.ts';
import type { Opened } from './open.ts';
import { restoreSpare } from './restore-spare.ts';
import { takeSnapshot } from './snapshots.ts';
import { keepSpare, readSpare } from './spare-store.ts';

async function opened(name: string, installMarker = memoryMarker()): Promise<Opened> {
	const { moment } = new Student(undefined as never);
	return openAs(name, { installMarker, momentOf: (dev) => ({ ...moment, dev }) });
}

async function studied(installMarker = memoryMarker()): Promise<Student> {
	const open = await opened(freshName(), installMarker);
	if (open.state !== 'ready') throw open.error;
	const student = new Student(open.db, open.dev);
	await student.takeIn(2);
	await student.takeInDrills('d');
	await student.answer('p0/a', 3);
	return student;
}

/** As the app does in the background, after every change. */
async function keepSince({ db, moment }: Student, after = 0): Promise<void> {
	const since = await exportSince(db, after, moment);
	if (since) await keepSpare(db.name, 'since', since.file);
}

describe('a database that the browser has thrown away', () => {
	for (const what of ['', ' with the small storage']) {
		it(`is brought back${what}, with what was written since the last copy of everything`, async () => {
			const marker = memoryMarker();
			const student = await studied(marker);
			await takeSnapshot(student.db, 'daily', student.moment);
			expect(await lastChange(student.db)).toBe(0);
			await student.answer('p0/b', 1);
			await student.answer('p1/a', 3);
			await student.undo();
			await student.mark('p0/a', { flag: 2, suspended: true });
			await student.reschedule('p0/b', 3);
			await student.drill('d', 3);
			await student.interview();
			await keepSince(student);
			const expected = await canonicalDump(student.db, true);
			await student.db.delete();

			const again = await opened(student.db.name, what ? memoryMarker() : marker);
			expect(again).toMatchObject({ state: 'ready', fresh: false, back: { reviews: 5 } });
			if (again.state !== 'ready') return;
			expect(firstDifference(await canonicalDump(again.db, true), expected)).toBe('');
			expect(await checkDatabase(again.db)).toEqual([]);
		});
	}

	it('is counted whole also where bringing it back was interrupted', async () => {
		const student = await studied();
		await student.answer('p0/b', 1);
		await takeSnapshot(student.db, 'daily', student.moment);
		const once = await restoreSpare(student.db, student.moment);
		expect([once?.reviews, (await restoreSpare(student.db, student.moment))?.reviews]).toEqual([
			2, 2,
		]);
	});

	it('is brought back before the first copy of everything, from the changes alone', async () => {
		const student = await studied();
		await keepSince(student);
		const expected = await student.card('p0/a');
		await student.db.delete();
		const again = await opened(student.db.name);
		expect(again).toMatchObject({ state: 'ready', back: { reviews: 1, made: student.t } });
		if (again.state !== 'ready') return;
		expect(await new Student(again.db).card('p0/a')).toEqual(expected);
	});

	it('is told as removed where what is kept cannot be read, which stays as it is', async () => {
		const student = await studied();
		const bytes = new Blob(['no backup']);
		await keepSpare(student.db.name, 'whole', bytes);
		await student.db.delete();
		for (const visit of ['next', 'after that']) {
			const again = await opened(student.db.name);
			expect(again.state, visit).toBe('removed');
		}
		const [kept] = await readSpare(student.db.name);
		expect(await kept?.text()).toBe('no backup');
	});

	it('is brought back also where the person begins anew, as the screen of an open page offers', async () => {
		const student = await studied();
		await keepSince(student);
		await student.db.delete();
		const { moment } = student;
		const anew = await openAs(student.db.name, {
			...{ beginAnew: true, momentOf: (dev) => ({ ...moment, dev }) },
		});
		expect(anew).toMatchObject({ state: 'ready', fresh: false, back: { reviews: 1 } });
	});
});

describe('exportSince', () => {
	it('is nothing where nothing was written, and says where only a copy of everything will do', async () => {
		const student = await studied();
		await positionNewCards(student.db, 'catalog', ['p1/c', 'p1/b'], { drills: false });
		const first = await exportSince(student.db, 0, student.moment);
		expect(first?.wholesale).toBe(true);
		expect(await exportSince(student.db, first?.seq ?? 0, student.moment)).toBeUndefined();
		await student.answer('p0/b', 3);
		const then = await exportSince(student.db, first?.seq ?? 0, student.moment);
		expect(then).toMatchObject({ wholesale: false, seq: await lastChange(student.db) });
	});
});
