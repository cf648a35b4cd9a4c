/** Builds Anki collections as SQLite files: schema 11 with lists as JSON, schema 18 with tables of protobuf. */
import type { Database } from 'sql.js';
import { sqlEngine } from './import-environment.ts';
import { proto } from './build-protobuf.ts';
import { bytesOf } from './build-zip.ts';

export interface AnkiNoteType {
	id: number;
	name: string;
	fields: string[];
	templates: { name: string; front: string; back: string }[];
	cloze?: boolean;
	stock?: number;
	css?: string;
}

export interface AnkiDeck {
	id: number;
	/** With `::`. */
	name: string;
	filtered?: boolean;
	preset?: number;
	description?: string;
}

export interface AnkiSpec {
	/** Seconds of the making. */
	created: number;
	/** Minutes west of UTC; left out where undefined. */
	offsetWest?: number | undefined;
	scheduler: 1 | 2;
	types: AnkiNoteType[];
	decks: AnkiDeck[];
	/** As in the JSON of schema 11; schema 18 gets `presetBlobs`. */
	presets: Record<string, unknown>;
	presetBlobs: { id: number; name: string; config: Uint8Array }[];
	/** Rows over defaults. */
	notes: Record<string, unknown>[];
	cards: Record<string, unknown>[];
	reviews: Record<string, unknown>[];
	/** Run at the end, to damage what was built. */
	sql: string[];
}

export const BASIC: AnkiNoteType = {
	id: 1_600_000_000_001,
	name: 'Basic',
	fields: ['Front', 'Back'],
	templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' }],
};
export const CLOZE: AnkiNoteType = {
	id: 1_600_000_000_002,
	name: 'Cloze',
	fields: ['Text', 'Extra'],
	templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>{{Extra}}' }],
	cloze: true,
};
/** Four in the morning of 2026-01-01 in Berlin. */
export const CREATED = Date.UTC(2026, 0, 1, 3) / 1000;

export function ankiSpec(changes: Partial<AnkiSpec> = {}): AnkiSpec {
	return {
		created: CREATED,
		offsetWest: -60,
		scheduler: 2,
		types: [BASIC, CLOZE],
		decks: [
			{ id: 1, name: 'Default' },
			{ id: 10, name: 'Design::Caching', preset: 5 },
		],
		presets: {},
		presetBlobs: [],
		notes: [],
		cards: [],
		reviews: [],
		sql: [],
		...changes,
	};
}

const NOTE = {
	...{ id: 0, guid: '', mid: BASIC.id, mod: 1_700_000_000, usn: -1, tags: '', flds: '' },
	...{ sfld: '', csum: 0, flags: 0, data: '' },
};
const CARD = {
	...{ id: 0, nid: 0, did: 10, ord: 0, mod: 1_700_000_000, usn: -1, type: 0, queue: 0, due: 0 },
	...{ ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, odue: 0, odid: 0, flags: 0, data: '' },
};
const REVIEW = {
	...{ id: 0, cid: 0, usn: -1, ease: 3, ivl: 1, lastIvl: 0, factor: 2500, time: 5000, type: 1 },
};

const TABLES = `
	CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
		scm integer not null, ver integer not null, dty integer not null, usn integer not null,
		ls integer not null, conf text not null, models text not null, decks text not null,
		dconf text not null, tags text not null);
	CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
		mod integer not null, usn integer not null, tags text not null, flds text not null,
		sfld integer not null, csum integer not null, flags integer not null, data text not null);
	CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
		ord integer not null, mod integer not null, usn integer not null, type integer not null,
		queue integer not null, due integer not null, ivl integer not null, factor integer not null,
		reps integer not null, lapses integer not null, left integer not null, odue integer not null,
		odid integer not null, flags integer not null, data text not null);
	CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
		ease integer not null, ivl integer not null, lastIvl integer not null,
		factor integer not null, time integer not null, type integer not null);
	CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
	CREATE INDEX ix_cards_nid ON cards (nid);
`;
const NEWER_TABLES = `
	CREATE TABLE fields (ntid integer not null, ord integer not null, name text not null COLLATE nocase,
		config blob not null, primary key (ntid, ord)) WITHOUT ROWID;
	CREATE TABLE templates (ntid integer not null, ord integer not null,
		name text not null COLLATE nocase, mtime_secs integer not null, usn integer not null,
		config blob not null, primary key (ntid, ord)) WITHOUT ROWID;
	CREATE TABLE notetypes (id integer not null primary key, name text not null COLLATE nocase,
		mtime_secs integer not null, usn integer not null, config blob not null);
	CREATE TABLE decks (id integer not null primary key, name text not null COLLATE nocase,
		mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null);
	CREATE TABLE deck_config (id integer not null primary key, name text not null COLLATE nocase,
		mtime_secs integer not null, usn integer not null, config blob not null);
	CREATE TABLE config (key text not null primary key, usn integer not null,
		mtime_secs integer not null, val blob not null) WITHOUT ROWID;
	CREATE UNIQUE INDEX idx_decks_name ON decks (name);
	CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
`;

/** The file; schema 18 is marked as written through a log, as Anki leaves it. */
export async function buildAnkiDatabase(
	spec: AnkiSpec,
	schema: 11 | 18,
): Promise<Uint8Array<ArrayBuffer>> {
	const { Database } = await sqlEngine();
	const db = new Database();
	db.run(TABLES);
	fill(db, 'notes', NOTE, spec.notes);
	fill(db, 'cards', CARD, spec.cards);
	fill(db, 'revlog', REVIEW, spec.reviews);
	if (schema === 11) fillLists(db, spec);
	else fillTables(db, spec);
	for (const sql of spec.sql) db.run(sql);
	const bytes = Uint8Array.from(db.export());
	db.close();
	if (schema === 18) bytes.fill(2, 18, 20);
	return bytes;
}

function fill(
	db: Database,
	table: string,
	defaults: Record<string, unknown>,
	rows: Record<string, unknown>[],
): void {
	const names = Object.keys(defaults);
	const insert = db.prepare(
		`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?').join()})`,
	);
	for (const row of rows) {
		const whole: Record<string, unknown> = { ...defaults, ...row };
		insert.run(names.map((name) => whole[name] as number | string | Uint8Array));
	}
	insert.free();
}

function settingsOf(spec: AnkiSpec): Record<string, number> {
	const { offsetWest, scheduler } = spec;
	return {
		...(scheduler === 2 ? { schedVer: 2 } : {}),
		...(offsetWest === undefined ? {} : { creationOffset: offsetWest }),
	};
}

function fillLists(db: Database, spec: AnkiSpec): void {
	const keyed = <T extends { id: number }>(items: T[]) =>
		Object.fromEntries(items.map((item) => [item.id, item]));
	const models = spec.types.map((type) => ({
		...{ id: type.id, name: type.name, type: type.cloze ? 1 : 0, css: type.css ?? '' },
		originalStockKind: type.stock ?? 0,
		flds: type.fields.map((name, ord) => ({ name, ord })),
		tmpls: type.templates.map(({ name, front, back }, ord) => ({
			...{ name, ord, qfmt: front, afmt: back },
		})),
	}));
	const decks = spec.decks.map(({ id, name, filtered, preset, description }) => ({
		...{ id, name, dyn: filtered ? 1 : 0, conf: preset ?? 1, desc: description ?? '' },
	}));
	const row = [1, spec.created, 1_750_000_000_000, 0, 11, 0, 0, 0].concat();
	const lists = [settingsOf(spec), keyed(models), keyed(decks), spec.presets, {}];
	db.run(`INSERT INTO col VALUES (${Array.from({ length: 13 }, () => '?').join()})`, [
		...row,
		...lists.map((list) => JSON.stringify(list)),
	]);
}

function fillTables(db: Database, spec: AnkiSpec): void {
	db.run(NEWER_TABLES);
	db.run(
		`INSERT INTO col VALUES (1, ${spec.created}, 1750000000000, 0, 18, 0, 0, 0, '', '', '', '', '')`,
	);
	for (const type of spec.types) {
		const config = proto([1, type.cloze ? 1 : 0], [3, type.css ?? ''], [9, type.stock ?? 0]);
		db.run('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)', [type.id, type.name, config]);
		type.fields.forEach((name, ord) => {
			db.run('INSERT INTO fields VALUES (?, ?, ?, ?)', [type.id, ord, name, proto([3, 'Arial'])]);
		});
		type.templates.forEach(({ name, front, back }, ord) => {
			const texts = proto([1, front], [2, back]);
			db.run('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)', [type.id, ord, name, texts]);
		});
	}
	for (const { id, name, filtered, preset, description } of spec.decks) {
		const normal = proto([1, preset ?? 1], [4, description ?? '']);
		const kind = filtered ? proto([2, proto([1, 1])]) : proto([1, normal]);
		const path = name.replaceAll('::', '\x1f');
		db.run('INSERT INTO decks VALUES (?, ?, 0, 0, ?, ?)', [id, path, proto([1, 1]), kind]);
	}
	for (const { id, name, config } of spec.presetBlobs) {
		db.run('INSERT INTO deck_config VALUES (?, ?, 0, 0, ?)', [id, name, config]);
	}
	for (const [key, value] of Object.entries(settingsOf(spec))) {
		db.run('INSERT INTO config VALUES (?, 0, 0, ?)', [key, bytesOf(JSON.stringify(value))]);
	}
	// Anki sorts names by a collation of its own, which no other engine has.
	db.run(`PRAGMA writable_schema = ON;
		UPDATE sqlite_master SET sql = replace(sql, 'nocase', 'unicase');
		PRAGMA writable_schema = OFF;`);
}

/** A note of type Basic over which `more` is laid. */
export function noteRow(
	id: number,
	more: Record<string, unknown> = {},
): Record<string, unknown> & { id: number } {
	return { id, guid: `guid-${id}`, flds: `front ${id}\x1fback ${id}`, ...more };
}

/** A new card of a note over which `more` is laid. */
export function cardRow(
	id: number,
	nid: number,
	more: Record<string, unknown> = {},
): Record<string, unknown> {
	return { id, nid, ...more };
}
