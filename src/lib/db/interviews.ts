/** Interviews: facts that are only ever appended, kept from the first second on, and what hides or opens them. */
import { inOrder, type InterviewEvent } from '../interview/interview-event.ts';
import { commitAct } from './act.ts';
import { atomically, reading } from './atomic.ts';
import type { EventRow, InterviewRow } from './interview-rows.ts';
import { RecordWriter } from './record-writer.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export type { InterviewRow } from './interview-rows.ts';

const TABLES = ['interviews', 'interviewEvents', 'drafts', 'outbox'] as const;

/**
 * Stores that an interview began, with its first events, in one transaction; harmless when done again.
 * @throws DbError, and nothing is stored then
 */
export async function beginInterview(
	db: OnsiteDb,
	row: InterviewRow,
	events: readonly InterviewEvent[],
): Promise<void> {
	await atomically(db, TABLES, async () => {
		if (!(await db.interviews.get(row.id))) {
			await db.interviews.add(row);
			await db.outbox.add({ what: 'interview', id: row.id });
		}
		await addEvents(db, row.id, events);
	});
}

/**
 * Appends facts; those known already, by their id, change nothing. A `pad` event takes away the draft of its pane,
 * whose text it holds.
 * @throws DbError, and nothing is stored then
 */
export async function appendEvents(
	db: OnsiteDb,
	interview: string,
	events: readonly InterviewEvent[],
): Promise<void> {
	await atomically(db, TABLES, () => addEvents(db, interview, events));
}

/** As `appendEvents`, within the caller's transaction. */
export async function addEvents(
	db: OnsiteDb,
	interview: string,
	events: readonly InterviewEvent[],
): Promise<void> {
	const known = await db.interviewEvents.bulkGet(events.map(({ id }) => id));
	const unknown = events.filter((_, at) => !known[at]);
	if (unknown.length === 0) return;
	await db.interviewEvents.bulkAdd(unknown.map((event): EventRow => ({ ...event, interview })));
	const panes = unknown.flatMap((event) => (event.kind === 'pad' ? event.pane : []));
	await db.drafts.bulkDelete([...new Set(panes)].map((pane) => [interview, pane]));
	await db.outbox.add({ what: 'events', interview, ids: unknown.map(({ id }) => id) });
}

/** The facts of an interview in their order. */
export async function eventsOf(db: OnsiteDb, interview: string): Promise<InterviewEvent[]> {
	return reading(db, ['interviewEvents'], () => storedEvents(db, interview));
}

/** As `eventsOf`, within the caller's transaction. */
export async function storedEvents(db: OnsiteDb, interview: string): Promise<InterviewEvent[]> {
	const rows = await db.interviewEvents.where('interview').equals(interview).toArray();
	return inOrder(rows.map(eventFrom));
}

function eventFrom(row: EventRow): InterviewEvent {
	const event: InterviewEvent & { interview?: string } = { ...row };
	delete event.interview;
	return event;
}

/** An interview by its id, also a deleted one. */
export async function interviewOf(db: OnsiteDb, id: string): Promise<InterviewRow | undefined> {
	return db.interviews.get(id);
}

/** All interviews, newest first, deleted ones left out. */
export async function allInterviews(db: OnsiteDb): Promise<InterviewRow[]> {
	return reading(db, ['interviews', 'records'], () => shownInterviews(db, []));
}

/** The newest interview that was neither ended, left, evaluated nor deleted; its time may be up all the same. */
export async function openInterview(db: OnsiteDb): Promise<InterviewRow | undefined> {
	return reading(db, ['interviews', 'interviewEvents', 'records'], async () => {
		for (const row of await shownInterviews(db, ['left', 'finished'])) {
			if (!(await isEnded(db, row.id))) return row;
		}
		return undefined;
	});
}

/** Whether it was ended by choice; its time may be up all the same. */
export async function isEnded(db: OnsiteDb, id: string): Promise<boolean> {
	const end = db.interviewEvents.where('[interview+kind]').equals([id, 'end']);
	return (await end.primaryKeys()).length > 0;
}

/** Newest first, without deleted ones and those that have one of the fields. */
async function shownInterviews(db: OnsiteDb, but: readonly string[]): Promise<InterviewRow[]> {
	const [rows, records] = await Promise.all([db.interviews.toArray(), recordsOf(db, 'interview')]);
	const hidden = records.filter(
		({ fields }) => fields['deleted'] === true || but.some((name) => Boolean(fields[name])),
	);
	const ids = new Set(hidden.map(({ id }) => id));
	return rows.filter(({ id }) => !ids.has(id)).sort((a, b) => b.t - a.t || (a.id < b.id ? 1 : -1));
}

/** Puts an interview aside without an end: it is not offered to be resumed any more. @throws DbError */
export async function leaveInterview(db: OnsiteDb, id: string, moment: WriteMoment): Promise<void> {
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write('interview', id, { left: true });
		await records.save();
	});
}

/** Hides an interview everywhere; its facts stay. An act that can be undone. @throws DbError */
export async function deleteInterview(
	db: OnsiteDb,
	id: string,
	moment: WriteMoment,
): Promise<void> {
	const edits = [{ kind: 'interview' as const, id, fields: { deleted: true } }];
	await commitAct(db, { name: 'Delete interview', edits, moment });
}

/** Shows a deleted interview again. An act that can be undone. @throws DbError */
export async function restoreInterview(
	db: OnsiteDb,
	id: string,
	moment: WriteMoment,
): Promise<void> {
	const edits = [{ kind: 'interview' as const, id, fields: { deleted: false } }];
	await commitAct(db, { name: 'Restore interview', edits, moment });
}
