/** The one row of a collection and its settings, in whichever form its schema keeps them. */
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { asNumber, asObject, readJson, type JsonObject } from '../safe-json.ts';
import { bytesColumn, numberColumn, textColumn } from './columns.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Of the schema; JSON within `col` up to 14, tables with protobuf from 15 on. */
const OLDEST = 11;
const NEWEST = 18;

export interface CollectionSettings {
	schema: number;
	/** Seconds since the epoch of its making. */
	created: number;
	/** ms since the epoch of the last change. */
	modified: number;
	/** Minutes west of UTC at its making, where it is kept. */
	offsetWest: number | undefined;
	/** Of Anki's schedulers: the first had three buttons while learning. */
	scheduler: number;
	/** Up to schema 14; empty later. */
	models: JsonObject;
	decks: JsonObject;
	presets: JsonObject;
}

/** @throws ImportError `too-new`, `damaged` */
export function readSettings(file: SqliteFile): CollectionSettings {
	const most = LIMITS.list;
	let row: unknown[] | undefined;
	if (!file.has('col')) throw new ImportError('no-collection', 'The package holds no collection.');
	const texts = ['conf', 'models', 'decks', 'dconf'].map((name) => textColumn(name, most));
	file.each(`SELECT ${['crt', 'mod', 'ver'].map(numberColumn)}, ${texts} FROM col LIMIT 1`, (r) => {
		row = r;
	});
	const [created, modified, schema, conf, models, decks, presets] = row ?? [];
	if (typeof schema !== 'number' || schema < OLDEST || typeof created !== 'number') {
		throw new ImportError('damaged', 'The collection does not say what it is.');
	}
	if (schema > NEWEST) {
		throw new ImportError(
			'too-new',
			`The collection has schema ${schema}, newer than ${NEWEST}, the newest known here.`,
		);
	}
	const config = schema >= 14 && file.has('config') ? configTable(file) : objectOf(conf, 'conf');
	return {
		schema,
		created,
		modified: typeof modified === 'number' && modified > 0 ? modified : 0,
		offsetWest: asNumber(config.get('creationOffset')),
		scheduler: asNumber(config.get('schedVer')) ?? 1,
		models: schema < 15 ? objectOf(models, 'models') : new Map(),
		decks: schema < 15 ? objectOf(decks, 'decks') : new Map(),
		presets: schema < 14 ? objectOf(presets, 'dconf') : new Map(),
	};
}

function objectOf(text: unknown, name: string): JsonObject {
	if (typeof text !== 'string' || text === '') return new Map();
	return asObject(readJson(text, `The list "${name}" of the collection`));
}

const utf8 = new TextDecoder();

function configTable(file: SqliteFile): JsonObject {
	const settings = new Map();
	file.each(`SELECT ${textColumn('key', 200)}, ${bytesColumn('val', 1000)} FROM config`, (row) => {
		const [key, value] = row;
		if (typeof key !== 'string' || !(value instanceof Uint8Array)) return;
		if (!['creationOffset', 'schedVer'].includes(key)) return;
		settings.set(key, readJson(utf8.decode(value), 'A setting of the collection'));
	});
	return settings;
}
