/** Gives things the numbers that Anki calls them by: their own where they have one, else one of the time. */

/** Anki keeps 1 for what every collection has. */
const LEAST = 2;

export class NumericIds {
	private readonly byKey = new Map<string, number>();
	private readonly used = new Set<number>();
	private next: number;

	/** @param from ms since the epoch at which new numbers begin */
	constructor(from: number) {
		this.next = from;
	}

	/** The same number for the same key, and for no other. */
	of(key: string): number {
		const known = this.byKey.get(key);
		if (known !== undefined) return known;
		const own = /^[1-9]\d{0,15}$/.test(key) ? Number(key) : 0;
		let id = own >= LEAST && Number.isSafeInteger(own) && !this.used.has(own) ? own : this.next;
		while (this.used.has(id)) id = ++this.next;
		this.used.add(id);
		this.byKey.set(key, id);
		return id;
	}
}
