/** What a field of a note says in a line: for lists, search and sorting, without rendering it. */
import type { NoteType } from '../../content/note.ts';
import { parseCloze, type ClozePiece } from './cloze.ts';
import { textOfHtml } from './html-text.ts';

/** Characters of a field that are looked at. */
const LONGEST = 4000;

/** A field as one line of plain text: no tags, marks, sounds, addresses; clozes with what they hide. */
export function textOfField(field: string, text: NoteType['text']): string {
	const plain = withoutClozes(field.slice(0, LONGEST)).replace(/\[sound:[^\]]{0,500}\]/g, ' ');
	const read = text === 'html' ? textOfHtml(plain) : textOfMarkdown(plain);
	return read.replace(/\s+/g, ' ').trim();
}

function withoutClozes(field: string): string {
	if (!field.includes('{{c')) return field;
	const show = (pieces: readonly ClozePiece[]): string =>
		pieces.map((piece) => (typeof piece === 'string' ? piece : show(piece.inside))).join('');
	return show(parseCloze(field));
}

/** Marks of Markdown that a reader does not see; code keeps its own. */
function textOfMarkdown(text: string): string {
	return text
		.replace(/^```[\w-]*\n([\s\S]*?)^```/gm, '$1')
		.replace(/!\[([^\]]{0,300})\]\([^)\n]{0,500}\)/g, '$1')
		.replace(/\[([^\]]{1,300})\]\([^)\n]{0,500}\)/g, '$1')
		.replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)]) +/gm, '')
		.replace(/(\*\*|__|==|~~|`)(?=\S)([^\n]*?\S)\1/g, '$2')
		.replace(/(^|[\s(])([*_])(?=\S)([^\n*_]*?\S)\2(?=[\s).,;:!?]|$)/g, '$1$3')
		.replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, ' ')
		.replace(/ *\| */g, ' ');
}
