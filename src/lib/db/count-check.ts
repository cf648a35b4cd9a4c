/** Compares the kept count of sealed history with the history itself. */
import type { CardClass } from '../statistics/card-course.ts';
import { dayOfKey, groupOfKey, type LogCount } from '../statistics/log-count.ts';
import type { SumTable } from '../statistics/sum-table.ts';
import { unpackCount } from './count-bytes.ts';
import type { Counted } from './kept-count.ts';
import { isCurrent, recentLog } from './log-statistics.ts';
import type { OnsiteDb } from './schema.ts';
import { countSealed } from './sealed-count.ts';

/**
 * Compares the kept count of sealed history with the blocks themselves, within the caller's
 * transaction; in words where they differ, '' where all is well or nothing is kept.
 */
export async function keptCountFault(db: OnsiteDb): Promise<string> {
	const row = await db.meta.get('counted');
	if (!row) return '';
	const count = row.bytes && unpackCount(row.bytes);
	const { blocks, undone } = row.value as unknown as Partial<Counted>;
	const log = await recentLog(db);
	// What is damaged, or of another state of the blocks, is counted anew at the next look.
	if (!count || !blocks || !undone || !isCurrent({ blocks, undone }, log)) return '';
	const classOf = (id: string): CardClass => {
		const { deck = -1, groups = [] } = count.courses.get(id) ?? {};
		return { deck: count.decks[deck] ?? '', groups: groups.map((at) => count.groups[at] ?? '') };
	};
	const counted = await countSealed(db, log, classOf);
	return sameCount(count, counted.count)
		? ''
		: 'What is counted for statistics is not what history says.';
}

/** Whether two counts say the same, whatever the order in which they were made. */
export function sameCount(a: LogCount, b: LogCount): boolean {
	return canonical(a) === canonical(b);
}

function canonical(count: LogCount): string {
	const { decks, groups, courses } = count;
	const lines: string[] = [];
	for (const [key, at] of count.days.places) {
		const sums = numbersAt(count.days, at);
		const { day, deck } = dayOfKey(key);
		if (sums.some(Boolean)) lines.push(`${day} ${decks[deck]}: ${sums.join()}`);
	}
	for (const [key, at] of count.groupDays.places) {
		const sums = numbersAt(count.groupDays, at);
		const { day, deck, group } = groupOfKey(key);
		if (sums.some(Boolean)) lines.push(`${day} ${decks[deck]} ${groups[group]}: ${sums.join()}`);
	}
	for (const [id, { interval, lastDay, lastT, started }] of courses) {
		// All its entries were undone.
		if (lastT === -Infinity) continue;
		lines.push(`${id}: ${interval} ${lastDay} ${lastT} ${started}`);
	}
	return lines.sort().join('\n');
}

function numbersAt({ sums, width }: SumTable, place: number): Int32Array {
	return sums.subarray(place, place + width);
}
