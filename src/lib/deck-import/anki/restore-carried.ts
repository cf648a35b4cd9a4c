/** Gives notes of ours that went through Anki their Markdown back. */
import type { ImportedNote, ImportedNoteType } from '../imported.ts';
import { nameBefore, restoreSource, SOURCE_FIELD } from './carried-source.ts';

interface Restored {
	types: Map<string, ImportedNoteType>;
	notes: ImportedNote[];
}

/** A note that was edited in Anki stays as it is there, without the field that carried its source. */
export function restoreCarried(
	types: ReadonlyMap<string, ImportedNoteType>,
	notes: readonly ImportedNote[],
): Restored {
	const all = new Map<string, ImportedNoteType>();
	for (const [key, type] of types) {
		if (type.fields.at(-1) !== SOURCE_FIELD) {
			all.set(key, type);
			continue;
		}
		const name = nameBefore(type.name);
		const shown = { ...type, name, fields: type.fields.slice(0, -1) };
		all.set(key, shown);
		all.set(`${key}/markdown`, { ...shown, key: `${key}/markdown`, text: 'markdown' });
	}
	const restored = notes.map((note): ImportedNote => {
		const names = types.get(note.noteType)?.fields ?? [];
		if (names.at(-1) !== SOURCE_FIELD) return note;
		const source = restoreSource(note.fields, names);
		if (!source) return { ...note, fields: note.fields.slice(0, -1) };
		return { ...note, ...source, noteType: `${note.noteType}/markdown` };
	});
	return { types: all, notes: restored };
}
