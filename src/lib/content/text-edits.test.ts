import { describe, expect, test } from 'vitest';
import { fence, hide, insertBlock, nextCloze, wrap, type Selection } from './text-edits.ts';

/** `[` and `]` stand for the ends of the selection. */
function at(marked: string): Selection {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	return { text: marked.replace('[', '').replace(']', ''), start, end };
}

function shown({ text, start, end }: Selection): string {
	return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

describe('the editor', () => {
	test('marks what is selected, and takes the marks away again', () => {
		const bold = wrap(at('a [b] c'), '**');
		expect(shown(bold)).toBe('a **[b]** c');
		expect(shown(wrap(bold, '**'))).toBe('a [b] c');
		expect(shown(wrap(at('[]'), '`'))).toBe('`[]`');
	});

	test('hides what is selected under the next number, or the last one again', () => {
		expect(nextCloze(['{{c1::a}} {{c4::b}}', ''], false)).toBe(5);
		expect(nextCloze(['{{c1::a}} {{C4::b}}'], true)).toBe(4);
		expect(nextCloze(['none'], true)).toBe(1);
		expect(shown(hide(at('is [big]'), 2))).toBe('is {{c2::[big]}}');
	});

	test('puts blocks on lines of their own', () => {
		expect(shown(insertBlock(at('a[]b'), 'X'))).toBe('a\n\nX[]\nb');
		expect(shown(insertBlock(at('a\n[b]'), 'X'))).toBe('a\n\nX[]\n');
		expect(shown(fence(at('say [x]'), 'ts'))).toBe('say \n\n```ts\n[x]\n```\n');
		expect(shown(fence(at('[]')))).toBe('```\n[]\n```\n');
	});
});
