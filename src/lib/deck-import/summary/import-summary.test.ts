import { describe, expect, test } from 'vitest';
import type { ImportedCard, ImportedCollection } from '../imported.ts';
import { NOTHING_YET } from '../judge/existing-state.ts';
import { stockType } from '../stock-types.ts';
import { deckLines } from './deck-lines.ts';
import { namedMedia } from './named-media.ts';
import { refusedRemarks } from './refused-remarks.ts';
import { sampleCards } from './sample-cards.ts';

const type = stockType('Basic', 'html', ['Front', 'Back']);
const cloze = stockType('Cloze', 'html', ['Text']);
const note = (key: string, front: string, noteType = type.key) => ({
	...{ key, guid: key, noteType, fields: [front, ''], tags: [], modified: 0 },
});
const card = (key: string, of: string, deck: string, ordinal = 0): ImportedCard => ({
	...{ key, note: of, ordinal, deck, position: 0, suspended: false, buried: 'none', flag: 0 },
});
const deck = (key: string, path: string) => ({ key, path: path.split('::'), description: '' });

describe('decks as lines', () => {
	test('stand behind those above them, with all that is below counted', () => {
		const cards = [card('1', 'n', 'b'), card('2', 'n', 'c'), card('3', 'n', 'c')];
		const decks = [deck('c', 'A::B::C'), deck('b', 'A::B'), deck('x', 'A B')];
		const plan = {
			cards: cards.slice(1).map((each) => ({ card: each })),
			addDecks: [deck('c', 'A::B::C')],
		};
		const here = new Map([
			['A', 'deck/a'],
			['A::B', 'deck/b'],
		]);
		const lines = deckLines({ cards: [...cards, card('4', 'n', 'x')], decks }, plan, here);
		expect(
			lines.map(({ path, depth, cards: all, added, isNew }) => [path, depth, all, added, isNew]),
		).toEqual([
			['A', 0, 3, 2, false],
			['A::B', 1, 3, 2, false],
			['A::B::C', 2, 2, 2, true],
			['A B', 0, 1, 0, false],
		]);
	});
});

describe('samples', () => {
	const collection: Pick<ImportedCollection, 'notes' | 'noteTypes' | 'decks' | 'media'> = {
		notes: [
			note('a', 'first'),
			note('b', 'second'),
			note('c', '{{c1::third}}', cloze.key),
			note('d', '<img src="dot.png"> <img src="none.png">'),
		],
		noteTypes: [type, cloze],
		decks: [deck('x', 'X')],
		media: [{ name: 'dot.png', hash: 'abc', type: 'image/png', size: 1 }],
	};

	test('are of as many kinds as there are, then from all over the file', () => {
		const cards = ['a', 'b', 'd', 'c'].map((key) => card(key, key, 'x'));
		const keys = sampleCards(collection, cards).map(({ note: { key } }) => key);
		expect(keys.slice(0, 2)).toEqual(['a', 'c']);
		expect(new Set(keys).size).toBe(3);
		expect(sampleCards(collection, cards.slice(0, 1))).toHaveLength(1);
		expect(sampleCards(collection, [])).toEqual([]);
	});

	test('know the hashes of what they name', () => {
		const [sample] = sampleCards(collection, [card('1', 'd', 'x')]);
		expect(sample?.media).toEqual({ 'dot.png': 'abc' });
		expect(sample?.deck).toEqual(['X']);
	});
});

test('what notes name and the file does not bring is listed once', () => {
	const markdown = stockType('Basic', 'markdown', ['Front', 'Back']);
	const notes = [
		note('a', '<img src="https://example.org/a.png"><img src="b.png">'),
		note('b', '<IMG SRC=//example.org/c.png> [sound:d.mp3] <img src="data:image/png;base64,x">'),
		note('c', '![x](https://example.org/a.png) ![y](e.png)', markdown.key),
	];
	const isHere = (name: string) => name === 'b.png' || NOTHING_YET.media.has(name);
	expect(namedMedia(notes, [type, markdown], isHere)).toEqual({
		remote: ['https://example.org/a.png', '//example.org/c.png'],
		missing: ['d.mp3', 'e.png'],
	});
});

test('what no card will show is counted over the whole file, and told note by note', () => {
	const template = { name: 'Card 1', front: '{{Front}}<script>x</script>', back: '{{Back}}' };
	const { words, list } = refusedRemarks({
		noteTypes: [{ ...type, css: '@import url(x);', templates: [template] }],
		notes: [note('a', '<embed src=x>'), note('b', '<b>bold</b>'), note('c', '<input>')],
	});
	expect(words).toBe(
		'1 script, 1 embedded page, 1 form element, 1 address that would be loaded, 2 styles that load or cover',
	);
	expect(list.first.map(({ kind, number, reason }) => `${kind} ${number}: ${reason}`)).toEqual([
		'type 1: no card will show 1 script, 2 styles that load or cover',
		'note 1: no card will show 1 embedded page, 1 address that would be loaded',
		'note 3: no card will show 1 form element',
	]);
});
