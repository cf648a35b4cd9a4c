import { describe, expect, test } from 'vitest';
import { textOfField } from './note-text.ts';

describe('the text of a field', () => {
	test.each<[string, 'html' | 'markdown', string]>([
		['<b>a</b><br>b&nbsp;&lt;c&gt; [sound:x.mp3]', 'html', 'a b <c>'],
		['{{c1::Raft::hint}} and {{c2::a {{c1::b}}}}', 'html', 'Raft and a b'],
		['# What is **bold** `code()` and _this_?', 'markdown', 'What is bold code() and this?'],
		['- one\n- two [link](https://x.org) ![map](a.png)', 'markdown', 'one two link map'],
		['| a | b |\n|---|:--|\n| 1 | 2 |', 'markdown', 'a b 1 2'],
		['```js\nlet x = 1;\n```', 'markdown', 'let x = 1;'],
		['a == b and snake_case_name, 2 * 3 * 4', 'markdown', 'a == b and snake_case_name, 2 * 3 * 4'],
	])('%s in %s', (field, text, line) => {
		expect(textOfField(field, text)).toBe(line);
	});
});
