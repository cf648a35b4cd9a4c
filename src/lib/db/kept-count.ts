/** Keeps the count of sealed history, so that it is not made anew at each look. */
import type { CardClass } from '../statistics/card-course.ts';
import type { LogCount } from '../statistics/log-count.ts';
import { atomically } from './atomic.ts';
import { packCount, unpackCount } from './count-bytes.ts';
import type { OnsiteDb } from './schema.ts';

/** Where a card belongs in statistics now. */
export type ClassOf = (cardId: string) => CardClass;

/** What the kept count was made of; any other state of these makes it anew, or goes on from it. */
export interface Counted {
	/** Ids of the blocks, sorted. */
	blocks: string[];
	/** Ids of undone reviews that are in blocks, sorted. */
	undone: string[];
	/** The last instant in these blocks, ms since the epoch. */
	lastT: number;
}

/** Sealed history, counted. */
export interface SealedCount extends Counted {
	count: LogCount;
}

/** `undefined` where nothing is kept, or it has classed a card otherwise than `classOf` does. */
export async function readKept(db: OnsiteDb, classOf: ClassOf): Promise<SealedCount | undefined> {
	const row = await db.meta.get('counted');
	const count = row?.bytes && unpackCount(row.bytes);
	const counted = row?.value as Partial<Counted> | undefined;
	if (!count || !counted?.blocks || !counted.undone || counted.lastT === undefined)
		return undefined;
	if (!holdsClasses(count, classOf)) return undefined;
	const { blocks, undone, lastT } = counted;
	return { count, blocks, undone, lastT };
}

/** Whether a count has classed every card as `classOf` does now. */
export function holdsClasses(count: LogCount, classOf: ClassOf): boolean {
	const models = count.models.map((weights) => weights.join());
	// Cards of a deck share their parameters: the first of each tells for all.
	const seen = new Set<number>();
	for (const [id, { deck, groups }] of count.courses) {
		const now = classOf(id);
		if (now.deck !== count.decks[deck] || now.groups.length !== groups.length) return false;
		if (now.groups.some((name, at) => name !== count.groups[groups[at] ?? -1])) return false;
		if (!seen.has(deck) && now.weights.join() !== models[deck]) return false;
		seen.add(deck);
	}
	return true;
}

/** @throws DbError */
export async function keep(
	db: OnsiteDb,
	{ count, blocks, undone, lastT }: SealedCount,
): Promise<void> {
	const bytes = packCount(count);
	await atomically(db, ['meta'], async () => {
		await db.meta.put({ key: 'counted', value: { blocks, undone, lastT }, bytes });
	});
}
