import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSearch } from './format-search.ts';
import { readSearch, LONGEST_SEARCH } from './read-search.ts';
import { SEARCH_HELP } from './search-help.ts';
import { arbitrarySearch } from './search.fixture.ts';
import type { SearchNode } from './search-node.ts';

const text = (...words: string[]) => ({
	term: 'text',
	pattern: words.map((word) => ({ text: word })),
});

function read(typed: string): SearchNode {
	const found = readSearch(typed);
	if ('problem' in found) throw new Error(`${typed}: ${found.problem.what}`);
	return found.search;
}

function problem(typed: string) {
	const found = readSearch(typed);
	if ('search' in found) throw new Error(`${typed} was read as ${JSON.stringify(found.search)}`);
	return found.problem;
}

describe('a search is read', () => {
	test.each<[string, object]>([
		['', { all: true }],
		[' \u3000\t', { all: true }],
		['cache', text('cache')],
		['cache miss', { and: [text('cache'), text('miss')] }],
		['cache and miss', { and: [text('cache'), text('miss')] }],
		['a or b c', { or: [text('a'), { and: [text('b'), text('c')] }] }],
		['A OR b', { or: [text('A'), text('b')] }],
		['(a or b) c', { and: [{ or: [text('a'), text('b')] }, text('c')] }],
		['-a', { not: text('a') }],
		['--a', { not: { not: text('a') } }],
		['-(a b)', { not: { and: [text('a'), text('b')] } }],
		['a-b', text('a-b')],
		['"a b"', text('a b')],
		['“a b”', text('a b')],
		['"or"', text('or')],
		['\\or', text('\\or')],
		['order', text('order')],
		['a\\:b', text('a:b')],
		['\\(a\\)', text('(a)')],
		['"-a"', text('-a')],
		['"a (b"', text('a (b')],
		[
			'a**b_',
			{ term: 'text', pattern: [{ text: 'a' }, { wild: '*' }, { text: 'b' }, { wild: '_' }] },
		],
		['snake\\_case', text('snake_case')],
		['nc:Ä', text('Ä')],
		['sc:Ä', text('Ä')],
		['re:\\d{3}', { term: 'regex', source: '\\d{3}' }],
		['re:a"(b|c) "d', { term: 'regex', source: 'a(b|c) d' }],
		['"re:(some|another).*thing"', { term: 'regex', source: '(some|another).*thing' }],
		['RE:\\(\\"\\_', { term: 'regex', source: '\\("\\_' }],
		['front:re:^a', { term: 'fieldRegex', name: [{ text: 'front' }], source: '^a' }],
		['"a b:re:c d"', { term: 'fieldRegex', name: [{ text: 'a b' }], source: 'c d' }],
		['front:nc:Ä', { term: 'field', name: [{ text: 'front' }], pattern: [{ text: 'Ä' }] }],
		['front:re\\:a', { term: 'field', name: [{ text: 'front' }], pattern: [{ text: 're:a' }] }],
		['tag:re:^a$', { term: 'tagRegex', source: '^a$' }],
		['tag:nc:none', { term: 'tag', pattern: [{ text: 'none' }] }],
		['is:buried-sibling', { term: 'is', state: 'buried-sibling' }],
		['w:log', { term: 'word', pattern: [{ text: 'log' }] }],
		['deck:a::b', { term: 'deck', pattern: [{ text: 'a::b' }] }],
		['deck:"a b"', { term: 'deck', pattern: [{ text: 'a b' }] }],
		['"deck:a b"', { term: 'deck', pattern: [{ text: 'a b' }] }],
		['DECK:x', { term: 'deck', pattern: [{ text: 'x' }] }],
		['preset:Default', { term: 'preset', pattern: [{ text: 'Default' }] }],
		['tag:none', { term: 'untagged' }],
		['is:Due', { term: 'is', state: 'due' }],
		['flag:0', { term: 'flag', flag: 0 }],
		['prop:s>=21.50', { term: 'prop', property: 's', operator: '>=', value: 21.5, digits: 2 }],
		['prop:due=-1', { term: 'prop', property: 'due', operator: '=', value: -1, digits: 0 }],
		['prop:due=-0', { term: 'prop', property: 'due', operator: '=', value: 0, digits: 0 }],
		['added:7', { term: 'added', days: 7 }],
		['rated:7', { term: 'rated', days: 7, grade: 0 }],
		['rated:7:1', { term: 'rated', days: 7, grade: 1 }],
		['kind:drill', { term: 'kind', kind: 'drill' }],
		['level:expert', { term: 'level', level: 'expert' }],
		['cid:a/b,c_d', { term: 'cid', ids: ['a/b', 'c_d'] }],
		['front:*', { term: 'field', name: [{ text: 'front' }], pattern: [{ wild: '*' }] }],
		['front:', { term: 'field', name: [{ text: 'front' }], pattern: [] }],
		['"My Field:a b"', { term: 'field', name: [{ text: 'My Field' }], pattern: [{ text: 'a b' }] }],
		['http://x', { term: 'field', name: [{ text: 'http' }], pattern: [{ text: '//x' }] }],
	])('%s', (typed, expected) => {
		expect(read(typed)).toEqual(expected);
	});

	test('every example of the help', () => {
		for (const { write } of SEARCH_HELP.flatMap(({ lines }) => lines)) {
			expect(readSearch(write), write).toHaveProperty('search');
		}
	});

	test('as it was written out', () => {
		fc.assert(
			fc.property(arbitrarySearch, (search) => {
				expect(read(formatSearch(search))).toEqual(search);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('whatever is typed: as a search or with a problem within it', () => {
		const typed = fc.string({
			unit: fc.constantFrom(
				...'ab -:()"\\*_or\u201c<>=1'.split(''),
				'or ',
				'is:',
				'prop:',
				'deck:',
				're:',
				'tag:nc:',
			),
			maxLength: 40,
		});
		fc.assert(
			fc.property(typed, (text) => {
				const found = readSearch(text);
				if ('search' in found) {
					expect(read(formatSearch(found.search))).toEqual(found.search);
					return;
				}
				const { from, to, what, accepted } = found.problem;
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeGreaterThanOrEqual(from);
				expect(to).toBeLessThanOrEqual(text.length);
				expect(what).not.toBe('');
				expect(accepted).not.toBe('');
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('a mistake is told with its place and what would be right', () => {
	test.each<[string, [number, number], RegExp, RegExp]>([
		['a "b c', [2, 6], /quote has no end/, /Another "/],
		['(a b', [0, 1], /never closed/, /\)/],
		['a)', [1, 2], /closes nothing/, /\(/],
		['a ()', [2, 4], /Nothing stands between these parentheses/, /tag:/],
		['a or', [4, 4], /missing/, /phrase/],
		['or a', [0, 2], /both sides/, /"or"/],
		['a and or b', [6, 8], /both sides/, /"or"/],
		['a - b', [2, 3], /minus/, /-is:new/],
		['""', [0, 2], /quotes/, /words/],
		['is:', [3, 3], /Nothing stands behind is:/, /suspended/],
		['is:deu', [3, 6], /does not know “deu”/, /due/],
		['flag:9', [5, 6], /flag/, /1 to 7/],
		['prop:x>3', [5, 8], /no property “x”/, /lapses/],
		['prop:s~3', [6, 8], /comparison/, />=/],
		['prop:s>many', [7, 11], /“many”/, /0\.9/],
		['prop:r<', [7, 7], /no number/, /0\.9/],
		['added:0', [6, 7], /counts days/, /added:7/],
		['added:soon', [6, 10], /counts days/, /added:7/],
		['rated:7:5', [6, 9], /grade/, /rated:7:1/],
		['kind:essay', [5, 10], /essay/, /contrast/],
		['level:guru', [6, 10], /guru/, /expert/],
		['deck:', [5, 5], /behind deck:/, /Two words/],
		['nid:a,,b', [4, 8], /ids/, /commas/],
		['a :b', [2, 4], /before this colon/, /\\:/],
		['re:(a+)+$', [3, 3], /Nothing stands behind re:/, /In quotes/],
		['x "re:(a"', [6, 9], /no regular expression \(/, /\\\(/],
		['front:re:', [9, 9], /behind front:re:/, /regular expression/],
		['tag:re:*', [7, 8], /no regular expression/, /\\\(/],
		['tag:nc:', [7, 7], /behind tag:nc:/, /tag/],
		['re:(?x)a', [3, 3], /Nothing stands behind re:/, /In quotes/],
		['prop:ease>2', [5, 11], /no property “ease”/, /prop:d/],
		['preset:', [7, 7], /behind preset:/, /options/],
		['dupe:1,x', [0, 8], /not part/, /first field/],
		['resched:1', [0, 9], /not part/, /rated:7/],
		['is:buried-never', [3, 15], /does not know/, /buried-manually/],
		['did:1', [0, 5], /not part/, /deck:/],
	])('%s', (typed, [from, to], what, accepted) => {
		const found = problem(typed);
		expect(found).toMatchObject({ from, to });
		expect(found.what).toMatch(what);
		expect(found.accepted).toMatch(accepted);
	});

	test('what is too long or too deep is refused at once', () => {
		expect(problem('a'.repeat(LONGEST_SEARCH + 1)).what).toMatch(/too long/);
		expect(problem('('.repeat(1_000)).what).toMatch(/within each other/);
		expect(problem('-'.repeat(1_000)).what).toMatch(/within each other/);
		expect(read(`${'('.repeat(50)}a${')'.repeat(50)}`)).toEqual(text('a'));
	});
});
