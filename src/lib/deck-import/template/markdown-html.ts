/** Text of a field as HTML, whichever of the two it is written in. */
import { renderMarkdown } from '../../content/render-markdown.ts';
import type { TextFormat } from '../imported.ts';

/** The renderer takes no pictures: `![alt](name)` comes out as a link behind a mark. */
const PICTURE = /!<a href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/g;

export function htmlOfField(text: string, format: TextFormat): string {
	if (format === 'html') return text;
	return renderMarkdown(text).replace(PICTURE, '<img src="$1" alt="$2">');
}
