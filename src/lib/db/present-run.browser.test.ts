import { expect, it, vi } from 'vitest';
import { openReady } from '../../../tests/support/student.ts';
import { streakOf } from '../scheduler/streak.ts';
import { studiedDays } from './counts.ts';
import { presentRun } from './present-run.ts';
import { emptyDay } from './tally.ts';

const TODAY = 20_000;

it('is the run of all days, read no further back than needed', async () => {
	const db = await openReady();
	const study = (ago: number) =>
		db.days.bulkPut(['catalog', 'deck/1'].map((deckId) => emptyDay(TODAY - ago, deckId)));
	expect(await presentRun(db, TODAY)).toMatchObject({ days: 0 });
	for (const ago of [1, 2, 3, 5, 900, 901]) await study(ago);
	const [rows, reads] = [vi.spyOn(db.days, 'toArray'), vi.spyOn(db.days, 'where')];
	expect(await presentRun(db, TODAY)).toMatchObject({ days: 4, restsToday: false });
	expect([rows.mock.calls.length, reads.mock.calls.length]).toEqual([0, 1]);
	for (let ago = 6; ago < 140; ago += 1) {
		if (ago % 7 !== 4 && ago !== 60 && ago !== 61) await study(ago);
		const { days, studiedToday, restsToday } = streakOf(await studiedDays(db), TODAY);
		expect(await presentRun(db, TODAY)).toEqual({ days, studiedToday, restsToday });
	}
});
