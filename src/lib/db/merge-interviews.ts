/** Unites the interviews of a backup with those that are here. */
import type { Moment } from '../interview/interview-event.ts';
import { addTo } from './add-to.ts';
import type { BackupIndex } from './backup-file.ts';
import type { Draft, EventRow } from './interview-rows.ts';
import type { OnsiteDb } from './schema.ts';

type Incoming = Pick<BackupIndex, 'interviews' | 'events' | 'drafts'>;

/**
 * The union of facts; of what is being typed the later text. Says how many interviews, and how many facts and
 * texts, were not known. Within the caller's transaction.
 */
export async function mergeInterviews(
	db: OnsiteDb,
	incoming: Incoming,
): Promise<{ interviews: number; events: number }> {
	const [interviews, events] = await Promise.all([
		db.interviews.toCollection().primaryKeys(),
		db.interviewEvents.toCollection().primaryKeys(),
	]);
	const [known, knownEvents] = [new Set(interviews), new Set(events)];
	const unknown = incoming.interviews.filter(({ id }) => addTo(known, id));
	const unknownEvents = incoming.events.filter(({ id }) => addTo(knownEvents, id));
	await db.interviews.bulkAdd(unknown);
	await db.interviewEvents.bulkAdd(unknownEvents);
	await dropOldDrafts(db, unknownEvents);
	const drafts = await newerDrafts(db, incoming);
	await db.drafts.bulkPut(drafts);
	return { interviews: unknown.length, events: unknownEvents.length + drafts.length };
}

/** A draft is newer than the facts of its pane that were known when it was kept, but not than those that have come. */
async function dropOldDrafts(db: OnsiteDb, come: readonly EventRow[]): Promise<void> {
	const drafts = await db.drafts.toArray();
	const old = drafts.filter((draft) =>
		come.some((event) => isPadOf(event, draft) && !isBefore(event.at, draft.at)),
	);
	await db.drafts.bulkDelete(old.map(({ interview, pane }) => [interview, pane]));
}

/** The drafts of the file that nothing here is newer than. */
async function newerDrafts(db: OnsiteDb, { events, drafts }: Incoming): Promise<Draft[]> {
	const inFile = new Set(events.map(({ id }) => id));
	const newer: Draft[] = [];
	for (const draft of drafts) {
		const { interview, pane } = draft;
		const here = await db.drafts.get([interview, pane]);
		if (here && !isBefore(here.at, draft.at)) continue;
		const stored = await db.interviewEvents
			.where('[interview+kind]')
			.equals([interview, 'pad'])
			.toArray();
		// A fact that the file does not know was made after it, or on another device: its own stamp decides.
		const late = stored.some(
			(event) => !inFile.has(event.id) && isPadOf(event, draft) && !isBefore(event.at, draft.at),
		);
		if (!late) newer.push(draft);
	}
	return newer;
}

function isPadOf(event: EventRow, { interview, pane }: Draft): boolean {
	return event.kind === 'pad' && event.interview === interview && event.pane === pane;
}

/** Within one life of a page by the clock that only goes forward. */
function isBefore(a: Moment, b: Moment): boolean {
	return a.page === b.page ? a.mono < b.mono : a.wall < b.wall;
}
