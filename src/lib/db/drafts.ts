/** What is being typed in an interview, kept at every change; it becomes a fact when the pane is left. */
import type { InterviewEvent, Moment } from '../interview/interview-event.ts';
import { atomically } from './atomic.ts';
import type { Draft } from './interview-rows.ts';
import { addEvents, storedEvents } from './interviews.ts';
import type { OnsiteDb } from './schema.ts';

export type { Draft } from './interview-rows.ts';

const TABLES = ['interviews', 'interviewEvents', 'drafts', 'outbox'] as const;

/** Keeps the text of a pane over the one kept before. @throws DbError, and the old one stays then */
export async function keepDraft(db: OnsiteDb, draft: Draft): Promise<void> {
	await atomically(db, ['drafts', 'outbox'], async () => {
		const { interview, pane } = draft;
		await db.drafts.put(draft);
		// Typing goes on for minutes: of a row of entries that say the same, the last is enough.
		const last = await db.outbox.toCollection().last();
		const same = last?.what === 'draft' && last.interview === interview && last.pane === pane;
		if (same && last.seq !== undefined) await db.outbox.delete(last.seq);
		await db.outbox.add({ what: 'draft', interview, pane });
	});
}

/** The drafts of an interview that are not yet facts, one a pane: each newer than the last `pad` event of its pane. */
export async function draftsOf(db: OnsiteDb, interview: string): Promise<Draft[]> {
	return db.drafts
		.where('[interview+pane]')
		.between([interview, ''], [interview, '\uffff'])
		.toArray();
}

/**
 * Makes facts of the drafts of an interview that was cut off, behind all others, in one transaction; returns
 * all its facts. Harmless where there are none.
 * @throws DbError, and nothing is changed then
 */
export async function settleDrafts(
	db: OnsiteDb,
	interview: string,
	newId: () => string,
): Promise<InterviewEvent[]> {
	return atomically(db, TABLES, () => settle(db, interview, newId));
}

/**
 * Ends an interview behind all that is stored of it, its drafts among that, in one transaction; harmless when done
 * again.
 * @throws DbError, and nothing is changed then
 */
export async function endInterview(
	db: OnsiteDb,
	interview: string,
	{ at, newId }: { at: Moment; newId: () => string },
): Promise<void> {
	await atomically(db, TABLES, async () => {
		const events = await settle(db, interview, newId);
		if (events.some(({ kind }) => kind === 'end')) return;
		await addEvents(db, interview, [{ kind: 'end', id: newId(), seq: nextSeq(events), at }]);
	});
}

async function settle(
	db: OnsiteDb,
	interview: string,
	newId: () => string,
): Promise<InterviewEvent[]> {
	const [events, drafts] = await Promise.all([
		storedEvents(db, interview),
		draftsOf(db, interview),
	]);
	const made = drafts
		.sort((a, b) => a.at.wall - b.at.wall)
		.map(({ pane, text, at }, k): InterviewEvent => {
			return { kind: 'pad', pane, text, at, id: newId(), seq: nextSeq(events) + k };
		});
	await addEvents(db, interview, made);
	return [...events, ...made];
}

function nextSeq(events: readonly InterviewEvent[]): number {
	return (events.at(-1)?.seq ?? -1) + 1;
}
