/** Reads the types of notes: those that are built in, and those that imports brought. */
import { BUILT_IN_TYPES } from '../content/own-note-types.ts';
import type { NoteTemplate, NoteType } from '../content/note.ts';
import type { Fields, Json, StampedRecord } from './record.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

const KINDS = ['plain', 'cloze', 'occlusion'] as const;

/** The type within a record; `undefined` where it is malformed or deleted. */
export function noteTypeFrom({
	id,
	fields: stored,
}: Pick<StampedRecord, 'id' | 'fields'>): NoteType | undefined {
	const { name, css, deleted } = stored;
	const kind = KINDS.find((known) => known === stored['kind']);
	const text = stored['text'] === 'markdown' ? 'markdown' : 'html';
	const fields = textsOf(stored['fields']);
	const templates = templatesFrom(stored['templates']);
	if (deleted === true || !kind || fields.length === 0 || templates.length === 0) return undefined;
	const named = typeof name === 'string' ? name : '';
	return {
		id,
		name: named,
		kind,
		text,
		fields,
		templates,
		css: typeof css === 'string' ? css : '',
	};
}

/** What is to be written of a type. */
export function fieldsOfType({ name, kind, text, fields, templates, css }: NoteType): Fields {
	const sides = templates.map(({ name: called, front, back }) => ({ name: called, front, back }));
	return { name, kind, text, fields: [...fields], templates: sides, css };
}

/** A type by its id. */
export async function readNoteType(db: OnsiteDb, id: string): Promise<NoteType | undefined> {
	const builtIn = BUILT_IN_TYPES.find((type) => type.id === id);
	if (builtIn) return builtIn;
	const record = await db.records.get(['noteType', id]);
	return record && noteTypeFrom(record);
}

/** Every type there is, the built-in ones first. */
export async function allNoteTypes(db: OnsiteDb): Promise<NoteType[]> {
	const builtIn = new Set(BUILT_IN_TYPES.map(({ id }) => id));
	const stored = (await recordsOf(db, 'noteType')).flatMap((record) => noteTypeFrom(record) ?? []);
	return [...BUILT_IN_TYPES, ...stored.filter(({ id }) => !builtIn.has(id))];
}

function textsOf(value: Json | undefined): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function templatesFrom(value: Json | undefined): NoteTemplate[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((item) => {
		if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
		const { name, front, back } = item;
		if (typeof front !== 'string' || typeof back !== 'string') return [];
		return [{ name: typeof name === 'string' ? name : '', front, back }];
	});
}
