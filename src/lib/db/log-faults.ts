/** Finds what of the log itself cannot be read: damaged answers, and blocks that are no longer whole. */
import { decodeParts } from './block.ts';
import { breathe } from './breathe.ts';
import type { Finding } from './rebuild.ts';
import { faultOf } from './review-fact.ts';
import type { BlockRow, OnsiteDb, ReviewRow } from './schema.ts';

export interface LogFaults {
	/** Rows that can be no answer, each with the reason. */
	unsound: { row: ReviewRow; fault: string }[];
	/** Numbers of answers in blocks that cannot be read. */
	blocks: number[];
}

/** So many rows are decoded between two turns of the screen. */
const AT_ONCE = 6_000;
/** Where what was set aside lies. */
const ASIDE = 'aside';

/** Reads the whole log; within the caller's transaction. */
export async function logFaults(db: OnsiteDb): Promise<LogFaults> {
	const faults: LogFaults = { unsound: [], blocks: [] };
	for (const row of await db.reviews.toArray()) {
		const fault = faultOf(row);
		if (fault) faults.unsound.push({ row, fault });
	}
	for (const id of await db.blocks.toCollection().primaryKeys()) {
		const block = await db.blocks.get(id);
		if (block && !(await isReadable(db, block.bytes))) faults.blocks.push(block.count);
	}
	return faults;
}

async function isReadable(db: OnsiteDb, bytes: BlockRow['bytes']): Promise<boolean> {
	try {
		for (const part of decodeParts(bytes, AT_ONCE)) if (part.length > 0) await breathe(db);
		return true;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}

/** The same in words. */
export function logFindings({ unsound, blocks }: LogFaults): Finding[] {
	return [
		...unsound.map(({ row: { cardId }, fault }): Finding => {
			const text = `An answer to ${cardId} is damaged: ${fault}. It does not count; repair sets it aside.`;
			return { kind: 'answer', text, cardIds: [] };
		}),
		...blocks.map((count): Finding => {
			const text = `A part of your history, ${count} answers, cannot be read any more. Restore a backup that was made before.`;
			return { kind: 'log', text, cardIds: [], lasting: true };
		}),
	];
}

/** Takes damaged answers out of the log and keeps them as they were; within the caller's transaction. */
export async function setAside(db: OnsiteDb, { unsound }: LogFaults): Promise<void> {
	if (unsound.length === 0) return;
	const before = (await db.meta.get(ASIDE))?.value;
	const rows = unsound.map(({ row }) => JSON.stringify(row));
	await db.meta.put({ key: ASIDE, value: [...(Array.isArray(before) ? before : []), ...rows] });
	await db.reviews.bulkDelete(unsound.map(({ row }) => row.id));
}
