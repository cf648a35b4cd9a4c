/** Text of a field as HTML, whichever of the two it is written in. */
import { renderMarkdown } from '../../content/render-markdown.ts';
import type { TextFormat } from '../imported.ts';
import { escapeHtml, unescapeHtml } from './html-text.ts';

/** The renderer takes no pictures: `![alt](name)` comes out as a link behind a mark. */
const PICTURE = /!<a href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/g;

export function htmlOfField(text: string, format: TextFormat): string {
	return format === 'html' ? text : picturesOfMarkdown(renderMarkdown(text));
}

/** The pictures in what the renderer made of Markdown, as tags that name their files. */
export function picturesOfMarkdown(html: string): string {
	return html.replace(PICTURE, (_, address: string, alt: string) => {
		return `<img src="${escapeHtml(nameOf(address))}" alt="${alt}">`;
	});
}

/** The name of a file as it is: other programs look for it so, not as links are written. */
function nameOf(address: string): string {
	const written = unescapeHtml(address);
	try {
		return decodeURIComponent(written);
	} catch {
		return written;
	}
}
