import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ImportedNote, ImportedNoteType } from '../imported.ts';
import { parseTemplate } from './parse-template.ts';
import { renderImportedCard } from './render-card.ts';

const type = (
	front: string,
	back = '',
	more: Partial<ImportedNoteType> = {},
): ImportedNoteType => ({
	...{ key: '1', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back', 'Add'] },
	...{ templates: [{ name: 'Card 1', front, back }], css: '' },
	...more,
});
const note = (...fields: string[]): ImportedNote => ({
	...{ key: '1', guid: 'g', noteType: '1', fields, tags: ['a', 'b::c'], modified: 0 },
});
const HASHES: Record<string, string> = { 'a.png': 'aa11', 'ä b.mp3': 'bb22' };
const context = { media: (name: string) => HASHES[name], deck: ['Design', 'Caching'] };

function render(front: string, fields: string[], back = '', more = {}, ordinal = 0) {
	return renderImportedCard(note(...fields), type(front, back, more), ordinal, context);
}
const front = (template: string, ...fields: string[]) => render(template, fields).frontHtml;

describe('a template', () => {
	test.each<[string, string[], string]>([
		['<p>{{Front}}</p>', ['<b>x</b>'], '<p><b>x</b></p>'],
		['{{ Front }} {{Back}}', ['x', 'y'], 'x y'],
		['{{#Add}}yes{{/Add}}{{^Add}}no{{/Add}}', ['', '', ''], 'no'],
		['{{#Add}}yes{{/Add}}{{^Add}}no{{/Add}}', ['', '', '<br> <div></div>&nbsp;'], 'no'],
		['{{#Add}}yes{{/Add}}{{^Add}}no{{/Add}}', ['', '', 'y'], 'yes'],
		['{{#Add}}{{#Back}}both{{/Back}}{{/Add}}', ['', 'b', 'y'], 'both'],
		[
			'{{Tags}}|{{Deck}}|{{Subdeck}}|{{Type}}|{{Card}}',
			[],
			'a b::c|Design::Caching|Caching|Basic|Card 1',
		],
		['<!-- {{Front}} -->{{Back}}', ['x', 'y'], '<!-- {{Front}} -->y'],
		['{{=<% %>=}}<%Front%> {{Back}}', ['x', 'y'], 'x {{Back}}'],
		['{{{Front}}}', ['x'], 'x}'],
		['{{!note}}{{}}a', ['x'], 'a'],
		['a {{Front', ['x'], 'a {{Front'],
	])('%s', (template, fields, shown) => {
		expect(front(template, ...fields)).toBe(shown);
	});

	it('repeats the front on the back, without the place to type', () => {
		const card = render(
			'Q {{Front}} {{type:Back}}',
			['x', '<i>y</i>&amp;z'],
			'{{FrontSide}}<hr>{{Back}}',
		);
		expect(card.frontHtml).toBe('Q x <span class="typed-answer"></span>');
		expect(card.backHtml).toBe('Q x <hr><i>y</i>&amp;z');
		expect(card.answers).toEqual(['y&z']);
	});

	it('says what it cannot do and shows the rest', () => {
		const card = render('{{Nope}}{{#Front}}a{{/Back}}', ['x', 'y'], '{{unknown:Front}}');
		expect([card.frontHtml, card.backHtml]).toEqual(['a', 'x']);
		expect(card.problems).toEqual([
			...['"Back" is closed where it is not open.', '"Front" is not closed.'],
			'There is no field "Nope".',
		]);
		expect(render('x', [], '', {}, 3).problems).toEqual(['Template 4 is missing.']);
	});

	it('never grows without bounds', () => {
		const card = render('{{Front}}'.repeat(4000), ['x'.repeat(200_000)]);
		expect(card.frontHtml.length).toBeLessThan(1_100_000);
		expect(card.problems).toHaveLength(1);
		expect(parseTemplate('{{#a}}'.repeat(100_000)).problems.length).toBeGreaterThan(0);
	});
});

describe('filters', () => {
	test.each<[string, string, string]>([
		['{{text:Front}}', '<b>a</b> &lt; <br>c', 'a &lt;\nc'],
		['{{hint:Front}}', 'x', '<details><summary>Front</summary>x</details>'],
		['{{hint:Front}}', ' ', ''],
		['{{furigana:Front}}', ' 日本[にほん]語', '<ruby>日本<rt>にほん</rt></ruby>語'],
		['{{kana:Front}}', ' 日本[にほん]', 'にほん'],
		['{{kanji:Front}}', ' 日本[にほん]', '日本'],
		['{{tts en_US:Front}}', 'x', ''],
		['{{my-addon:Front}}', 'x', 'x'],
	])('%s of %s', (template, field, shown) => {
		expect(front(template, field)).toBe(shown);
	});

	it('type:cloze asks for all that is hidden', () => {
		const cloze = { kind: 'cloze' };
		const card = render(
			'{{cloze:Front}}{{type:cloze:Front}}',
			['{{c1::<b>a</b>}} {{c1::b}} {{c2::c}}'],
			'',
			cloze,
		);
		expect(card.answers).toEqual(['a, b']);
	});
});

describe('a cloze', () => {
	const cloze = {
		kind: 'cloze',
		templates: [
			{ name: 'C', front: '{{cloze:Front}}{{#c2}}!{{/c2}}', back: '{{cloze:Front}} {{Back}}' },
		],
	};
	it('shows each number with the one template', () => {
		const text = '{{c1::a}} {{c2::b}}';
		const second = renderImportedCard(
			note(text, 'more'),
			{ ...type(''), ...cloze } as ImportedNoteType,
			1,
			context,
		);
		expect(second.frontHtml).toBe(
			'<span class="cloze-inactive">a</span> <span class="cloze">[...]</span>!',
		);
		expect(second.backHtml).toBe(
			'<span class="cloze-inactive">a</span> <span class="cloze">b</span> more',
		);
	});
});

describe('an image occlusion', () => {
	const kind = { kind: 'occlusion', fields: ['Occlusion', 'Image'] };
	const shapes =
		'{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}<br>' +
		'{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.2:oi=1}}' +
		'{{c3::image-occlusion:polygon:points=0,0 .1,.1 .2,0}}';
	const template =
		'{{cloze:Occlusion}}<div id="image-occlusion-container">{{Image}}</div><script>x()</script>';

	it('covers the asked shape, and others where they always cover', () => {
		const card = render(template, [shapes, '<img src="a.png">'], template, kind, 1);
		const drawn = (side: string) =>
			'<div id="image-occlusion-container"><div class="occluded"><img data-media="aa11" alt="">' +
			'<svg class="occlusion" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">' +
			'<rect x="0.1" y="0.2" width="0.3" height="0.4" class="occlusion-other"></rect>' +
			`<ellipse cx="0.6" cy="0.7" rx="0.1" ry="0.2" class="occlusion-asked-${side}"></ellipse>` +
			'</svg></div></div>';
		expect([card.frontHtml, card.backHtml]).toEqual([drawn('front'), drawn('back')]);
		expect(card.problems).toEqual([]);
	});

	it('in pixels is shown without shapes, and says so', () => {
		const old = '{{c1::image-occlusion:rect:left=10:top=20:width=30:height=40}}';
		const card = render(template, [old, '<img src="a.png">'], '', kind);
		expect(card.frontHtml).not.toContain('<svg');
		expect(card.problems).toHaveLength(1);
	});

	it('takes numbers and nothing else from the text', () => {
		const evil =
			'{{c1::image-occlusion:rect:left="><script>:top=NaN:width=.2:height=.1}}{{c1::image-occlusion:polygon:points=0,0 ",1 1,1 1,0}}';
		const card = render('{{Image}}', [evil, '<img src="a.png">'], '', kind);
		expect(card.frontHtml).not.toMatch(/script|NaN|Infinity/);
	});
});

describe('media', () => {
	it('that are packed are named by their hash', () => {
		expect(front('{{Front}}', '<img class=x src="a.png" alt=\'a > "b"\'> [sound:ä b.mp3]')).toBe(
			'<img data-media="aa11" alt="a &gt; &quot;b&quot;" class="x"> <audio controls data-media="bb22"></audio>',
		);
		expect(front('{{Front}}', '<IMG SRC=a.png><img src="%C3%A4%20b.mp3">')).toBe(
			'<img data-media="aa11" alt=""><img data-media="bb22" alt="">',
		);
	});

	it('that would be fetched are listed and replaced by words', () => {
		const addresses = [
			...['https://example.org/a.png', '//example.org/b.png', 'data:image/png;base64,xx'],
			...['file:///etc/passwd', ' javascript:alert(1)'],
		];
		const card = render('{{Front}}', [
			addresses.map((src) => `<img src="${src}" alt="A & B">`).join(''),
		]);
		expect(card.remote).toEqual(addresses);
		expect(card.frontHtml).toContain(
			'<span class="missing-media">Picture on example.org, not loaded: A &amp; B <span class="address">https://example.org/a.png</span></span>',
		);
		expect(card.frontHtml).not.toMatch(/src|<img|javascript|passwd/);
		expect(front('{{Front}}', '<iframe src="https://x.org/p"></iframe>')).toContain(
			'Page on x.org, not loaded',
		);
		expect(
			front(
				'{{Front}}',
				'<iframe src="https://x.org"></iframe><video><source src="https://y.org"></video>',
			),
		).not.toMatch(/iframe src|<source/);
	});

	it('that the file does not hold are listed and replaced by words', () => {
		const card = render('{{Front}}', ['<img src="no<b>.png">[sound:no.mp3]']);
		expect(card.missing).toEqual(['no<b>.png', 'no.mp3']);
		expect(card.frontHtml).toBe(
			'<span class="missing-media">The file no&lt;b&gt;.png is missing</span><span class="missing-media">The sound no.mp3 is missing</span>',
		);
	});

	it('stand in Markdown too, under names as they are', () => {
		const markdown = { text: 'markdown' };
		const card = render(
			'{{Front}}',
			['![x & y](a.png) ![](%C3%A4%20b.mp3) ![](<a".png>) ![](https://example.org/a.png)'],
			'',
			markdown,
		);
		expect(card.frontHtml).toContain(
			'<img data-media="aa11" alt="x &amp; y"> <img data-media="bb22" alt="">',
		);
		expect([card.missing, card.remote]).toEqual([['a".png'], ['https://example.org/a.png']]);
	});

	it('leave what machines or fingers would use behind', () => {
		const field =
			'a<script>"</b><img src=x>"</SCRIPT >b<style>*{}</style><canvas></canvas>c<button>x</button>d<script>e';
		expect(front('{{Front}}', field)).toBe('abcd');
		expect(front('{{Front}}', '<script>'.repeat(30_000))).toBe('');
		expect(front('{{Front}}', 'a<base href="x">b<META http-equiv=refresh>c<link rel=x />d')).toBe(
			'abcd',
		);
	});

	it('are found in one pass, whatever is written', () => {
		expect(front('{{Front}}', '<img src="'.repeat(20_000))).toContain('<img');
		expect(front('{{Front}}', '<'.repeat(200_000))).toHaveLength(200_000);
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('<img ', 'src=', '"', "'", '>', 'x', '<!--', '-->', '[sound:'), {
					maxLength: 40,
				}),
				(pieces) => {
					const { frontHtml } = render('{{Front}}', [pieces.join('')]);
					expect(frontHtml.length).toBeLessThan(pieces.join('').length * 20 + 10);
				},
			),
		);
	});
});
