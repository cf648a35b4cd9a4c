/** Counts the history that lies in blocks, and goes on where more has been sealed. */
import type { Review } from '../scheduler/review.ts';
import {
	countEntry,
	countLog,
	courseOf,
	emptyLogCount,
	type LogCount,
} from '../statistics/log-count.ts';
import { decodeBlock, scanBlock } from './block.ts';
import { byTime } from './review-fact.ts';
import { keep, readKept, type ClassOf, type Counted, type SealedCount } from './kept-count.ts';
import { isCurrent } from './log-statistics.ts';
import type { BlockRow, OnsiteDb } from './schema.ts';

/** What sealed history consists of. */
type SealedState = Pick<Counted, 'blocks' | 'undone'>;

/**
 * Sealed history, counted: from the kept count where it holds, by adding to it what was sealed since,
 * else from the begin; then kept for the next time. Calls `pause` after each block, so that the screen
 * stays alive.
 * @param state of sealed history, as `recentLog` has just found it
 * @param classOf where each card belongs now; a kept count that has classed one otherwise is left
 * @throws DbError
 */
export async function sealedCount(
	db: OnsiteDb,
	{ blocks, undone }: SealedState,
	classOf: ClassOf,
	pause?: () => Promise<void>,
): Promise<SealedCount> {
	const kept = await readKept(db, classOf);
	if (kept && isCurrent(kept, { blocks, undone })) return kept;
	const sealed =
		(kept && (await goOn(db, kept, { blocks, undone }, classOf, pause))) ??
		(await countSealed(db, { blocks, undone }, classOf, pause));
	// Where it cannot be kept (no room, or data that may only be read) it is counted again next time.
	await keep(db, sealed).catch(() => {});
	return sealed;
}

/** Sealed history, counted from the begin, within the caller's transaction. */
export async function countSealed(
	db: OnsiteDb,
	state: SealedState,
	classOf: ClassOf,
	pause?: () => Promise<void>,
): Promise<SealedCount> {
	return (
		(await goOn(db, nothing(), state, classOf, pause)) ?? (await countTogether(db, state, classOf))
	);
}

function nothing(): SealedCount {
	return { count: emptyLogCount(), blocks: [], undone: [], lastT: -Infinity };
}

/** Adds the blocks that are not in a count yet; `undefined` where that would not count all entries in order. */
async function goOn(
	db: OnsiteDb,
	{ count, ...counted }: SealedCount,
	{ blocks, undone }: SealedState,
	classOf: ClassOf,
	pause?: () => Promise<void>,
): Promise<SealedCount | undefined> {
	const [known, before] = [new Set(counted.blocks), new Set(counted.undone)];
	const [added, newlyUndone] = [minus(blocks, known), minus(undone, before)];
	if (blocks.length - added.length !== known.size) return undefined;
	if (undone.length - newlyUndone.length !== before.size) return undefined;
	const spans: Span[] = [];
	for (const block of await db.blocks.bulkGet(added)) if (block) spans.push(spanOf(block));
	spans.sort((a, b) => a.from - b.from);
	let { lastT } = counted;
	for (const { from, to } of spans) {
		if (from <= lastT) return undefined;
		lastT = to;
	}
	const met = new Set<string>();
	for (const { block } of spans) {
		countBlock(block, count, { undone: new Set(newlyUndone), met }, classOf);
		await pause?.();
	}
	// What was undone later within blocks that were counted before cannot be taken out again.
	if (known.size > 0 && met.size !== newlyUndone.length) return undefined;
	return { count, blocks, undone, lastT };
}

function minus(ids: readonly string[], known: ReadonlySet<string>): string[] {
	return ids.filter((id) => !known.has(id));
}

/** When the entries of a block begin and end, ms since the epoch. */
interface Span {
	block: BlockRow;
	from: number;
	to: number;
}

function spanOf(block: BlockRow): Span {
	const span = { block, from: Infinity, to: -Infinity };
	let last = -Infinity;
	scanBlock(block.bytes, () => ({ t }) => {
		span.from = Math.min(span.from, t);
		span.to = Math.max(span.to, t);
		// Entries out of order make it one that no other can follow.
		if (t < last) span.from = -Infinity;
		last = t;
	});
	return span;
}

function countBlock(
	{ bytes }: BlockRow,
	count: LogCount,
	voids: { undone: ReadonlySet<string>; met: Set<string> },
	classOf: ClassOf,
): void {
	const tails = new Set([...voids.undone].map((each) => parseInt(each.slice(-8), 16)));
	scanBlock(bytes, (cards) => {
		const courses = cards.map((card) => courseOf(count, card, classOf));
		return (review) => {
			if (tails.size > 0 && tails.has(review.tail()) && voids.undone.has(review.id())) {
				voids.met.add(review.id());
				return;
			}
			const course = courses[review.card];
			if (course) countEntry(count, course, review);
		};
	});
}

/** Two devices wrote at the same time, so that blocks overlap: only all entries together are in order. */
async function countTogether(
	db: OnsiteDb,
	{ blocks, undone }: SealedState,
	classOf: ClassOf,
): Promise<SealedCount> {
	const all = await sealedReviews(db, undone);
	const count = countLog(emptyLogCount(), all, classOf);
	return { count, blocks, undone, lastT: all.at(-1)?.t ?? -Infinity };
}

/** Every review in blocks, sorted, undone ones marked. */
async function sealedReviews(db: OnsiteDb, undone: readonly string[]): Promise<Review[]> {
	const voids = new Set(undone);
	const all: Review[] = [];
	for (const { bytes } of await db.blocks.toArray()) {
		for (const fact of decodeBlock(bytes)) {
			all.push(voids.has(fact.id) ? { ...fact, void: true } : fact);
		}
	}
	return all.sort(byTime);
}
