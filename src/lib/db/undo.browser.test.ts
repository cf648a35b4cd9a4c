import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { checkDatabase } from './check.ts';
import { commitAct } from './act.ts';
import { sealHistory } from './history.ts';
import type { Grade } from '../scheduler/review.ts';

async function reopen(student: Student): Promise<void> {
	const { name } = student.db;
	student.db.close();
	student.db = await openReady(name);
}

async function studentWith(patterns: number): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(patterns);
	return student;
}

describe('undo and redo', () => {
	it('thirty acts back and forth, reopening between, end where they began', async () => {
		const student = await studentWith(4);
		await student.answer('p3/a', 4);
		student.t += 3 * DAY;
		await student.answer('p3/b', 2);
		const start = await canonicalDump(student.db);
		const steps: string[] = [];
		const remember = async () => steps.push(await canonicalDump(student.db));
		for (let turn = 0; turn < 5; turn += 1) {
			await student.answer(`p${turn % 3}/a`, ((turn % 4) + 1) as Grade, ['p0/c']);
			await remember();
			await student.answer('p3/a', 1);
			await remember();
			await student.mark('p1/b', { suspended: turn % 2 === 0, flag: 3 });
			await remember();
			await student.answer('p2/b', 3);
			await remember();
			if (turn % 2) await student.forget('p2/b');
			else await student.reschedule('p2/b', 9);
			await remember();
			const edits = [{ kind: 'note' as const, id: 'p0/a', fields: { front: `Why ${turn}?` } }];
			await commitAct(student.db, { name: 'Edit', edits, moment: student.moment });
			await remember();
		}
		expect(steps).toHaveLength(30);
		for (let at = 29; at >= 0; at -= 1) {
			if (at % 7 === 0) await reopen(student);
			expect(await student.undo(), `undo ${at}`).toBeDefined();
			const expected = at === 0 ? start : (steps[at - 1] ?? '');
			expect(firstDifference(await canonicalDump(student.db), expected), `undo ${at}`).toBe('');
		}
		for (let at = 0; at < 30; at += 1) {
			if (at % 7 === 0) await reopen(student);
			expect(await student.redo(), `redo ${at}`).toBeDefined();
			expect(firstDifference(await canonicalDump(student.db), steps[at] ?? ''), `redo ${at}`).toBe(
				'',
			);
		}
		expect(await student.redo()).toBeUndefined();
		expect(await checkDatabase(student.db)).toEqual([]);
	}, 60_000);

	it('says what it has undone and done again', async () => {
		const student = await studentWith(1);
		expect(await student.undo()).toBeUndefined();
		const { review } = await student.answer('p0/a', 3, ['p0/b']);
		const undone = { name: 'Good', cardIds: ['p0/a', 'p0/b'], reviewIds: [review.id] };
		expect(await student.redo()).toBeUndefined();
		expect(await student.undo()).toEqual(undone);
		expect(await student.undo()).toBeUndefined();
		expect(await student.redo()).toEqual(undone);
		expect(await student.redo()).toBeUndefined();
	});

	it('forgets what could be redone once something new is done', async () => {
		const student = await studentWith(1);
		await student.answer('p0/a', 3);
		await student.undo();
		await student.answer('p0/b', 3);
		expect(await student.redo()).toBeUndefined();
		expect(await student.undo()).toMatchObject({ cardIds: ['p0/b'] });
		expect(await student.redo()).toMatchObject({ cardIds: ['p0/b'] });
		expect(await student.redo()).toBeUndefined();
	});

	it('ends with the study day', async () => {
		const student = await studentWith(1);
		await student.answer('p0/a', 3);
		student.t += DAY;
		expect(await student.undo()).toBeUndefined();
		expect(await student.db.reviews.count()).toBe(1);
	});

	it('keeps the review as a fact and only marks it', async () => {
		const student = await studentWith(1);
		const { review } = await student.answer('p0/a', 3);
		await student.undo();
		expect(await student.db.reviews.get(review.id)).toEqual(review);
		expect(await student.db.records.get(['void', review.id])).toMatchObject({
			fields: { void: true },
		});
	});

	it('rebuilds from the log where the card has moved since', async () => {
		const student = await studentWith(1);
		await student.answer('p0/a', 3);
		await student.answer('p0/a', 3);
		const row = await student.db.cards.get('p0/a');
		// As after a merge of another device's log: the stored state is no longer what the act left.
		await student.db.cards.put({ ...row!, stability: 99 });
		await student.undo();
		expect(await checkDatabase(student.db)).toEqual([]);
		expect(await student.card('p0/a')).toMatchObject({ reps: 1 });
		await student.redo();
		expect(await checkDatabase(student.db)).toEqual([]);
		expect(await student.card('p0/a')).toMatchObject({ reps: 2 });
	});

	it('works on reviews that were sealed meanwhile', async () => {
		const student = await studentWith(1);
		await student.answer('p0/a', 3);
		const { review } = await student.answer('p0/a', 3);
		const before = await canonicalDump(student.db);
		expect(await sealHistory(student.db, review.day + 1, 1)).toBe(2);
		expect(await student.db.reviews.count()).toBe(0);
		expect(firstDifference(await canonicalDump(student.db), before)).toBe('');
		await student.undo();
		expect(await checkDatabase(student.db)).toEqual([]);
		await student.redo();
		expect(firstDifference(await canonicalDump(student.db), before)).toBe('');
	});

	it('leaves alone a mark that was changed after the act', async () => {
		const student = await studentWith(1);
		await student.mark('p0/a', { flag: 1 });
		const other = new Student(student.db, 'dev-b', student.t + 60_000);
		await other.mark('p0/a', { flag: 2 });
		const last = await student.db.actions.toCollection().last();
		await student.db.actions.delete(last?.seq ?? -1);
		await student.undo();
		expect(await student.card('p0/a')).toMatchObject({ flag: 2 });
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});
