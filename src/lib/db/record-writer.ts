/** Writes editable fields inside the caller's transaction, each stamped above what it replaces. */
import { follow, nextStamp, NO_STAMP, type Stamp } from './hlc.ts';
import type { WriteMoment } from './write-moment.ts';
import { writeFields, type Fields, type RecordKind } from './record.ts';
import type { OnsiteDb } from './schema.ts';

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
		const { t, dev } = this.#moment;
		let clock = this.#clock ?? (await readClock(this.#db));
		const old = await this.#db.records.get([kind, id]);
		const next = writeFields(old, kind, id, fields, (replaced) => {
			const stamp = nextStamp(clock, t, dev, replaced);
			clock = follow(clock, stamp, t);
			return stamp;
		});
		this.#clock = clock;
		await this.#db.records.put(next);
		await this.#db.outbox.add({ what: 'record', kind, id });
		const names = Object.keys(fields).filter((name) => old && Object.hasOwn(old.fields, name));
		return Object.fromEntries(names.map((name) => [name, old?.fields[name] ?? null]));
	}

	/** Keeps the clock for the next transaction; to be called last. */
	async save(): Promise<void> {
		if (this.#clock === undefined) return;
		await this.#db.meta.put({ key: 'clock', value: this.#clock });
	}
}

/** The last stamp made or followed. */
export async function readClock(db: OnsiteDb): Promise<Stamp> {
	const row = await db.meta.get('clock');
	return typeof row?.value === 'string' ? row.value : NO_STAMP;
}
