import { describe, expect, test } from 'vitest';
import {
	BASIC_TYPE,
	CLOZE_TYPE,
	OPTIONAL_REVERSED_TYPE,
	REVERSED_TYPE,
} from '../../content/own-note-types.ts';
import { noteOrdinals } from './note-ordinals.ts';

describe('the cards of a note', () => {
	test.each([
		['Basic', BASIC_TYPE, ['Q', 'A'], [0]],
		['Basic without a front', BASIC_TYPE, ['<br> ', 'A'], []],
		['both ways', REVERSED_TYPE, ['Q', 'A'], [0, 1]],
		['both ways without a back', REVERSED_TYPE, ['Q', ' '], [0]],
		['reversed only where asked for', OPTIONAL_REVERSED_TYPE, ['Q', 'A', ''], [0]],
		['reversed where asked for', OPTIONAL_REVERSED_TYPE, ['Q', 'A', 'y'], [0, 1]],
		['the numbers of a cloze', CLOZE_TYPE, ['{{c1::a}} {{c3::b::hint}}', ''], [0, 2]],
		['several numbers at once', CLOZE_TYPE, ['{{c1,2::a {{c4::b}}}}', ''], [0, 1, 3]],
		['a cloze that hides nothing', CLOZE_TYPE, ['a', '{{c1::x}}'], []],
	])('%s', (_, type, fields, expected) => {
		expect(noteOrdinals(type, fields)).toEqual(expected);
	});

	test('conditions count, and what every card can show does not', () => {
		const type = (front: string) => ({
			...{ kind: 'plain' as const, fields: ['A', 'B'] },
			templates: [{ name: '', front, back: '' }],
		});
		expect(noteOrdinals(type('<b>text</b> {{Tags}} {{Deck}}'), ['x', 'y'])).toEqual([]);
		expect(noteOrdinals(type('{{^A}}{{B}}{{/A}}'), ['x', 'y'])).toEqual([]);
		expect(noteOrdinals(type('{{^A}}{{B}}{{/A}}'), ['', 'y'])).toEqual([0]);
		expect(noteOrdinals(type('{{#A}}{{text:B}}{{/A}}'), ['x', 'y'])).toEqual([0]);
	});
});
