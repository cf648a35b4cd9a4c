import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Grade } from '../scheduler/review.ts';
import { sumsByDay } from '../statistics/log-range.ts';
import { packBlock } from './block.ts';
import { checkDatabase, repairDatabase } from './check.ts';
import { sameCount } from './count-check.ts';
import { sealHistory } from './history.ts';
import { readKept } from './kept-count.ts';
import { countWhole, recentLog, withRecent } from './log-statistics.ts';
import { RecordWriter } from './record-writer.ts';
import { atomically } from './atomic.ts';
import { sealedCount } from './sealed-count.ts';

const classOf = (id: string) => ({
	deck: id.startsWith('p0') ? 'catalog' : 'own',
	groups: [`pattern:${id.slice(0, 2)}`, `slug:${id.slice(3)}`],
	weights: DEFAULT_PRESET.weights,
});

/** The log as the screen counts it. */
async function look(student: Student) {
	const log = await recentLog(student.db);
	return withRecent(await sealedCount(student.db, log, classOf), log, classOf);
}

/** How many study days have answers, as the screen counts. */
async function daysOf(person: Student): Promise<number | undefined> {
	const count = await look(person);
	return count && sumsByDay(count, { from: -Infinity, to: Infinity }).length;
}

async function student(): Promise<Student> {
	const made = new Student(await openReady());
	await made.takeIn(2);
	return made;
}

/** Undoes, or does again, a review wherever it lies, as another device would. */
async function setVoid({ db, moment }: Student, id: string, to: boolean): Promise<void> {
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write('void', id, { void: to });
		await records.save();
	});
}

type Step =
	| { do: 'answer'; card: string; grade: Grade }
	| { do: 'wait'; days: number }
	| { do: 'undo' | 'redo' | 'look' }
	| { do: 'forget'; card: string }
	| { do: 'seal'; days: number }
	| { do: 'void'; at: number }
	| { do: 'merge'; days: number };

const card = fc.constantFrom('p0/a', 'p0/b', 'p1/a', 'p1/c');
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({
			do: fc.constant('answer' as const),
			card,
			grade: fc.constantFrom<Grade>(1, 2, 3, 4),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			days: fc.integer({ min: 1, max: 40 }),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'look') }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), card }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('seal' as const),
			days: fc.integer({ min: 0, max: 9 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), at: fc.nat(99) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('merge' as const),
			days: fc.integer({ min: 1, max: 30 }),
		}),
	},
);

async function take(person: Student, each: Step): Promise<void> {
	const { db } = person;
	switch (each.do) {
		case 'answer':
			await person.answer(each.card, each.grade);
			break;
		case 'wait':
			person.t += each.days * DAY;
			break;
		case 'undo':
		case 'redo':
			await person[each.do]();
			break;
		case 'look':
			await look(person);
			break;
		case 'forget':
			await person.forget(each.card);
			break;
		case 'seal':
			await sealHistory(db, person.now.day - each.days, 1);
			break;
		case 'void': {
			const { reviews } = await recentLog(db);
			const id = reviews[each.at % Math.max(1, reviews.length)]?.id;
			if (id) await setVoid(person, id, true);
			break;
		}
		case 'merge': {
			// Older answers of another device, sealed there.
			const other = { ...(await person.prepare('p1/b', 3)).review, dev: 'dev-b' };
			other.t -= each.days * DAY;
			other.day -= each.days;
			await db.blocks.put(packBlock([other]));
		}
	}
}

it('what is kept and what is recent make together what a recount of everything makes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const person = await student();
			for (const each of steps) {
				await take(person, each);
				if (each.do !== 'look' && each.do !== 'seal') continue;
				const [seen, whole] = [await look(person), await countWhole(person.db, classOf)];
				if (seen) expect(sameCount(seen, whole)).toBe(true);
			}
			const whole = await countWhole(person.db, classOf);
			// Nothing is left to the recount where no device wrote before the end of what is sealed.
			const merged = steps.some((each) => each.do === 'merge');
			const seen = (await look(person)) ?? (merged ? whole : undefined);
			expect(seen && sameCount(seen, whole)).toBe(true);
			const found = (await checkDatabase(person.db)).filter(({ kind }) => kind === 'statistics');
			expect(found).toEqual([]);
			await person.db.delete();
		}),
		{ numRuns: 40 },
	);
}, 120_000);

it('goes on from what is kept where more was sealed, and does not read older blocks again', async () => {
	const person = await student();
	for (const card of ['p0/a', 'p1/a']) await person.answer(card, 3);
	await person.undo();
	person.t += 3 * DAY;
	await sealHistory(person.db, person.now.day, 1);
	await look(person);
	const [first] = await person.db.blocks.toArray();
	await person.answer('p0/a', 3);
	await person.answer('p1/a', 3);
	await person.undo();
	person.t += 30 * DAY;
	await sealHistory(person.db, person.now.day, 1);
	const whole = await countWhole(person.db, classOf);
	// Read again, it would fail.
	await person.db.blocks.put({ ...first!, bytes: new Uint8Array(3) });
	const seen = await look(person);
	expect(seen && sameCount(seen, whole)).toBe(true);
});

it('counts anew where a card belongs elsewhere now, or a sealed answer was undone later', async () => {
	const person = await student();
	const { review } = await person.answer('p0/a', 3);
	person.t += 3 * DAY;
	await sealHistory(person.db, person.now.day, 1);
	await look(person);
	const moved = () => ({ deck: 'other', groups: [], weights: DEFAULT_PRESET.weights });
	const log = await recentLog(person.db);
	expect((await sealedCount(person.db, log, moved)).count.decks).toEqual(['other']);
	await setVoid(person, review.id, true);
	expect(await daysOf(person)).toBe(0);
	await setVoid(person, review.id, false);
	expect(await daysOf(person)).toBe(1);
});

it('a kept count that is wrong is found, and a repair lets go of it', async () => {
	const person = await student();
	await person.answer('p0/a', 3);
	await person.answer('p0/a', 3);
	person.t += 3 * DAY;
	await sealHistory(person.db, person.now.day, 1);
	await look(person);
	const { db } = person;
	expect(await checkDatabase(db)).toEqual([]);
	const row = await db.meta.get('counted');
	const bytes = row!.bytes!.slice();
	bytes[bytes.length - 4] = 9;
	await db.meta.put({ ...row!, bytes });
	expect(await checkDatabase(db)).toMatchObject([{ kind: 'statistics' }]);
	expect(await repairDatabase(db, person.moment)).toMatchObject([{ kind: 'statistics' }]);
	expect(await readKept(db, classOf)).toBeUndefined();
	const seen = await look(person);
	expect(seen && sameCount(seen, await countWhole(db, classOf))).toBe(true);
	await db.meta.put({ ...row!, bytes: new Uint8Array(5) });
	expect(await checkDatabase(db)).toEqual([]);
	expect(await look(person)).toEqual(seen);
});
