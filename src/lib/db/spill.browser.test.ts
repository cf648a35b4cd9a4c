import { describe, expect, it } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { commitAnswer } from './act.ts';
import { checkDatabase } from './check.ts';
import { replaySpilled } from './replay-spilled.ts';
import { spillAnswer, spilledAnswers, type SpillStorage } from './spill.ts';

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

describe('answers put aside', () => {
	it('are saved once, in the order in which they were given', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		const first = await student.prepare('p0/a', 3, ['p0/b']);
		const second = await student.prepare('p0/c', 1);
		for (const answer of [first, second]) expect(spillAnswer(storage, answer)).toBe(true);
		expect(spilledAnswers(storage)).toEqual([first, second]);
		expect(await replaySpilled(student.db, storage)).toBe(2);
		expect(await replaySpilled(student.db, storage)).toBe(0);
		expect(await student.db.reviews.count()).toBe(2);
		expect(await student.card('p0/a')).toEqual(first.after);
		expect(await student.card('p0/c')).toEqual(second.after);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('are not saved again where the write had gone through after all', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		const answer = await student.prepare('p0/a', 3);
		spillAnswer(storage, answer);
		await commitAnswer(student.db, answer);
		expect(await replaySpilled(student.db, storage)).toBe(0);
		expect(await student.db.reviews.count()).toBe(1);
		expect(spilledAnswers(storage)).toEqual([]);
	});

	it('give way to an answer that came first, and hold up none behind them', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		spillAnswer(storage, await student.prepare('p0/a', 3));
		spillAnswer(storage, await student.prepare('p0/b', 3));
		await student.answer('p0/a', 1);
		expect(await replaySpilled(student.db, storage)).toBe(1);
		expect((await student.db.reviews.toArray()).map(({ grade }) => grade).sort()).toEqual([1, 3]);
		expect(spilledAnswers(storage)).toEqual([]);
	});

	it('hold the last word where the same card was answered again', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		spillAnswer(storage, await student.prepare('p0/a', 1));
		spillAnswer(storage, await student.prepare('p0/a', 4));
		expect(await replaySpilled(student.db, storage)).toBe(1);
		expect((await student.db.reviews.toArray()).map(({ grade }) => grade)).toEqual([4]);
	});

	it('stay aside while saving fails', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		spillAnswer(storage, await student.prepare('p0/a', 3));
		spillAnswer(storage, await student.prepare('p0/b', 3));
		const { error } = await withFailingWrite(2, 'quota', () => replaySpilled(student.db, storage));
		expect(error).toMatchObject({ kind: 'storage-full' });
		expect(spilledAnswers(storage)).toHaveLength(2);
		expect(await replaySpilled(student.db, storage)).toBe(2);
	});

	it('are not believed where they cannot be read', async () => {
		const [student, storage] = [await studentWithCards(), memoryStorage()];
		const sound = await student.prepare('p0/a', 3);
		const unsound = { ...sound, review: { ...sound.review, id: 'x' } };
		for (const text of ['', '{', '{}', '[{"review": 1}]', 'null', JSON.stringify([unsound])]) {
			storage.setItem('onsite-answers-aside', text);
			expect(await replaySpilled(student.db, storage), text).toBe(0);
		}
	});

	it('are told where that storage is full', async () => {
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
