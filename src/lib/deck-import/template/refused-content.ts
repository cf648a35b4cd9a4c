/** Counts what the gate will not let through, without a browser: for the report of an import, over a whole file. */
import { CARD_ATTRIBUTES, CARD_LINK, CARD_TAGS } from './card-markup.ts';
import { tagsOf, unescapeHtml } from './html-text.ts';

/** How many of each kind. */
export interface Refused {
	/** Elements and attributes that would run something. */
	scripts: number;
	/** Pages and programs within the card. */
	frames: number;
	forms: number;
	/** What would be fetched, or lead elsewhere than to a page. */
	addresses: number;
	/** Styles that load, move, or lay something over the screen. */
	styles: number;
	/** Anything else that is not on the lists. */
	others: number;
}

export function nothingRefused(): Refused {
	return { scripts: 0, frames: 0, forms: 0, addresses: 0, styles: 0, others: 0 };
}

/** Adds to `into`, and returns it. */
export function addRefused(into: Refused, more: Refused): Refused {
	for (const kind of Object.keys(into) as (keyof Refused)[]) into[kind] += more[kind];
	return into;
}

const FRAMES = /^(?:iframe|frame|frameset|object|embed|applet|portal|fencedframe|webview|param)$/;
const FORMS =
	/^(?:form|input|button|textarea|select|option|optgroup|label|fieldset|legend|output|datalist|keygen|dialog|meter|progress|menu)$/;
const LOADS = /^(?:base|link|meta|source|track|video|image|feimage|use|picture)$/;

/** Under which kind a refused element is counted. @param tag in lower case */
export function kindOfTag(tag: string): keyof Refused {
	if (tag === 'script' || tag === 'noscript' || tag === 'template') return 'scripts';
	if (tag === 'style') return 'styles';
	if (FRAMES.test(tag)) return 'frames';
	if (FORMS.test(tag)) return 'forms';
	return LOADS.test(tag) ? 'addresses' : 'others';
}

/** The same of an attribute; undefined for what nobody misses. @param name in lower case */
export function kindOfAttribute(name: string, value: string): keyof Refused | undefined {
	if (/^on/.test(name)) return 'scripts';
	if (/^(?:href|xlink:href|src|srcset|action|formaction|poster|background|ping|data)$/.test(name)) {
		return /^[\s\p{Cc}]*(?:java|vb)script:/iu.test(value) ? 'scripts' : 'addresses';
	}
	if (/^(?:autofocus|contenteditable|popover|popovertarget|srcdoc|is|slot|name)$/.test(name)) {
		return 'others';
	}
	// What copied pages and editors leave behind says nothing to a reader.
	return undefined;
}

const ATTRIBUTE = /[\s/"'`]([^\s=>"'/`]{1,80})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** What of an HTML text would be refused, as written: pictures are told apart by their own list. */
export function countRefused(html: string): Refused {
	const count = nothingRefused();
	for (const { start, end, name } of tagsOf(html)) {
		if (name.startsWith('/') || name === '!--') continue;
		const isPicture = name === 'img' || name === 'source' || name === 'video';
		if (!CARD_TAGS.has(name) && !isPicture) count[kindOfTag(name)] += 1;
		for (const [, named = '', double, single, bare] of html.slice(start, end).matchAll(ATTRIBUTE)) {
			const attribute = named.toLowerCase();
			const value = unescapeHtml(double ?? single ?? bare ?? '');
			if (attribute === 'style') count.styles += refusedStyles(value);
			const passes = attribute === 'href' ? CARD_LINK.test(value) : CARD_ATTRIBUTES.has(attribute);
			if (passes || (isPicture && attribute === 'src' && !/^\s*javascript:/i.test(value))) continue;
			const kind = kindOfAttribute(attribute, value);
			// A link within the page leads nowhere, and did so before.
			if (kind && !(attribute === 'href' && value.startsWith('#'))) count[kind] += 1;
		}
	}
	return count;
}

function refusedStyles(css: string): number {
	const written = css.replace(/\\([\da-f]{1,6}\s?|.)/gi, (_, escape: string) =>
		/^[\da-f]/i.test(escape) ? String.fromCodePoint(parseInt(escape, 16) % 0x110000) : escape,
	);
	const found = written.match(
		/@import|@font-face|@keyframes|@property|@namespace|\burl\s*\(|\bimage-set\s*\(|\bexpression\s*\(|position\s*:\s*(?:\/\*.*?\*\/)?\s*(?:fixed|sticky|-webkit-sticky)|position-(?:anchor|area|try)[\w-]*\s*:|(?:animation|transition)[\w-]*\s*:|:has\s*\(|-moz-binding|behavior\s*:/gi,
	);
	return found?.length ?? 0;
}

/** What of a style sheet would be refused. */
export function countRefusedCss(css: string): Refused {
	return { ...nothingRefused(), styles: refusedStyles(css) };
}

const WORDS: Record<keyof Refused, [one: string, many: string]> = {
	scripts: ['script', 'scripts'],
	frames: ['embedded page', 'embedded pages'],
	forms: ['form element', 'form elements'],
	addresses: ['address that would be loaded', 'addresses that would be loaded'],
	styles: ['style that loads or covers', 'styles that load or cover'],
	others: ['other element', 'other elements'],
};

/** Such as `3 scripts, 1 form element`; '' where nothing is refused. */
export function refusedInWords(count: Refused): string {
	return (Object.keys(WORDS) as (keyof Refused)[])
		.filter((kind) => count[kind] > 0)
		.map((kind) => `${count[kind]} ${WORDS[kind][count[kind] === 1 ? 0 : 1]}`)
		.join(', ');
}
