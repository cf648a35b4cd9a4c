/** Gives media another name where one of another content has theirs, in the list and in whatever names them. */
import type { ImportedMedia, ImportedNote, ImportedNoteType } from '../imported.ts';
import { attributeOf, escapeHtml, tagsOf } from '../template/html-text.ts';

export interface RenamedMedia {
	media: readonly ImportedMedia[];
	/** Old names to new ones. */
	names: ReadonlyMap<string, string>;
}

/** @param taken hashes by name, as they are on the device */
export function renameClashes(
	media: readonly ImportedMedia[],
	taken: ReadonlyMap<string, string>,
): RenamedMedia {
	const names = new Map<string, string>();
	const renamed = media.map((file) => {
		const other = taken.get(file.name);
		if (other === undefined || other === file.hash) return file;
		const dot = file.name.lastIndexOf('.');
		const [stem, ending] =
			dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
		const name = `${stem}-${file.hash.slice(0, 40)}${ending}`;
		names.set(file.name, name);
		return { ...file, name };
	});
	return { media: renamed, names };
}

/** The note with the new names in its pictures and sounds. */
export function renameInNote(note: ImportedNote, names: ReadonlyMap<string, string>): ImportedNote {
	if (names.size === 0) return note;
	// A type may say `<img src="{{Picture}}">`, and the field no more than the name.
	const fields = note.fields.map(
		(field) => names.get(field.trim().normalize('NFC')) ?? renameInField(field, names),
	);
	return fields.every((field, at) => field === note.fields[at]) ? note : { ...note, fields };
}

/** The type with the new names in its templates and its styles. */
export function renameInType(
	type: ImportedNoteType,
	names: ReadonlyMap<string, string>,
): ImportedNoteType {
	if (names.size === 0) return type;
	const templates = type.templates.map(({ name, front, back }) => ({
		...{ name, front: renameInField(front, names), back: renameInField(back, names) },
	}));
	const css = type.css.replace(
		/((?:url\(|@import)\s*["']?)([^"');\s]{1,500})/gi,
		(_, open: string, name: string) => open + (names.get(name.normalize('NFC')) ?? name),
	);
	return { ...type, templates, css };
}

function renameInField(field: string, names: ReadonlyMap<string, string>): string {
	let out = '';
	let done = 0;
	for (const { start, end } of tagsOf(field)) {
		const tag = field.slice(start, end);
		const source = attributeOf(tag, 'src');
		const name = source === undefined ? undefined : names.get(source.normalize('NFC'));
		if (name === undefined) continue;
		const at = tag.search(/\ssrc\s*=/i);
		const rest = tag.slice(at).replace(/^(\ssrc\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/i, '');
		out += `${field.slice(done, start)}${tag.slice(0, at)} src="${escapeHtml(name)}"${rest}`;
		done = end;
	}
	return (out + field.slice(done))
		.replace(/\[sound:([^\]]{1,500})\]/g, (whole, name: string) => {
			const other = names.get(name.normalize('NFC'));
			return other === undefined ? whole : `[sound:${other}]`;
		})
		.replace(
			/(!\[[^\]\n]{0,500}\]\()([^)\s]{1,500})(\))/g,
			(whole, open: string, name: string, close: string) => {
				const other = names.get(name);
				return other === undefined ? whole : `${open}${other}${close}`;
			},
		);
}
