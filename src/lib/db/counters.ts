/** Adds gathered changes to the stored counters; a counter that falls to nothing is removed. */
import type { OnsiteDb } from './schema.ts';
import { DAY_COUNTERS, type Tally, type Total, type TotalCounter } from './tally.ts';

const TOTAL_COUNTERS: TotalCounter[] = ['new', 'intraday', 'due', 'suspended', 'buried', 'gone'];

/** The caller's transaction must span `days`, `dueCounts` and `totals`. */
export async function addToCounters(db: OnsiteDb, tally: Tally): Promise<void> {
	const days = [...tally.days.values()].filter((count) => DAY_COUNTERS.some((name) => count[name]));
	const due = [...tally.due.values()].filter(({ cards }) => cards !== 0);
	const totals = [...tally.totals.values()].filter(hasCards);
	await Promise.all([
		add(db, 'days', days, (count) => [count.day, count.deckId], DAY_COUNTERS),
		add(db, 'dueCounts', due, (count) => [count.deckId, count.day], ['cards']),
		add(db, 'totals', totals, (total) => total.deckId, TOTAL_COUNTERS),
	]);
}

function hasCards(total: Total): boolean {
	return TOTAL_COUNTERS.some((name) => total[name] !== 0);
}

async function add<Name extends string, Row extends Record<Name, number>>(
	db: OnsiteDb,
	tableName: string,
	changes: readonly Row[],
	keyOf: (row: Row) => string | (string | number)[],
	names: readonly Name[],
): Promise<void> {
	if (changes.length === 0) return;
	const table = db.table<Row, string | (string | number)[]>(tableName);
	const stored = await table.bulkGet(changes.map(keyOf));
	const kept: Row[] = [];
	const empty: (string | (string | number)[])[] = [];
	changes.forEach((change, index) => {
		const old = stored[index];
		const sum: Row = { ...change };
		if (old) for (const name of names) sum[name] = (old[name] + change[name]) as Row[Name];
		if (names.some((name) => sum[name] !== 0)) kept.push(sum);
		else empty.push(keyOf(change));
	});
	if (kept.length > 0) await table.bulkPut(kept);
	if (empty.length > 0) await table.bulkDelete(empty);
}
