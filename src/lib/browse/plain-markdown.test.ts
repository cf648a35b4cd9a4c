import { expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

test.each([
	['**Bold** and `code_with_marks`', 'Bold and code_with_marks'],
	['# Title\n\n- one\n- [x] two', 'Title\n\none\ntwo'],
	['> said\n\n```ts\nlet x = a * b;\n```', 'said\n\n\nlet x = a * b;'],
	['see [the docs](https://example.org/a) and ![plan](a.png)', 'see the docs and plan'],
	['a ==blank== and {{c1::another::hint}}', 'a blank and another'],
	['| a | b |\n| --- | :-: |\n| 1 | 2 |', 'a | b \n\n 1 | 2'],
	['snake_case * 2 ** stays', 'snake_case * 2  stays'],
])('%j reads %j', (text, expected) => {
	expect(plainMarkdown(text)).toBe(expected.replace(/ {2,}/g, ' '));
});

test('what is written to be slow ends all the same', () => {
	for (const piece of ['-', '[', '{{c1::', '::', '](', '|', '`', '#', '> ', '- [ ] ']) {
		expect(plainMarkdown(piece.repeat(50_000)).length).toBeLessThanOrEqual(400_000);
	}
});
