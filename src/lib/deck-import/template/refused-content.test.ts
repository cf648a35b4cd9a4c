import { describe, expect, it, test } from 'vitest';
import {
	countRefused,
	countRefusedCss,
	nothingRefused,
	refusedInWords,
} from './refused-content.ts';

describe('what would be refused', () => {
	test.each<[string, Partial<ReturnType<typeof nothingRefused>>]>([
		['<p class="x" style="color: red">a <b>b</b></p><table><tr><td>c</table>', {}],
		['<img src="a.png"><img src="https://x.org/a.png" alt="onerror=x">', {}],
		['a < b, if (x<y && onclick=z)', {}],
		['<a href="#top">x</a><a href="https://x.org">y</a>', {}],
		['<p onclick="x()" OnMouseOver=y>a</p><script>z</script>', { scripts: 3 }],
		['<a href="java&#115;cript:x">a</a>', { scripts: 1 }],
		['<form><input><button>x</button></form>', { forms: 3 }],
		['<iframe src="x"></iframe>', { frames: 1, addresses: 1 }],
		['<p style="position: fixed; background: u\\72l(x)">a</p>', { styles: 2 }],
		['<link rel=stylesheet href=x><base href="/">', { addresses: 4 }],
	])('in %s', (html, count) => {
		expect(countRefused(html)).toEqual({ ...nothingRefused(), ...count });
	});

	it('is said in words, and styles are counted by their sheet', () => {
		expect(refusedInWords(nothingRefused())).toBe('');
		expect(refusedInWords({ ...nothingRefused(), scripts: 1, forms: 2 })).toBe(
			'1 script, 2 form elements',
		);
		expect(countRefusedCss('.card { color: red; transition: none }').styles).toBe(1);
	});

	it('is found in one pass, whatever is written', () => {
		for (const piece of ['<', '<a ', '<a b="', '<p style="', '"', ' onclick=', '<!--']) {
			expect(Object.values(countRefused(piece.repeat(50_000))).every(Number.isFinite)).toBe(true);
		}
	});
});
