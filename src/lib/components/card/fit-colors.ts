/** Goes through a card that is laid out and makes what cannot be read readable. */
import {
	contrast,
	cssOf,
	darkSurface,
	isGrey,
	over,
	parseColor,
	readableInk,
	type Rgba,
} from './readable-color.ts';

/** More elements than any card has. */
const MOST = 20_000;

/** Of text, in sizes of the root. */
const LARGEST = 3.5;

interface Theme {
	dark: boolean;
	/** Of the page behind the card. */
	paper: Rgba;
	ink: Rgba;
	/** Of hairlines, as CSS. */
	line: string;
}

/** Everything is read before anything is written: one layout, however long the card is. */
export function fitColors(body: HTMLElement, { dark, paper, ink, line }: Theme): void {
	const { defaultView } = body.ownerDocument;
	// Whoever has chosen all colors gets those.
	if (!defaultView || defaultView.matchMedia('(forced-colors: active)').matches) return;
	const elements = [body, ...body.querySelectorAll<HTMLElement>('*:not(svg, svg *)')].slice(
		0,
		MOST,
	);
	const root = defaultView.getComputedStyle(body.ownerDocument.documentElement);
	const most = parseFloat(root.fontSize) * LARGEST;
	const behind = new Map<Element, Rgba>();
	const write: (() => void)[] = [];
	for (const element of elements) {
		const style = defaultView.getComputedStyle(element);
		const { color, backgroundColor } = style;
		const below = behind.get(element.parentElement!) ?? paper;
		// Relative sizes within each other grow without end.
		if (parseFloat(style.fontSize) > most)
			write.push(() => element.style.setProperty('font-size', `${most}px`));
		if (element.localName === 'img') continue;
		const own = parseColor(backgroundColor);
		const isSet = own !== undefined && own[3] > 0;
		const surface = isSet && dark ? darkSurface(own, below) : own;
		if (isSet && surface !== own) {
			const to = surface ? cssOf(surface) : 'transparent';
			write.push(() => element.style.setProperty('background-color', to));
		}
		const seen = isSet && surface ? over(surface, below) : below;
		behind.set(element, seen);
		write.push(...borders(element, style, seen, line));
		if (!hasText(element)) continue;
		const text = parseColor(color) ?? ink;
		const readable = readableInk(text, seen, ink);
		if (readable !== text) {
			const to = cssOf(readable);
			write.push(() => element.style.setProperty('color', to));
		}
	}
	for (const each of write) each();
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
/** A border that stands out more than this from what is behind it, and has no hue, becomes a hairline. */
const LOUD = 3;

function borders(
	element: HTMLElement,
	style: CSSStyleDeclaration,
	behind: Rgba,
	line: string,
): (() => void)[] {
	return SIDES.flatMap((side) => {
		const color = parseColor(style.getPropertyValue(`border-${side}-color`));
		const isThere = parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0;
		if (!color || !isThere || !isGrey(color) || color[3] === 0) return [];
		if (contrast(over(color, behind), behind) < LOUD) return [];
		return [() => element.style.setProperty(`border-${side}-color`, line)];
	});
}

function hasText(element: Element): boolean {
	if (element.localName === 'li' || element.localName === 'summary') return true;
	for (let child = element.firstChild; child; child = child.nextSibling) {
		if (child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim()) return true;
	}
	return false;
}
