/** Compares the kept count of sealed history with the history itself. */
import type { CardClass } from '../statistics/card-course.ts';
import { dayOfKey, groupOfKey, layersOf, type LogCount } from '../statistics/log-count.ts';
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
		return {
			...{ deck: count.decks[deck] ?? '', weights: count.models[deck] ?? [] },
			groups: groups.map((at) => count.groups[at] ?? ''),
		};
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
	const { decks, groups } = count;
	const sums = new Map<string, number[]>();
	const add = (name: string, own: Int32Array) => {
		const all = sums.get(name);
		sums.set(name, all ? all.map((each, at) => each + (own[at] ?? 0)) : [...own]);
	};
	const courses = new Map<string, string>();
	for (const layer of layersOf(count)) {
		for (const [key, at] of layer.days.places) {
			const { day, deck } = dayOfKey(key);
			add(`${day} ${decks[deck]}`, numbersAt(layer.days, at));
		}
		for (const [key, at] of layer.groupDays.places) {
			const { day, deck, group } = groupOfKey(key);
			add(`${day} ${decks[deck]} ${groups[group]}`, numbersAt(layer.groupDays, at));
		}
		for (const [id, course] of layer.courses) {
			const { interval, lastDay, lastT, started, stability, difficulty } = course;
			// All its entries were undone.
			if (lastT === -Infinity || courses.has(id)) continue;
			courses.set(
				id,
				`${id}: ${interval} ${lastDay} ${lastT} ${started} ${stability} ${difficulty}`,
			);
		}
	}
	const lines = [...sums].flatMap(([name, own]) =>
		own.some(Boolean) ? [`${name}: ${own.join()}`] : [],
	);
	return [...lines, ...courses.values()].sort().join('\n');
}

function numbersAt({ sums, width }: SumTable, place: number): Int32Array {
	return sums.subarray(place, place + width);
}
