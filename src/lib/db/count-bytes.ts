/** A counted log as bytes and back, so that it can be kept. */
import { DAY_SUMS, GROUP_SUMS } from '../statistics/day-sums.ts';
import { emptyLogCount, type LogCount } from '../statistics/log-count.ts';
import { usedSums, type SumTable } from '../statistics/sum-table.ts';

interface Head {
	format: 2;
	/** Numbers in each sum: a release that counts something else finds here that this will not do. */
	widths: number[];
	decks: string[];
	/** FSRS parameters of each deck. */
	models: (readonly number[])[];
	groups: string[];
	cards: string[];
	/** Decks and groups of cards, of which there are few kinds. */
	kinds: { deck: number; groups: readonly number[] }[];
	days: number;
	groupDays: number;
}

const COURSE = 7;
const WIDTHS = [DAY_SUMS, GROUP_SUMS, COURSE];

/** The same count gives the same bytes where it was counted in the same order. */
export function packCount(count: LogCount): Uint8Array<ArrayBuffer> {
	const { decks, models, groups, courses, days, groupDays } = count;
	const kinds: Head['kinds'] = [];
	const kindOf = new Map<string, number>();
	const rows = new Float64Array(courses.size * COURSE);
	let row = 0;
	for (const { deck, groups, ...course } of courses.values()) {
		const { interval, lastDay, lastT, started, stability, difficulty } = course;
		const name = `${deck} ${groups.join()}`;
		const kind = kindOf.get(name) ?? kinds.push({ deck, groups }) - 1;
		kindOf.set(name, kind);
		const own = [kind, interval, lastDay, lastT, started ? 1 : 0, stability, difficulty];
		rows.set(own, COURSE * row++);
	}
	const head: Head = {
		...{ format: 2, widths: WIDTHS, decks, models, groups, kinds, cards: [...courses.keys()] },
		...{ days: days.places.size, groupDays: groupDays.places.size },
	};
	const text = new TextEncoder().encode(JSON.stringify(head));
	const parts = [
		...[rows, keysOf(days), keysOf(groupDays)],
		...[usedSums(days), usedSums(groupDays)],
	];
	let at = startOf(text.length);
	const bytes = new Uint8Array(at + parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
	new DataView(bytes.buffer).setUint32(0, text.length, true);
	bytes.set(text, 4);
	for (const { buffer, byteLength } of parts) {
		bytes.set(new Uint8Array(buffer), at);
		at += byteLength;
	}
	return bytes;
}

/** Behind the length and the head, on a multiple of 8. */
function startOf(headBytes: number): number {
	return Math.ceil((4 + headBytes) / 8) * 8;
}

function keysOf({ places }: SumTable): Float64Array<ArrayBuffer> {
	return Float64Array.from(places.keys());
}

/** The count within bytes; `undefined` where they hold none that this release can go on from. */
export function unpackCount(packed: Uint8Array<ArrayBuffer>): LogCount | undefined {
	try {
		return unpack(packed.byteOffset % 8 === 0 ? packed : packed.slice());
	} catch {
		// Damage costs nothing but a new count.
		return undefined;
	}
}

function unpack(bytes: Uint8Array<ArrayBuffer>): LogCount | undefined {
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
	const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length));
	const head = JSON.parse(text) as Head;
	if (head.format !== 2 || String(head.widths) !== String(WIDTHS)) return undefined;
	let at = bytes.byteOffset + startOf(length);
	const next = (size: number) => {
		const here = at;
		at += size;
		return here;
	};
	const doubles = (size: number) => new Float64Array(bytes.buffer, next(size * 8), size);
	const rows = doubles(head.cards.length * COURSE);
	const [days, groupDays] = [doubles(head.days), doubles(head.groupDays)];
	const table = (keys: Float64Array, width: number): SumTable => {
		const sums = new Int32Array(bytes.buffer, next(keys.length * width * 4), keys.length * width);
		const places = new Map<number, number>();
		for (let row = 0; row < keys.length; row += 1) places.set(keys[row] ?? 0, row * width);
		return { width, places, sums };
	};
	const { decks, models, groups } = head;
	const count = { ...emptyLogCount(), decks, models, groups };
	count.days = table(days, DAY_SUMS);
	count.groupDays = table(groupDays, GROUP_SUMS);
	if (at !== bytes.byteOffset + bytes.byteLength) return undefined;
	head.cards.forEach((id, row) => {
		const at = row * COURSE;
		const kind = head.kinds[rows[at] ?? -1];
		// One literal and plain places: of tens of thousands, views and spreads take ten times as long.
		count.courses.set(id, {
			deck: kind?.deck ?? 0,
			groups: kind?.groups ?? [],
			interval: rows[at + 1] ?? 0,
			lastDay: rows[at + 2] ?? 0,
			lastT: rows[at + 3] ?? 0,
			started: rows[at + 4] === 1,
			stability: rows[at + 5] ?? 0,
			difficulty: rows[at + 6] ?? 0,
		});
	});
	return count;
}
