import { describe, expect, it } from 'vitest';
import { exactDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { checkDatabase } from './check.ts';
import { draftsOf, keepDraft, settleDrafts } from './drafts.ts';
import { allEvaluations, evaluationOf, saveEvaluation } from './evaluations.ts';
import {
	allInterviews,
	appendEvents,
	deleteInterview,
	eventsOf,
	interviewOf,
	leaveInterview,
	openInterview,
	restoreInterview,
} from './interviews.ts';
import {
	addRecording,
	allRecordings,
	deleteRecordings,
	dropOrphanedRecordings,
	recordingBytes,
	recordingsOf,
} from './recordings.ts';

async function student(): Promise<Student> {
	return new Student(await openReady());
}

const sound = (...bytes: number[]) => new Uint8Array(bytes).buffer;

describe('an interview', () => {
	it('is found again with its facts in order, and every change has its outbox entry', async () => {
		const candidate = await student();
		const { db } = candidate;
		const row = await candidate.interview();
		expect(await interviewOf(db, row.id)).toEqual(row);
		expect(await allInterviews(db)).toEqual([row]);
		const events = await eventsOf(db, row.id);
		expect(events.map(({ kind }) => kind)).toEqual(['start', 'ask', 'pad']);
		expect(events[0]).not.toHaveProperty('interview');
		expect(await db.outbox.toArray()).toMatchObject([
			{ what: 'interview', id: row.id },
			{ what: 'events', interview: row.id, ids: [events[0]?.id] },
			{ what: 'events', interview: row.id, ids: [events[1]?.id, events[2]?.id] },
			{ what: 'draft', interview: row.id, pane: 'notes' },
			{ what: 'record', kind: 'interview', id: row.id },
		]);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('takes the same fact once', async () => {
		const candidate = await student();
		const { db } = candidate;
		const { id } = await candidate.interview();
		const events = await eventsOf(db, id);
		const before = await exactDump(db);
		await appendEvents(db, id, events);
		expect(firstDifference(await exactDump(db), before)).toBe('');
		await appendEvents(db, id, [...events, candidate.happening(3, { kind: 'pause' })]);
		expect(await eventsOf(db, id)).toHaveLength(4);
	});

	it('is stored whole or not at all', async () => {
		for (let n = 1; ; n += 1) {
			const candidate = await student();
			const { db } = candidate;
			const { id } = await candidate.interview();
			const before = await exactDump(db);
			const facts = [
				candidate.happening(3, { kind: 'pad', pane: 'notes', text: 'x' }),
				candidate.happening(4, { kind: 'end' }),
			];
			const { reached, error } = await withFailingWrite(n, 'quota', () =>
				appendEvents(db, id, facts),
			);
			if (!reached) break;
			expect(error).toMatchObject({ kind: 'storage-full' });
			expect(firstDifference(await exactDump(db), before)).toBe('');
			expect(n).toBeLessThan(10);
		}
	});

	it('is offered to be resumed until it is ended, left, evaluated or deleted', async () => {
		const candidate = await student();
		const { db } = candidate;
		expect(await openInterview(db)).toBeUndefined();
		const rows = [];
		for (let k = 0; k < 5; k += 1) rows.push(await candidate.interview());
		const [oldest, left, evaluated, deleted, ended] = rows.map(({ id }) => id);
		expect((await openInterview(db))?.id).toBe(ended);
		await appendEvents(db, ended!, [candidate.happening(9, { kind: 'end' })]);
		expect((await openInterview(db))?.id).toBe(deleted);
		await deleteInterview(db, deleted!, candidate.moment);
		expect((await openInterview(db))?.id).toBe(evaluated);
		await saveEvaluation(db, evaluated!, { finished: candidate.t }, candidate.moment);
		expect((await openInterview(db))?.id).toBe(left);
		await leaveInterview(db, left!, candidate.moment);
		expect((await openInterview(db))?.id).toBe(oldest);
		const newestFirst = rows.filter(({ id }) => id !== deleted).reverse();
		expect(await allInterviews(db)).toEqual(newestFirst);
	});

	it('is hidden and shown again, each to be undone', async () => {
		const candidate = await student();
		const { db } = candidate;
		const row = await candidate.interview();
		await deleteInterview(db, row.id, candidate.moment);
		expect(await allInterviews(db)).toEqual([]);
		expect(await eventsOf(db, row.id)).toHaveLength(3);
		expect(await candidate.undo()).toMatchObject({ name: 'Delete interview' });
		expect(await allInterviews(db)).toEqual([row]);
		await candidate.redo();
		await restoreInterview(db, row.id, candidate.moment);
		expect(await allInterviews(db)).toEqual([row]);
		expect(await evaluationOf(db, row.id)).toMatchObject({ predicted: { scope: 2 } });
	});
});

describe('a draft', () => {
	it('is the last text of its pane, until a fact holds it', async () => {
		const candidate = await student();
		const { db } = candidate;
		const { id } = await candidate.interview();
		const { at } = candidate.happening(3, { kind: 'beat' });
		await keepDraft(db, { interview: id, pane: 'api', text: 'GET /', at });
		await keepDraft(db, { interview: id, pane: 'api', text: 'GET /{code}', at });
		await keepDraft(db, { interview: `${id}0`, pane: 'api', text: 'another', at });
		expect(await draftsOf(db, id)).toMatchObject([
			{ pane: 'api', text: 'GET /{code}' },
			{ pane: 'notes', text: 'Reads beat writes 100:1' },
		]);
		const pad = candidate.happening(3, { kind: 'pad', pane: 'api', text: 'GET /{code} 302' });
		await appendEvents(db, id, [pad]);
		expect(await draftsOf(db, id)).toMatchObject([{ pane: 'notes' }]);
		const later = { interview: id, pane: 'api' as const, text: 'later', at };
		await keepDraft(db, later);
		await appendEvents(db, id, [pad]);
		expect(await draftsOf(db, id)).toMatchObject([later, { pane: 'notes' }]);
	});

	it('leaves one outbox entry, however long one types, and a new one behind every copy', async () => {
		const candidate = await student();
		const { db } = candidate;
		const { at } = candidate.happening(0, { kind: 'beat' });
		const draft = { interview: 'i', pane: 'api' as const, at };
		for (const text of ['a', 'ab', 'abc']) await keepDraft(db, { ...draft, text });
		const entries = await db.outbox.toArray();
		expect(entries).toMatchObject([{ what: 'draft', interview: 'i', pane: 'api' }]);
		await keepDraft(db, { ...draft, text: 'abcd' });
		const [next] = await db.outbox.toArray();
		expect(next?.seq).toBeGreaterThan(entries[0]?.seq ?? Infinity);
	});

	it('becomes a fact behind all others when the interview goes on', async () => {
		const candidate = await student();
		const { db } = candidate;
		const { id } = await candidate.interview();
		const events = await settleDrafts(db, id, () => candidate.newId());
		expect(events.at(-1)).toMatchObject({
			...{ kind: 'pad', pane: 'notes', text: 'Reads beat writes 100:1', seq: 3 },
		});
		expect(await eventsOf(db, id)).toEqual(events);
		expect(await draftsOf(db, id)).toEqual([]);
		expect(await settleDrafts(db, id, () => candidate.newId())).toEqual(events);
	});
});

describe('an evaluation', () => {
	it('is written field by field', async () => {
		const candidate = await student();
		const { db } = candidate;
		const { id } = await candidate.interview();
		expect(await evaluationOf(db, 'other')).toBeUndefined();
		const reached = { scope: 1 as const, depth: 3 as const };
		const done = { finished: candidate.t, pattern: 'senior on 5 of 8', reached, note: 'Tired.' };
		await saveEvaluation(db, id, done, candidate.moment);
		await saveEvaluation(db, id, { contradiction: true }, candidate.moment);
		const expected = {
			...done,
			predicted: { scope: 2 },
			ticks: [{ line: 'r1', pin: { kind: 'minute', at: 61_000 } }],
			contradiction: true,
		};
		expect(await evaluationOf(db, id)).toEqual(expected);
		expect(await allEvaluations(db)).toEqual(new Map([[id, expected]]));
	});

	it('reads what is malformed as if it was never written', async () => {
		const { db } = await student();
		const fields = {
			...{ predicted: { scope: 7, depth: 1, other: 1 }, contradiction: 'yes', note: 3 },
			ticks: [3, { line: 4 }, { line: 'r1', pin: { kind: 'node' } }, { line: 'r2', pin: null }],
			...{ reached: [1], finished: null, pattern: {} },
		};
		await db.records.add({ kind: 'interview', id: 'i', fields, stamps: {}, base: '' });
		expect(await evaluationOf(db, 'i')).toEqual({
			predicted: { depth: 1 },
			ticks: [
				{ line: 'r1', pin: null },
				{ line: 'r2', pin: null },
			],
			contradiction: false,
		});
	});
});

describe('a recording', () => {
	it('is listed without its bytes, in order, and removed for good', async () => {
		const candidate = await student();
		const { db } = candidate;
		const piece = (id: string, interview: string, seq: number) => {
			const { at } = candidate.happening(0, { kind: 'beat' });
			return { id, interview, seq, at, ms: 10_000, mime: 'audio/webm' };
		};
		await addRecording(db, piece('r1', 'i', 1), sound(4, 5));
		await addRecording(db, piece('r0', 'i', 0), sound(1, 2, 3));
		await addRecording(db, piece('r0', 'i', 0), sound(1, 2, 3));
		await addRecording(db, piece('r2', 'j', 0), sound(6));
		expect(await recordingsOf(db, 'i')).toEqual([
			{ ...piece('r0', 'i', 0), size: 3 },
			{ ...piece('r1', 'i', 1), size: 2 },
		]);
		expect([...new Uint8Array((await recordingBytes(db, 'r1'))!)]).toEqual([4, 5]);
		await deleteRecordings(db, 'i');
		expect(await recordingsOf(db, 'i')).toEqual([]);
		expect(await recordingBytes(db, 'r1')).toBeUndefined();
		expect(await allRecordings(db)).toMatchObject([{ id: 'r2', size: 1 }]);
		expect(await db.outbox.count()).toBe(0);
	});

	it('goes with its deleted interview once that can no longer be undone', async () => {
		const candidate = await student();
		const { db } = candidate;
		const [kept, deleted] = [await candidate.interview(), await candidate.interview()];
		const { at } = candidate.happening(0, { kind: 'beat' });
		for (const { id } of [kept, deleted]) {
			const info = { id: `r-${id}`, interview: id, seq: 0, at, ms: 10_000, mime: 'audio/webm' };
			await addRecording(db, info, sound(1));
		}
		await deleteInterview(db, deleted.id, candidate.moment);
		await dropOrphanedRecordings(db, candidate.moment.day);
		expect(await recordingsOf(db, deleted.id)).toHaveLength(1);
		await dropOrphanedRecordings(db, candidate.moment.day + 1);
		expect(await recordingsOf(db, deleted.id)).toEqual([]);
		expect(await recordingBytes(db, `r-${deleted.id}`)).toBeUndefined();
		expect(await recordingsOf(db, kept.id)).toHaveLength(1);
	});
});
