/** What a reader sees of Markdown, for counting: no marks, no addresses, no diagrams. */
import { markdown } from './render-markdown.ts';

type Tokens = ReturnType<typeof markdown.parse>;

function collect(tokens: Tokens, into: string[]): void {
	for (const token of tokens) {
		if (token.type === 'fence' && token.info.trim() === 'mermaid') continue;
		if (token.children) collect(token.children, into);
		else if (token.type === 'softbreak' || token.type === 'hardbreak') into.push(' ');
		else if (token.content) into.push(token.content);
		if (token.type.endsWith('_close') && token.block) into.push(' ');
	}
}

/** The text a reader sees, with runs of white space as one space. */
export function visibleText(text: string): string {
	const parts: string[] = [];
	collect(markdown.parse(text, { blanks: 'filled' }), parts);
	return parts.join('').replace(/\s+/g, ' ').trim();
}

export function countWords(text: string): number {
	return visibleText(text).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** How many blanks a cloze has, counted as the renderer sees them: none inside code. */
export function countBlanks(text: string): number {
	return markdown
		.parse(text, { blanks: 'hidden' })
		.reduce(
			(sum, token) => sum + (token.children?.filter((child) => child.type === 'blank').length ?? 0),
			0,
		);
}
