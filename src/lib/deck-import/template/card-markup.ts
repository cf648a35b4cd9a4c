/** What the HTML and the styles of an imported card may hold: the gate and the count of what it refuses go by the same lists. */

const TEXT = [
	...['p', 'div', 'span', 'br', 'hr', 'wbr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code'],
	...['b', 'i', 'u', 's', 'em', 'strong', 'small', 'big', 'sub', 'sup', 'ins', 'del', 'strike'],
	...['mark', 'kbd', 'samp', 'var', 'tt', 'q', 'cite', 'abbr', 'dfn', 'time', 'bdi', 'bdo'],
	...['font', 'center', 'blockquote', 'address', 'section', 'article', 'header', 'footer'],
	...['aside', 'main', 'nav', 'figure', 'figcaption', 'details', 'summary', 'a'],
	...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'ruby', 'rb', 'rt', 'rp', 'rtc'],
];
const TABLES = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];
const MEDIA = ['img', 'audio'];
const DRAWINGS = [
	...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'text'],
	...['tspan', 'defs', 'marker', 'title', 'desc', 'clippath'],
];

/** Names of elements in lower case. */
export const CARD_TAGS: ReadonlySet<string> = new Set([...TEXT, ...TABLES, ...MEDIA, ...DRAWINGS]);

/** Names of attributes in lower case; `id` becomes a class, `style` is judged by itself. */
export const CARD_ATTRIBUTES: ReadonlySet<string> = new Set([
	...['class', 'id', 'style', 'title', 'lang', 'dir', 'hidden', 'open', 'alt', 'href'],
	...['data-media', 'controls', 'colspan', 'rowspan', 'scope', 'span', 'start', 'reversed'],
	...['type', 'value', 'datetime', 'cite', 'color', 'size', 'face', 'bgcolor', 'align', 'valign'],
	...['border', 'cellpadding', 'cellspacing', 'nowrap', 'width', 'height', 'aria-label'],
	...['aria-hidden', 'viewbox', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx'],
	...['ry', 'dx', 'dy', 'transform', 'points', 'fill', 'stroke', 'stroke-width', 'opacity'],
	...['stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'fill-opacity', 'text-anchor'],
	...['dominant-baseline', 'font-size', 'font-weight', 'font-style', 'marker-end'],
	...['marker-start', 'markerwidth', 'markerheight', 'markerunits', 'refx', 'refy', 'orient'],
	...['xmlns', 'preserveaspectratio'],
]);

/** Properties of CSS that say how text looks and lies; none loads, none moves. */
const STYLES = new Set([
	...['color', 'background-color', 'opacity', 'visibility', 'display', 'float', 'clear', 'content'],
	...['position', 'top', 'right', 'bottom', 'left', 'width', 'height', 'max-width', 'max-height'],
	...['box-sizing', 'overflow-x', 'overflow-y', 'vertical-align', 'direction', 'unicode-bidi'],
	...['writing-mode', 'white-space', 'white-space-collapse', 'word-break', 'word-spacing'],
	...['overflow-wrap', 'hyphens', 'letter-spacing', 'line-height', 'tab-size', 'quotes'],
	...['table-layout', 'caption-side', 'empty-cells', 'border-collapse', 'gap', 'row-gap'],
	...['column-gap', 'order', 'aspect-ratio', 'object-fit'],
]);
const STYLE_FAMILIES =
	/^(?:margin|padding|border-(?:(?:top|right|bottom|left|block|inline)-(?:color|style|width)|(?:top|bottom)-(?:left|right)-radius|spacing)|font-(?:size|weight|style|family|variant[\w-]*|stretch|kerning|feature-settings)|text-(?:align[\w-]*|decoration[\w-]*|indent|transform|underline[\w-]*|wrap[\w-]*|emphasis[\w-]*|overflow)|list-style-(?:type|position)|flex-(?:direction|wrap|grow|shrink|basis)|align-(?:items|content|self)|justify-(?:items|content|self)|grid-(?:template-(?:columns|rows|areas)|auto-[\w-]+|row-[\w-]+|column-[\w-]+)|ruby-[\w-]+|counter-[\w-]+)(?:$|-)/;

/** Whether a longhand of CSS may be set at all; its value is judged apart. */
export function isCardStyle(property: string): boolean {
	return STYLES.has(property) || STYLE_FAMILIES.test(property);
}

/** Where a link may lead. */
export const CARD_LINK = /^\s*(?:https?:\/\/|mailto:)/i;

/** Longer text than any card has; it is shown as text, not parsed. */
export const LONGEST_CARD_HTML = 400_000;
/** So many elements take a second to judge. */
export const MOST_CARD_TAGS = 20_000;
/** More attributes than any element of a card has; going through many of them takes the square of their number. */
export const MOST_ATTRIBUTES = 100;
/** Elements within each other: laying out tables in boxes in tables takes longer with each. */
export const DEEPEST_CARD = 60;
/** Characters of a style sheet. */
export const LONGEST_CARD_CSS = 100_000;

const REOPENED = ['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small'].concat(
	...['strike', 'strong', 'tt', 'u'],
);
/** What a tag is called instead where a browser would open it again and again, as a name that says nothing. */
export const STAND_IN = 'once-';
/** Names of all stand-ins. */
export const STAND_INS: readonly string[] = REOPENED.map((name) => `${STAND_IN}${name}`);
/**
 * Tags that a browser opens again in every paragraph until they are closed: a hundred of them before a hundred
 * paragraphs make ten thousand elements.
 */
export const REOPENED_TAG = new RegExp(`<(/?)(${REOPENED.join('|')})(?=[\\s/>])`, 'gi');
