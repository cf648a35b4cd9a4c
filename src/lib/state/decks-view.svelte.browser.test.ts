import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addDecks, addPreset } from '../../../tests/support/own-decks.ts';
import { NOON, openReady, Student } from '../../../tests/support/student.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { DecksView, readDecks } from './decks-view.svelte.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(() => {
	localStorage.removeItem('onsite-decks-closed');
	vi.useRealTimers();
});

async function appWith() {
	const student = new Student(await openReady());
	await student.takeIn(5);
	await addPreset(student.db, 'few', { name: 'Few', newPerDay: 4 }, student.moment);
	const decks = {
		book: { path: 'Book', presetId: 'few', cards: 1 },
		one: { path: 'Book/One', cards: 30 },
		empty: { path: 'Book/Empty' },
		apart: { path: 'Apart', daily: false, cards: 2 },
	};
	await addDecks(student.db, decks, student.moment);
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const problem = (text: string) => expect.unreachable(text);
	return { student, app: { db: student.db, moment, toasts: { problem } } as unknown as App };
}

it('says of each deck what today’s limits let through, with all under it', async () => {
	const { student, app } = await appWith();
	const read = async () => Object.fromEntries((await readDecks(app)).counts);
	const waiting = { learning: 0, due: 0 };
	expect(await read()).toEqual({
		catalog: { new: 10, ...waiting },
		'deck/book': { new: 4, ...waiting },
		'deck/one': { new: 4, ...waiting },
		'deck/empty': { new: 0, ...waiting },
		'deck/apart': { new: 2, ...waiting },
	});
	await student.answer('note/one-0/0', 1);
	await student.answer('note/one-1/0', 4);
	expect(await read()).toMatchObject({
		'deck/book': { new: 2, learning: 1, due: 0 },
		'deck/one': { new: 2, learning: 1, due: 0 },
		'deck/apart': { new: 2 },
	});
	expect((await readDecks(app)).cards.get('deck/book')).toBe(31);
});

it('lists the catalog first, and hides what lies in a deck that was closed', async () => {
	const { app } = await appWith();
	const view = new DecksView(app);
	let names: string[] | undefined;
	const stop = $effect.root(() => {
		$effect(() => {
			names = view.rows?.map(({ name, depth }) => `${depth} ${name}`);
		});
	});
	await vi.waitFor(() =>
		expect(names).toEqual(['0 Catalog', '0 Apart', '0 Book', '1 Empty', '1 One']),
	);
	view.toggle('deck/book');
	await vi.waitFor(() => expect(names).toEqual(['0 Catalog', '0 Apart', '0 Book']));
	expect(localStorage.getItem('onsite-decks-closed')).toContain('deck/book');
	stop();
});
