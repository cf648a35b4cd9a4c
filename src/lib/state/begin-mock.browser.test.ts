import { describe, expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import { appendEvents, eventsOf, openInterview } from '../db/interviews.ts';
import type { Question } from '../content/question.ts';
import type { App } from './app.svelte.ts';
import { beginMock, type MockPlan } from './begin-mock.ts';
import { endMock } from './end-mock.ts';
import { soleWriter } from './sole-writer.ts';

const QUESTION = {
	...{ id: 'rate-limiter', version: 1, title: 'Design a rate limiter', prompt: 'Limit.' },
} as unknown as Question;
const PLAN: MockPlan = { mode: 'practice', level: 'senior', minutes: 45 };

async function started() {
	const candidate = new Student(await openReady());
	const { db } = candidate;
	const row = await candidate.interview();
	const app = {
		...{ db, toasts: { show: () => {} }, library: { question: async () => undefined } },
		...{ moment: () => candidate.now, writeMoment: () => candidate.moment },
		attempt: async (act: () => Promise<unknown>) => (await act(), true),
	} as unknown as App;
	return { candidate, db, row, app };
}

describe('beginning an interview', () => {
	it('ends no other one unasked', async () => {
		const { app, db, row } = await started();
		const before = await eventsOf(db, row.id);
		expect(await beginMock(app, QUESTION, PLAN)).toMatchObject({ open: { row: { id: row.id } } });
		expect(await beginMock(app, QUESTION, PLAN, 'one that was open before')).toHaveProperty('open');
		expect(await eventsOf(db, row.id)).toEqual(before);
		expect((await openInterview(db))?.id).toBe(row.id);
	});

	it('ends the one that is named, with what was typed in it, and begins', async () => {
		const { app, db, row } = await started();
		const begun = await beginMock(app, QUESTION, PLAN, row.id);
		const events = await eventsOf(db, row.id);
		expect(events.slice(-2)).toMatchObject([
			{ kind: 'pad', text: 'Reads beat writes 100:1', seq: 3 },
			{ kind: 'end', seq: 4 },
		]);
		expect(begun).toEqual({ id: (await openInterview(db))?.id });
	});

	it('lets the tab that writes it save first: no number is given twice', async () => {
		const { app, db, row, candidate } = await started();
		const seen: string[] = [];
		const other = soleWriter(`interview-${row.id}`, async () => {
			seen.push('told');
			const ask = { kind: 'ask', text: 'and reads?', answers: null, by: 'typed' } as const;
			await appendEvents(db, row.id, [candidate.happening(3, ask)]);
		});
		await other.begin();
		await endMock(app, row.id);
		other.end();
		expect(seen).toEqual(['told']);
		const events = await eventsOf(db, row.id);
		expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(events.map(({ kind }) => kind).slice(3)).toEqual(['ask', 'pad', 'end']);
		await endMock(app, row.id);
		expect(await eventsOf(db, row.id)).toEqual(events);
	});
});
