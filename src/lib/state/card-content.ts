/** What a card says: as released, or as the person has edited it. */
import type { CardSource, CompiledCard } from '$lib/content/card.ts';
import { isFromInterview, isOwnCard } from '$lib/content/own-note.ts';
import { changedSince, readEditedFrom, readOverlay, type CardOverlay } from '$lib/db/notes.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { Library } from './library.svelte.ts';

/** The drawings of a released card by their order, so that an edit of the words keeps the picture. */
function drawingsOf(card: CompiledCard): string[] {
	const html = new DOMParser().parseFromString(card.frontHtml + card.backHtml, 'text/html');
	return [...html.querySelectorAll('figure.diagram > svg')].map((svg) => svg.outerHTML);
}

function fencesOf(source: CardSource): string[] {
	const fences = `${source.front}\n${source.back}`.matchAll(/^```mermaid\n([\s\S]*?)^```/gm);
	return [...fences].map(([, fence = '']) => fence);
}

/**
 * An edited card, or one of the person's own, ready to show. Parser and sanitizer load only here: released cards
 * need neither.
 * @param released the card that the edit stands in for, for its drawings
 */
export async function compileEdited(
	edited: CardSource,
	released?: { card: CompiledCard; source: CardSource },
): Promise<CompiledCard> {
	const [{ compileCard }, { sanitize }] = await Promise.all([
		import('$lib/content/compile-card.ts'),
		import('./sanitize.ts'),
	]);
	const drawings = released ? drawingsOf(released.card) : [];
	const fences = released ? fencesOf(released.source) : [];
	const known = new Map(fences.map((fence, at) => [fence, drawings[at]]));
	const card = compileCard(edited, (fence) => known.get(fence));
	return {
		...card,
		frontHtml: sanitize(card.frontHtml),
		backHtml: sanitize(card.backHtml),
		...(card.filledHtml ? { filledHtml: sanitize(card.filledHtml) } : {}),
		...(card.checklist ? { checklist: card.checklist.map(sanitize) } : {}),
	};
}

/** The drawing of the page of a card's pattern; '' where it has none. @throws LibraryError */
export async function drawingOfCard(library: Library, cardId: string): Promise<string> {
	const pattern = library.patternOfCard(cardId);
	const page = pattern && (await library.page(pattern.id));
	return page?.sections.find(({ title }) => title === 'Diagram')?.html ?? '';
}

/** A card of the person's own as the text of a released one. */
export function ownSource(id: string, text: CardOverlay): CardSource {
	return { id, kind: 'recall', level: 'beginner', also: [], tags: [], answers: [], ...text };
}

/** @returns undefined for a card that the catalog no longer holds @throws LibraryError, DbError */
export async function loadCard(
	db: OnsiteDb,
	library: Library,
	cardId: string,
): Promise<CompiledCard | undefined> {
	// Its parser, renderer and gates load only here: the catalog needs none of them.
	if (isOwnCard(cardId) && !isFromInterview(cardId))
		return (await import('./own-card.ts')).loadOwnCard(db, cardId);
	const [overlay, card] = await Promise.all([readOverlay(db, cardId), library.card(cardId)]);
	if (overlay && isOwnCard(cardId)) return withDrawings(compileEdited(ownSource(cardId, overlay)));
	if (!overlay || !card) return card;
	const [source, of] = await Promise.all([library.source(cardId), readEditedFrom(db, cardId)]);
	if (!source) return card;
	const edited = await withDrawings(compileEdited({ ...source, ...overlay }, { card, source }));
	return changedSince(of, source) ? { ...edited, changedUpstream: true } : edited;
}

/** Draws what an edit has added; what cannot be drawn says why. */
async function withDrawings(edited: Promise<CompiledCard>): Promise<CompiledCard> {
	const card = await edited;
	if (!(card.frontHtml + card.backHtml).includes('<pre class="undrawn">')) return card;
	const { drawFences } = await import('./draw-fences.ts');
	const sides = [card.frontHtml, card.filledHtml ?? '', card.backHtml].map(drawFences);
	const [frontHtml = '', filledHtml = '', backHtml = ''] = await Promise.all(sides);
	return { ...card, frontHtml, backHtml, ...(filledHtml ? { filledHtml } : {}) };
}

/** Several cards by id, those left out that the catalog no longer holds. @throws LibraryError, DbError */
export async function loadCards(
	db: OnsiteDb,
	library: Library,
	ids: readonly string[],
): Promise<Map<string, CompiledCard>> {
	const cards = await Promise.all(ids.map((id) => loadCard(db, library, id)));
	return new Map(cards.flatMap((card) => (card ? [[card.id, card]] : [])));
}
