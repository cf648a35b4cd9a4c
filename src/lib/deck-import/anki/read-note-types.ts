/** Note types of a collection, from JSON (up to schema 14) or from tables of protobuf. */
import type { ImportedNoteType, ImportedTemplate } from '../imported.ts';
import type { Remarks } from '../remarks.ts';
import { asId, asList, asNumber, asObject, asText, type JsonValue } from '../safe-json.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { bytesColumn, idColumn, numberColumn, textColumn } from './columns.ts';
import { Message } from './protobuf.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Anki's own name for note types that hide shapes of a picture. */
const OCCLUSION = 6;
const LONGEST = 1_000_000;

interface Found {
	key: string;
	name: string;
	cloze: boolean;
	stock: number;
	css: string;
	fields: { at: number; name: string }[];
	templates: (ImportedTemplate & { at: number })[];
}

/** By key. A type without fields or templates is left out, so are its notes. */
export function readNoteTypes(
	file: SqliteFile,
	settings: CollectionSettings,
	skipped: Remarks,
): Map<string, ImportedNoteType> {
	const found = settings.schema >= 15 ? fromTables(file) : fromJson(settings);
	const types = new Map<string, ImportedNoteType>();
	found.forEach((type, index) => {
		if (type.fields.length === 0 || type.templates.length === 0) {
			skipped.add('type', index + 1, type.name, 'it has no fields or no templates');
			return;
		}
		types.set(type.key, finished(type));
	});
	return types;
}

function finished(type: Found): ImportedNoteType {
	const { key, name, cloze, css } = type;
	const templates = type.templates
		.sort((a, b) => a.at - b.at)
		.map(({ name, front, back }) => ({ name, front, back }));
	const drawn = templates.some(({ front }) => front.includes('image-occlusion'));
	const kind = !cloze ? 'plain' : type.stock === OCCLUSION || drawn ? 'occlusion' : 'cloze';
	const fields = type.fields.sort((a, b) => a.at - b.at).map(({ name }) => name);
	return {
		...{ key, name, kind, text: 'html', fields, css },
		templates: cloze ? templates.slice(0, 1) : templates,
	};
}

function fromJson({ models }: CollectionSettings): Found[] {
	return [...models].map(([key, value]) => {
		const model = asObject(value);
		const ordered = (item: JsonValue, at: number) => ({
			at: asNumber(asObject(item).get('ord')) ?? at,
			name: asText(asObject(item).get('name')),
		});
		return {
			key: asId(model.get('id')) || key,
			name: asText(model.get('name')),
			cloze: asNumber(model.get('type')) === 1,
			stock: asNumber(model.get('originalStockKind')) ?? 0,
			css: asText(model.get('css')),
			fields: asList(model.get('flds')).map(ordered),
			templates: asList(model.get('tmpls')).map((item, at) => ({
				...ordered(item, at),
				front: asText(asObject(item).get('qfmt')),
				back: asText(asObject(item).get('afmt')),
			})),
		};
	});
}

function fromTables(file: SqliteFile): Found[] {
	const found = new Map<string, Found>();
	const named = [textColumn('name', 1000), bytesColumn('config', LONGEST)].join();
	const config = (value: unknown) =>
		new Message(value instanceof Uint8Array ? value : new Uint8Array());
	if (file.has('notetypes')) {
		file.each(`SELECT ${idColumn('id')}, ${named} FROM notetypes`, ([key, name, blob]) => {
			if (typeof key !== 'string') return;
			const said = config(blob);
			found.set(key, {
				...{ key, name: String(name ?? ''), cloze: said.number(1) === 1, stock: said.number(9) },
				...{ css: said.text(3), fields: [], templates: [] },
			});
		});
	}
	const parts = `SELECT ${idColumn('ntid')}, ${numberColumn('ord')}, ${named}`;
	if (file.has('fields')) {
		file.each(`${parts} FROM fields`, ([type, at, name]) => {
			found.get(String(type))?.fields.push({ at: Number(at), name: String(name ?? '') });
		});
	}
	if (file.has('templates')) {
		file.each(`${parts} FROM templates`, ([type, at, name, blob]) => {
			const said = config(blob);
			const texts = { front: said.text(1), back: said.text(2) };
			const named = { at: Number(at), name: String(name ?? '') };
			found.get(String(type))?.templates.push({ ...named, ...texts });
		});
	}
	return [...found.values()];
}
