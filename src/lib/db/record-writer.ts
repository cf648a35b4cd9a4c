/** Writes editable fields inside the caller's transaction, each stamped above what it replaces. */
import { follow, nextStamp, NO_STAMP, type Stamp } from './hlc.ts';
import { inSlices } from './in-slices.ts';
import type { WriteMoment } from './write-moment.ts';
import { writeFields, type Fields, type RecordKind, type StampedRecord } from './record.ts';
import type { OnsiteDb } from './schema.ts';

/** Fields to be written to a record. */
export interface RecordEdit {
	kind: RecordKind;
	id: string;
	fields: Fields;
}

export class RecordWriter {
	readonly #db: OnsiteDb;
	readonly #moment: WriteMoment;
	#clock: Stamp | undefined;

	/** The caller's transaction must span `records`, `outbox` and `meta`. */
	constructor(db: OnsiteDb, moment: WriteMoment) {
		this.#db = db;
		this.#moment = moment;
	}

	/** Writes the fields and returns the values they had; a field that had none is missing there. */
	async write(kind: RecordKind, id: string, fields: Fields): Promise<Fields> {
		const [before = {}] = await this.writeAll([{ kind, id, fields }]);
		return before;
	}

	/** As `write`, for many records, each named once; in their order. */
	async writeAll(edits: readonly RecordEdit[]): Promise<Fields[]> {
		const before: Fields[] = [];
		await inSlices(edits, async (slice) => {
			const keys = slice.map(({ kind, id }): [RecordKind, string] => [kind, id]);
			this.#clock ??= await readClock(this.#db);
			const stored = await this.#db.records.bulkGet(keys);
			const next = slice.map((edit, at) => this.#next(edit, stored[at]));
			slice.forEach(({ fields }, at) => before.push(valuesOf(stored[at], fields)));
			await Promise.all([
				this.#db.records.bulkPut(next),
				this.#db.outbox.bulkAdd(slice.map(({ kind, id }) => ({ what: 'record', kind, id }))),
			]);
		});
		return before;
	}

	#next({ kind, id, fields }: RecordEdit, old: StampedRecord | undefined): StampedRecord {
		const { t, dev } = this.#moment;
		return writeFields(old, kind, id, fields, (replaced) => {
			const clock = this.#clock ?? NO_STAMP;
			const stamp = nextStamp(clock, t, dev, replaced);
			this.#clock = follow(clock, stamp, t);
			return stamp;
		});
	}

	/** Keeps the clock for the next transaction; to be called last. */
	async save(): Promise<void> {
		if (this.#clock === undefined) return;
		await this.#db.meta.put({ key: 'clock', value: this.#clock });
	}
}

/** The values that these fields have in a record. */
function valuesOf(record: StampedRecord | undefined, fields: Fields): Fields {
	const names = Object.keys(fields).filter((name) => record && Object.hasOwn(record.fields, name));
	return Object.fromEntries(names.map((name) => [name, record?.fields[name] ?? null]));
}

/** The last stamp made or followed. */
export async function readClock(db: OnsiteDb): Promise<Stamp> {
	const row = await db.meta.get('clock');
	return typeof row?.value === 'string' ? row.value : NO_STAMP;
}
