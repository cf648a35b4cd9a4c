/** Makes a card of one of the person's own notes ready to show: Markdown as released cards are, imported HTML as a document. */
import type { CompiledCard, OwnOrigin } from '$lib/content/card.ts';
import { compileCard } from '$lib/content/compile-card.ts';
import type { NoteType, OwnNote } from '$lib/content/note.ts';
import { TYPED } from '$lib/deck-import/template/filters.ts';
import { escapeHtml, textOfHtml } from '$lib/deck-import/template/html-text.ts';
import { picturesOfMarkdown } from '$lib/deck-import/template/markdown-html.ts';
import { placeMedia } from '$lib/deck-import/template/media-tags.ts';
import { noteSides } from '$lib/deck-import/template/note-sides.ts';
import { renderImportedCard, type RenderedCard } from '$lib/deck-import/template/render-card.ts';
import { gatherMedia, type MediaSource } from './card-media.ts';
import { cleanStyleSheet } from './clean-css.ts';
import { drawFences } from './draw-fences.ts';
import { isReopened } from './parse-card.ts';
import { sanitizeCard } from './sanitize-card.ts';
import { sanitize } from './sanitize.ts';

export interface NoteToShow {
	note: Pick<OwnNote, 'fields' | 'tags' | 'traits'>;
	type: NoteType;
	/** Which of its cards, as in the card's id. */
	ordinal: number;
	/** Names of the deck from the root down. */
	deck: readonly string[];
	media: MediaSource;
}

const LISTS = { also: [], tags: [], answers: [] };
/** Style sheets that were judged, by what they were. */
const sheets = new Map<string, string>();

function sheetOf(css: string): string {
	const known = sheets.get(css) ?? cleanStyleSheet(css).css;
	if (sheets.size > 50) sheets.clear();
	sheets.set(css, known);
	return known;
}

/** One card of a note; whatever the note holds, the result is safe to show. @throws what `media` throws */
export async function compileNote(id: string, shown: NoteToShow): Promise<CompiledCard> {
	const { note, type } = shown;
	if (type.text === 'markdown' && note.traits) return compileTraits(id, shown, note.traits);
	return type.text === 'markdown' ? compileMarkdown(id, shown) : compileDocument(id, shown);
}

/** A card in our own format shows as a released one does. */
async function compileTraits(
	id: string,
	{ note, deck, media }: NoteToShow,
	traits: NonNullable<OwnNote['traits']>,
): Promise<CompiledCard> {
	const [front = '', ...rest] = note.fields;
	const { kind, level, also, answers, retired } = traits;
	const compiled = compileCard({
		...{ id, kind, level, front, back: rest.join('\n\n') },
		...{ also: [...also], tags: [...note.tags], answers: [...answers] },
		...(retired ? { retired } : {}),
	});
	const html = [compiled.frontHtml, compiled.filledHtml ?? '', compiled.backHtml].map(
		picturesOfMarkdown,
	);
	const missing = html.flatMap((side) => placeMedia(side, () => undefined).missing);
	const gathered = await gatherMedia(missing, media);
	const look = (name: string) => gathered.keys.get(name);
	const [frontHtml, filledHtml, backHtml] = await Promise.all(
		html.map((side) => drawFences(sanitize(placeMedia(side, look).html))),
	);
	return {
		...compiled,
		...{ frontHtml: frontHtml!, backHtml: backHtml!, media: gathered.media },
		...(filledHtml ? { filledHtml } : {}),
		...(compiled.checklist ? { checklist: compiled.checklist.map(sanitize) } : {}),
		own: { deck, typed: false, problems: emptyFront(frontHtml!) },
	};
}

async function compileMarkdown(id: string, shown: NoteToShow): Promise<CompiledCard> {
	const { note, type, ordinal, deck, media } = shown;
	const look = { media: () => undefined, deck };
	const { missing } = noteSides(note, type, ordinal, look);
	const gathered = await gatherMedia(missing, media);
	const sides = noteSides(note, type, ordinal, {
		...{ deck, media: (name: string) => gathered.keys.get(name) },
	});
	const written = type.templates.map(({ front, back }) => front + back).join('');
	const [frontHtml = '', backHtml = ''] = await Promise.all(
		withAnswers(sides).map((html) =>
			drawFences(isReopened(html, written) ? asText(html) : sanitize(html)),
		),
	);
	return {
		...{ id, kind: type.kind === 'plain' ? 'recall' : 'cloze', level: 'beginner', ...LISTS },
		...{ tags: [...note.tags], answers: sides.answers, frontHtml, media: gathered.media },
		...(sides.whole ? { filledHtml: withoutLastBreaks(backHtml), backHtml: '' } : { backHtml }),
		own: originOf(shown, sides, frontHtml),
	};
}

/** A cloze without its extra field ends with the break before it, which would leave a gap. */
function withoutLastBreaks(html: string): string {
	let text = html.trimEnd();
	while (text.endsWith('<br>')) text = text.slice(0, -4).trimEnd();
	return text;
}

async function compileDocument(id: string, shown: NoteToShow): Promise<CompiledCard> {
	const { note, type, ordinal, deck, media } = shown;
	const { missing } = renderImportedCard(note, type, ordinal, { media: () => undefined, deck });
	const gathered = await gatherMedia(missing, media);
	const rendered = renderImportedCard(note, type, ordinal, {
		...{ deck, media: (name: string) => gathered.keys.get(name) },
	});
	const [frontHtml = '', backHtml = ''] = withAnswers(rendered).map(
		(html) => sanitizeCard(html).html,
	);
	return {
		...{ id, kind: type.kind === 'plain' ? 'recall' : 'cloze', level: 'beginner', ...LISTS },
		...{ tags: [...note.tags], answers: rendered.answers, media: gathered.media },
		...{ frontHtml: asText(frontHtml), backHtml: asText(backHtml) },
		document: { frontHtml, backHtml, css: sheetOf(type.css) },
		own: originOf(shown, rendered, frontHtml),
	};
}

function asText(html: string): string {
	const text = textOfHtml(html);
	return text && `<p>${escapeHtml(text)}</p>`;
}

/** Both sides, with the expected answer where the back would compare it: whoever types sees the difference beside it. */
function withAnswers({ frontHtml, backHtml, answers }: RenderedCard): [string, string] {
	const expected = answers.map((answer) => escapeHtml(answer)).join(', ');
	const shown = expected && `<code class="typed-answer">${expected}</code>`;
	return [frontHtml.replaceAll(TYPED, ''), backHtml.replaceAll(TYPED, shown)];
}

function originOf(
	{ deck, type, ordinal }: NoteToShow,
	{ problems, answers, anyMarks }: RenderedCard,
	frontHtml: string,
): OwnOrigin {
	const template = type.templates[type.kind === 'plain' ? ordinal : 0]?.name ?? '';
	const said = problems.map((problem) => `Template “${template}”: ${problem}`);
	const typed = type.kind === 'plain' ? answers.length > 0 : asksForTyping(type);
	const all = [...said, ...emptyFront(frontHtml)];
	return { deck, typed, problems: all, ...(anyMarks ? { anyMarks } : {}) };
}

function asksForTyping({ templates }: NoteType): boolean {
	return templates.some(({ front }) => /\{\{\s*type:/.test(front));
}

const EMPTY_FRONT =
	'The front of this card is empty: its note has nothing in the fields that it shows.';

function emptyFront(html: string): string[] {
	const isEmpty = !/<(?:img|audio|svg)\b/.test(html) && textOfHtml(html) === '';
	return isEmpty ? [EMPTY_FRONT] : [];
}
