/** Writes many records inside the caller's transaction under one stamp: a thousand times as quick as one by one. */
import Dexie from 'dexie';
import { follow, nextStamp, type Stamp } from './hlc.ts';
import {
	stampOf,
	writeFields,
	type Fields,
	type RecordKind,
	type StampedRecord,
} from './record.ts';
import { readClock } from './record-writer.ts';
import type { FieldChange, OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/** Rows that are written, or read, before other work may come between. */
export const ROWS_AT_ONCE = 2000;

export class RecordBatch {
	readonly #db: OnsiteDb;
	readonly #moment: WriteMoment;
	readonly #stamp: Stamp;
	#clock: Stamp;

	private constructor(db: OnsiteDb, moment: WriteMoment, clock: Stamp) {
		this.#db = db;
		this.#moment = moment;
		this.#stamp = nextStamp(clock, moment.t, moment.dev);
		this.#clock = follow(clock, this.#stamp, moment.t);
	}

	/** The caller's transaction must span `records` and `meta`. */
	static async begin(db: OnsiteDb, moment: WriteMoment): Promise<RecordBatch> {
		return new RecordBatch(db, moment, await readClock(db));
	}

	/** A record with fields written; each is stamped above what it replaces, which may be far ahead. */
	written(
		old: StampedRecord | undefined,
		{ kind, id, fields }: { kind: RecordKind; id: string; fields: Fields },
	): StampedRecord {
		const { t, dev } = this.#moment;
		return writeFields(old, kind, id, fields, (replaced) => {
			if (replaced < this.#stamp) return this.#stamp;
			const above = nextStamp(this.#clock, t, dev, replaced);
			this.#clock = follow(this.#clock, above, t);
			return above;
		});
	}

	/** Writes fields over what is there. @returns what each replaced, in the same order */
	async write(
		writes: readonly { kind: RecordKind; id: string; fields: Fields }[],
	): Promise<FieldChange[]> {
		const changes: FieldChange[] = [];
		for (let at = 0; at < writes.length; at += ROWS_AT_ONCE) {
			const some = writes.slice(at, at + ROWS_AT_ONCE);
			const stored = await this.#db.records.bulkGet(some.map(({ kind, id }) => [kind, id]));
			await this.#db.records.bulkPut(some.map((each, index) => this.written(stored[index], each)));
			some.forEach((each, index) => changes.push(changeOf(stored[index], each)));
		}
		return changes;
	}

	/** Keeps the clock for the next transaction; to be called last. */
	async save(): Promise<void> {
		await this.#db.meta.put({ key: 'clock', value: this.#clock });
	}
}

function changeOf(
	old: StampedRecord | undefined,
	{ kind, id, fields }: { kind: RecordKind; id: string; fields: Fields },
): FieldChange {
	const names = Object.keys(fields).filter((name) => stampOf(old, name) !== '');
	const from = Object.fromEntries(names.map((name) => [name, old?.fields[name] ?? null]));
	return { kind, id, from, to: fields };
}

/** Ids of all records of a kind whose ids begin so. */
export async function recordIds(db: OnsiteDb, kind: RecordKind, prefix = ''): Promise<Set<string>> {
	const keys = await db.records
		.where('[kind+id]')
		.between([kind, prefix || Dexie.minKey], [kind, prefix ? `${prefix}\uffff` : Dexie.maxKey])
		.primaryKeys();
	return new Set(keys.map(([, id]) => id));
}
