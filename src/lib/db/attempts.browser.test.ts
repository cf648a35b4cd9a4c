import { describe, expect, it } from 'vitest';
import { exactDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { commitAnswer } from './act.ts';
import { allAttempts, attemptsOf, attemptsSince, commitPractice, drillCards } from './attempts.ts';
import { checkDatabase } from './check.ts';
import { reviewsOfCard } from './history.ts';

async function drilled(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeInDrills('feed', 'cdn');
	return student;
}

describe('an attempt at a drill', () => {
	it('is stored whole with the review that grades it', async () => {
		const student = await drilled();
		const attempt = await student.drill('feed', 3);
		expect(await allAttempts(student.db)).toEqual([attempt]);
		expect(await reviewsOfCard(student.db, 'drill/feed')).toMatchObject([
			{ id: attempt.reviewId, grade: 3, kind: 'learn' },
		]);
		expect(await student.db.outbox.toArray()).toContainEqual(
			expect.objectContaining({ what: 'attempt', id: attempt.id }),
		);
		expect(await student.card('drill/feed')).toMatchObject({ phase: 'learning', reps: 1 });
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is undone and done again with its review', async () => {
		const student = await drilled();
		const attempt = await student.drill('feed', 1);
		await commitPractice(student.db, student.attempt('feed'));
		await student.undo();
		expect(await attemptsOf(student.db, 'feed')).toMatchObject([{ void: true }, { drill: 'feed' }]);
		expect((await attemptsOf(student.db, 'feed'))[1]).not.toHaveProperty('void');
		expect(await student.card('drill/feed')).toMatchObject({ phase: 'new', reps: 0 });
		await student.redo();
		expect((await allAttempts(student.db))[0]).toEqual(attempt);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is not stored without its grade, nor the grade without it', async () => {
		for (let n = 1; ; n += 1) {
			const student = await drilled();
			const answer = await student.prepare('drill/feed', 3);
			const attempt = student.attempt('feed', answer.review.id);
			const before = await exactDump(student.db);
			const { reached, error } = await withFailingWrite(n, 'abort', () =>
				commitAnswer(student.db, { ...answer, attempt }),
			);
			if (!reached) break;
			expect(error).toBeInstanceOf(Error);
			expect(firstDifference(await exactDump(student.db), before)).toBe('');
			expect(n).toBeLessThan(30);
		}
	});

	it('is found by drill and by day', async () => {
		const student = await drilled();
		const first = await student.drill('feed', 3);
		student.t += DAY;
		const second = await student.drill('cdn', 3);
		expect(await attemptsOf(student.db, 'feed')).toEqual([first]);
		expect(await attemptsSince(student.db, second.day)).toEqual([second]);
	});
});

describe('drillCards', () => {
	it('gives the cards of drills and no others', async () => {
		const student = await drilled();
		await student.takeIn(2);
		const ids = (await drillCards(student.db)).map(({ id }) => id);
		expect(ids).toEqual(['drill/cdn', 'drill/feed']);
	});
});
