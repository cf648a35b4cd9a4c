/** Turns a pattern as text into the page that the catalog shows. */
import { SECTIONS, type PatternPage, type PatternSource } from './pattern.ts';
import { renderInline, renderMarkdown, type RenderOptions } from './render-markdown.ts';

/** Links to the patterns that point at each pattern, by id; the reason is the one that they give. */
export function linksBack(patterns: PatternSource[]): Map<string, PatternPage['related']> {
	const back = new Map<string, PatternPage['related']>();
	for (const { id, related } of patterns) {
		for (const link of related) {
			back.set(link.id, [...(back.get(link.id) ?? []), { ...link, id, back: true }]);
		}
	}
	return back;
}

/** `back` are the links of others that point here; those that the page returns itself are left out. */
export function compilePage(
	source: PatternSource,
	back: PatternPage['related'],
	drawing: NonNullable<RenderOptions['drawing']>,
): PatternPage {
	const written = new Set(source.related.map((link) => link.id));
	const links = [...source.related, ...back.filter((link) => !written.has(link.id))];
	return {
		id: source.id,
		...(source.levelReason ? { levelReason: source.levelReason } : {}),
		sections: SECTIONS.flatMap((title) => {
			const text = title === 'In one line' ? undefined : source.sections[title];
			return text ? [{ title, html: renderMarkdown(text, { drawing }) }] : [];
		}),
		related: links.map((link) => ({ ...link, why: renderInline(link.why) })),
		sources: source.sources,
	};
}
