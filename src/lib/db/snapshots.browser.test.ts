import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { exportBackup } from './backup.ts';
import { checkDatabase, repairDatabase } from './check.ts';
import { restoreBackup } from './restore.ts';
import { inTurn, keepSpare, readSpare } from './spare-store.ts';
import { listSnapshots, readSnapshot, takeSnapshot } from './snapshots.ts';

async function studied(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(2);
	await student.answer('p0/a', 3);
	return student;
}

describe('takeSnapshot', () => {
	it('takes a copy only where something changed', async () => {
		const student = await studied();
		expect(await takeSnapshot(student.db, 'daily', student.moment)).toMatchObject({
			...{ reason: 'daily', t: student.t, day: student.moment.day, type: 'application/gzip' },
		});
		expect(await takeSnapshot(student.db, 'daily', student.moment)).toBeUndefined();
		await student.mark('p0/a', { flag: 1 });
		expect(await takeSnapshot(student.db, 'daily', student.moment)).toBeDefined();
		expect(await listSnapshots(student.db.name)).toHaveLength(2);
	});

	it('makes a copy that brings everything back', async () => {
		const student = await studied();
		const info = await takeSnapshot(student.db, 'daily', student.moment);
		const file = await readSnapshot(student.db.name, info?.id ?? -1);
		const fresh = await openReady();
		await restoreBackup(fresh, file ?? new Blob(), { mode: 'merge', moment: student.moment });
		const expected = await canonicalDump(student.db, true);
		expect(firstDifference(await canonicalDump(fresh, true), expected)).toBe('');
	});

	it('puts no older copy beside the database than a page has put there meanwhile', async () => {
		const student = await studied();
		const { db, moment } = student;
		let copying: Promise<unknown> = Promise.resolve();
		// What the page keeps takes so long that another answer is in it.
		await inTurn(db.name, async () => {
			copying = takeSnapshot(db, 'daily', moment);
			await student.answer('p0/b', 3);
			await keepSpare(db.name, 'whole', await exportBackup(db, moment, { media: false }));
		});
		await copying;
		const fresh = await openReady();
		for (const file of await readSpare(db.name)) {
			await restoreBackup(fresh, file, { mode: 'merge', moment });
		}
		expect(await fresh.reviews.count()).toBe(2);
	});

	it('keeps 14 at most over months', async () => {
		const student = await studied();
		for (let day = 0; day < 60; day += 1) {
			student.t += DAY;
			await student.mark('p0/b', { flag: day % 2 ? 1 : 2 });
			await takeSnapshot(student.db, 'daily', student.moment);
		}
		const copies = await listSnapshots(student.db.name);
		expect(copies.length).toBeLessThanOrEqual(14);
		expect(copies[0]?.day).toBe(student.moment.day);
		for (const { id } of copies) expect(await readSnapshot(student.db.name, id)).toBeDefined();
	});

	it('keeps the old copies when a write fails, and tries again the next time', async () => {
		const student = await studied();
		await takeSnapshot(student.db, 'daily', student.moment);
		const before = await listSnapshots(student.db.name);
		await student.mark('p0/b', { flag: 1 });
		for (const n of [1, 2]) {
			const { error } = await withFailingWrite(n, 'quota', () =>
				takeSnapshot(student.db, 'daily', student.moment),
			);
			expect(error).toMatchObject({ kind: 'storage-full' });
			expect(await listSnapshots(student.db.name)).toEqual(before);
		}
		expect(await takeSnapshot(student.db, 'daily', student.moment)).toBeDefined();
	});
});

describe('checkDatabase and repairDatabase', () => {
	it('find every cache that is not as the truth says, in words, and mend it', async () => {
		const student = await studied();
		const { db } = student;
		await student.mark('p0/b', { flag: 4 });
		const expected = await canonicalDump(db);
		const row = await db.cards.get('p0/a');
		const flagged = await db.cards.get('p0/b');
		const due = { deckId: 'catalog', day: 5, cards: 2 };
		await db.cards.bulkPut([
			{ ...row!, stability: 77, queue: 2, order: 1 },
			{ ...flagged!, flag: 0 },
		]);
		await db.days.clear();
		await db.dueCounts.add(due);
		await db.totals.put({ ...(await db.totals.get('catalog'))!, new: 1_000 });
		const findings = await checkDatabase(db);
		const kinds = findings.map(({ kind }) => kind).sort();
		expect(kinds).toEqual(['days', 'due', 'marks', 'memory', 'queue', 'totals']);
		const memory = findings.find(({ kind }) => kind === 'memory');
		expect(memory).toMatchObject({ cardIds: ['p0/a'] });
		expect(memory?.text).toMatch(/Stability is 77/);
		expect(await repairDatabase(db, student.moment)).toEqual(findings);
		expect(await checkDatabase(db)).toEqual([]);
		expect(firstDifference(await canonicalDump(db), expected)).toBe('');
		expect(await listSnapshots(db.name)).toMatchObject([{ reason: 'before-repair' }]);
	});

	it('find answers of a card that is missing, and bring it back hidden', async () => {
		const student = await studied();
		await student.db.cards.delete('p0/a');
		const findings = await checkDatabase(student.db);
		expect(findings).toContainEqual(expect.objectContaining({ kind: 'orphan', cardIds: ['p0/a'] }));
		await repairDatabase(student.db, student.moment);
		expect(await checkDatabase(student.db)).toEqual([]);
		expect(await student.db.cards.get('p0/a')).toMatchObject({ gone: true, noteId: 'p0', reps: 1 });
	});
});
