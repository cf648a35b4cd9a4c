import { beforeEach, describe, expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { loadCard } from './card-content.ts';
import { dropEdit, editableCard, saveEdit } from './card-details.svelte.ts';

const ID = 'p0/a';
const card = { id: ID, frontHtml: '<p>f</p>', backHtml: '<p>b</p>' };
let released = { front: 'What is a cache?', back: '**A copy.**' };
let student: Student;
let app: App;

beforeEach(async () => {
	released = { front: 'What is a cache?', back: '**A copy.**' };
	student = new Student(await openReady());
	await student.takeIn(1);
	app = {
		db: student.db,
		library: {
			source: async () => ({ id: ID, kind: 'recall', ...released }),
			card: async () => card,
		},
		writeMoment: () => student.moment,
		attempt: async (write: () => Promise<unknown>) => {
			student.t += 1000;
			await write();
			return true;
		},
	} as unknown as App;
});

const read = async () => (await editableCard(app, ID))!;
const mine = { front: 'What does a cache keep?', back: '**A copy.**' };

describe('an edit of a card of the catalog', () => {
	it('says when a release has changed what it was made from', async () => {
		expect(await read()).toMatchObject({ edited: false, changed: false, released });
		await saveEdit(app, ID, mine, released);
		expect(await read()).toMatchObject({ edited: true, changed: false, source: mine });
		released = { ...released, back: '**A copy nearby.**' };
		expect(await read()).toMatchObject({ changed: true, source: mine, released });
	});

	it('is kept over the new wording, until that changes again', async () => {
		await saveEdit(app, ID, mine, released);
		released = { ...released, back: '**A copy nearby.**' };
		await saveEdit(app, ID, mine, released);
		expect(await read()).toMatchObject({ edited: true, changed: false, source: mine });
		released = { ...released, front: 'Cache?' };
		expect(await read()).toMatchObject({ changed: true });
	});

	it('gives way to the new wording, and comes back by undo', async () => {
		await saveEdit(app, ID, mine, released);
		released = { ...released, back: '**A copy nearby.**' };
		await dropEdit(app, ID);
		expect(await read()).toMatchObject({ edited: false, changed: false, source: released });
		await student.undo();
		expect(await read()).toMatchObject({ edited: true, changed: true, source: mine });
	});

	it('of before this was noted says nothing', async () => {
		await saveEdit(app, ID, mine);
		released = { ...released, back: 'x' };
		expect(await read()).toMatchObject({ edited: true, changed: false });
	});
});

it('is marked on the card itself as long as it is behind', async () => {
	const seen = async () => (await loadCard(student.db, app.library, ID))?.changedUpstream;
	expect(await seen()).toBeUndefined();
	await saveEdit(app, ID, mine, released);
	expect(await seen()).toBeUndefined();
	const before = released;
	released = { ...released, back: '**A copy nearby.**' };
	expect(await seen()).toBe(true);
	await saveEdit(app, ID, mine, released);
	expect(await seen()).toBeUndefined();
	released = before;
	expect(await seen()).toBe(true);
	await dropEdit(app, ID);
	expect(await seen()).toBeUndefined();
});
