import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../theme/base.css';
import '../theme/tokens.css';
import {
	CSS_PAYLOADS,
	HTML_PAYLOADS,
	SVG_PAYLOADS,
} from '../../../../tests/support/card-payloads.ts';
import { cleanStyleSheet } from '../../state/clean-css.ts';
import { sanitizeCard } from '../../state/sanitize-card.ts';
import CardDocument from './CardDocument.svelte';
import { lookOf, shellOf } from './frame-shell.ts';
import { contrast, parseColor } from './readable-color.ts';

/** One pixel. */
const PNG = Uint8Array.from(
	atob(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	),
	(char) => char.charCodeAt(0),
);

let host: HTMLElement;
let undo: (() => void)[] = [];

beforeEach(() => {
	host = document.createElement('div');
	host.style.width = '390px';
	document.body.append(host);
});
afterEach(() => {
	for (const each of undo) each();
	undo = [];
	host.remove();
	delete document.documentElement.dataset.theme;
});

interface Shown {
	html: string;
	css?: string;
	back?: string;
	dark?: boolean;
	autoplay?: boolean;
	media?: Map<
		string,
		{ type: string; bytes: ArrayBuffer; size?: { width: number; height: number } }
	>;
}

function show({ html, css = '', back = html, dark = false, media, autoplay = false }: Shown) {
	document.documentElement.dataset.theme = dark ? 'dark' : 'light';
	const onlink = vi.fn<(address: string) => void>();
	const onpicture = vi.fn<(picture: HTMLImageElement) => void>();
	const gate = (text: string) => sanitizeCard(text).html;
	const document_ = {
		frontHtml: gate(html),
		backHtml: gate(back),
		css: cleanStyleSheet(css).css,
	};
	const props = $state({
		...{ document: document_, media, side: 'front' as 'front' | 'back', ordinal: 0 },
		...{ label: 'Question: x', autoplay, onlink, onpicture },
	});
	const made = mount(CardDocument, { target: host, props });
	undo.push(() => void unmount(made));
	flushSync();
	const frame = host.querySelector('iframe')!;
	const body = () => frame.contentDocument!.body;
	const reveal = () => {
		props.side = 'back';
		flushSync();
	};
	return { frame, body, onlink, onpicture, reveal, made };
}

async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 20));
}

function colorsOf(element: Element) {
	const view = element.ownerDocument.defaultView!;
	const text = parseColor(view.getComputedStyle(element).color)!;
	let behind: Element | null = element;
	while (behind) {
		const color = parseColor(view.getComputedStyle(behind).backgroundColor)!;
		if (color[3] > 0) return { text, behind: color };
		behind = behind.parentElement;
	}
	const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground');
	return { text, behind: parseColor(ground)! };
}

describe('a document', () => {
	it('stands there at once, as high as its text, without a script in sight', () => {
		const { frame, body } = show({ html: '<p>one</p><p>two</p>' });
		expect(body().textContent).toBe('onetwo');
		expect(frame.offsetHeight).toBe(body().scrollHeight);
		expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
		expect(frame.contentDocument!.compatMode).toBe('CSS1Compat');
		expect(frame.title).toBe('Question: x');
	});

	it('grows when something in it opens', async () => {
		const { frame, body } = show({
			html: '<details><summary>More</summary><p>a</p><p>b</p></details>',
		});
		const closed = frame.offsetHeight;
		body().querySelector('details')!.open = true;
		await expect.poll(() => frame.offsetHeight).toBeGreaterThan(closed + 20);
		expect(frame.offsetHeight).toBe(body().scrollHeight);
	});

	it('keeps what both sides share when it is revealed', () => {
		const { body, reveal, frame } = show({
			html: '<p>Q</p><img data-media="0">',
			back: '<p>Q</p><img data-media="0"><hr id=answer><p>A</p>',
			media: new Map([
				['0', { type: 'image/png', bytes: PNG.buffer, size: { width: 600, height: 300 } }],
			]),
			dark: true,
		});
		const [question, picture] = [body().querySelector('p'), body().querySelector('img')!];
		const before = frame.offsetHeight;
		expect(picture.src).toMatch(/^blob:/);
		// Its place is kept before it is decoded.
		expect(picture.offsetHeight).toBe(195);
		reveal();
		expect(body().querySelector('p')).toBe(question);
		expect(body().querySelector('img')).toBe(picture);
		expect(body().textContent).toBe('QA');
		expect(frame.offsetHeight).toBeGreaterThan(before);
	});

	it('hands on keys, taps and links, and keeps what is pressed in it', () => {
		const { frame, body, onlink, onpicture } = show({
			html: '<p>x <a href="https://example.org/a">l</a></p><details><summary>s</summary>y</details><img data-media="0" alt="z">',
			media: new Map([['0', { type: 'image/png', bytes: PNG.buffer }]]),
		});
		const keys: string[] = [];
		const clicks: Element[] = [];
		host.addEventListener('keydown', (event) => {
			keys.push(event.key);
			event.preventDefault();
		});
		host.addEventListener('click', (event) => clicks.push(event.target as Element));
		const press = (on: Element, key: string) =>
			on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
		const click = (on: Element) =>
			on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		expect(press(body(), '3')).toBe(false);
		press(body().querySelector('summary')!, ' ');
		press(body().querySelector('summary')!, '1');
		expect(keys).toEqual(['3', '1']);
		click(body().querySelector('p')!);
		click(body().querySelector('summary')!);
		expect(clicks).toEqual([frame]);
		expect(click(body().querySelector('a')!)).toBe(false);
		expect(onlink).toHaveBeenCalledExactlyOnceWith('https://example.org/a');
		click(body().querySelector('img')!);
		press(body().querySelector('img')!, 'Enter');
		expect(onpicture).toHaveBeenCalledTimes(2);
		expect(clicks).toEqual([frame]);
	});

	it('is readable in both themes, whatever colors it was given', async () => {
		const html =
			'<h2 style="color: rgb(36, 41, 46); background-color: white">a</h2><p style="color:#0366d6">b</p>' +
			'<font color="yellow">c</font><code style="background-color: rgb(246,248,250); color: #24292e">d</code>' +
			'<table bgcolor="#eeeeee"><tr><td>e</td></tr></table><p style="background:#ff0;color:#000">f</p>' +
			'<p style="background:#222;color:#333">g</p><ul style="color:#111"><li>h</li></ul>';
		for (const dark of [true, false]) {
			const { body, made, frame } = show({ html, dark });
			for (const element of body().querySelectorAll('h2, p, font, code, td, li')) {
				const { text, behind } = colorsOf(element);
				expect(contrast(text, behind), element.outerHTML).toBeGreaterThanOrEqual(4.4);
			}
			const page = frame.contentDocument!;
			expect(body().classList.contains('nightMode')).toBe(dark);
			expect(getComputedStyle(page.documentElement).colorScheme).toBe(dark ? 'dark' : 'light');
			await unmount(made);
			undo.pop();
		}
	});

	it('follows the theme while it is shown', async () => {
		const { body } = show({ html: '<p style="color:#111">x</p>' });
		document.documentElement.dataset.theme = 'dark';
		await expect.poll(() => body().classList.contains('night_mode')).toBe(true);
		const { text, behind } = colorsOf(body().querySelector('p')!);
		expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
	});

	it('scrolls what is wide within itself, and takes the size of text of the app', () => {
		document.documentElement.style.fontSize = '32px';
		undo.push(() => document.documentElement.removeAttribute('style'));
		const cells = '<td>a long word</td>'.repeat(30);
		const { body, frame } = show({
			html: `<p style="font-size:16px">x</p><div style="width:928px">y</div><table><tr>${cells}</tr></table>`,
		});
		const wide = body().querySelector<HTMLElement>('.wide')!;
		expect(body().scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
		expect(wide.scrollWidth).toBeGreaterThan(wide.clientWidth);
		expect([wide.tabIndex, wide.getAttribute('aria-label')]).toEqual([0, 'Table']);
		expect(frame.contentWindow!.getComputedStyle(body().querySelector('p')!).fontSize).toBe('32px');
	});

	it('says in words what is not there, and lets go of what was', async () => {
		const { body, made } = show({
			html: '<img data-media="9" alt="a map"><audio data-media="0"></audio>',
			media: new Map([['0', { type: 'audio/mpeg', bytes: PNG.buffer }]]),
		});
		expect(body().textContent).toBe('A file is not on this device: a map');
		const { src, autoplay, controls } = body().querySelector('audio')!;
		expect([autoplay, controls]).toEqual([false, true]);
		expect((await fetch(src)).ok).toBe(true);
		await unmount(made);
		undo.pop();
		await expect(fetch(src)).rejects.toThrow();
	});
});

describe('a hostile', () => {
	const RAW = [...HTML_PAYLOADS, ...SVG_PAYLOADS];

	it.each(RAW.map((html, at) => [at, html.slice(0, 60), html] as const))(
		'payload %i leaves the app as it was: %j',
		async (_, __, html) => {
			const here = [location.href, document.title, document.querySelectorAll('*').length];
			const { frame, body } = show({ html });
			const grown = document.querySelectorAll('*').length - Number(here[2]);
			await settled();
			expect([
				location.href,
				document.title,
				document.querySelectorAll('*').length - grown,
			]).toEqual(here);
			expect(Reflect.get(window.top!, 'pwned')).toBeUndefined();
			expect(frame.contentDocument!.URL).toMatch(/^about:blank|\/$|localhost|127/);
			expect(body().ownerDocument.querySelectorAll('script, form, iframe, base')).toHaveLength(0);
			expect(
				frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => name),
			).toEqual([]);
			expect(frame.offsetHeight).toBeLessThanOrEqual(40_000);
		},
	);

	it('payload runs nothing under the policy of the frame alone, without gate and sandbox', async () => {
		const shell = shellOf(lookOf(document.documentElement), '', 'x');
		const frames = RAW.map((html) => {
			const frame = document.createElement('iframe');
			frame.srcdoc = shell.replace('</body>', () => `${html}</body>`);
			const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
			host.append(frame);
			return { html, frame, loaded };
		});
		await Promise.all(frames.map(({ loaded }) => loaded));
		await settled();
		expect(Reflect.get(window.top!, 'pwned')).toBeUndefined();
		expect(location.pathname).not.toContain('settings');
		// The policy came first, and nothing in the text is older.
		for (const { frame } of frames.slice(0, 20)) {
			expect(frame.contentDocument!.head.innerHTML).toContain("default-src 'none'");
		}
	});

	it('payload would run without the policy, so that the test above can fail', async () => {
		const frame = document.createElement('iframe');
		frame.srcdoc = '<script>top.ran = 1</script>';
		const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
		host.append(frame);
		await loaded;
		expect(Reflect.get(window.top!, 'ran')).toBe(1);
		Reflect.deleteProperty(window.top!, 'ran');
	});

	it.each(CSS_PAYLOADS.map((css, at) => [at, css.slice(0, 60), css] as const))(
		'style %i leaves the app as it was, and its card a bounded height: %j',
		async (_, __, css) => {
			const own = document.createElement('p');
			own.textContent = 'app';
			host.before(own);
			const looks = getComputedStyle(own);
			const before = [looks.display, looks.color, looks.fontSize, own.offsetHeight];
			const { frame, body } = show({ html: '<p>x</p>', css });
			await settled();
			expect([looks.display, looks.color, looks.fontSize, own.offsetHeight]).toEqual(before);
			expect(frame.offsetHeight).toBeLessThan(1000);
			expect(frame.contentDocument!.querySelectorAll('script, img')).toHaveLength(0);
			expect(body().ownerDocument.defaultView!.getComputedStyle(body()).position).toBe('relative');
			own.remove();
		},
	);
});
