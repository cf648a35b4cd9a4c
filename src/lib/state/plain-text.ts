/** What a card says in a line of plain text: for lists, messages and announcements. */
import type { CompiledCard } from '$lib/content/card.ts';
import { textOfHtml } from '$lib/deck-import/template/html-text.ts';

function line(html: string): string {
	return textOfHtml(html).replace(/\s+/g, ' ').trim();
}

/** The question, with blanks filled where our own cloze has them; of pictures what is said of them. */
export function plainTextOf(card: CompiledCard): string {
	const html = card.document?.frontHtml ?? card.filledHtml ?? card.frontHtml;
	const said = line(html);
	if (said) return said;
	const pictures = [...html.matchAll(/<img\b[^>]*\balt="([^"]+)"/g)].map(([, alt = '']) => alt);
	return line(pictures.join(' ')) || line(card.backHtml) || (html ? 'Picture' : '');
}
