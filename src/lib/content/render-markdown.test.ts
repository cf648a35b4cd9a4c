import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderInline, renderMarkdown } from './render-markdown.ts';

/** Every tag with every attribute that the renderer may write. */
const TAGS =
	/^<(\/?(p|ul|li|strong|em|s|blockquote|table|thead|tbody|tr|th|td|div|pre|code|span|mark|figure|figcaption|details|summary|h[1-6])|ol( start="\d+")?|(br|hr)( \/)?|a href="(?!\s*(javascript|vbscript|data|file):)[^"<>]*"( title="[^"<>]*")?( rel="noopener noreferrer" target="_blank")?|\/a|\/ol|th class="(right|center)"|td class="(right|center)"|div class="table" tabindex="0" role="region" aria-label="Table"|pre tabindex="0"|pre class="undrawn"|span class="hljs-[\w -]+"|span class="blank" role="img" aria-label="blank" data-width="(s|m|l|xl)"|mark class="blank-filled"|figure class="diagram")>$/i;

const hostile = fc.constantFrom(
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'[a](javascript:alert(1))',
	'[a](JaVaScRiPt&colon;alert(1))',
	'[a](data:text/html,x)',
	'<javascript:alert(1)>',
	'![a](x" onerror="alert(1))',
	'[a](https://x.org "t\\" onclick=\\"alert(1)")',
	'```mermaid\nflowchart TD\n  accDescr: <b onclick=alert(1)>\n```',
	'```"><script>\nx\n```',
	'==<i>==',
	'==[a](javascript:x)==',
	'|a|\n|-:|\n|<b>|',
	'&lt;script&gt;',
	'[x]: javascript:alert(1)\n[x]',
	'> ',
	'- ',
	'\n\n',
	'`',
);
const text = fc
	.array(
		fc.oneof(hostile, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 4 })),
		{
			maxLength: 12,
		},
	)
	.map((parts) => parts.join(''));
const options = fc.constantFrom({}, { blanks: 'hidden' as const }, { blanks: 'filled' as const });

describe('renderMarkdown', () => {
	it('writes no tag and no attribute but its own, whatever it is given', () => {
		fc.assert(
			fc.property(text, options, (source, how) => {
				for (const html of [renderMarkdown(source, how), renderInline(source, how)]) {
					for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(TAGS);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('keeps a number and its unit on one line, and nothing else', () => {
		expect(renderInline('within 30 s, **10 ms** or 2 MB/s')).toBe(
			'within 30\u00a0s, <strong>10\u00a0ms</strong> or 2\u00a0MB/s',
		);
		for (const apart of ['3 servers', '`30 s`', 'v2 smart', '2 d-trees', 'a s']) {
			expect(renderInline(apart)).not.toContain('\u00a0');
		}
	});

	it('shows raw HTML as text', () => {
		expect(renderMarkdown('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>');
	});

	it('opens other sites apart, without telling them where the reader came from', () => {
		expect(renderMarkdown('[a](https://example.org)')).toBe(
			'<p><a href="https://example.org" rel="noopener noreferrer" target="_blank">a</a></p>',
		);
		expect(renderMarkdown('[a](/catalog)')).toBe('<p><a href="/catalog">a</a></p>');
	});

	it('lets a table scroll by itself, and aligns its numbers', () => {
		expect(renderMarkdown('| a | b |\n| --- | ---: |\n| x | 1 |')).toBe(
			'<div class="table" tabindex="0" role="region" aria-label="Table"><table>\n<thead>\n<tr>\n<th>a</th>\n<th class="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td class="right">1</td>\n</tr>\n</tbody>\n</table></div>',
		);
	});

	it('highlights languages that it knows and shows others as they are', () => {
		expect(renderMarkdown('```sql\nselect 1\n```')).toContain(
			'<span class="hljs-keyword">select</span>',
		);
		expect(renderMarkdown('```cobol\nMOVE <A>\n```')).toContain('<code>MOVE &lt;A&gt;\n</code>');
	});

	it('puts the drawing in place of a mermaid fence, with its words one tap away', () => {
		const fence = 'flowchart TD\n  accDescr: A calls B.\n  A-->B\n';
		const drawn = renderMarkdown(`\`\`\`mermaid\n${fence}\`\`\``, {
			drawing: (given) => (given === fence ? '<svg/>' : undefined),
		});
		expect(drawn).toBe(
			'<figure class="diagram"><svg/><figcaption><details><summary>In words</summary><p>A calls B.</p></details></figcaption></figure>',
		);
		expect(renderMarkdown(`\`\`\`mermaid\n${fence}\`\`\``)).toContain(
			'<pre class="undrawn"><code>flowchart TD',
		);
	});

	it('hides the blanks of a cloze behind their size, and fills them', () => {
		const source = 'It counts ==all `failed` calls== and `a==b`.';
		expect(renderMarkdown(source, { blanks: 'hidden' })).toBe(
			'<p>It counts <span class="blank" role="img" aria-label="blank" data-width="l"></span> and <code>a==b</code>.</p>',
		);
		expect(renderMarkdown(source, { blanks: 'filled' })).toBe(
			'<p>It counts <mark class="blank-filled">all <code>failed</code> calls</mark> and <code>a==b</code>.</p>',
		);
		expect(renderMarkdown('==x== stays')).toBe('<p>==x== stays</p>');
	});

	it('shows a text as it is when it is far too long to parse', () => {
		expect(renderMarkdown('> '.repeat(9000))).toMatch(/^<pre>&gt; &gt;/);
	});
});
