/** Reads and seals the review log: recent days as rows, older ones in blocks, undo marks applied. */
import type { Review } from '../scheduler/review.ts';
import { readBlocksOf } from './block-cards.ts';
import { atomically, reading } from './atomic.ts';
import { decodeBlock, decodeParts, packBlock, REVIEWS_PER_BLOCK } from './block.ts';
import { breathe } from './breathe.ts';
import { recordsOf } from './records.ts';
import { byTime, isSound } from './review-fact.ts';
import type { BlockRow, OnsiteDb, ReviewRow } from './schema.ts';

/** Up to so many cards are looked up one by one. */
const FEW = 50;
/** So many rows are decoded between two looks at the database, in which the screen has its turn. */
const AT_ONCE = 6_000;

/** Every review of a card, sorted by time and id, undone ones marked `void`. */
export async function reviewsOfCard(db: OnsiteDb, cardId: string): Promise<Review[]> {
	return reading(db, ['reviews', 'blocks', 'records', 'meta'], async () => {
		const rows = await db.reviews.where('cardId').equals(cardId).toArray();
		const cardIds = new Set([cardId]);
		await readBlocksOf(db, cardIds, ({ bytes }) => rows.push(...decodeBlock(bytes, { cardIds })));
		const voids = await db.records.bulkGet(rows.map(({ id }) => ['void', id] as const));
		return rows
			.map((row, index) => (voids[index]?.fields['void'] === true ? { ...row, void: true } : row))
			.sort(byTime);
	});
}

/**
 * The reviews of many cards, by card, sorted and undone ones marked; within the caller's transaction. Part by
 * part, so that the screen stays alive.
 */
export async function reviewsOfCards(
	db: OnsiteDb,
	cardIds: ReadonlySet<string>,
): Promise<Map<string, Review[]>> {
	const found: ReviewRow[] =
		cardIds.size <= FEW
			? await db.reviews
					.where('cardId')
					.anyOf([...cardIds])
					.toArray()
			: (await db.reviews.toArray()).filter(({ cardId }) => cardIds.has(cardId));
	await readBlocksOf(db, cardIds, (block) => inParts(db, block, (row) => found.push(row), cardIds));
	const voids = await voidedIds(db);
	const logs = new Map<string, Review[]>();
	for (const row of found.sort(byTime)) {
		const review = voids.has(row.id) ? { ...row, void: true } : row;
		const log = logs.get(row.cardId);
		if (log) log.push(review);
		else logs.set(row.cardId, [review]);
	}
	return logs;
}

/** The whole log in no particular order, undone reviews marked `void`; for statistics and repair. */
export async function allReviews(db: OnsiteDb): Promise<Review[]> {
	return reading(db, ['reviews', 'blocks', 'records'], async () => {
		const voids = await voidedIds(db);
		const facts = await allFacts(db);
		if (voids.size === 0) return facts;
		return facts.map((fact) => (voids.has(fact.id) ? { ...fact, void: true } : fact));
	});
}

/** Ids of all reviews that are undone. */
async function voidedIds(db: OnsiteDb): Promise<Set<string>> {
	const records = await recordsOf(db, 'void');
	return new Set(records.filter(({ fields }) => fields['void'] === true).map(({ id }) => id));
}

/** The whole log without undo marks and damaged rows, within the caller's transaction. */
export async function allFacts(db: OnsiteDb): Promise<ReviewRow[]> {
	const facts = (await db.reviews.toArray()).filter(isSound);
	for (const id of await db.blocks.toCollection().primaryKeys()) {
		const block = await db.blocks.get(id);
		if (block) await inParts(db, block, (row) => facts.push(row));
	}
	return facts;
}

/** Hands over the reviews of a block, or those of some cards, part by part. */
async function inParts(
	db: OnsiteDb,
	{ bytes }: BlockRow,
	take: (row: ReviewRow) => void,
	cardIds?: ReadonlySet<string>,
): Promise<void> {
	for (const part of decodeParts(bytes, AT_ONCE, cardIds)) {
		part.forEach(take);
		await breathe(db);
	}
}

/**
 * Packs reviews of study days before `beforeDay` into blocks and removes their rows, in one
 * transaction. Returns how many were packed; waits until `atLeast` have gathered, so that blocks
 * do not become many and small.
 */
export async function sealHistory(
	db: OnsiteDb,
	beforeDay: number,
	atLeast = 1_000,
): Promise<number> {
	return atomically(db, ['reviews', 'blocks'], async () => {
		const old = db.reviews.where('day').below(beforeDay);
		if ((await old.count()) < atLeast) return 0;
		// What is damaged stays a row, where the check finds it.
		const rows = (await old.toArray()).filter(isSound);
		await db.blocks.bulkPut(blocksOf(rows));
		await db.reviews.bulkDelete(rows.map(({ id }) => id));
		return rows.length;
	});
}

/** Reviews as blocks, in the order of their time. */
export function blocksOf(reviews: readonly ReviewRow[]): BlockRow[] {
	const sorted = [...reviews].sort(byTime);
	const blocks: BlockRow[] = [];
	for (let start = 0; start < sorted.length; start += REVIEWS_PER_BLOCK) {
		blocks.push(packBlock(sorted.slice(start, start + REVIEWS_PER_BLOCK)));
	}
	return blocks;
}
