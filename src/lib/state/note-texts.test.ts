import { expect, test } from 'vitest';
import { BASIC_TYPE, CLOZE_TYPE } from '$lib/content/own-note-types.ts';
import type { NoteType, OwnNote } from '$lib/content/note.ts';
import { catalogText, ownText, plainHtml } from './note-texts.ts';

const NOTE: OwnNote = {
	...{ id: 'note/a', guid: 'g', noteType: 'type/x', fields: [], tags: ['t'], modified: 5 },
	...{ deck: 'deck/1', decks: {}, ordinals: [0], position: 0 },
};
const WHEN = { made: 1, edited: 3 };
const html = (fields: string[], kind: NoteType['kind'] = 'plain'): string[] => {
	const type: NoteType = { ...CLOZE_TYPE, kind, text: 'html' };
	return [...ownText({ ...NOTE, fields }, type, WHEN).fields];
};

test.each([
	['a <b>b</b><br>c &lt;d&gt; &amp;amp;', 'a b\nc <d> &amp;'],
	['x<svg><text>drawn</text></svg>y', 'x y'],
	['<style>.a{}</style>x<script>1</script>', 'x'],
	['<svg>never closed', ''],
	['<svg'.repeat(50_000), '<svg'.repeat(25_000)],
	['a < b', 'a < b'],
])('HTML %#', (text, expected) => {
	expect(plainHtml(text)).toBe(expected);
});

test('blanks, sounds and the shapes over pictures', () => {
	expect(html(['{{c1::Paris::city}} [sound:a.mp3]', '<img src="x">'])).toEqual(['Paris', '']);
	expect(html(['{{c1::image-occlusion:rect:left=.1}}', 'Head'], 'occlusion')).toEqual(['', 'Head']);
	expect(html(['[sound:'.repeat(10_000)])).toHaveLength(1);
});

test('a note in Markdown; one whose type is not there', () => {
	const text = ownText({ ...NOTE, fields: ['**a** <b>', 'b'] }, BASIC_TYPE, WHEN);
	expect(text).toMatchObject({ key: 'note/a', fields: ['a <b>', 'b'], added: 1, edited: 5 });
	expect(text.type).toEqual({ name: 'Basic', fields: ['Front', 'Back'], cards: ['Card 1'] });
	expect(ownText({ ...NOTE, fields: ['<i>a</i>'] }, undefined, WHEN).fields).toEqual(['a']);
});

test('a card of the catalog, its blanks filled; the wording of the person instead', () => {
	const card = {
		...({ id: 'p/a', kind: 'cloze', level: 'expert', also: [], tags: [], answers: [] } as const),
		...{ frontHtml: '<p>…</p>', filledHtml: '<p>full</p>', backHtml: '<p>why</p>' },
		checklist: ['<em>point</em>'],
	};
	const from = { place: 'P', category: 'caching' };
	expect(catalogText({ ...card, also: [], tags: [], answers: [] }, from).fields).toEqual([
		'full',
		'why\npoint',
	]);
	const worded = { front: '*own*', back: '`x`', edited: 9 };
	const text = catalogText({ ...card, also: [], tags: [], answers: [] }, from, worded);
	expect(text).toMatchObject({ fields: ['*own*', 'x'], edited: 9, place: 'P' });
});
