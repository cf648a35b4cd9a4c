import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clozeAnswers, clozeNumbers, showCloze } from './cloze.ts';

const hidden = (text: string) => `<span class="cloze">[${text}]</span>`;
const filled = (text: string) => `<span class="cloze">${text}</span>`;
const other = (text: string) => `<span class="cloze-inactive">${text}</span>`;

describe('cloze', () => {
	test.each<[string, number, string, string]>([
		[
			'{{c1::one}} {{c2::two}}',
			1,
			`${hidden('...')} ${other('two')}`,
			`${filled('one')} ${other('two')}`,
		],
		['{{c1::one::a number}}', 1, hidden('a number'), filled('one')],
		['{{c1::a {{c2::b}} c}}', 1, hidden('...'), filled(`a ${other('b')} c`)],
		['{{c1::a {{c2::b}} c}}', 2, other(`a ${hidden('...')} c`), other(`a ${filled('b')} c`)],
		['{{c1::a {{c2::b::in}}::out}}', 1, hidden('out'), filled(`a ${other('b')}`)],
		['{{c1,3::both}}', 3, hidden('...'), filled('both')],
		['{{c1::a::}}', 1, hidden('...'), filled('a')],
		['{{C1::a}}', 1, hidden('...'), filled('a')],
		['{{c1::a}} and }} more', 1, `${hidden('...')} and }} more`, `${filled('a')} and }} more`],
		['{{c1::open {{c2::b}}', 2, `{{c1::open ${hidden('...')}`, `{{c1::open ${filled('b')}`],
		[
			'{{c1::f(x) { return {a: 1} }}}',
			1,
			`${hidden('...')}}`,
			`${filled('f(x) { return {a: 1} ')}}`,
		],
		['{{c2::b}}', 1, '', ''],
		['no deletion', 1, '', ''],
	])('%s, number %i', (text, number, front, back) => {
		expect(showCloze(text, number, 'front')).toBe(front);
		expect(showCloze(text, number, 'back')).toBe(back);
	});

	it('has a card for every number that can be', () => {
		expect(
			clozeNumbers('{{c3::a {{c1::b}}}} {{c1,12::c}} {{c0::d}} {{c999::e}} {{cx::f}}'),
		).toEqual([1, 3, 12]);
		expect(clozeAnswers('{{c1::a {{c2::b}}}} {{c2::c::d}} {{c1::e}}', 1)).toEqual(['a b', 'e']);
	});

	it('never throws, ends soon and loses no text outside of deletions, whatever is written', () => {
		const piece = fc.constantFrom('{{c1::', '{{c2,1::', '}}', '::', 'a', '{', '}', '{{', '<b>');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				const text = pieces.join('');
				const shown = showCloze(text, 1, 'back');
				const letters = (html: string) =>
					(html.replace(/<\/?span[^>]*>/g, '').match(/a/g) ?? []).length;
				const hints = text.includes('::') && /\{\{c/.test(text);
				expect(shown === '' || hints || letters(shown) === letters(text)).toBe(true);
			}),
		);
		expect(showCloze('{{c1::'.repeat(40_000), 1, 'front')).toBe('');
		expect(clozeNumbers('{{c1::x}}'.repeat(20_000))).toEqual([1]);
	});
});
