import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { catalogOf, DAY, openReady, Student } from '../../../tests/support/student.ts';
import { ownCardId } from '../content/own-note.ts';
import type { CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET, parametersId } from '../scheduler/default-preset.ts';
import { exportBackup } from './backup.ts';
import { queueCandidates } from './cards.ts';
import { CATALOG_DECK, positionNewCards, takeInLibrary } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';
import { todayCounts } from './counts.ts';
import { reviewsOfCard } from './history.ts';
import { openMiss, readMisses } from './card-misses.ts';
import { makeMissesDue } from './misses.ts';
import { readOverlay } from './notes.ts';
import { addOwnCard, ownCardsOf } from './own-cards.ts';
import { restoreBackup } from './restore.ts';
import type { OnsiteDb } from './schema.ts';

const CHAT = { interview: 'i1', title: 'Design a chat system' };

/** Patterns p0 and p1 were begun: p0/a is due in days, p1/a in a step of today; p2 and p3 are new. */
async function studied(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(4);
	await student.answer('p0/a', 4);
	student.t += DAY;
	await student.answer('p1/a', 3);
	await student.mark('p1/c', { suspended: true });
	return student;
}

function miss(student: Student, ...ids: string[]) {
	const misses = ids.map((cardId, k) => ({ ...CHAT, cardId, at: 1_900_000 + k }));
	return makeMissesDue(
		student.db,
		misses,
		{
			now: student.now,
			params: parametersId(DEFAULT_PRESET.weights),
			newId: () => student.newId(),
		},
		student.moment,
	);
}

async function missOf(db: OnsiteDb, card: CardState) {
	return openMiss(await readMisses(db), card);
}

async function candidates(student: Student) {
	const options = { newLimit: 20, order: DEFAULT_PRESET.reviewOrder };
	const found = await queueCandidates(student.db, CATALOG_DECK, student.moment, options);
	const ids = (cards: { id: string }[]) => cards.map(({ id }) => id);
	return { due: ids(found.reviews), fresh: ids(found.fresh), steps: ids(found.learning) };
}

describe('makeMissesDue', () => {
	it('brings a card to today by an entry that leaves its memory alone', async () => {
		const student = await studied();
		const before = await student.card('p0/a');
		expect(before.due).toBeGreaterThan(student.moment.day);
		expect(await miss(student, 'p0/a')).toMatchObject({ due: ['p0/a'], next: [] });
		const after = await student.card('p0/a');
		expect(after).toEqual({
			...before,
			due: student.moment.day,
			...{ lastReview: after.lastReview, lastEntryT: after.lastEntryT },
		});
		expect((await candidates(student)).due).toEqual(['p0/a']);
		expect((await reviewsOfCard(student.db, 'p0/a')).at(-1)).toMatchObject({
			...{ kind: 'reschedule', grade: 0, next: 0 },
		});
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('makes no entry for a card that is due or in a step already, and remembers the miss', async () => {
		const student = await studied();
		const before = await student.card('p1/a');
		expect(await miss(student, 'p1/a')).toMatchObject({ due: ['p1/a'] });
		expect(await student.card('p1/a')).toEqual(before);
		expect(await missOf(student.db, before)).toEqual({ ...CHAT, at: 1_900_000 });
	});

	it('puts new cards first, the card that lays the ground before them where none was begun', async () => {
		const student = await studied();
		const made = await miss(student, 'p2/c', 'p0/c', 'p2/b', 'p3/a');
		expect(made).toMatchObject({
			...{ next: ['p2/c', 'p0/c', 'p2/b', 'p3/a'], introduced: ['p2/a'] },
		});
		const order = ['p2/a', 'p2/c', 'p0/c', 'p2/b', 'p3/a', 'p0/b', 'p1/b', 'p3/b', 'p3/c'];
		expect((await candidates(student)).fresh).toEqual(order);
		student.t += 60_000;
		await miss(student, 'p3/c');
		expect((await candidates(student)).fresh.slice(0, 3)).toEqual(['p3/a', 'p3/c', 'p2/a']);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('holds its place when new cards are put in order', async () => {
		const student = await studied();
		await miss(student, 'p3/a');
		const ids = ['p0/b', 'p2/a', 'p3/a'];
		await positionNewCards(student.db, CATALOG_DECK, ids, { drills: false });
		expect((await candidates(student)).fresh.slice(0, 3)).toEqual(['p3/a', 'p0/b', 'p2/a']);
	});

	it('names what is suspended, put off or unknown, and touches none of it', async () => {
		const student = await studied();
		await student.mark('p0/b', { buriedOn: student.moment.day, buriedBy: 'sibling' });
		const before = await student.card('p1/c');
		expect(await miss(student, 'p1/c', 'p0/b', 'nowhere/x')).toMatchObject({
			...{ suspended: ['p1/c'], buried: ['p0/b'], unknown: ['nowhere/x'] },
		});
		expect(await student.card('p1/c')).toEqual(before);
		expect(await missOf(student.db, before)).toBeUndefined();
	});

	it('is one act to undo and to do again', async () => {
		const student = await studied();
		const before = await canonicalDump(student.db);
		await miss(student, 'p0/a', 'p1/a', 'p2/c', 'p1/c');
		const after = await canonicalDump(student.db);
		expect(await student.undo()).toMatchObject({ name: 'Make misses due' });
		expect(firstDifference(await canonicalDump(student.db), before)).toBe('');
		expect(await missOf(student.db, await student.card('p0/a'))).toBeUndefined();
		await student.redo();
		expect(firstDifference(await canonicalDump(student.db), after)).toBe('');
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is done whole or not at all', async () => {
		for (let n = 1; ; n += 1) {
			const student = await studied();
			const before = await exactDump(student.db);
			const { reached, error } = await withFailingWrite(n, 'quota', () =>
				miss(student, 'p0/a', 'p2/c'),
			);
			if (!reached) break;
			expect(error).toMatchObject({ kind: 'storage-full' });
			expect(firstDifference(await exactDump(student.db), before), `write ${n}`).toBe('');
			expect(n).toBeLessThan(40);
		}
	});

	it('travels in a backup', async () => {
		const student = await studied();
		await miss(student, 'p0/a', 'p2/c');
		const fresh = new Student(await openReady(), 'dev-b', student.t);
		const file = await exportBackup(student.db, student.moment);
		await restoreBackup(fresh.db, file, { mode: 'merge', moment: fresh.moment });
		expect(await candidates(fresh)).toEqual(await candidates(student));
		expect(await missOf(fresh.db, await fresh.card('p2/c'))).toMatchObject(CHAT);
	});
});

describe('the miss of a card', () => {
	it('is remembered until the card is answered, and again after that is undone', async () => {
		const student = await studied();
		await miss(student, 'p0/a', 'p2/a');
		for (const id of ['p0/a', 'p2/a']) {
			expect(await missOf(student.db, await student.card(id))).toMatchObject(CHAT);
			await student.answer(id, 3);
			expect(await missOf(student.db, await student.card(id))).toBeUndefined();
		}
		await student.undo();
		expect(await missOf(student.db, await student.card('p2/a'))).toMatchObject(CHAT);
	});

	it('is the latest one', async () => {
		const student = await studied();
		await miss(student, 'p0/a');
		const later = { interview: 'i2', title: 'Design a news feed', cardId: 'p0/a' };
		const context = { now: student.now, params: 'p', newId: () => student.newId() };
		await makeMissesDue(student.db, [later], context, student.moment);
		expect(await missOf(student.db, await student.card('p0/a'))).toEqual({
			...{ interview: 'i2', title: 'Design a news feed' },
		});
	});

	it('leaves a forgotten card in the order of the deck', async () => {
		const student = await studied();
		await miss(student, 'p3/a');
		await student.answer('p3/a', 3);
		await student.forget('p3/a');
		expect((await candidates(student)).fresh[0]).toBe('p0/b');
		await takeInLibrary(student.db, { ...EMPTY, version: 'gone' }, new Map());
		expect(await miss(student, 'p3/a')).toMatchObject({ unknown: ['p3/a'] });
	});
});

const EMPTY = { categories: [], paths: [], patterns: [] };

describe('a card of the person’s own', () => {
	const text = { front: 'What does a **queue** buy?', back: 'Time.' };
	const id = ownCardId('1');
	const add = (student: Student) =>
		addOwnCard(student.db, { id, ...text }, { ...CHAT, at: 5_000 }, student.moment);

	it('comes first among the new cards, with its text, and is answered like any other', async () => {
		const student = await studied();
		await add(student);
		expect((await candidates(student)).fresh[0]).toBe(id);
		expect(await readOverlay(student.db, id)).toEqual(text);
		expect(await missOf(student.db, await student.card(id))).toEqual({ ...CHAT, at: 5_000 });
		expect(await ownCardsOf(student.db, 'i1')).toEqual([id]);
		expect(await ownCardsOf(student.db, 'i2')).toEqual([]);
		await student.answer(id, 3);
		expect(await student.card(id)).toMatchObject({ phase: 'learning', reps: 1 });
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is taken back and given again, with every counter', async () => {
		const student = await studied();
		const before = await todayCounts(student.db, CATALOG_DECK, student.moment.day);
		await add(student);
		const with1 = await todayCounts(student.db, CATALOG_DECK, student.moment.day);
		expect(with1.fresh).toBe(before.fresh + 1);
		expect(await student.undo()).toMatchObject({ name: 'Add card' });
		expect(await todayCounts(student.db, CATALOG_DECK, student.moment.day)).toEqual(before);
		expect((await candidates(student)).fresh).not.toContain(id);
		expect(await ownCardsOf(student.db, 'i1')).toEqual([]);
		expect(await checkDatabase(student.db)).toEqual([]);
		await student.redo();
		expect(await todayCounts(student.db, CATALOG_DECK, student.moment.day)).toEqual(with1);
		expect((await candidates(student)).fresh[0]).toBe(id);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is added whole or not at all', async () => {
		for (let n = 1; ; n += 1) {
			const student = await studied();
			const before = await exactDump(student.db);
			const { reached, error } = await withFailingWrite(n, 'abort', () => add(student));
			if (!reached) break;
			expect(error).toMatchObject({ kind: 'storage-full' });
			expect(firstDifference(await exactDump(student.db), before), `write ${n}`).toBe('');
			expect(n).toBeLessThan(40);
		}
	});

	it('stays when the catalog changes, and travels in a backup, also its going', async () => {
		const student = await studied();
		await add(student);
		await takeInLibrary(student.db, catalogOf(2, 'other'), new Map());
		expect((await candidates(student)).fresh[0]).toBe(id);
		const fresh = new Student(await openReady(), 'dev-b', student.t);
		const bring = async () => {
			const file = await exportBackup(student.db, student.moment);
			await restoreBackup(fresh.db, file, { mode: 'merge', moment: fresh.moment });
		};
		await bring();
		expect((await candidates(fresh)).fresh[0]).toBe(id);
		expect(await readOverlay(fresh.db, id)).toEqual(text);
		await student.undo();
		await bring();
		expect((await candidates(fresh)).fresh).not.toContain(id);
		expect(await checkDatabase(fresh.db)).toEqual([]);
	});
});
