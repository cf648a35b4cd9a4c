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
import { datesOfPreset, rescheduleAll } from './move-dates.ts';

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
const move = async (student: Student, moves: Awaited<ReturnType<typeof look>>['moves']) =>
	rescheduleAll(student.db, await readPreset(student.db, CATALOG_DECK), moves, {
		...{ now: student.now, dev: student.dev, newId: () => student.newId() },
	});

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
