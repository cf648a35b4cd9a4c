import { describe, expect, it, vi } from 'vitest';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { unburyBefore } from './begin-day.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { cardsByIds, queueCandidates } from './cards.ts';
import { averageAnswerMs, dayStats, dueForecast, studiedDays, todayCounts } from './counts.ts';
import { readPreset, writePreset } from './decks.ts';
import { assignPreset } from './edit-presets.ts';
import { watch } from './live.ts';
import { readSettings, writeSetting, writeSettings } from './settings.ts';

const DECK = 'catalog';

async function studied(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(3);
	await student.answer('p0/a', 4);
	await student.answer('p0/b', 3, ['p0/c']);
	await student.answer('p1/a', 1);
	await student.mark('p2/c', { suspended: true });
	return student;
}

describe('what screens read', () => {
	it('counts what waits and what was done, from counters', async () => {
		const student = await studied();
		const { day } = student.moment;
		const rows = vi.spyOn(student.db.cards, 'where');
		const easy = await student.card('p0/a');
		expect(await todayCounts(student.db, DECK, day)).toMatchObject({
			...{ fresh: 4, learning: 2, due: 0, overdue: 0 },
			done: { answers: 3, news: 3, again: 1, ms: 12_000 },
		});
		expect(await todayCounts(student.db, DECK, easy.due + 1)).toMatchObject({ due: 1, overdue: 1 });
		const forecast = await dueForecast(student.db, DECK, day, easy.due - day + 1);
		expect(forecast.at(-1)).toBe(1);
		expect(forecast.reduce((sum, cards) => sum + cards, 0)).toBe(1);
		expect(await studiedDays(student.db)).toEqual([day]);
		expect(await averageAnswerMs(student.db, day)).toBe(4_000);
		expect(await averageAnswerMs(student.db, day + 1)).toBeUndefined();
		expect(await dayStats(student.db, day)).toHaveLength(1);
		expect(rows).not.toHaveBeenCalled();
	});

	it('offers what can be studied and nothing else', async () => {
		const student = await studied();
		const { day } = student.moment;
		const ids = async (on: number, limit = 50) => {
			const found = await queueCandidates(
				student.db,
				DECK,
				{ day: on },
				{
					...{ reviewLimit: limit, newLimit: 2, order: 'due-random' },
				},
			);
			return Object.values(found).map((cards: { id: string }[]) => cards.map(({ id }) => id));
		};
		expect(await ids(day)).toEqual([['p1/a', 'p0/b'], [], ['p1/b', 'p1/c']]);
		const { due } = await student.card('p0/a');
		expect((await ids(due - 1))[1]).toEqual([]);
		expect((await ids(due))[1]).toEqual(['p0/a']);
		expect((await ids(due, 0))[1]).toEqual([]);
	});

	it('gives buried cards back on the next day, and not before', async () => {
		const student = await studied();
		const { day } = student.moment;
		const fresh = async () => (await todayCounts(student.db, DECK, day)).fresh;
		expect(await unburyBefore(student.db, day)).toBe(day);
		expect(await fresh()).toBe(4);
		expect(await unburyBefore(student.db, day + 1)).toBe(day + 1);
		expect(await fresh()).toBe(5);
		expect(await unburyBefore(student.db, day)).toBe(day + 1);
	});

	it('hands out states without what only storage needs', async () => {
		const student = await studied();
		const [card] = await cardsByIds(student.db, ['p0/a', 'nothing']);
		expect(Object.keys(card ?? {})).not.toContain('queue');
		expect(card).toMatchObject({ id: 'p0/a', phase: 'review', flag: 0 });
	});
});

describe('settings and presets', () => {
	it('are read as they were written', async () => {
		const student = await studied();
		await writeSetting(student.db, 'theme', 'dark', student.moment);
		await writeSettings(student.db, { path: 'core', typeIn: false }, student.moment);
		expect(await readSettings(student.db)).toMatchObject({
			...{ theme: 'dark', path: 'core', typeIn: false, rolloverHour: 4 },
		});
		await writePreset(student.db, 'busy', { newPerDay: 3 }, student.moment);
		await assignPreset(student.db, DECK, 'busy', student.moment);
		expect(await readPreset(student.db, DECK)).toMatchObject({ id: 'busy', newPerDay: 3 });
		expect(await readPreset(student.db, 'other')).toMatchObject({ id: 'default' });
	});

	it('refuse what they cannot take', async () => {
		const student = await studied();
		const before = await readSettings(student.db);
		await expect(writeSetting(student.db, 'rolloverHour', 25, student.moment)).rejects.toThrow(
			'Setting rolloverHour cannot be 25',
		);
		expect(await readSettings(student.db)).toEqual(before);
		const wrong = { newPerDay: 3, desiredRetention: 2 };
		await expect(writePreset(student.db, 'default', wrong, student.moment)).rejects.toThrow(
			'desiredRetention: a number from 0.7 to 0.99 is expected',
		);
		expect(await readPreset(student.db, DECK)).toEqual(DEFAULT_PRESET);
	});

	it('lose one damaged option, not all of them', async () => {
		const student = await studied();
		await writePreset(student.db, 'default', { newPerDay: 3 }, student.moment);
		const record = await student.db.records.get(['preset', 'default']);
		if (!record) throw new Error('The preset was not stored.');
		await student.db.records.put({ ...record, fields: { ...record.fields, weights: [1] } });
		expect(await readPreset(student.db, DECK)).toEqual({ ...DEFAULT_PRESET, newPerDay: 3 });
	});
});

describe('watch', () => {
	it('answers again when another connection has written', async () => {
		const student = await studied();
		const other = new Student(await openReady(student.db.name), 'dev-b', student.t + DAY);
		const seen: number[] = [];
		const stop = watch(
			async () => (await todayCounts(student.db, DECK, other.moment.day)).done.answers,
			(answers) => seen.push(answers),
			(error) => expect.unreachable(error.message),
		);
		await vi.waitFor(() => expect(seen).toEqual([0]));
		await other.answer('p1/b', 3);
		await vi.waitFor(() => expect(seen).toEqual([0, 1]));
		stop();
	});

	it('says in words when the query fails', async () => {
		const student = await studied();
		const kinds: string[] = [];
		watch(
			() => student.db.cards.where('nothing').equals(1).count(),
			() => expect.unreachable(),
			({ kind }) => kinds.push(kind),
		);
		await vi.waitFor(() => expect(kinds).toEqual(['unexpected']));
	});
});
