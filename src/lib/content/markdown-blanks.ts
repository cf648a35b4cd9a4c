/** The blanks of a cloze, `==hidden words==`, as a rule of markdown-it; idle unless the caller asks for blanks. */
import type { Env, MarkdownIt } from 'markdown-it';

interface BlankOptions {
	blanks?: 'hidden' | 'filled';
}

/** Widths a blank may take, so that its size hints at the words without giving them away. */
const WIDTHS: [number, string][] = [
	[6, 's'],
	[14, 'm'],
	[28, 'l'],
];

function widthOf(text: string): string {
	return WIDTHS.find(([most]) => text.length <= most)?.[1] ?? 'xl';
}

export function blanks(md: MarkdownIt): void {
	md.inline.ruler.before('emphasis', 'blank', (state, silent) => {
		const mode = (state.env as BlankOptions | undefined)?.blanks;
		if (!mode || !state.src.startsWith('==', state.pos)) return false;
		const start = state.pos + 2;
		const end = state.src.indexOf('==', start);
		if (end < 0 || end >= state.posMax) return false;
		const text = state.src.slice(start, end);
		if (text.trim() === '' || text !== text.trim()) return false;
		if (!silent) {
			const token = state.push('blank', '', 0);
			token.content = text;
		}
		state.pos = end + 2;
		return true;
	});
	md.renderer.rules.blank = (tokens, index, _options, env: Env | undefined) => {
		const text = tokens[index]!.content;
		if ((env as BlankOptions | undefined)?.blanks === 'hidden') {
			return `<span class="blank" role="img" aria-label="blank" data-width="${widthOf(text)}"></span>`;
		}
		return `<mark class="blank-filled">${md.renderInline(text, {})}</mark>`;
	};
}
