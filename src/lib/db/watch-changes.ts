/** Tells which rows change, also by the page or another tab: for those who keep a copy of a whole table. */
import Dexie, { RangeSet, type IntervalTree } from 'dexie';
import { RECORD_KINDS, type RecordKind } from './record.ts';
import type { OnsiteDb } from './schema.ts';

export interface Changes {
	/** Ids of cards that were written or removed; `all` where they were too many to name. */
	cards: string[] | 'all';
	/** As of cards, those of some kinds. */
	records: [kind: RecordKind, id: string][] | 'all';
	/** Answers were written or packed. */
	reviews: boolean;
}

/** Calls `tell` after every transaction that has changed cards, records or answers. Returns what stops it. */
export function watchChanges(db: OnsiteDb, tell: (changes: Changes) => void): () => void {
	const nameOf = (table: string) => `idb://${db.name}/${table}/`;
	const listener = (parts: Record<string, IntervalTree | undefined>) => {
		const everything = parts['all'];
		const keys = (table: string) => keysOf(everything ?? parts[nameOf(table)]);
		const [cards, records] = [keys('cards'), keys('records')];
		const changes: Changes = {
			cards: cards === 'all' ? cards : cards.filter((key) => typeof key === 'string'),
			records: records === 'all' ? records : records.filter(isRecordKey),
			reviews: keys('reviews').length > 0 || keys('blocks').length > 0,
		};
		const { length } = changes.cards;
		if (length > 0 || changes.records.length > 0 || changes.reviews) tell(changes);
	};
	Dexie.on('storagemutated', listener);
	return () => Dexie.on.storagemutated.unsubscribe(listener);
}

/** Single keys; `all` where a whole range was written. */
function keysOf(tree: IntervalTree | undefined): unknown[] | 'all' {
	if (!tree || !('from' in tree)) return [];
	const keys: unknown[] = [];
	for (const { from, to } of RangeSet(tree)) {
		if (JSON.stringify(from) !== JSON.stringify(to)) return 'all';
		keys.push(from);
	}
	return keys;
}

function isRecordKey(key: unknown): key is [RecordKind, string] {
	if (!Array.isArray(key)) return false;
	const [kind, id] = key as unknown[];
	return typeof id === 'string' && RECORD_KINDS.some((known) => known === kind);
}
