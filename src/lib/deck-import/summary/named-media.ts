/** Which pictures and sounds the notes of a file ask for and do not bring with them. */
import { placeMedia } from '../template/media-tags.ts';
import type { ImportedNote, ImportedNoteType } from '../imported.ts';

export interface NamedMedia {
	/** Addresses on other hosts: they are listed and never fetched. */
	remote: readonly string[];
	/** Names that neither the file nor this device holds. */
	missing: readonly string[];
}

/** Nothing else in a text can name a file. */
const MAY_NAME = /<(?:img|image|video|audio|source|embed|iframe|object)\b|\[sound:|!\[/i;
const IN_MARKDOWN = /!\[[^\]\n]{0,500}\]\(\s*<?([^)>\s]{1,500})/g;

/** @param isHere whether a file of this name comes along or is here */
export function namedMedia(
	notes: readonly ImportedNote[],
	types: readonly ImportedNoteType[],
	isHere: (name: string) => boolean,
): NamedMedia {
	const remote = new Set<string>();
	const missing = new Set<string>();
	const markdown = new Set(types.flatMap(({ key, text }) => (text === 'markdown' ? [key] : [])));
	for (const { fields, noteType } of notes) {
		for (const field of fields) {
			if (!MAY_NAME.test(field)) continue;
			const html = markdown.has(noteType) ? `${field}${asTags(field)}` : field;
			const use = placeMedia(html, (name) => (isHere(name) ? name : undefined));
			// What stands in the text itself is told by the card; there is no address to it.
			for (const address of use.remote) if (!/^\s*data:/i.test(address)) remote.add(address);
			for (const name of use.missing) missing.add(name);
		}
	}
	return { remote: [...remote], missing: [...missing] };
}

function asTags(markdown: string): string {
	return [...markdown.matchAll(IN_MARKDOWN)]
		.map(([, address]) => `<img src="${address?.replaceAll('"', '%22')}">`)
		.join('');
}
