import { expect, test } from 'vitest';
import { namedByType } from './type-media.ts';

test.each<[string, { front?: string; css?: string }, string, boolean]>([
	['a template', { front: '<img src="_logo.png">{{Front}}' }, '_logo.png', true],
	[
		'a template, with marks of an address',
		{ front: '<img src="my%20logo.png">' },
		'my logo.png',
		true,
	],
	['a sound of a template', { front: '[sound:_bell.mp3]' }, '_bell.mp3', true],
	['a font', { css: '@font-face { src: url("_mono.woff2") }' }, '_mono.woff2', true],
	['a font without quotes', { css: '@font-face { src: url( _mono.woff2 ) }' }, '_mono.woff2', true],
	['another style sheet', { css: "@import '_more.css';" }, '_more.css', true],
	['a part of a name', { front: '<img src="flag-{{Country}}.png">' }, 'flag-fr.png', true],
	['another name', { front: '<img src="flag-{{Country}}.png">' }, 'map-fr.png', false],
	['parts in another order', { front: '<img src="a{{X}}b">' }, 'b-a', false],
	['a field', { front: '<img src="{{Picture}}">' }, 'cat.png', false],
	['nothing', {}, '_logo.png', false],
])('%s', (_, { front = '', css = '' }, name, isNamed) => {
	const templates = [{ name: 'Card 1', front, back: '{{Back}}' }];
	expect(namedByType({ templates, css })(name)).toBe(isNamed);
});
