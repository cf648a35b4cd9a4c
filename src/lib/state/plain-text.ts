/** What a card says in a line of plain text: for lists, messages and announcements. */
import type { CompiledCard } from '$lib/content/card.ts';
import { textOfHtml } from '$lib/deck-import/template/html-text.ts';

function line(html: string): string {
	return textOfHtml(html).replace(/\s+/g, ' ').trim();
}

/** The question, with blanks filled where they hold no text of their own; of pictures what is said of them. */
export function plainTextOf(card: CompiledCard): string {
	// Cards of one note are told apart by the blank that each asks for.
	const filled = card.frontHtml.includes('class="blank"') ? card.filledHtml : undefined;
	const html = card.document?.frontHtml ?? filled ?? card.frontHtml;
	const said = line(html);
	if (said) return said;
	const pictures = [...html.matchAll(/<img\b[^>]*\balt="([^"]+)"/g)].map(([, alt = '']) => alt);
	return line(pictures.join(' ')) || line(card.backHtml) || (html ? 'Picture' : '');
}
