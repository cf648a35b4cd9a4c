import { describe, expect, test } from 'vitest';
import { textOfField, textOfNote } from './note-text.ts';

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

describe('the line of a note', () => {
	const html = { text: 'html', kind: 'plain' } as const;
	test('is its first field that says anything, else the names of its files', () => {
		expect(textOfNote({ fields: ['<br>', 'two'] }, html)).toBe('two');
		expect(textOfNote({ fields: ['<img src="a.png">[sound:b.mp3]', ''] }, html)).toBe(
			'a.png, b.mp3',
		);
		expect(textOfNote({ fields: [] }, html)).toBe('');
	});

	test('of one card of a cloze leaves out what that card hides', () => {
		const cloze = { text: 'html', kind: 'cloze' } as const;
		const fields = ['{{c1::Raft}} elects a {{c2::leader}}', ''];
		expect(textOfNote({ fields }, cloze, 1)).toBe('Raft elects a […]');
		expect(textOfNote({ fields }, cloze)).toBe('Raft elects a leader');
	});

	test('never shows where the shapes lie', () => {
		const type = { text: 'html', kind: 'occlusion' } as const;
		const fields = ['{{c1::image-occlusion:rect:left=.1}}', '<img src="net.png">', 'Header'];
		expect(textOfNote({ fields }, type, 0)).toBe('Header');
	});
});
