/** Adds gathered changes to the stored counters; a counter that falls to nothing is removed. */
import type { Table } from 'dexie';
import { putMany } from './put-many.ts';
import type { OnsiteDb } from './schema.ts';
import {
	DAY_COUNTERS,
	type DayCount,
	type DueCount,
	type Tally,
	type Total,
	type TotalCounter,
} from './tally.ts';

const TOTAL_COUNTERS: TotalCounter[] = ['new', 'intraday', 'due', 'suspended', 'buried', 'gone'];

type Key = string | (string | number)[];
/** From so many counters on it is quicker to read all than each. */
const MANY = 500;

type Counter = 'days' | 'dueCounts' | 'totals';

/** Counters as stored, by table and key; `undefined` where none is stored. */
export type KnownCounters = ReadonlyMap<string, object | undefined>;

const nameOf = (table: Counter, key: Key) => `${table} ${String(key)}`;
const KEYS = {
	days: ({ day, deckId }: DayCount): Key => [day, deckId],
	dueCounts: ({ deckId, day }: DueCount): Key => [deckId, day],
	totals: ({ deckId }: Total): Key => deckId,
};

/** The stored counters that `tally` touches, for `addToCounters` of the same transaction. */
export async function readCounters(db: OnsiteDb, tally: Tally): Promise<KnownCounters> {
	const known = new Map<string, object | undefined>();
	const read = async (table: Counter, keys: Key[]) => {
		const rows = await db.table<object, Key>(table).bulkGet(keys);
		keys.forEach((key, at) => known.set(nameOf(table, key), rows[at]));
	};
	await Promise.all([
		read('days', [...tally.days.values()].map(KEYS.days)),
		read('dueCounts', [...tally.due.values()].map(KEYS.dueCounts)),
		read('totals', [...tally.totals.values()].map(KEYS.totals)),
	]);
	return known;
}

/**
 * The caller's transaction must span `days`, `dueCounts` and `totals`.
 * @param known what `readCounters` found earlier in this transaction, so that it is not read again
 */
export async function addToCounters(
	db: OnsiteDb,
	tally: Tally,
	known: KnownCounters = new Map(),
): Promise<void> {
	const days = [...tally.days.values()].filter((count) => DAY_COUNTERS.some((name) => count[name]));
	const due = [...tally.due.values()].filter(({ cards }) => cards !== 0);
	const totals = [...tally.totals.values()].filter(hasCards);
	await Promise.all([
		add(db, 'days', days, KEYS.days, DAY_COUNTERS, known),
		add(db, 'dueCounts', due, KEYS.dueCounts, ['cards'], known),
		add(db, 'totals', totals, KEYS.totals, TOTAL_COUNTERS, known),
	]);
}

function hasCards(total: Total): boolean {
	return TOTAL_COUNTERS.some((name) => total[name] !== 0);
}

async function add<Name extends string, Row extends Record<Name, number>>(
	db: OnsiteDb,
	tableName: Counter,
	changes: readonly Row[],
	keyOf: (row: Row) => Key,
	names: readonly Name[],
	known: KnownCounters,
): Promise<void> {
	if (changes.length === 0) return;
	const table = db.table<Row, Key>(tableName);
	const keys = changes.map(keyOf);
	const stored = keys.every((key) => known.has(nameOf(tableName, key)))
		? keys.map((key) => known.get(nameOf(tableName, key)) as Row | undefined)
		: await storedRows(table, keys);
	const kept: Row[] = [];
	const empty: Key[] = [];
	changes.forEach((change, index) => {
		const old = stored[index];
		const sum: Row = { ...change };
		if (old) for (const name of names) sum[name] = (old[name] + change[name]) as Row[Name];
		if (names.some((name) => sum[name] !== 0)) kept.push(sum);
		else empty.push(keyOf(change));
	});
	await Promise.all([
		kept.length > 0 && putMany(table, kept),
		empty.length > 0 && table.bulkDelete(empty),
	]);
}

/** The rows of these keys; where they are many, all rows at once are sooner read. */
async function storedRows<Row>(table: Table<Row, Key>, keys: Key[]): Promise<(Row | undefined)[]> {
	if (keys.length < MANY) return table.bulkGet(keys);
	const all = table.toCollection();
	const [names, rows] = await Promise.all([all.primaryKeys(), all.toArray()]);
	const byName = new Map(names.map((key, at) => [String(key), rows[at]]));
	return keys.map((key) => byName.get(String(key)));
}
