import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	CANARY,
	CSS_PAYLOADS,
	HTML_PAYLOADS,
	SVG_PAYLOADS,
} from '../../../tests/support/card-payloads.ts';
import { placeMedia } from '../deck-import/template/media-tags.ts';
import { countRefused, countRefusedCss } from '../deck-import/template/refused-content.ts';
import { withoutStandIns } from '../components/card/stand-ins.ts';
import { cleanStyleSheet } from './clean-css.ts';
import { sanitizeCard } from './sanitize-card.ts';
import { sanitize } from './sanitize.ts';

const asked: string[] = [];
const seen = new PerformanceObserver((list) => {
	asked.push(...list.getEntries().map(({ name }) => name));
});
beforeAll(() => seen.observe({ type: 'resource', buffered: true }));
afterAll(() => seen.disconnect());

/** Gives the browser time to load and run what it has got. */
async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 200));
	asked.push(...seen.takeRecords().map(({ name }) => name));
}

/** What nothing that passed may hold. */
const FORBIDDEN = [
	...['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'textarea'],
	...['select', 'link', 'meta', 'base', 'video', 'source', 'template', 'foreignObject', 'image'],
	...['use', 'animate', 'set', 'math', 'dialog', '[src]', '[srcset]', '[autofocus]', '[popover]'],
	...['[contenteditable]', '[name]', '[ping]', '[background]', '[action]', '[formaction]'],
].join(',');

const HTML = [...HTML_PAYLOADS, ...SVG_PAYLOADS];

it('is tried with enough, each another', () => {
	expect(new Set(HTML_PAYLOADS).size).toBeGreaterThanOrEqual(150);
	expect(new Set(SVG_PAYLOADS).size).toBeGreaterThanOrEqual(30);
	expect(new Set(CSS_PAYLOADS).size).toBeGreaterThanOrEqual(30);
});

describe.each([
	['the gate of imported cards', (html: string) => sanitizeCard(html).html],
	['the gate of our own', sanitize],
])('%s alone, without policy and sandbox', (_, gate) => {
	const holders: HTMLElement[] = [];
	// All at once: what runs, runs within the same moment.
	beforeAll(async () => {
		for (const html of HTML) {
			const holder = document.createElement('div');
			document.body.append(holder);
			holder.innerHTML = gate(html);
			holders.push(holder);
		}
		await settled();
	});
	afterAll(() => holders.forEach((holder) => holder.remove()));

	it('runs nothing and asks for nothing', () => {
		expect(holders).toHaveLength(HTML.length);
		expect(Reflect.get(top!, 'pwned')).toBeUndefined();
		expect(Reflect.get({}, 'pwned')).toBeUndefined();
		expect(asked.filter((name) => name.includes('canary.invalid'))).toEqual([]);
	});

	it.each(HTML.map((html, at) => [at, html.slice(0, 60)] as const))(
		'leaves nothing behind of payload %i: %j',
		(at) => {
			const holder = holders[at]!;
			expect(holder.querySelectorAll(FORBIDDEN)).toHaveLength(0);
			for (const element of holder.querySelectorAll('*')) {
				const names = element.getAttributeNames();
				expect(names.filter((name) => /^on|^slot$/.test(name))).toEqual([]);
				expect(element.closest('svg') || !element.id).toBeTruthy();
				const { position, animationName, backgroundImage } = getComputedStyle(element);
				expect([position, animationName, backgroundImage]).toEqual([
					expect.stringMatching(/static|relative|absolute/),
					...['none', 'none'],
				]);
				const href = element.getAttribute('href') ?? 'https:';
				expect(href).toMatch(/^(?:https?:|mailto:|#)/);
			}
		},
	);
});

describe('CSS', () => {
	it('runs nothing and asks for nothing, whatever is tried', async () => {
		const frames = CSS_PAYLOADS.map((css) => {
			const frame = document.createElement('iframe');
			document.body.append(frame);
			const inside = frame.contentDocument!;
			inside.head.innerHTML = `<style>${cleanStyleSheet(css).css}</style>`;
			inside.body.className = 'card';
			return frame;
		});
		await settled();
		for (const frame of frames) {
			expect(frame.contentDocument!.head.children).toHaveLength(1);
			expect(frame.contentWindow!.performance.getEntriesByType('resource')).toEqual([]);
			frame.remove();
		}
		expect(Reflect.get(top!, 'pwned')).toBeUndefined();
		expect(asked.filter((name) => name.includes('canary.invalid'))).toEqual([]);
	});

	it.each(CSS_PAYLOADS.map((css, at) => [at, css.slice(0, 60), css] as const))(
		'payload %i keeps nothing that loads, moves or covers: %j',
		(_, __, css) => {
			const clean = cleanStyleSheet(css).css;
			expect(clean).not.toMatch(/url\(|@import|@font-face|@keyframes|canary|<|fixed|sticky|vh\b/i);
			expect(clean).not.toMatch(/important|animation|transition|transform/i);
		},
	);

	it('keeps what says how text looks, in sizes that grow with the text of the app', () => {
		const stock =
			'.card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white; }';
		expect(cleanStyleSheet(stock).css).toBe('.card { text-align: center; }');
		expect(
			cleanStyleSheet('#answer, .a > b:hover { color: red !important; padding: 4px }').css,
		).toBe('.id-answer, .a > b:hover { padding: 4px; color: red; }');
		expect(cleanStyleSheet('.nightMode code { font-family: Courier }').css).toBe(
			'.nightMode code { font-family: var(--font-mono); }',
		);
		expect(cleanStyleSheet('@media (max-width: 9px) { i { color: red } }').css).toBe(
			'@media (max-width: 9px) { i { color: red; } }',
		);
	});

	it('says how much it left out', () => {
		const css = `@import "x"; @font-face{src:url(x)} .a{position:fixed;color:red} .b{animation:x 1s}`;
		expect(cleanStyleSheet(css).refused).toBeGreaterThanOrEqual(4);
		expect(cleanStyleSheet('.a{color:red;cursor:pointer}').refused).toBe(0);
	});
});

describe('HTML of a card', () => {
	it('keeps its tables, lists, ruby, details, media, classes and own styles', () => {
		const html =
			'<table border="1"><tbody><tr><td colspan="2" style="text-align: right;">a</td></tr></tbody></table>' +
			'<ol start="3"><li value="4">x</li></ol><ruby>日本<rt>にほん</rt></ruby>' +
			'<details open=""><summary>More</summary>y</details><img data-media="aa11" alt="z">' +
			'<audio controls="" data-media="bb22"></audio><span class="cloze">[...]</span>' +
			'<font color="#ff0000" size="4">f</font>';
		expect(sanitizeCard(html).html).toBe(html);
	});

	it('turns ids into classes, and asks for a new window of every link', () => {
		expect(sanitizeCard('<hr id=answer><a href="https://example.org/">x</a>').html).toBe(
			'<hr class="id-answer"><a href="https://example.org/" target="_blank" rel="noopener noreferrer nofollow">x</a>',
		);
	});

	it('has no more elements than a few for each of its tags, whatever is left open', () => {
		const left = (count: number, name: (at: number) => string) =>
			Array.from({ length: count }, (_, at) => name(at)).join('');
		const bombs = [
			`<p>${left(2000, (at) => `<font color=#${1000 + at}>`)}${'<p>x'.repeat(2000)}`,
			`<ul>${left(500, (at) => `<i title=${at}><li>`)}${'<li>x'.repeat(500)}`,
			`<p>${left(900, (at) => `<b class=a${at}>`)}${'<marquee><p>x</marquee>'.repeat(900)}`,
			`<li>${left(900, (at) => `<b class=a${at}>`)}<form>${'<li>x'.repeat(900)}`,
			`<table>${left(900, (at) => `<b class=a${at}><tr><td>x`)}`,
			'<b><p>'.repeat(9000),
			'<a href=https://example.org><div>'.repeat(5000),
			'<div>'.repeat(19_000),
		];
		for (const html of bombs) {
			const clean = sanitizeCard(html).html;
			const tags = html.split('<').length;
			expect(clean.split('<').length, html.slice(0, 40)).toBeLessThan(4 * tags + 60_000);
			const body = new DOMParser().parseFromString(clean, 'text/html').body;
			expect(body.querySelectorAll('*').length).toBeLessThan(2 * tags + 30_000);
		}
	});

	it('with more attributes than any element has is shown as text', () => {
		const names = Array.from({ length: 30_000 }, (_, at) => `a${at}`).join(' ');
		expect(sanitizeCard(`<p ${names}>x</p>`).html).toBe('<pre>x</pre>');
	});

	it('is the same by way of stand-ins, where it is large', () => {
		const line = '<p><b>a</b> <font color="#ff0000">b</font> <a href="https://x.org/">c</a></p>';
		const [short, long] = [line, line.repeat(200)].map((html) => {
			const { body } = new DOMParser().parseFromString(sanitizeCard(html).html, 'text/html');
			withoutStandIns(body);
			return body;
		});
		expect(long!.innerHTML).toBe(short!.innerHTML.repeat(200));
		expect(short!.querySelector('a')!.rel).toBe('noopener noreferrer nofollow');
	});

	it('of any size ends in text', () => {
		const many = sanitizeCard('<b>x</b>'.repeat(30_000)).html;
		expect(many).toMatch(/^<pre>x+<\/pre>$/);
		expect(sanitizeCard('<'.repeat(500_000)).html.length).toBeLessThan(2_000_000);
	});
});

describe('the count without a browser', () => {
	it.each(HTML.map((html, at) => [at, html.slice(0, 60), html] as const))(
		'of payload %i finds something where the gate refuses something: %j',
		(_, __, html) => {
			// Pictures and what machines would use are taken out before, and told of apart.
			const { refused } = sanitizeCard(placeMedia(html, () => undefined).html);
			const found = Object.values(countRefused(html)).reduce((sum, each) => sum + each, 0);
			const stopped = Object.values(refused).reduce((sum, each) => sum + each, 0);
			expect(stopped === 0 || found > 0).toBe(true);
		},
	);

	it.each(CSS_PAYLOADS.map((css, at) => [at, css.slice(0, 60), css] as const))(
		'of style %i finds something where the gate refuses something: %j',
		(_, __, css) => {
			const { refused } = cleanStyleSheet(css);
			expect(refused === 0 || countRefusedCss(css).styles > 0).toBe(true);
		},
	);

	it('counts by kind', () => {
		expect(
			countRefused(
				`<script>x</script><p onclick=y style="position:fixed">z</p><form><input></form><iframe src="${CANARY}"></iframe><a href="javascript:x">l</a><img src="https://x.org">`,
			),
		).toEqual({ scripts: 3, frames: 1, forms: 2, addresses: 1, styles: 1, others: 0 });
		expect(countRefusedCss('@import "x"; .a{background:url(y)}').styles).toBe(2);
	});
});
