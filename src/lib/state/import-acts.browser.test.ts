import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listImports, undoImport } from '$lib/db/undo-import.ts';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import { bringIn } from '../../../tests/support/bring-in.ts';
import { exactDump } from '../../../tests/support/canonical-dump.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { discardImport, undoImported } from './import-acts.ts';

let student: Student;
let app: App;
let told: string[];

beforeEach(async () => {
	student = new Student(await openReady());
	const collections = arbitraryCollection({ text: 'html', own: false, studied: true });
	for (const collection of fc.sample(collections, { numRuns: 1, seed: 3 })) {
		await bringIn(student, collection, { id: 'one' });
	}
	told = [];
	app = {
		db: student.db,
		writeMoment: () => student.moment,
		attempt: async (write: () => Promise<unknown>) => {
			await write();
			return true;
		},
		toasts: { show: (text: string) => told.push(text) },
	} as unknown as App;
});
afterEach(() => student.db.close());

it('takes an import back, and says so where that was done elsewhere already', async () => {
	expect(await undoImported(app, 'one')).toBe(true);
	expect((await listImports(student.db)).map(({ state }) => state)).toEqual(['undone']);
	expect(told).toEqual([]);
	const before = await exactDump(student.db);
	expect(await undoImported(app, 'one')).toBe(true);
	expect(told).toEqual(['This import was taken back already.']);
	expect(await exactDump(student.db)).toBe(before);
});

it('gives an import up without a word', async () => {
	await undoImport(student.db, 'one', student.moment);
	await discardImport(app, 'one');
	await discardImport(app, 'never came in');
	expect(told).toEqual([]);
});
