import { describe, expect, it } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { commitAnswer } from './act.ts';
import { checkDatabase } from './check.ts';
import { replaySpilled, spillAnswer, spilledAnswer, type SpillStorage } from './spill.ts';

function memoryStorage(): SpillStorage {
	const items = new Map<string, string>();
	return {
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value),
		removeItem: (key) => void items.delete(key),
	};
}

async function studentWithCards(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(1);
	return student;
}

describe('an answer put aside', () => {
	it('is saved once', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		const answer = await student.prepare('p0/a', 3, ['p0/b']);
		expect(spillAnswer(storage, answer)).toBe(true);
		expect(spilledAnswer(storage)).toEqual(answer);
		expect(await replaySpilled(student.db, storage)).toBe('saved');
		expect(await replaySpilled(student.db, storage)).toBe('none');
		expect(await student.db.reviews.count()).toBe(1);
		expect(await student.card('p0/a')).toEqual(answer.after);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is not saved again where the write had gone through after all', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		const answer = await student.prepare('p0/a', 3);
		spillAnswer(storage, answer);
		await commitAnswer(student.db, answer);
		expect(await replaySpilled(student.db, storage)).toBe('known');
		expect(await student.db.reviews.count()).toBe(1);
		expect(spilledAnswer(storage)).toBeUndefined();
	});

	it('gives way to an answer that came first', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		spillAnswer(storage, await student.prepare('p0/a', 3));
		await student.answer('p0/a', 1);
		expect(await replaySpilled(student.db, storage)).toBe('conflict');
		expect(await student.db.reviews.count()).toBe(1);
	});

	it('stays aside while saving fails', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		spillAnswer(storage, await student.prepare('p0/a', 3));
		const { error } = await withFailingWrite(2, 'quota', () => replaySpilled(student.db, storage));
		expect(error).toMatchObject({ kind: 'storage-full' });
		expect(await replaySpilled(student.db, storage)).toBe('saved');
	});

	it('is not believed where it cannot be read', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		for (const text of ['', '{', '[]', '{"review": 1}', 'null']) {
			storage.setItem('onsite-answer-aside', text);
			expect(await replaySpilled(student.db, storage)).toBe('none');
		}
	});

	it('is told where that storage is full', async () => {
		const student = await studentWithCards();
		const full: SpillStorage = {
			...memoryStorage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		};
		expect(spillAnswer(full, await student.prepare('p0/a', 3))).toBe(false);
	});
});
