import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY, NOON, openReady, Student } from '../../../tests/support/student.ts';
import { unburyBefore } from '../db/begin-day.ts';
import { writePreset } from '../db/decks.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { Today } from './today.svelte.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => vi.useRealTimers());

it('follows the options and the day while it is looked at', async () => {
	const student = new Student(await openReady());
	await student.takeIn(4);
	await student.answer('p0/a', 4);
	const { db } = student;
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	await unburyBefore(db, moment().day);
	const today = new Today({ db, moment } as unknown as App);
	let view: Today['view'];
	const stop = $effect.root(() => {
		$effect(() => {
			view = today.view;
		});
	});
	await vi.waitFor(() => expect(view).toMatchObject({ answeredToday: 1, left: 9 }));
	await writePreset(db, 'default', { newPerDay: 3 }, student.moment);
	await vi.waitFor(() => expect(view).toMatchObject({ left: 2 }));
	// The app is left open over night.
	vi.setSystemTime(NOON + DAY);
	await unburyBefore(db, moment().day);
	await vi.waitFor(() => expect(view).toMatchObject({ answeredToday: 0, left: 3 }));
	stop();
});
