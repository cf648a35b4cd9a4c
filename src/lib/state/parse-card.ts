/** Parses the HTML of a card with work in proportion to its length, whatever it is; apart from the page, where nothing loads or runs. */
import {
	DEEPEST_CARD,
	LONGEST_CARD_HTML,
	MOST_ATTRIBUTES,
	MOST_CARD_TAGS,
	REOPENED_TAG,
	STAND_IN,
} from '$lib/deck-import/template/card-markup.ts';

/** Elements that may come of it. */
const MOST_REOPENED = 30_000;

/** How many tags there may be at most, whatever of the text is one. */
export function tagsAtMost(html: string): number {
	return html.split('<').length - 1;
}

/**
 * Whether so many tags that a browser opens again stand before so many others that it would take too long.
 * @param written the part of the text that someone else has written, and may have left open
 */
export function isReopened(html: string, written: string): boolean {
	return (written.match(REOPENED_TAG)?.length ?? 0) * tagsAtMost(html) > MOST_REOPENED;
}

/** With stand-ins for tags that would be opened again without end; undefined beyond any measure. */
export function parseCard(html: string): DocumentFragment | undefined {
	const tags = tagsAtMost(html);
	if (html.length > LONGEST_CARD_HTML || tags > MOST_CARD_TAGS) return undefined;
	const text = isReopened(html, html) ? html.replace(REOPENED_TAG, `<$1${STAND_IN}$2`) : html;
	const { body } = new DOMParser().parseFromString(text, 'text/html');
	const elements = body.getElementsByTagName('*');
	if (elements.length > MOST_CARD_TAGS + MOST_REOPENED) return undefined;
	const depths = new Map<Element | null, number>();
	for (const element of elements) {
		const depth = (depths.get(element.parentElement) ?? 0) + 1;
		depths.set(element, depth);
		if (depth > DEEPEST_CARD || element.attributes.length > MOST_ATTRIBUTES) return undefined;
	}
	const parsed = body.ownerDocument.createDocumentFragment();
	while (body.firstChild) parsed.append(body.firstChild);
	return parsed;
}
