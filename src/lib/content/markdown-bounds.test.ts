import { expect, it, test } from 'vitest';
import { isBeyondMarkdown } from './markdown-bounds.ts';
import { markdown, renderMarkdown } from './render-markdown.ts';

const SIZE = 16_000;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
const lines = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** As large as is parsed at all, each where a parser may go over the same text again and again. */
const BOMBS: Record<string, string> = {
	quotes: fill('>'),
	'quotes apart': fill('> '),
	'quotes in lists': fill('> - '),
	brackets: fill('['),
	'brackets as many as are parsed': `${'['.repeat(1000)}${fill('a')}`.slice(0, SIZE),
	pictures: fill('!['),
	links: fill('[a]('),
	'links in each other': '['.repeat(900) + 'a' + '](b)'.repeat(900),
	definitions: fill('[a]: b\n'),
	references: fill('[a][b] '),
	emphasis: fill('*a_ '),
	'emphasis in each other': fill('*a **b '),
	stars: fill('*'),
	'code of every length': lines(170, (at) => '`'.repeat(at + 1)),
	lists: lines(180, (at) => `${' '.repeat(Math.min(at * 2, 80))}- x`),
	'a list in one line': fill('- '),
	items: fill('- a\n'),
	'items in a deep list':
		`${lines(45, (at) => `${'  '.repeat(at)}- a`)}\n${fill(`\n${' '.repeat(90)}a`)}`.slice(0, SIZE),
	'a deep quote that goes on': `${'>'.repeat(38)}\n${fill('a\n')}`.slice(0, SIZE),
	'a table of few columns': `|a|b|\n|-|-|\n${fill('|a|b|\n')}`.slice(0, 11_000),
	'a table of columns': `${'a|'.repeat(1000)}\n${'-|'.repeat(1000)}\n${fill('a\n')}`.slice(0, SIZE),
	'a table of one row': `${'a|'.repeat(1900)}\n${'-|'.repeat(1900)}`,
	fences: fill('~~~\n'),
	'fences in code': fill('~~~js\n'),
	autolinks: fill('<http://a'),
	'addresses that are no links': fill('a.a.a.'),
	entities: fill('&a'),
	escapes: fill('\\'),
	strikes: fill('~~a ~'),
	blanks: fill('==a '),
	'blanks that close': fill('==a== '),
	headings: fill('a\n='),
	rules: fill('- - -\n'),
	html: fill('<a '),
	spaces: `a${' '.repeat(SIZE - 2)}b`,
	quotations: fill(`a'"`),
};

/** How often a rule of the parser is tried: what takes the time. */
let tried = 0;
for (const ruler of [markdown.block.ruler, markdown.inline.ruler]) {
	const { __rules__: rules } = ruler as unknown as {
		__rules__: { name: string; fn: (...given: unknown[]) => unknown; alt: string[] }[];
	};
	for (const { name, fn, alt } of [...rules]) {
		const counted = (...given: unknown[]) => {
			tried += 1;
			return fn(...given);
		};
		(ruler as { at: (name: string, fn: unknown, options: object) => void }).at(name, counted, {
			alt,
		});
	}
}

test.each(Object.entries(BOMBS))(
	'%s: the work grows with the text, not with its square',
	(_, text) => {
		for (const options of [{}, { blanks: 'filled' }] as const) {
			tried = 0;
			const html = renderMarkdown(text, options);
			expect(tried).toBeLessThan(120 * SIZE);
			expect(html.length).toBeLessThan(30 * SIZE);
		}
	},
);

it('counts at all', () => {
	tried = 0;
	renderMarkdown('- a *b* [c](d)');
	expect(tried).toBeGreaterThan(20);
});

it.each([
	['a long text', `${'Words and **more** of `them`, [linked](https://x.org).\n\n'.repeat(280)}`],
	['a large table', `|a|b|c|\n|-|-|-|\n${'| one | two | three |\n'.repeat(400)}`],
	['a list of tasks', '- [ ] one\n'.repeat(900)],
	['rulers', `${'-'.repeat(80)}\n\n${'='.repeat(80)}`],
])('%s is parsed', (_, text) => {
	expect(isBeyondMarkdown(text)).toBe(false);
});
