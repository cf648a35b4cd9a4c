import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';
import { ConflictError } from './db-error.ts';
import { readPreset, writePreset } from './decks.ts';
import { allReviews, sealHistory } from './history.ts';
import { datesBefore, lastMove } from './last-move.ts';
import { datesOfPreset, moveBack, rescheduleAll } from './move-dates.ts';
import { undoAct } from './undo.ts';

/** Someone whose cards were spread by the default retention, and who now wants to recall more. */
async function ambitiousStudent(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(4);
	const ids = ['p0', 'p1', 'p2', 'p3'].flatMap((id) => [`${id}/a`, `${id}/b`]);
	for (const id of ids) await student.answer(id, 4);
	student.t += 9 * DAY;
	for (const id of ids.slice(0, 6)) await student.answer(id, 3);
	await writePreset(student.db, 'default', { desiredRetention: 0.97 }, student.moment);
	student.t += 1_000;
	return student;
}

const look = async (student: Student) =>
	datesOfPreset(student.db, await readPreset(student.db, CATALOG_DECK), student.now.day);
type Moves = Awaited<ReturnType<typeof look>>['moves'];
const writer = (student: Student) => ({
	...{ now: student.now, dev: student.dev, newId: () => student.newId() },
});
const move = async (student: Student, moves: Moves) =>
	rescheduleAll(student.db, await readPreset(student.db, CATALOG_DECK), moves, writer(student));
const lookBack = async ({ db, now }: Student) => {
	const last = await lastMove(db, 'default');
	return last && datesBefore(db, last, now.day);
};
const back = async (student: Student, moves: Moves) =>
	moveBack(student.db, await readPreset(student.db, CATALOG_DECK), moves, writer(student));

describe('moving the dates of a preset', () => {
	it('shows what it would do and writes nothing', async () => {
		const student = await ambitiousStudent();
		const before = await exactDump(student.db);
		const { moves, eligible, before: load, after } = await look(student);
		expect(moves.length).toBeGreaterThan(3);
		expect(eligible).toBeGreaterThanOrEqual(moves.length);
		expect(after).not.toEqual(load);
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});

	it('writes a log that gives the same state, and is undone and redone in one step', async () => {
		const student = await ambitiousStudent();
		const start = await canonicalDump(student.db);
		const { moves } = await look(student);
		await move(student, moves);
		for (const { card, to } of moves) {
			const row = await student.card(card.id);
			expect([row.due, row.stability, row.interval]).toEqual([to, card.stability, card.interval]);
		}
		expect(await checkDatabase(student.db)).toEqual([]);
		expect((await look(student)).moves).toEqual([]);
		const moved = await canonicalDump(student.db);
		const undone = await student.undo();
		expect([undone?.name, undone?.reviewIds.length]).toEqual(['Move dates', moves.length]);
		expect(firstDifference(await canonicalDump(student.db), start)).toBe('');
		await student.redo();
		expect(firstDifference(await canonicalDump(student.db), moved)).toBe('');
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('changes nothing at all where a card was answered since', async () => {
		const student = await ambitiousStudent();
		const { moves } = await look(student);
		await student.answer(moves[0]!.card.id, 3);
		const before = await exactDump(student.db);
		await expect(move(student, moves)).rejects.toBeInstanceOf(ConflictError);
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});

	it('leaves the cards of other presets alone', async () => {
		const student = await ambitiousStudent();
		const other = { ...DEFAULT_PRESET, id: 'other', desiredRetention: 0.97 };
		expect((await datesOfPreset(student.db, other, student.now.day)).eligible).toBe(0);
	});
});

describe('moving dates back', () => {
	it('goes back days later, from sealed history, and leaves what was answered or moved since', async () => {
		const student = await ambitiousStudent();
		const { moves } = await look(student);
		const [answered, byHand, ...rest] = moves.map(({ card }) => card.id);
		await move(student, moves);
		student.t += 2 * DAY;
		await student.answer(answered!, 3);
		await student.reschedule(byHand!, 4);
		await sealHistory(student.db, student.now.day + 1, 1);
		const [since, moved] = [await student.card(answered!), await student.card(byHand!)];
		const reviews = (await allReviews(student.db)).length;

		const found = await lookBack(student);
		expect(found?.kept).toBe(2);
		expect(found?.moves.map(({ card }) => card.id).sort()).toEqual([...rest].sort());
		await back(student, found?.moves ?? []);
		for (const { card, from } of moves.filter(({ card: { id } }) => rest.includes(id))) {
			const { due, ...now } = await student.card(card.id);
			expect([due, now.stability]).toEqual([Math.max(student.now.day, from), card.stability]);
		}
		expect([await student.card(answered!), await student.card(byHand!)]).toEqual([since, moved]);
		// Nothing of the log is undone: it has only grown.
		const log = await allReviews(student.db);
		expect(log.length).toBe(reviews + rest.length);
		expect(log.some((review) => review.void)).toBe(false);
		expect(await lastMove(student.db, 'default')).toBeUndefined();
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is undone as one act, and can be done again then', async () => {
		const student = await ambitiousStudent();
		await move(student, (await look(student)).moves);
		student.t += DAY;
		const start = await canonicalDump(student.db);
		const found = await lookBack(student);
		await back(student, found?.moves ?? []);
		expect((await student.undo())?.name).toBe('Move dates back');
		expect(firstDifference(await canonicalDump(student.db), start)).toBe('');
		const again = await lookBack(student);
		expect(again?.moves.map(({ to }) => to)).toEqual(found?.moves.map(({ to }) => to));
	});

	it('knows of no move once that was undone', async () => {
		const student = await ambitiousStudent();
		await move(student, (await look(student)).moves);
		expect((await lastMove(student.db, 'default'))?.count).toBeGreaterThan(3);
		await student.undo();
		expect(await lastMove(student.db, 'default')).toBeUndefined();
	});

	it('never undoes an answer in place of the move', async () => {
		const student = await ambitiousStudent();
		const { moves } = await look(student);
		const seq = await move(student, moves);
		await student.answer(moves[0]!.card.id, 3);
		const before = await exactDump(student.db);
		expect(await undoAct(student.db, seq ?? 0, student.moment)).toBe('later');
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});
});
