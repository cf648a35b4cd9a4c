/** Gives things the numbers that Anki calls them by: their own where they have one, else one of the time. */
import { hashText } from '../../content/hash.ts';

/** Anki keeps 1 for what every collection has. */
const LEAST = 2;

export class NumericIds {
	private readonly byKey = new Map<string, number>();
	private readonly used = new Set<number>();
	/** By a used number, one that lies behind a row of used ones: notes that came together have numbers in a row. */
	private readonly behind = new Map<number, number>();
	private next: number;

	/**
	 * @param from ms since the epoch at which new numbers begin
	 * @param steady the same key has the same number in every file, for what Anki knows by its number alone
	 */
	constructor(
		from: number,
		private readonly steady = false,
	) {
		this.next = from;
	}

	/** The first number from `from` on that is free, the same for the same key. */
	near(key: string, from: number): number {
		const given = this.byKey.get(key);
		if (given !== undefined) return given;
		let id = from;
		const passed: number[] = [];
		while (this.used.has(id)) {
			passed.push(id);
			id = this.behind.get(id) ?? id + 1;
		}
		for (const each of passed) this.behind.set(each, id + 1);
		this.used.add(id);
		this.byKey.set(key, id);
		return id;
	}

	/** The same number for the same key, and for no other. @param known the number that it had */
	of(key: string, known = key): number {
		const given = this.byKey.get(key);
		if (given !== undefined) return given;
		const own = /^[1-9]\d{0,15}$/.test(known) ? Number(known) : 0;
		const usable = own >= LEAST && Number.isSafeInteger(own) && !this.used.has(own);
		let id = usable ? own : this.steady ? steadyNumber(key) : this.next;
		if (!usable && this.steady) while (this.used.has(id)) id += 1;
		while (this.used.has(id)) id = ++this.next;
		this.used.add(id);
		this.byKey.set(key, id);
		return id;
	}
}

/** Anki's numbers are instants; these lie in years before it. */
function steadyNumber(key: string): number {
	return 100_000_000_000 + (parseInt(hashText(key).slice(2), 16) % 900_000_000_000);
}
