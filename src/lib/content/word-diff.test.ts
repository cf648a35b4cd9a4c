import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff, type WordPart } from './word-diff.ts';

const side = (parts: WordPart[], other: WordPart['kind']) =>
	parts.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');

test('shows which words went and which came', () => {
	expect(wordDiff('a cache saves reads', 'a cache spares most reads')).toEqual([
		{ text: 'a cache', kind: 'same' },
		{ text: ' saves', kind: 'gone' },
		{ text: ' spares most', kind: 'come' },
		{ text: ' reads', kind: 'same' },
	]);
	expect(wordDiff('same', 'same')).toEqual([{ text: 'same', kind: 'same' }]);
});

test('loses nothing of either wording', () => {
	const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '**c**', '  '), { maxLength: 30 });
	const text = words.map((all) => all.join(''));
	fc.assert(
		fc.property(text, text, (a, b) => {
			const parts = wordDiff(a, b);
			expect(side(parts, 'come')).toBe(a);
			expect(side(parts, 'gone')).toBe(b);
		}),
	);
	const long = 'word '.repeat(2000);
	expect(wordDiff(long, `${long}x`).map(({ kind }) => kind)).toEqual(['gone', 'come']);
});
