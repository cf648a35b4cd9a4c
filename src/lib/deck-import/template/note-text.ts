/** What a note says in a line: for lists, search and sorting, without rendering it. */
import type { NoteType, OwnNote } from '../../content/note.ts';
import { clozeAnswers, parseCloze, type ClozePiece } from './cloze.ts';
import { textOfHtml } from './html-text.ts';

/** Characters of a field that are looked at. */
const LONGEST = 4000;

/** A field as one line of plain text: no tags, marks, sounds, addresses; clozes with what they hide. */
export function textOfField(field: string, text: NoteType['text']): string {
	const plain = withoutClozes(field.slice(0, LONGEST)).replace(/\[sound:[^\]]{0,500}\]/g, ' ');
	const read = text === 'html' ? textOfHtml(plain) : textOfMarkdown(plain);
	return read.replace(/\s+/g, ' ').trim();
}

/**
 * The line by which a note is known in lists: its first field that says anything, or the names of its pictures.
 * @param ordinal of a cloze: its blank is left out then, as on the front of that card
 */
export function textOfNote(
	{ fields }: Pick<OwnNote, 'fields'>,
	{ text, kind }: Pick<NoteType, 'text' | 'kind'>,
	ordinal?: number,
): string {
	for (const field of fields) {
		if (kind === 'occlusion' && field.includes('image-occlusion:')) continue;
		const hidden = kind === 'cloze' && ordinal !== undefined ? ordinal + 1 : 0;
		const line = textOfField(hidden > 0 ? withBlank(field, hidden) : field, text);
		if (line) return line;
	}
	const names = fields
		.join(' ')
		.matchAll(/<img\b[^>]{0,500}?src\s*=\s*["']?([^"'>\s]{1,200})|\[sound:([^\]]{1,200})\]/gi);
	return [...names]
		.map(([, picture, sound]) => picture ?? sound)
		.slice(0, 3)
		.join(', ');
}

function withBlank(field: string, number: number): string {
	if (clozeAnswers(field, number).length === 0) return field;
	const show = (pieces: readonly ClozePiece[]): string =>
		pieces
			.map((piece) => {
				if (typeof piece === 'string') return piece;
				return piece.numbers.includes(number) ? '[…]' : show(piece.inside);
			})
			.join('');
	return show(parseCloze(field.slice(0, LONGEST)));
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
