/** Finds facts whose interview is missing, and makes its row anew from them. */
import type { EventRow, InterviewRow } from './interview-rows.ts';
import type { Finding } from './rebuild.ts';
import type { OnsiteDb } from './schema.ts';

const CIVIL_DAY = 86_400_000;

/**
 * The rows that are missing. Facts without a beginning show nothing to anybody and are passed over. Within the
 * caller's transaction.
 */
export async function lostInterviews(db: OnsiteDb): Promise<InterviewRow[]> {
	const [named, known] = await Promise.all([
		db.interviewEvents.orderBy('interview').uniqueKeys(),
		db.interviews.toCollection().primaryKeys(),
	]);
	const ids = named.map(String).filter((id) => !known.includes(id));
	const starts = await db.interviewEvents
		.where('[interview+kind]')
		.anyOf(ids.map((id) => [id, 'start']))
		.toArray();
	const rows = new Map(starts.flatMap(rowFrom).map((row) => [row.id, row]));
	return [...rows.values()];
}

/** What a missing row is told as. */
export function findingOf({ id, question }: InterviewRow): Finding {
	const text = `Interview ${id} (${question}) has facts but was missing; it is listed again.`;
	return { kind: 'interview', text, cardIds: [] };
}

/** Zone and device are unknown: the day is the one in UTC. */
function rowFrom(event: EventRow): InterviewRow[] {
	if (event.kind !== 'start') return [];
	const { interview: id, question, version, mode, level, minutes, only, exercise, at } = event;
	const row: InterviewRow = {
		...{ id, question, version, title: question, mode, level, minutes },
		...(only ? { only } : {}),
		...(exercise ? { exercise } : {}),
		...{ t: at.wall, tz: 0, day: Math.floor(at.wall / CIVIL_DAY), dev: '' },
	};
	return [row];
}
