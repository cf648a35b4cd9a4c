/** A database as text that is equal exactly where two databases say the same. */
import { UNMARKED } from '../../src/lib/scheduler/card-state.ts';
import { allAttempts } from '../../src/lib/db/attempts.ts';
import { allReviews } from '../../src/lib/db/history.ts';
import { byTime } from '../../src/lib/db/review-fact.ts';
import { isOwnCard } from '../../src/lib/content/own-note.ts';
import type { CardRow } from '../../src/lib/db/card-row.ts';
import type { StampedRecord } from '../../src/lib/db/record.ts';
import type { OnsiteDb } from '../../src/lib/db/schema.ts';
import type { Total } from '../../src/lib/db/tally.ts';

/**
 * Facts, fields and all caches. Without `stamps`, what an undo leaves behind does not show: reviews
 * marked void, stamps of fields, and fields that say what holds anyway.
 */
export async function canonicalDump(db: OnsiteDb, stamps = false): Promise<string> {
	const records = await db.records.toArray();
	const reviews = (await allReviews(db)).sort(byTime);
	return JSON.stringify(
		{
			reviews: reviews.filter((review) => stamps || !review.void),
			records: stamps ? records : records.map(plain).filter(({ fields }) => fields.length > 0),
			cards: (await db.cards.toArray()).filter((row) => stamps || !isLeftover(row)),
			attempts: (await allAttempts(db)).filter((attempt) => stamps || !attempt.void),
			interviews: await db.interviews.toArray(),
			interviewEvents: await db.interviewEvents.toArray(),
			drafts: await db.drafts.toArray(),
			media: await db.media.toCollection().primaryKeys(),
			params: await db.params.toArray(),
			days: await db.days.toArray(),
			dueCounts: await db.dueCounts.toArray(),
			totals: (await db.totals.toArray()).flatMap((total) => withoutHidden(total, stamps)),
		},
		sorted,
		1,
	);
}

/** The card of a note whose adding was undone: hidden, and nothing was ever done with it. */
function isLeftover({ id, gone, lastEntryT, phase }: CardRow): boolean {
	return isOwnCard(id) && gone && phase === 'new' && lastEntryT === 0;
}

function withoutHidden(total: Total, stamps: boolean): Total[] {
	if (stamps || total.deckId === 'catalog') return [total];
	const shown = { ...total, gone: 0 };
	return Object.values(shown).some((count) => Number(count) > 0) ? [shown] : [];
}

function plain({ kind, id, fields }: StampedRecord) {
	const usual: Record<string, unknown> = { ...UNMARKED };
	const entries = Object.entries(fields).filter(([name, value]) => {
		if (kind === 'void') return false;
		// A deletion that was taken back.
		if (value === null || (name === 'deleted' && value === false)) return false;
		return kind !== 'mark' || usual[name] !== value;
	});
	return { kind, id, fields: entries };
}

function sorted(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every row of every table as it is, to show that nothing at all was written. */
export async function exactDump(db: OnsiteDb): Promise<string> {
	const tables = await Promise.all(
		db.tables.map(async (table) => [table.name, await table.toArray()] as const),
	);
	return JSON.stringify(tables, (_key, value: unknown) =>
		value instanceof Uint8Array ? [...value] : value,
	);
}

/** Where two dumps part, with what stands around; '' where they are equal. */
export function firstDifference(a: string, b: string): string {
	if (a === b) return '';
	let at = 0;
	while (a[at] === b[at]) at += 1;
	const around = (text: string) => text.slice(Math.max(0, at - 150), at + 150);
	return `${around(a)}\n≠\n${around(b)}`;
}
