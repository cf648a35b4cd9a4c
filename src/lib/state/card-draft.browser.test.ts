import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { dropEdit, editableCard, saveEdit } from './card-details.svelte.ts';
import { dropCardDraft } from './card-draft.ts';

const ID = 'p0/a';
const released = { front: 'What is a cache?', back: '**A copy.**' };
let student: Student;
let app: App;
let fails = false;

beforeEach(async () => {
	student = new Student(await openReady());
	await student.takeIn(1);
	fails = false;
	app = {
		db: student.db,
		library: {
			source: async () => ({ id: ID, kind: 'recall', ...released }),
			card: async () => ({ id: ID, frontHtml: '<p>f</p>', backHtml: '<p>b</p>' }),
		},
		writeMoment: () => student.moment,
		attempt: async (write: () => Promise<unknown>) => {
			if (!fails) await write();
			return !fails;
		},
	} as unknown as App;
	dropCardDraft(ID);
});
afterEach(() => {
	dropCardDraft(ID);
	student.db.close();
});

const read = async () => (await editableCard(app, ID))!;
const mine = { front: 'What does a cache keep?', back: '**A copy.**' };

it('keeps what is typed over a card until it is saved, with the wording that it was typed over', async () => {
	(await read()).ontype(mine);
	expect((await read()).draft).toEqual({ ...mine, base: released });
	fails = true;
	expect(await saveEdit(app, ID, mine, released)).toBe(false);
	expect((await read()).draft).toEqual({ ...mine, base: released });
	fails = false;
	expect(await saveEdit(app, ID, mine, released)).toBe(true);
	expect(await read()).toMatchObject({ draft: undefined, source: mine });
});

it('keeps none where the wording is as it was again, or goes back to the original', async () => {
	const { ontype } = await read();
	ontype(mine);
	ontype(released);
	expect((await read()).draft).toBeUndefined();
	ontype(mine);
	await dropEdit(app, ID);
	expect((await read()).draft).toBeUndefined();
});

it('brings what is typed together with what another tab has saved since', async () => {
	const { merge, ontype } = await read();
	const theirs = { front: 'Theirs?', back: '**A copy.**' };
	expect(await merge(mine, released)).toEqual({ text: mine, now: released, clash: false });
	ontype({ ...released, back: 'My back' });
	await saveEdit(app, ID, theirs, released);
	ontype({ ...released, back: 'My back' });
	// The front was left alone: theirs stands.
	const both = { front: 'Theirs?', back: 'My back' };
	expect(await merge({ ...released, back: 'My back' }, released)).toEqual({
		...{ text: both, now: theirs, clash: false },
	});
	expect((await read()).draft).toEqual({ ...both, base: released });
	// The same side in two ways: said, and what is typed stands.
	expect(await merge(mine, released)).toEqual({ text: mine, now: theirs, clash: true });
	expect(await merge(mine, theirs)).toMatchObject({ text: mine, clash: false });
	await dropEdit(app, ID);
	expect(await merge(theirs, theirs)).toMatchObject({ text: released, clash: false });
	fails = true;
	expect(await merge(mine, released)).toBeUndefined();
});

it('passes over what is no draft', async () => {
	localStorage.setItem(`onsite-card-draft:${ID}`, '{"front":1}');
	expect((await read()).draft).toBeUndefined();
	localStorage.setItem(`onsite-card-draft:${ID}`, '{');
	expect((await read()).draft).toBeUndefined();
});
