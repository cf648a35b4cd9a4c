import { describe, expect, it } from 'vitest';
import { exactDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { catalogOf, openReady, Student } from '../../../tests/support/student.ts';
import { drillCards } from './attempts.ts';
import { CATALOG_DECK, positionNewCards, takeInLibrary } from './catalog-rows.ts';
import { queueCandidates } from './cards.ts';
import { checkDatabase } from './check.ts';
import { todayCounts } from './counts.ts';
import { drillsTakenIn, takeInDrills } from './drill-rows.ts';
import type { OnsiteDb } from './schema.ts';

const drill = (id: string, retired = false) => ({ id, retired });
const THREE = [drill('b'), drill('a'), drill('c')];

async function begun(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(7);
	await takeInDrills(student.db, 'one', THREE);
	return student;
}

async function freshIds(db: OnsiteDb): Promise<string[]> {
	const options = { newLimit: 100, order: 'due-random' as const };
	const { fresh } = await queueCandidates(db, CATALOG_DECK, { day: 0 }, options);
	return fresh.map(({ id }) => id);
}

const fresh = async (db: OnsiteDb) => (await todayCounts(db, CATALOG_DECK, 1)).fresh;

describe('taking in drills', () => {
	it('holds them apart: they are in no queue and in no count', async () => {
		const { db } = await begun();
		expect(await drillsTakenIn(db)).toBe('one');
		expect(await drillCards(db)).toHaveLength(3);
		expect(await freshIds(db)).toHaveLength(21);
		expect(await fresh(db)).toBe(21);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('does nothing for the file that was taken in last', async () => {
		const { db } = await begun();
		const before = await exactDump(db);
		expect(await takeInDrills(db, 'one', [drill('z')])).toBe(false);
		expect(firstDifference(await exactDump(db), before)).toBe('');
	});

	it('hides what has left with its history, and shows it when it is back; cards come and go beside it', async () => {
		const student = await begun();
		const { db } = student;
		await student.drill('a', 3);
		expect(await takeInDrills(db, 'two', [drill('b')])).toBe(false);
		expect((await drillCards(db)).map(({ id }) => id)).toEqual(['drill/b']);
		await takeInLibrary(db, catalogOf(2), new Map());
		expect((await drillCards(db)).map(({ id }) => id)).toEqual(['drill/b']);
		expect(await takeInDrills(db, 'three', [...THREE, drill('d')])).toBe(true);
		expect(await drillCards(db)).toHaveLength(4);
		expect(await student.card('drill/a')).toMatchObject({ phase: 'learning' });
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('goes on with a retired drill only where it was begun', async () => {
		const student = await begun();
		await student.drill('a', 3);
		await takeInDrills(student.db, 'two', [drill('a', true), drill('b', true), drill('n', true)]);
		expect((await drillCards(student.db)).map(({ id }) => id)).toEqual(['drill/a']);
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});

describe('letting drills in', () => {
	it('puts one behind every nine new cards, in their order, those begun left out', async () => {
		const student = await begun();
		const { db } = student;
		await student.drill('b', 3);
		await student.answer('p0/a', 3);
		await positionNewCards(db, CATALOG_DECK, [], { drills: true });
		const ids = await freshIds(db);
		expect(ids).toHaveLength(22);
		expect(ids[9]).toBe('drill/a');
		expect(ids[19]).toBe('drill/c');
		expect(await fresh(db)).toBe(22);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('is taken back: they wait apart again, and the cards keep their order', async () => {
		const { db } = await begun();
		const before = await freshIds(db);
		await positionNewCards(db, CATALOG_DECK, [], { drills: true });
		await positionNewCards(db, CATALOG_DECK, [], { drills: false });
		expect(await freshIds(db)).toEqual(before);
		expect(await fresh(db)).toBe(21);
		expect(await checkDatabase(db)).toEqual([]);
	});
});
