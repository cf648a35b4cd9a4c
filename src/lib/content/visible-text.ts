/** What a reader sees of Markdown, for counting and comparing: no marks, no addresses, no diagrams. */
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

function blanksOf(text: string): Tokens {
	return markdown
		.parse(text, { blanks: 'hidden' })
		.flatMap((token) => token.children?.filter((child) => child.type === 'blank') ?? []);
}

/** What a cloze hides, in order, without marks: what a person would type. */
export function blankTexts(text: string): string[] {
	return blanksOf(text).map(({ content }) => visibleText(content));
}

/** How many blanks a cloze has, counted as the renderer sees them: none inside code. */
export function countBlanks(text: string): number {
	return blanksOf(text).length;
}
