/**
 * The review log as counted for statistics. What is sealed in blocks is counted once and kept; the rows
 * of the last weeks are counted anew at each look, so that neither an answer nor an undo pays for it.
 */
import type { Review } from '../scheduler/review.ts';
import {
	countEntry,
	countLog,
	countOnTop,
	courseOf,
	emptyLogCount,
	type LogCount,
} from '../statistics/log-count.ts';
import { reading } from './atomic.ts';
import { byTime } from './review-fact.ts';
import { allReviews } from './history.ts';
import type { ClassOf, Counted, SealedCount } from './kept-count.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

/** What changes while the app is used: rows that are not sealed, and what sealed history rests on. */
export interface RecentLog {
	/** Sorted by time and id, undone ones marked. */
	reviews: Review[];
	blocks: string[];
	undone: string[];
}

/** The part of the log that is counted at each look. */
export async function recentLog(db: OnsiteDb): Promise<RecentLog> {
	return reading(db, ['reviews', 'blocks', 'records'], async () => {
		const [rows, blocks, records] = await Promise.all([
			db.reviews.toArray(),
			db.blocks.toCollection().primaryKeys(),
			recordsOf(db, 'void'),
		]);
		const voids = new Set(
			records.filter(({ fields }) => fields['void'] === true).map(({ id }) => id),
		);
		const reviews = rows.map((row): Review =>
			voids.delete(row.id) ? { ...row, void: true } : row,
		);
		return { reviews: reviews.sort(byTime), blocks: blocks.sort(), undone: [...voids].sort() };
	});
}

/** Whether sealed history is still as it was counted. */
export function isCurrent(
	sealed: Pick<Counted, 'blocks' | 'undone'>,
	{ blocks, undone }: Omit<RecentLog, 'reviews'>,
): boolean {
	return sealed.blocks.join() === blocks.join() && sealed.undone.join() === undone.join();
}

/**
 * The whole log, counted: sealed history with the rows since. `undefined` where an entry of a card is
 * older than one that is sealed already, as after a restore: then only `countWhole` counts in order.
 */
export function withRecent(
	{ count }: SealedCount,
	{ reviews }: RecentLog,
	classOf: ClassOf,
): LogCount | undefined {
	const whole = countOnTop(count);
	const { courses } = whole;
	for (const review of reviews) {
		if (review.void) continue;
		const known = courses.size;
		const course = courseOf(whole, review.cardId, classOf);
		// The first of a card is its oldest: what comes behind it is behind sealed entries too.
		if (courses.size > known && review.t <= course.lastT) return undefined;
		countEntry(whole, course, review);
	}
	return whole;
}

/** The whole log, counted at once from all its entries. @throws DbError */
export async function countWhole(db: OnsiteDb, classOf: ClassOf): Promise<LogCount> {
	return countLog(emptyLogCount(), (await allReviews(db)).sort(byTime), classOf);
}
