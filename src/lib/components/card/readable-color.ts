/** Colors that someone chose for a white page, made readable on the paper of the theme: the hue stays, the lightness gives way. */

/** Red, green, blue from 0 to 255, and how opaque, from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Of text against what is behind it: WCAG AA. */
const CONTRAST = 4.5;
/** Above this a surface is made for a light page. */
const LIGHT = 0.18;
/** Below this saturation a color is a grey, which says nothing. */
const GREY = 0.18;

/** From what `getComputedStyle` says; undefined for what is no plain color. */
export function parseColor(text: string): Rgba | undefined {
	const numbers = text.match(/-?[\d.]+(?:e-?\d+)?%?/g)?.map(parseFloat) ?? [];
	const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
	if (/^rgba?\(/.test(text)) return [red, green, blue, alpha];
	if (/^color\(srgb /.test(text)) return [red * 255, green * 255, blue * 255, alpha];
	return /^#[\da-f]{6}$/i.test(text)
		? ([1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)).concat(1) as unknown as Rgba)
		: undefined;
}

/** One color laid over another that is opaque. */
export function over([red, green, blue, alpha]: Rgba, under: Rgba): Rgba {
	const mix = (top: number, below: number) => top * alpha + below * (1 - alpha);
	return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

/** Relative luminance as WCAG defines it, from 0 to 1. */
export function luminance([red, green, blue]: Rgba): number {
	const linear = (channel: number) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** From 1 to 21. */
export function contrast(a: Rgba, b: Rgba): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** Hue from 0 to 6, saturation and lightness from 0 to 1. */
function hslOf([red, green, blue]: Rgba): [hue: number, saturation: number, lightness: number] {
	const [r, g, b] = [red / 255, green / 255, blue / 255];
	const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
	const [span, lightness] = [most - least, (most + least) / 2];
	if (span === 0) return [0, 0, lightness];
	const hue = most === r ? (g - b) / span : most === g ? (b - r) / span + 2 : (r - g) / span + 4;
	return [(hue + 6) % 6, span / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function ofHsl(hue: number, saturation: number, lightness: number): Rgba {
	const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
	const channel = (from: number) => {
		const at = (hue + from) % 6;
		const share = Math.max(0, Math.min(1, Math.abs(at - 3) - 1));
		return Math.round((lightness - chroma / 2 + chroma * share) * 255);
	};
	return [channel(0), channel(4), channel(2), 1];
}

/** Whether a color has no hue to speak of. */
export function isGrey(color: Rgba): boolean {
	const span = Math.max(color[0], color[1], color[2]) - Math.min(color[0], color[1], color[2]);
	return hslOf(color)[1] < GREY || span < 24;
}

/** The text as it is where it can be read; else the ink, or its own hue, lighter or darker. */
export function readableInk(text: Rgba, behind: Rgba, ink: Rgba): Rgba {
	const seen = over(text, behind);
	if (contrast(seen, behind) >= CONTRAST) return text;
	if (!isGrey(seen)) {
		const [hue, saturation, lightness] = hslOf(seen);
		const step = luminance(behind) < LIGHT ? 0.04 : -0.04;
		for (let light = lightness; light > 0 && light < 1; light += step) {
			const tried = ofHsl(hue, Math.min(saturation, 0.9), light);
			if (contrast(tried, behind) >= CONTRAST) return tried;
		}
	}
	if (contrast(ink, behind) >= CONTRAST) return ink;
	return luminance(behind) < LIGHT ? [255, 255, 255, 1] : [0, 0, 0, 1];
}

/** In a dark theme: a surface as it is where it is dark; else its hue, darker; undefined for a pale grey, which goes. */
export function darkSurface(surface: Rgba, paper: Rgba): Rgba | undefined {
	const seen = over(surface, paper);
	if (luminance(seen) <= LIGHT) return surface;
	if (isGrey(seen)) return undefined;
	const [hue, saturation] = hslOf(seen);
	return ofHsl(hue, Math.min(saturation, 0.5), 0.22);
}

export function cssOf([red, green, blue, alpha]: Rgba): string {
	return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha})`;
}
