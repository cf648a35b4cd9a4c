import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { catalogOf, openReady, Student } from '../../../tests/support/student.ts';
import { cardsOfNote, queueCandidates } from './cards.ts';
import { CATALOG_DECK, positionNewCards, takeInLibrary } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';

const order = { day: 0 };
const options = { newLimit: 100, order: 'due-random' as const };

async function freshIds(student: Student): Promise<string[]> {
	const { fresh } = await queueCandidates(student.db, CATALOG_DECK, order, options);
	return fresh.map(({ id }) => id);
}

describe('takeInLibrary', () => {
	it('adds a row for every card, ordered by position, others behind', async () => {
		const student = new Student(await openReady());
		const positions = new Map([
			['p1/b', 0],
			['p0/c', 1],
		]);
		const done = await takeInLibrary(student.db, catalogOf(2), positions);
		expect(done).toEqual({ added: 6, hidden: 0, shown: 0 });
		expect(await freshIds(student)).toEqual(['p1/b', 'p0/c', 'p0/a', 'p0/b', 'p1/a', 'p1/c']);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('does nothing where the version is the one taken in last', async () => {
		const student = new Student(await openReady());
		await student.takeIn(1);
		const before = await exactDump(student.db);
		const done = await takeInLibrary(student.db, catalogOf(9, 'v1'), new Map());
		expect(done).toEqual({ added: 0, hidden: 0, shown: 0 });
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});

	it('hides what has left the catalog, keeps its history, and shows it when it is back', async () => {
		const student = new Student(await openReady());
		await student.takeIn(2);
		await student.answer('p1/a', 4);
		const before = await canonicalDump(student.db);
		const gone = await takeInLibrary(student.db, catalogOf(1), new Map());
		expect(gone).toEqual({ added: 0, hidden: 3, shown: 0 });
		expect(await freshIds(student)).toEqual(['p0/a', 'p0/b', 'p0/c']);
		expect(await cardsOfNote(student.db, 'p1')).toEqual([]);
		expect(await checkDatabase(student.db)).toEqual([]);
		const back = await takeInLibrary(student.db, catalogOf(2), new Map());
		expect(back).toEqual({ added: 0, hidden: 0, shown: 3 });
		expect(firstDifference(await canonicalDump(student.db), before)).toBe('');
	});
});

describe('positionNewCards', () => {
	it('puts new cards in this order and leaves the others as they are', async () => {
		const student = new Student(await openReady());
		await student.takeIn(2);
		await student.answer('p0/b', 3);
		const order = ['p1/c', 'p0/b', 'nothing', 'p0/c', 'p1/c'];
		await positionNewCards(student.db, CATALOG_DECK, order, { drills: false });
		expect(await freshIds(student)).toEqual(['p1/c', 'p0/c', 'p0/a', 'p1/a', 'p1/b']);
		expect(await student.card('p0/b')).toMatchObject({ position: 1, phase: 'learning' });
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});
