/** Tells which blocks of the log hold answers of a card, so that the others need not be read. */
import Dexie from 'dexie';
import { hash32 } from '../scheduler/seed.ts';
import { cardsOfBlock } from './block.ts';
import type { BlockRow, OnsiteDb } from './schema.ts';

/** With the id of a block, which names its content: what is kept under it never goes stale. */
const PREFIX = 'cards-of-block/' as const;

/**
 * Reads the blocks in which these cards may occur, one after another. A block that was never looked at is
 * read too; which cards it has is kept for the next time where the caller's transaction may write `meta`.
 */
export async function readBlocksOf(
	db: OnsiteDb,
	cardIds: ReadonlySet<string>,
	take: (block: BlockRow) => unknown,
): Promise<void> {
	const ids = await db.blocks.toCollection().primaryKeys();
	const { mode, storeNames } = Dexie.currentTransaction;
	const knows = storeNames.includes('meta');
	const kept = knows ? await db.meta.bulkGet(ids.map((id) => `${PREFIX}${id}` as const)) : [];
	const wanted = new Set([...cardIds].map((id) => hash32(id)));
	const learned = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const [at, id] of ids.entries()) {
		const known = kept[at]?.bytes;
		if (known && !holdsOne(known, wanted)) continue;
		const block = await db.blocks.get(id);
		if (!block) continue;
		if (!known) learned.set(id, hashesOf(cardsOfBlock(block.bytes)));
		await take(block);
	}
	if (knows && mode === 'readwrite' && learned.size > 0) await keep(db, new Set(ids), learned);
}

async function keep(
	db: OnsiteDb,
	ids: ReadonlySet<string>,
	learned: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<void> {
	const keys = await db.meta.where('key').startsWith(PREFIX).primaryKeys();
	await db.meta.bulkDelete(keys.filter((key) => !ids.has(key.slice(PREFIX.length))));
	await db.meta.bulkPut(
		[...learned].map(([id, bytes]) => ({ key: `${PREFIX}${id}` as const, value: null, bytes })),
	);
}

/** Two cards of one hash cost a reading, nothing else. */
function hashesOf(cards: readonly string[]): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Uint32Array.from(cards, (id) => hash32(id)).buffer);
}

function holdsOne(bytes: Uint8Array<ArrayBuffer>, wanted: ReadonlySet<number>): boolean {
	return new Uint32Array(bytes.slice().buffer).some((hash) => wanted.has(hash));
}
