/** Names a note type by what it is, so that the same type from two files is one. */
import { hashText } from './hash.ts';
import type { NoteType } from './note.ts';

/** The id of a type. */
export function noteTypeId(type: Omit<NoteType, 'id'>): string {
	const { name, kind, text, fields, templates, css } = type;
	const sides = templates.map(({ name: called, front, back }) => [called, front, back]);
	const content = JSON.stringify([name, kind, text, fields, sides, css]);
	return `type/${hashText(content)}${hashText(`2${content}`)}`;
}
