/** The gate for CSS: parsed by the browser, and written anew from what may stand; comments and tricks of writing do not survive that. */
import { isCardStyle, LONGEST_CARD_CSS } from '$lib/deck-import/template/card-markup.ts';

const MOST_RULES = 1000;
const LONGEST_SELECTOR = 500;
const DEEPEST = 4;
/** Of the width and height of the screen: within a frame as high as its text they would grow without end. */
const OF_THE_SCREEN = /\d(?:[sld]?v(?:h|w|min|max|b|i)|cq\w+)\b/i;
/** Whatever could name a file, and escapes, behind which it could hide. */
const NAMES_A_FILE =
	/\b(?:url|src|image|image-set|cross-fade|element|paint|attr|expression)\s*\(|\\/i;
/** A table of so many rows or columns takes longer to lay out than anyone waits. */
const MOST_TRACKS = 50;
/** A number that is no length. */
const COUNT = /(?<![.\w])\d+(?![.%\w])/g;
/** Selectors that look at the whole card again for each of its elements. */
const LOOKS_AROUND = /:(?:has|host|host-context)\s*\(/i;
const BLACK = /^(?:black|#000|#000000|rgb\(0, 0, 0\)|canvastext)$/;
const WHITE = /^(?:white|#fff|#ffffff|rgb\(255, 255, 255\)|canvas)$/;
/** px of the root of a page, unless the person has chosen otherwise. */
const ROOT = 16;
/** What every note type says of its text until someone changes it; the app has a size of its own. */
const STOCK_SIZE = '1.25rem';
const [SMALLEST, LARGEST] = [0.9375, 3.5];
/** Of the size of the text. */
const HIGHEST_LINE = 3;

export interface CleanCss {
	css: string;
	/** Declarations and rules that were left out. */
	refused: number;
}

/** The value to set in place of one; undefined where the property is left out, `quietly` where nobody misses it. */
function judged(property: string, value: string): { value?: string; quietly?: true } {
	if (OF_THE_SCREEN.test(value) || NAMES_A_FILE.test(value)) return {};
	switch (property) {
		// Plain black on white is no choice: it is what an empty page looks like.
		case 'color':
			return BLACK.test(value) ? { quietly: true } : { value };
		case 'background-color':
			return WHITE.test(value) || value === 'initial' ? { quietly: true } : { value };
		case 'position':
			return /^(?:static|relative|absolute)$/.test(value) ? { value } : {};
		case 'font-family':
			return fontFamily(value);
		case 'font-size':
			return { value: relativeSize(value, SMALLEST, LARGEST) };
		case 'line-height':
			return { value: lineHeight(value) };
		case 'word-break':
			// Words that are broken anywhere cannot be read; long ones break all the same.
			return value === 'break-all' ? { quietly: true } : { value };
		default:
			if (/^grid-/.test(property) && (value.match(COUNT) ?? []).some(isManyTracks)) return {};
			return /^margin/.test(property) && value.startsWith('-') ? { quietly: true } : { value };
	}
}

function isManyTracks(number: string): boolean {
	return Number(number) > MOST_TRACKS;
}

/** Fonts of another computer are not here; what matters is whether letters are of equal width. */
function fontFamily(value: string): { value?: string; quietly?: true } {
	if (/mono|courier|consolas|menlo|\bcode\b/i.test(value)) return { value: 'var(--font-mono)' };
	if (/(?:^|[\s,])serif|times|georgia|mincho|ming|song/i.test(value)) return { value: 'serif' };
	return { quietly: true };
}

/** Lines neither lie on each other nor pages apart. */
function lineHeight(value: string): string {
	if (/^0|^1(?:\.[01]\d*)?$/.test(value)) return '1.25';
	return Number(value) > HIGHEST_LINE ? String(HIGHEST_LINE) : relativeSize(value, 1, 6);
}

/** Absolute lengths follow the size of text that the person has chosen. */
function relativeSize(value: string, least: number, most: number): string {
	const [, number, unit] = /^([\d.]+)(px|pt|pc|cm|mm|in|q)$/i.exec(value) ?? [];
	if (number === undefined) return value;
	const px = { px: 1, pt: 4 / 3, pc: 16, cm: 37.8, mm: 3.78, in: 96, q: 0.945 };
	const rem = (Number(number) * px[unit!.toLowerCase() as keyof typeof px]) / ROOT;
	return `${Math.round(Math.min(most, Math.max(least, rem)) * 10_000) / 10_000}rem`;
}

/** Leaves in a block of declarations only what may stand. @returns how many were refused */
export function cleanDeclarations(style: CSSStyleDeclaration): number {
	let refused = 0;
	for (const property of [...style]) {
		const value = style.getPropertyValue(property);
		const isOwn = property.startsWith('--');
		const may = isOwn || isCardStyle(property);
		const { value: to, quietly } = may ? judged(isOwn ? '' : property, value) : {};
		if (to === undefined) {
			style.removeProperty(property);
			// What browsers write into copied text sets such things by the dozen, to what they are anyway.
			if (!quietly && /^(?:position|animation|transition|background-image)/.test(property)) {
				if (value !== 'static' && value !== 'none' && value !== 'initial') refused += 1;
			} else if (!quietly && NAMES_A_FILE.test(value)) refused += 1;
		} else if (to !== value || style.getPropertyPriority(property) !== '') {
			// Nothing of a card is important: what keeps it readable is.
			style.setProperty(property, to, '');
		}
	}
	return refused;
}

/** A style sheet as text, fit to stand in a `<style>` element of the frame of a card. Never throws. */
export function cleanStyleSheet(css: string): CleanCss {
	if (css.trim() === '') return { css: '', refused: 0 };
	if (css.length > LONGEST_CARD_CSS) return { css: '', refused: 1 };
	const sheet = new CSSStyleSheet();
	// It leaves out `@import`.
	sheet.replaceSync(css);
	const state = { refused: css.match(/@import\b/gi)?.length ?? 0, rules: 0 };
	const text = [...sheet.cssRules].map((rule) => ruleText(rule, state, 0)).join('\n');
	// A string could hold the tag that ends the element.
	return { css: text.replaceAll('<', '\\3c '), refused: state.refused };
}

function ruleText(rule: CSSRule, state: { refused: number; rules: number }, depth: number): string {
	state.rules += 1;
	if (state.rules > MOST_RULES || depth > DEEPEST) return '';
	const inside = () =>
		[...(rule as CSSGroupingRule).cssRules]
			.map((each) => ruleText(each, state, depth + 1))
			.join(' ');
	if (rule instanceof CSSStyleRule) {
		state.refused += cleanDeclarations(rule.style);
		const { selectorText } = rule;
		if (selectorText === '.card' && rule.style.fontSize === STOCK_SIZE) {
			rule.style.removeProperty('font-size');
		}
		if (selectorText.length > LONGEST_SELECTOR) return '';
		if (LOOKS_AROUND.test(selectorText)) {
			state.refused += 1;
			return '';
		}
		const nested = rule.cssRules?.length ? inside() : '';
		if (!rule.style.cssText && !nested) return '';
		return `${withoutIds(selectorText)} { ${rule.style.cssText} ${nested}}`;
	}
	if (rule instanceof CSSMediaRule) return `@media ${rule.media.mediaText} { ${inside()} }`;
	if (rule instanceof CSSSupportsRule) return inside();
	if (typeof CSSLayerBlockRule !== 'undefined' && rule instanceof CSSLayerBlockRule)
		return inside();
	state.refused += 1;
	return '';
}

/** Ids become classes in the card, and so here. */
function withoutIds(selector: string): string {
	return selector.replace(/#(-?[_a-z][\w-]*)/gi, '.id-$1');
}
