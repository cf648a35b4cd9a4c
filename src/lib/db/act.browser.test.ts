import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite, type Failure } from '../../../tests/support/failing-store.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { commitAct, commitAnswer } from './act.ts';
import { checkDatabase } from './check.ts';
import { ConflictError, DbError } from './db-error.ts';

async function studentWith(patterns: number): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(patterns);
	return student;
}

describe('commitAnswer', () => {
	it('writes review, card, counters, outbox and action together', async () => {
		const student = await studentWith(1);
		const { review, after } = await student.answer('p0/a', 3, ['p0/b']);
		const { db } = student;
		expect(await db.reviews.get(review.id)).toEqual(review);
		expect(await student.card('p0/a')).toEqual(after);
		expect(await student.card('p0/b')).toMatchObject({ buriedOn: review.day, buriedBy: 'sibling' });
		expect(await db.days.toArray()).toMatchObject([{ answers: 1, news: 1, learn: 1, ms: 4_000 }]);
		expect(await db.totals.get('catalog')).toMatchObject({ new: 1, intraday: 1, buried: 1 });
		expect(await db.outbox.toArray()).toMatchObject([
			{ what: 'record', kind: 'mark', id: 'p0/b' },
			{ what: 'review', id: review.id },
		]);
		expect(await db.actions.toArray()).toMatchObject([{ name: 'Good', reviewIds: [review.id] }]);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('asks for strict durability', async () => {
		const asked: (string | undefined)[] = [];
		const proto = IDBDatabase.prototype;
		const { transaction } = proto;
		proto.transaction = function (stores, mode, options) {
			if (mode === 'readwrite') asked.push(options?.durability);
			return transaction.call(this, stores, mode, options);
		};
		try {
			const student = await studentWith(1);
			asked.length = 0;
			await student.answer('p0/a', 3);
		} finally {
			proto.transaction = transaction;
		}
		expect(asked).toEqual(['strict']);
	});

	it('refuses a second answer to a card that has moved on, and hands back the newer card', async () => {
		const one = await studentWith(1);
		const two = new Student(await openReady(one.db.name), 'dev-b', one.t + 5);
		const [first, second] = [await one.prepare('p0/a', 3), await two.prepare('p0/a', 1)];
		const outcomes = await Promise.allSettled([
			commitAnswer(one.db, first),
			commitAnswer(two.db, second),
		]);
		const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(lost).toHaveLength(1);
		const error: unknown = lost[0]?.reason;
		expect(error).toBeInstanceOf(ConflictError);
		expect((error as ConflictError).card).toEqual(await one.card('p0/a'));
		expect(await one.db.reviews.count()).toBe(1);
		expect(await checkDatabase(one.db)).toEqual([]);
	});

	it('keeps the log in order when the clock is set back by ten years', async () => {
		const student = await studentWith(1);
		await student.answer('p0/a', 3);
		await student.answer('p0/a', 3);
		student.t -= 3_652 * DAY;
		const { review } = await student.answer('p0/a', 3);
		const { lastReview, lastEntryT } = await student.card('p0/a');
		expect(lastReview).toBe(review.id);
		expect(lastEntryT).toBe(review.t);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('that changes nothing leaves nothing to undo', async () => {
		const student = await studentWith(1);
		await student.mark('p0/a', { flag: 1 });
		await student.mark('p0/a', { flag: 1 });
		expect(await student.db.actions.count()).toBe(1);
		await student.undo();
		expect(await student.card('p0/a')).toMatchObject({ flag: 0 });
		expect(await student.undo()).toBeUndefined();
	});

	it('refuses a review that could not be stored for good', async () => {
		const student = await studentWith(1);
		const answer = await student.prepare('p0/a', 3);
		const before = await exactDump(student.db);
		const damaged = { ...answer, review: { ...answer.review, duration: NaN } };
		await expect(commitAnswer(student.db, damaged)).rejects.toThrow(/not a finite number/);
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});
});

describe('a write that fails at any call', () => {
	const failures: [Failure, string][] = [
		['throw', 'unexpected'],
		['quota', 'storage-full'],
		['abort', 'storage-full'],
	];
	const acts: [string, (student: Student) => Promise<unknown>][] = [
		['an answer that buries a sibling', (student) => student.answer('p0/a', 3, ['p0/c'])],
		['a mark', (student) => student.mark('p0/b', { suspended: true, flag: 3 })],
		['a reset', (student) => student.forget('p1/a')],
		['an undo', (student) => student.undo()],
		[
			'an edit',
			({ db, moment }) => {
				const edits = [{ kind: 'note' as const, id: 'p0/a', fields: { front: 'Why?' } }];
				return commitAct(db, { name: 'Edit', edits, moment });
			},
		],
	];
	for (const [failure, kind] of failures) {
		it.each(acts)(`changes nothing and says ${kind} (${failure}): %s`, async (_name, act) => {
			const student = await studentWith(2);
			await student.answer('p1/a', 3, ['p1/b']);
			const before = await exactDump(student.db);
			let n = 1;
			for (;;) {
				const { reached, error } = await withFailingWrite(n, failure, () => act(student));
				if (!reached) break;
				expect(error, `at write ${n}`).toBeInstanceOf(DbError);
				expect((error as DbError).kind, `at write ${n}`).toBe(kind);
				expect(firstDifference(await exactDump(student.db), before), `at write ${n}`).toBe('');
				n += 1;
			}
			expect(n).toBeGreaterThan(4);
			expect(firstDifference(await exactDump(student.db), before)).not.toBe('');
			expect(await checkDatabase(student.db)).toEqual([]);
			expect(await canonicalDump(student.db)).toContain('p1/a');
		});
	}
});

describe('an act of many entries', () => {
	it('is one transaction to its end', async () => {
		const student = await studentWith(60);
		const { db, moment } = student;
		const before = await canonicalDump(db);
		const ids = await db.cards.toCollection().primaryKeys();
		const entries = await Promise.all(ids.map((id) => student.prepare(id, 3)));
		expect(entries).toHaveLength(180);
		const seq = await commitAct(db, { name: 'Move', entries, moment });
		expect(seq).toBeDefined();
		expect(await db.reviews.count()).toBe(180);
		expect(await checkDatabase(db)).toEqual([]);
		await student.undo();
		expect(firstDifference(await canonicalDump(db), before)).toBe('');
	});
});
