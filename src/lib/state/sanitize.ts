/** The one gate for HTML that did not come with a build: what is not on the lists does not pass. */
import createDOMPurify from 'dompurify';
import { MOST_CARD_TAGS } from '$lib/deck-import/template/card-markup.ts';
import { escapeHtml, textOfHtml } from '$lib/deck-import/template/html-text.ts';

const TAGS = [
	...['p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 's', 'code', 'pre', 'span'],
	...['mark', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'a', 'h1', 'h2', 'h3', 'h4'],
	...['figure', 'figcaption', 'details', 'summary', 'img', 'audio', 'b', 'i', 'u', 'sub', 'sup'],
	...['ruby', 'rt', 'rp', 'ins', 'del', 'kbd'],
	...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'text'],
	...['tspan', 'defs', 'marker', 'title', 'desc', 'clipPath'],
];
const ATTRIBUTES = [
	...['class', 'href', 'rel', 'target', 'tabindex', 'role', 'aria-label', 'aria-hidden'],
	...['aria-labelledby', 'aria-describedby', 'start', 'colspan', 'rowspan', 'lang', 'id'],
	...['viewBox', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width'],
	...['height', 'transform', 'points', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray'],
	...[
		'stroke-linecap',
		'stroke-linejoin',
		'paint-order',
		'text-anchor',
		'dominant-baseline',
		'alignment-baseline',
		'dy',
		'dx',
	],
	...['font-size', 'font-weight', 'font-family', 'font-style', 'opacity', 'fill-opacity'],
	...['marker-end', 'marker-start', 'markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY'],
	...['orient', 'xmlns', 'preserveAspectRatio', 'data-media', 'alt', 'controls'],
];

const LINKS = /^(?:https?:|mailto:|#)/i;
/** Another element of the same drawing, such as the tip of an arrow; a colour; never an address. */
const REFERENCE = /^url\(#[\w-]+\)$/;
/** What our renderer writes: names of the app's own style sheets would lend a text the looks of its bars. */
const CLASSES =
	/^(?:hljs[\w-]*|language-[\w-]+|function_|class_|inherited__|blank[\w-]*|table|right|center|diagram|undrawn|node|cloze[\w-]*|typed-answer|answer-sound|missing-media|address|occl[\w-]+)$/;
/** Our drawings say how wide they are at most; no other style passes. */
const WIDTH = /^max-width:\s*[\d.]+px;?$/;

let purifier: ReturnType<typeof createDOMPurify> | undefined;

/** Made when first needed: a build that looks at every screen has no window. */
function openGate(): ReturnType<typeof createDOMPurify> {
	const gate = createDOMPurify(window);
	gate.addHook('uponSanitizeAttribute', (element, attribute) => {
		const { attrName: name, attrValue: value } = attribute;
		const drawn = element.namespaceURI === 'http://www.w3.org/2000/svg';
		if (name === 'class') {
			const known = value.split(/\s+/).filter((word) => CLASSES.test(word));
			attribute.attrValue = known.join(' ');
			attribute.keepAttr = known.length > 0;
			return;
		}
		const refused =
			(name === 'href' && (drawn || !LINKS.test(value))) ||
			(name === 'id' && !drawn) ||
			(name === 'data-media' && !/^[\da-f]{1,64}$/.test(value)) ||
			(name === 'style' && !(drawn && WIDTH.test(value))) ||
			(/url\s*\(/i.test(value) && !REFERENCE.test(value));
		if (refused) attribute.keepAttr = false;
	});
	return gate;
}

/** Safe HTML from any text: no script, no style, nothing that loads, no name that shadows the app's. */
export function sanitize(html: string): string {
	// A table of thousands of cells is no text; the limits of the renderer let one through.
	if (html.split('<', MOST_CARD_TAGS + 1).length > MOST_CARD_TAGS) {
		return `<pre>${escapeHtml(textOfHtml(html))}</pre>`;
	}
	purifier ??= openGate();
	return purifier.sanitize(html, {
		ALLOWED_TAGS: TAGS,
		ALLOWED_ATTR: [...ATTRIBUTES, 'style'],
		ALLOW_DATA_ATTR: false,
	});
}
