import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../theme/base.css';
import '../theme/tokens.css';
import { BASIC_TYPE } from '../../content/own-note-types.ts';
import type { NoteType } from '../../content/note.ts';
import { compileNote } from '../../state/compile-note.ts';
import CardDocument from './CardDocument.svelte';
import CardSide from './CardSide.svelte';
import { contrast, over, parseColor, type Rgba } from './readable-color.ts';

/** Of 40 × 30 px, as far as its head says. */
const PICTURE = Uint8Array.from([
	...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
	...[0, 0, 0, 40, 0, 0, 0, 30],
]).buffer;
const FILES: Record<string, { type: string; bytes: ArrayBuffer }> = {
	'latex-1.png': { type: 'image/png', bytes: PICTURE },
	'a.mp3': { type: 'audio/mpeg', bytes: PICTURE },
	'b.mp3': { type: 'audio/mpeg', bytes: new Uint8Array(30).buffer },
};

let host: HTMLElement;
let made: object[] = [];
beforeEach(() => {
	host = document.createElement('div');
	host.style.width = '358px';
	document.body.append(host);
});
afterEach(async () => {
	for (const each of made) await unmount(each);
	made = [];
	host.remove();
	document.documentElement.removeAttribute('style');
	delete document.documentElement.dataset.theme;
});

const type = (front: string, back: string, css = ''): NoteType => ({
	...{ id: 'type/h', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back'] },
	...{ templates: [{ name: 'Card 1', front, back }], css },
});

/** Shows a card as it is studied, or as it is looked at. */
async function study(
	noteType: NoteType,
	fields: string[],
	{ dark = false, autoplay = false, part = 'question' as 'question' | 'answer' } = {},
) {
	document.documentElement.dataset.theme = dark ? 'dark' : 'light';
	const note = { fields, tags: [] };
	const media = async (name: string) => FILES[name];
	const card = await compileNote('note/x/0', {
		...{ note, type: noteType, ordinal: 0, deck: ['A'], media },
	});
	const props = $state({ card, part, revealed: part === 'answer', autoplay });
	const shown = mount(CardSide, { target: host, props });
	made.push(shown);
	flushSync();
	const turn = (revealed: boolean) => {
		props.revealed = revealed;
		flushSync();
	};
	return { turn, frame: host.querySelector('iframe')! };
}

const inside = () => host.querySelector('iframe')!.contentDocument!.body;

/** Texts of a card with their contrast against all that lies behind them. */
function contrasts(body: HTMLElement): { text: string; contrast: number }[] {
	const view = body.ownerDocument.defaultView!;
	const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground');
	const behind = (element: Element | null): Rgba => {
		if (!element) return parseColor(ground.trim())!;
		const below = behind(element.parentElement);
		const color = parseColor(view.getComputedStyle(element).backgroundColor);
		return color && color[3] > 0 ? over(color, below) : below;
	};
	return [...body.querySelectorAll('*')]
		.filter((element) => !element.closest('svg') && element.localName !== 'img')
		.filter(({ childNodes }) =>
			[...childNodes].some(({ nodeName, nodeValue }) => nodeName === '#text' && nodeValue?.trim()),
		)
		.map((element) => {
			const paper = behind(element);
			const color = over(parseColor(view.getComputedStyle(element).color)!, paper);
			return { text: element.outerHTML.slice(0, 80), contrast: contrast(color, paper) };
		});
}

/** How decks that many people use dress their cards: written for white paper, or for a dark theme of their own. */
const SHEETS: Record<string, [css: string, html: string]> = {
	'white boxes on gray paper': [
		'.card { background-color: #f0f0f0; color: #333; } .box { background: #fff; border: 1px solid #ccc; border-radius: 8px; padding: 1em; box-shadow: 0 2px 4px rgba(0,0,0,.2) } .box h3 { color: #2c3e50 }',
		'<div class="box"><h3>Title</h3><p>Text</p><small style="color:#777">note</small></div>',
	],
	'black text in line': [
		'.card { color: black; background-color: white; }',
		'<div style="color: rgb(0, 0, 0);">one <span style="color: black; background-color: rgb(255, 255, 255);">two</span> <font color="#000000">three</font></div>',
	],
	'colored words': [
		'.important { color: #c00 } b { color: blue } i { color: darkgreen } u { color: purple } .hl { background: yellow } mark { background: #ffff99; color: #444 }',
		'<p><b>bold</b> <i>leaning</i> <u>under</u> <span class="important">mind</span> <span class="hl">lit</span> <mark>marked <b>both</b></mark></p>',
	],
	'a night of its own': [
		'.card { background: #fffaf0; color: #222 } .nightMode.card, .night_mode .card { background: #272828; color: #ddd } .nightMode .term { color: #ffd479; background: #3a3a3a } .term { color: #8b0000 } .nightMode a { color: #222 }',
		'<p class="term">Term</p><p>Text <a href="https://example.org">link</a></p>',
	],
	'dark in every theme': [
		'.card { background: #1d1f21; color: #c5c8c6 } code { background: #282a2e; color: #b5bd68 } .cloze { color: #81a2be !important }',
		'<p>Text <code>code</code> <span class="cloze">[...]</span></p>',
	],
	'gradients and see-through boxes': [
		'.top { background: linear-gradient(90deg, #667eea, #764ba2); color: white; } .glass { background: rgba(255,255,255,.7); color: rgba(0,0,0,.6) } .faint { opacity: .9; color: #ddd }',
		'<div class="top">Head</div><div class="glass">Glass <span class="faint">faint</span></div>',
	],
	'a table of stripes': [
		'table { background: white; color: #111 } tr:nth-child(even) { background: #f2f2f2 } th { background: #4caf50; color: white } td { border: 1px solid #ddd }',
		'<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr><tr><td bgcolor="#eee">3</td><td style="color:#999">4</td></tr></table>',
	],
	'formulas as text': [
		'.card { color: black } .mathjax { color: #111; background: #fafafa }',
		'<p class="mathjax">\\(W + R > N\\)</p><anki-mathjax block="true">\\frac{1}{2}</anki-mathjax><p>[$]x^2[/$] [latex]\\alpha[/latex]</p>',
	],
};

describe('a style sheet made for white paper', () => {
	it.each(
		Object.entries(SHEETS).flatMap(([name, [css, html]]) =>
			[true, false].map((dark) => [name, dark ? 'dark' : 'light', css, html] as const),
		),
	)('%s: is read in the %s theme', async (_, theme, css, html) => {
		await study(type('{{Front}}', '{{Back}}', css), [html, 'x'], { dark: theme === 'dark' });
		const found = contrasts(inside());
		expect(found.length).toBeGreaterThan(0);
		expect(found.filter(({ contrast }) => contrast < 4.4)).toEqual([]);
	});

	it('has light paper behind its pictures in the dark: formulas are black on nothing', async () => {
		const paperOf = (image: Element) =>
			parseColor(image.ownerDocument.defaultView!.getComputedStyle(image).backgroundColor)!;
		for (const dark of [true, false]) {
			await study(type('{{Front}}', ''), ['x <img class="latex" src="latex-1.png">'], { dark });
			const [red, , , alpha] = paperOf(inside().querySelector('img')!);
			expect([red > 200 || alpha === 0, alpha]).toEqual([true, dark ? 1 : 0]);
			await study(BASIC_TYPE, ['![x](latex-1.png)', 'b'], { dark });
			expect(paperOf(host.querySelector('.own img')!)[3]).toBe(dark ? 1 : 0);
			host.replaceChildren();
		}
	});
});

describe('a text', () => {
	it('runs from right to left where it is written so, its list and table too', async () => {
		await study(type('<div dir="rtl">{{Front}}</div>', '{{Back}}'), [
			'שלום <ul><li>אחד</li></ul><table><tr><td>א</td><td>ב</td></tr></table>',
			'x',
		]);
		const style = (of: string) =>
			inside().ownerDocument.defaultView!.getComputedStyle(inside().querySelector(of)!);
		expect([style('div').direction, style('li').direction]).toEqual(['rtl', 'rtl']);
		const [first, second] = [...inside().querySelectorAll('td')].map(
			(cell) => cell.getBoundingClientRect().left,
		);
		expect(first).toBeGreaterThan(second!);
		expect(style('div').textAlign).toMatch(/start|right/);
		// The dots of a list stand within the frame.
		const { right } = inside().querySelector('li')!.getBoundingClientRect();
		expect(right).toBeLessThan(358);
	});

	it('keeps what is read above it, emoji whole, and long words within the screen', async () => {
		const long = 'w'.repeat(400);
		await study(type('{{furigana:Front}} {{Back}}', ''), [
			' 日本[にほん]語',
			`👩‍👩‍👧‍👦🏳️‍🌈 ${long} https://example.org/${'a/'.repeat(100)}`,
		]);
		expect(inside().querySelector('ruby rt')!.textContent).toBe('にほん');
		expect(inside().textContent).toContain('👩‍👩‍👧‍👦🏳️‍🌈');
		expect(inside().scrollWidth).toBeLessThanOrEqual(358);
		expect(inside().ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(358);
	});

	it('keeps its lines where they are code, and breaks them between words', async () => {
		const code = `class A:\n    ${'abstract_method '.repeat(12)}`;
		await study(type('{{Front}}', ''), [
			`<pre style="white-space: pre-wrap; word-break: break-all">${code}</pre><pre>${code}</pre>`,
		]);
		const [wrapped, plain] = [...inside().querySelectorAll('pre')];
		const view = inside().ownerDocument.defaultView!;
		expect(view.getComputedStyle(wrapped!).wordBreak).toBe('normal');
		expect(wrapped!.scrollWidth).toBeLessThanOrEqual(wrapped!.clientWidth);
		expect(plain!.scrollWidth).toBeGreaterThan(plain!.clientWidth);
		expect([plain!.tabIndex, wrapped!.tabIndex]).toEqual([0, -1]);
		expect(plain!.textContent).toBe(code);
	});

	it('is no larger than a heading of the app, however it is nested', async () => {
		const html =
			'<p style="font-size:9em">a<b style="font-size:99em">b<font size="7">c<i style="font-size:900%">d</i></font></b></p>';
		const { frame } = await study(type('{{Front}}', '', '.card { font-size: 50em }'), [html]);
		const view = inside().ownerDocument.defaultView!;
		for (const element of inside().querySelectorAll('*')) {
			expect(parseFloat(view.getComputedStyle(element).fontSize)).toBeLessThanOrEqual(56);
		}
		expect(frame.offsetHeight).toBeLessThan(700);
	});

	it('is as high on paper as the paper makes it', async () => {
		const { frame } = await study(type('{{Front}}', ''), [`<p>${'word '.repeat(300)}</p>`], {
			dark: true,
		});
		const narrow = frame.offsetHeight;
		dispatchEvent(new Event('beforeprint'));
		expect(frame.offsetWidth).toBe(640);
		expect(frame.offsetHeight).toBeLessThan(narrow);
		expect(frame.offsetHeight).toBe(inside().scrollHeight);
		dispatchEvent(new Event('afterprint'));
		expect([frame.offsetWidth, frame.offsetHeight]).toEqual([358, narrow]);
	});

	it('opens a hint by a tap, and shows every number of a cloze on its own card', async () => {
		await study(type('{{Front}} {{hint:Back}}', '{{Back}}'), ['Q', 'look closer']);
		const details = inside().querySelector('details')!;
		expect(details.open).toBe(false);
		const { frame } = { frame: host.querySelector('iframe')! };
		const closed = frame.offsetHeight;
		details.querySelector('summary')!.click();
		expect(details.open).toBe(true);
		await expect.poll(() => frame.offsetHeight).toBeGreaterThan(closed);
		expect(details.querySelector('summary')!.offsetHeight).toBeGreaterThanOrEqual(44);
		const cloze: NoteType = {
			...type('{{cloze:Front}}', '{{cloze:Front}} {{Back}}'),
			kind: 'cloze',
		};
		const text = '{{c1::Raft {{c2::elects::how}} one}} {{c1,3::leader}} by {{c2::votes}}';
		const look = async (ordinal: number) => {
			const card = await compileNote(`note/x/${ordinal}`, {
				...{ note: { fields: [text, ''], tags: [] }, type: cloze, ordinal, deck: [] },
				media: async () => undefined,
			});
			const { body } = new DOMParser().parseFromString(card.document!.frontHtml, 'text/html');
			return body.textContent;
		};
		expect(await look(0)).toBe('[...] [...] by votes');
		expect(await look(1)).toBe('Raft [how] one leader by [...]');
		expect(await look(2)).toBe('Raft elects one [...] by votes');
	});
});

describe('a sound', () => {
	let begun: string[] = [];
	const { play } = HTMLMediaElement.prototype;
	beforeEach(() => {
		begun = [];
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			begun.push(this.className || 'question');
			return Promise.resolve();
		};
	});
	afterEach(() => void (HTMLMediaElement.prototype.play = play));

	const ASKED = ['Q [sound:a.mp3]', 'A [sound:b.mp3]'];
	const BOTH = type('{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}');

	it('begins with the question, and that of the answer with the answer, each once', async () => {
		const { turn } = await study(BOTH, ASKED, { autoplay: true });
		expect(begun).toEqual(['question']);
		turn(true);
		expect(begun).toEqual(['question', 'answer-sound']);
		expect(inside().querySelectorAll('audio')).toHaveLength(2);
		// The frame is written anew, and nothing is heard again.
		document.documentElement.dataset.theme = 'dark';
		await expect.poll(() => inside().classList.contains('nightMode')).toBe(true);
		expect(begun).toHaveLength(2);
		turn(false);
		expect(begun).toEqual(['question', 'answer-sound', 'question']);
	});

	it('of a field that the back shows itself is one of the answer', async () => {
		const { turn } = await study(type('{{Front}}', '{{Front}} {{Back}}'), ASKED, {
			autoplay: true,
		});
		turn(true);
		expect(begun).toEqual(['question', 'answer-sound']);
		expect(inside().querySelectorAll('.answer-sound')).toHaveLength(2);
	});

	it('begins in Markdown as in HTML', async () => {
		await study(BASIC_TYPE, ASKED, { autoplay: true });
		expect(begun).toEqual(['question']);
		await study(BASIC_TYPE, ASKED, { autoplay: true, part: 'answer' });
		expect(begun).toEqual(['question', 'answer-sound']);
	});

	it('waits where nobody studies, and where it is a player of the text', async () => {
		for (const noteType of [BOTH, BASIC_TYPE]) {
			const { turn } = await study(noteType, ASKED);
			turn(true);
		}
		await study(type('{{Front}}', ''), ['<audio src="a.mp3" autoplay></audio>'], {
			autoplay: true,
		});
		expect(begun).toEqual([]);
		expect(inside().querySelector('audio')).toBeTruthy();
	});
});

it('is a frame that is titled, and takes no focus of its own', async () => {
	await study(type('{{Front}}', ''), ['What is a CDN?']);
	const frame = host.querySelector('iframe')!;
	expect(frame.title).toBe('Question: What is a CDN?');
	expect(CardDocument).toBeTruthy();
	expect(document.activeElement).not.toBe(frame);
});
