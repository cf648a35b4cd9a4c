import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	contrast,
	darkSurface,
	luminance,
	parseColor,
	readableInk,
	type Rgba,
} from './readable-color.ts';

const DARK: Rgba = [20, 22, 24, 1];
const LIGHT: Rgba = [250, 249, 246, 1];
const DARK_INK: Rgba = [235, 235, 232, 1];
const LIGHT_INK: Rgba = [29, 31, 33, 1];

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel, fc.constant(1)) as fc.Arbitrary<Rgba>;

describe('a color', () => {
	test.each<[string, Rgba | undefined]>([
		['rgb(1, 2, 3)', [1, 2, 3, 1]],
		['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
		['color(srgb 1 0 0.2 / 0.5)', [255, 0, 51, 0.5]],
		['#0b626b', [11, 98, 107, 1]],
		['oklch(0.5 0.1 20)', undefined],
	])('%s', (text, parsed) => {
		expect(parseColor(text)).toEqual(parsed);
	});

	it('of text is readable on whatever is behind it', () => {
		fc.assert(
			fc.property(color, color, fc.constantFrom(DARK_INK, LIGHT_INK), (text, behind, ink) => {
				expect(contrast(readableInk(text, behind, ink), behind)).toBeGreaterThanOrEqual(4.49);
			}),
		);
	});

	it('that can be read stays, a grey becomes the ink, and a hue stays the hue', () => {
		expect(readableInk([200, 30, 30, 1], LIGHT, LIGHT_INK)).toEqual([200, 30, 30, 1]);
		expect(readableInk([36, 41, 46, 1], DARK, DARK_INK)).toEqual(DARK_INK);
		const [red, green, blue] = readableInk([0, 0, 200, 1], DARK, DARK_INK);
		expect(blue).toBeGreaterThan(red);
		expect(blue).toBeGreaterThan(green);
	});

	it('of a surface is dark in a dark theme', () => {
		expect(darkSurface([246, 248, 250, 1], DARK)).toBeUndefined();
		expect(darkSurface([30, 40, 50, 1], DARK)).toEqual([30, 40, 50, 1]);
		const [red, green, blue] = darkSurface([255, 255, 0, 1], DARK)!;
		expect([red > 40, green > 40, blue < 40]).toEqual([true, true, true]);
		fc.assert(
			fc.property(color, (surface) => {
				const shown = darkSurface(surface, DARK);
				expect(shown === undefined || luminance(shown) <= 0.181).toBe(true);
			}),
		);
	});
});
