/** Makes of notes, catalog cards and drills the plain texts that a search looks at; runs in a worker. */
import { plainMarkdown } from '$lib/browse/plain-markdown.ts';
import type { BrowseText, BrowseType } from '$lib/browse/browse-card.ts';
import type { CompiledCard } from '$lib/content/card.ts';
import type { DrillTemplate } from '$lib/content/drill.ts';
import { drillCardId } from '$lib/content/drill-id.ts';
import type { NoteType, OwnNote } from '$lib/content/note.ts';
import { tagsOf, textOfHtml } from '$lib/deck-import/template/html-text.ts';

/** Characters of a field that are searched at most. */
const LONGEST = 100_000;
/** What stands within these is nothing to read. */
const UNREAD = new Set(['svg', 'style', 'script', 'math']);

export const CATALOG_TYPE: BrowseType = {
	...{ name: 'Catalog', fields: ['Front', 'Back'], cards: ['Card'] },
};
export const DRILL_TYPE: BrowseType = {
	...{ name: 'Drill', fields: ['Title', 'Story'], cards: ['Drill'] },
};

/** The text of HTML, without drawings, styles and scripts. One pass, whatever is written. */
export function plainHtml(html: string): string {
	const text = html.slice(0, LONGEST);
	if (!/<(svg|style|script|math)/i.test(text)) return textOfHtml(text);
	let read = '';
	let from = 0;
	let within = '';
	for (const { start, end, name } of tagsOf(text)) {
		if (within === '' && UNREAD.has(name)) {
			read += `${text.slice(from, start)} `;
			within = name;
		} else if (name === `/${within}`) {
			within = '';
			from = end;
		}
	}
	return textOfHtml(within === '' ? read + text.slice(from) : read);
}

/** As Anki writes blanks: what they hide, without number and hint. */
function withoutBlanks(text: string): string {
	return text.replace(/\{\{c\d{1,3}(?:,\d{1,3})*::/g, '').replace(/(::[^{}\n:]*)?\}\}/g, '');
}

/** The text of a note of the person's own; `type` is `undefined` where its type is not there. */
export function ownText(
	note: OwnNote,
	type: NoteType | undefined,
	{ made, edited }: { made: number; edited: number },
): BrowseText {
	const plain = (field: string) =>
		type?.text === 'markdown' ? plainMarkdown(field) : plainHtml(withoutBlanks(field));
	const kind = note.traits?.kind ?? (type?.kind === 'cloze' ? 'cloze' : 'recall');
	const fields = note.fields.map((field, at) =>
		// The shapes over a picture are numbers.
		type?.kind === 'occlusion' && at === 0
			? ''
			: plain(field.slice(0, LONGEST).replace(/\[sound:[^[\]\n]*\]/g, '')),
	);
	return {
		...{ key: note.id, fields, tags: note.tags, place: '', category: '' },
		...{ kind, level: note.traits?.level },
		...{ added: made, edited: Math.max(edited, note.modified) },
		type: {
			name: type?.name ?? '',
			fields: type?.fields ?? [],
			cards: type?.templates.map(({ name }) => name) ?? [],
		},
	};
}

/** The text of a card of the catalog, or the person's wording of it. */
export function catalogText(
	card: CompiledCard,
	{ place, category }: { place: string; category: string },
	overlay?: { front: string; back: string; edited: number },
): BrowseText {
	const back = [card.backHtml, ...(card.checklist ?? [])];
	const fields = overlay
		? [plainMarkdown(overlay.front), plainMarkdown(overlay.back)]
		: [plainHtml(card.filledHtml ?? card.frontHtml), back.map(plainHtml).join('\n')];
	return {
		...{ key: card.id, fields, type: CATALOG_TYPE, tags: card.tags, place, category },
		...{ added: 0, edited: overlay?.edited ?? 0, kind: card.kind, level: card.level },
	};
}

/** The text of an estimation drill; its numbers are drawn anew each time. */
export function drillText({ id, title, story, level }: DrillTemplate): BrowseText {
	return {
		...{ key: drillCardId(id), fields: [title, story], type: DRILL_TYPE, tags: [] },
		...{ added: 0, edited: 0, place: 'Estimation drills', category: '', kind: 'drill', level },
	};
}
