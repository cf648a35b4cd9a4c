/** Turns a card as text into a card ready to show: at build for the catalog, in the browser for edited ones. */
import type { CardSource, CompiledCard } from './card.ts';
import { checklistOf } from './checklist.ts';
import { renderInline, renderMarkdown, type RenderOptions } from './render-markdown.ts';
import { blankTexts } from './visible-text.ts';

/** @param drawing as in RenderOptions; without it a diagram shows its text. */
export function compileCard(source: CardSource, drawing?: RenderOptions['drawing']): CompiledCard {
	const { front, back, ...rest } = source;
	const options: RenderOptions = drawing ? { drawing } : {};
	const { points, rest: text } = checklistOf(back);
	const compiled: CompiledCard = {
		...rest,
		frontHtml: renderMarkdown(
			front,
			source.kind === 'cloze' ? { ...options, blanks: 'hidden' } : options,
		),
		backHtml: renderMarkdown(text, options),
	};
	if (source.kind === 'cloze') {
		compiled.answers = [blankTexts(front).join(', '), ...source.answers];
		compiled.filledHtml = renderMarkdown(front, { ...options, blanks: 'filled' });
	}
	if (points.length > 0) compiled.checklist = points.map((point) => renderInline(point));
	return compiled;
}
