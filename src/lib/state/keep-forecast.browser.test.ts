import { expect, it } from 'vitest';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { forecastsIn } from '$lib/db/forecasts.ts';
import { exportBackup } from '$lib/db/backup.ts';
import { restoreBackup } from '$lib/db/restore.ts';
import { recallNow } from '$lib/scheduler/card-standing.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import { keepTodayForecast } from './keep-forecast.ts';

/** Two cards answered on the first day, which come back some days later. */
async function withDueCards(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(2);
	for (const id of ['p0/a', 'p1/a']) await student.answer(id, 4);
	const days = (await Promise.all(['p0/a', 'p1/a'].map((id) => student.card(id)))).map(
		({ due }) => due - student.now.day,
	);
	student.t += Math.max(...days) * DAY;
	return student;
}

const foresee = ({ db, now, moment }: Student) => keepTodayForecast(db, now, moment);
const kept = ({ db }: Student, day: number) => forecastsIn(db, day, day);

it('keeps what a day is foreseen to hold, and tells it beside what came, also after an undo', async () => {
	const student = await withDueCards();
	const { day } = student.now;
	await foresee(student);
	const [forecast] = await kept(student, day);
	expect(forecast).toMatchObject({ day, foreseen: { reviews: 2, fresh: 4 }, came: { reviews: 0 } });
	const cards = await Promise.all(['p0/a', 'p1/a'].map((id) => student.card(id)));
	const recalls = cards.map((card) => recallNow(card, DEFAULT_PRESET.weights, student.now) ?? 0);
	expect(forecast?.foreseen.recalled).toBeCloseTo(recalls[0]! + recalls[1]!, 1);
	await student.answer('p0/a', 3);
	await student.answer('p1/a', 1);
	expect((await kept(student, day))[0]?.came).toMatchObject({ reviews: 2, recalled: 1 });
	await student.undo();
	expect((await kept(student, day))[0]?.came).toMatchObject({ reviews: 1, recalled: 1 });
});

it('the first forecast of a day stays, and after an answer none is made', async () => {
	const student = await withDueCards();
	const { day } = student.now;
	await foresee(student);
	const first = await kept(student, day);
	await student.mark('p0/a', { suspended: true });
	await foresee(student);
	expect(await kept(student, day)).toEqual(first);
	student.t += DAY;
	await student.answer('p1/a', 3);
	await foresee(student);
	expect(await kept(student, day + 1)).toEqual([]);
});

it('compares with what came in the decks that it foresees', async () => {
	const student = await withDueCards();
	const { day } = student.now;
	const decks = {
		book: { path: 'Book', cards: 1 },
		apart: { path: 'Apart', daily: false, cards: 1 },
	};
	await addDecks(student.db, decks, student.moment);
	await foresee(student);
	for (const id of ['p0/a', 'note/book-0/0', 'note/apart-0/0']) await student.answer(id, 3);
	const [forecast] = await kept(student, day);
	expect(forecast).toMatchObject({ foreseen: { reviews: 2, fresh: 5 } });
	expect(forecast?.came).toMatchObject({ reviews: 1, fresh: 1 });
	await withoutDecks(student, day);
	expect((await kept(student, day))[0]?.came).toMatchObject({ reviews: 1, fresh: 2 });
});

/** As a forecast was kept by earlier versions. */
async function withoutDecks({ db }: Student, day: number): Promise<void> {
	const record = await db.records.get(['forecast', String(day)]);
	if (!record) throw new Error('Nothing was foreseen.');
	const fields = { ...record.fields };
	delete fields['decks'];
	await db.records.put({ ...record, fields });
}

it('goes with a backup', async () => {
	const student = await withDueCards();
	const { day } = student.now;
	await foresee(student);
	const file = await exportBackup(student.db, student.moment);
	const other = new Student(await openReady(), 'dev-b', student.t);
	await restoreBackup(other.db, file, { mode: 'merge', moment: other.moment });
	expect((await kept(other, day))[0]?.foreseen).toEqual((await kept(student, day))[0]?.foreseen);
});

it('a day on which nothing waits is not foreseen', async () => {
	const student = new Student(await openReady());
	await foresee(student);
	expect(await kept(student, student.now.day)).toEqual([]);
});
