/** The gate for the HTML of imported cards, which is shown in a frame without scripts: wider than the one for our own, and as tight. */
import createDOMPurify from 'dompurify';
import {
	CARD_ATTRIBUTES,
	CARD_LINK,
	CARD_TAGS,
	LONGEST_CARD_HTML,
	STAND_INS,
} from '$lib/deck-import/template/card-markup.ts';
import { escapeHtml, textOfHtml } from '$lib/deck-import/template/html-text.ts';
import {
	kindOfAttribute,
	kindOfTag,
	nothingRefused,
	type Refused,
} from '$lib/deck-import/template/refused-content.ts';
import { cleanDeclarations } from './clean-css.ts';
import { parseCard } from './parse-card.ts';

/** Left out with all that is inside: it is for machines or fingers. */
const WITHOUT_CONTENT = [
	...['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'noembed', 'canvas'],
	...['noframes', 'head', 'title', 'math', 'select', 'textarea', 'button', 'video', 'xmp'],
	...['plaintext', 'foreignobject', 'annotation-xml', 'dialog', 'marquee', 'applet'],
];
/** Another element of the same drawing, such as the tip of an arrow. */
const REFERENCE = /^url\(#[\w-]+\)$/;
const SVG = 'http://www.w3.org/2000/svg';

/** Copied pages say the same on every element: each style is judged once. */
const styles = new Map<string, { css: string; refused: number }>();
const MOST_STYLES = 2000;

function judgedStyle(
	written: string,
	style: CSSStyleDeclaration,
): { css: string; refused: number } {
	const known = styles.get(written);
	if (known) return known;
	const judged = { refused: cleanDeclarations(style), css: style.cssText };
	if (styles.size >= MOST_STYLES) styles.clear();
	styles.set(written, judged);
	return judged;
}

let purifier: ReturnType<typeof createDOMPurify> | undefined;
let refused = nothingRefused();

/** Made when first needed: a build that looks at every screen has no window. */
function openGate(): ReturnType<typeof createDOMPurify> {
	const gate = createDOMPurify(window);
	gate.addHook('uponSanitizeElement', (_, { tagName, allowedTags }) => {
		if (tagName !== 'body' && !tagName.startsWith('#') && !allowedTags[tagName]) {
			refused[kindOfTag(tagName)] += 1;
		}
	});
	gate.addHook('beforeSanitizeAttributes', (element) => {
		if (!(element instanceof Element)) return;
		const drawn = element.namespaceURI === SVG;
		// A name could stand in for something of the page; as a class it still takes its style.
		if (!drawn && element.id) element.classList.add(`id-${element.id.slice(0, 100)}`);
		if (!drawn) element.removeAttribute('id');
	});
	gate.addHook('uponSanitizeAttribute', (element, attribute) => {
		const { attrName: name, attrValue: value } = attribute;
		const drawn = element.namespaceURI === SVG;
		if (name === 'style' && 'style' in element) {
			const { css, refused: left } = judgedStyle(value, (element as HTMLElement).style);
			refused.styles += left;
			attribute.attrValue = drawn ? '' : css;
			attribute.keepAttr = attribute.attrValue !== '';
			return;
		}
		const listed = CARD_ATTRIBUTES.has(name);
		const stays =
			listed &&
			!(name === 'href' && (drawn || !CARD_LINK.test(value))) &&
			!(name === 'data-media' && !/^[\da-f]{1,64}$/.test(value)) &&
			!(/url\s*\(/i.test(value) && !REFERENCE.test(value) && name !== 'href' && name !== 'title');
		if (stays) return;
		attribute.keepAttr = false;
		const kind = kindOfAttribute(name, value);
		if (kind && !(name === 'href' && value.startsWith('#'))) refused[kind] += 1;
	});
	gate.addHook('afterSanitizeAttributes', (element) => {
		if (element.localName !== 'a' && element.localName !== 'once-a') return;
		// Where nobody asks first, the frame refuses to open it.
		element.setAttribute('target', '_blank');
		element.setAttribute('rel', 'noopener noreferrer nofollow');
	});
	return gate;
}

export interface CleanHtml {
	html: string;
	refused: Refused;
}

/**
 * HTML for the frame of a card, with stand-ins where it is large (see `parseCard`); text beyond any measure is
 * shown as text. Never throws.
 */
export function sanitizeCard(html: string): CleanHtml {
	const parsed = parseCard(html);
	if (!parsed) {
		const text = textOfHtml(html.slice(0, LONGEST_CARD_HTML));
		return { html: `<pre>${escapeHtml(text)}</pre>`, refused: nothingRefused() };
	}
	purifier ??= openGate();
	refused = nothingRefused();
	const clean = purifier.sanitize(parsed, {
		ALLOWED_TAGS: [...CARD_TAGS, ...STAND_INS],
		ALLOWED_ATTR: [...CARD_ATTRIBUTES],
		ALLOW_DATA_ATTR: false,
		ALLOW_ARIA_ATTR: false,
		FORBID_CONTENTS: WITHOUT_CONTENT,
		// In the frame ids are gone and nothing runs that could be misled.
		SANITIZE_DOM: false,
	});
	return { html: clean, refused };
}
