/** Keeps what is to be said about single records: all are counted, the first many are kept with their place. */
import type { RecordKind, RecordRemark, RemarkList } from './imported.ts';

/** More than anybody reads; a file of a million broken rows must not fill the memory. */
const KEPT = 2000;

export class Remarks {
	private readonly first: RecordRemark[];
	private total: number;

	/** @param before to go on from */
	constructor(before: RemarkList = { total: 0, first: [] }) {
		this.first = [...before.first];
		this.total = before.total;
	}

	add(kind: RecordKind, number: number, label: string, reason: string): void {
		this.total += 1;
		if (this.first.length < KEPT) {
			this.first.push({ kind, number, label: label.slice(0, 80), reason });
		}
	}

	list(): RemarkList {
		return { total: this.total, first: this.first };
	}
}
