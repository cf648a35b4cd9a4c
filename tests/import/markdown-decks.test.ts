/** Decks in Markdown: ours, those of hashcards, those of Obsidian. */
import { describe, expect, it, test } from 'vitest';
import { markdownStyle, readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { numberDeletions } from '../../src/lib/deck-import/markdown/read-hashcards.ts';
import { dayOfDate } from '../../src/lib/scheduler/study-day.ts';

const reasons = (list: { first: readonly { number: number; reason: string }[] }) =>
	list.first.map(({ number, reason }) => `${number}: ${reason}`);
const fields = (text: string) => readMarkdown(text, 'File').notes.map((note) => note.fields);

describe('our own decks', () => {
	const deck = [
		...['---', 'deck: Design::Caching', 'id: mine', 'tags: [cache, web]', '---', ''],
		...['### hit-rate', 'kind: number', 'level: advanced', 'answer: 90 % | 0.9', 'tags: [math]'],
		...['Q: What is it?', '', '```bash', '### not a card', 'A: neither', '```', '\\A: nor this'],
		...['A: **90 %**', '', '---', '', '\\Q: is text here'],
		...['', '### ttl', 'C: A ==TTL== ends it.', '', '### numbered', 'C: {{c1::one}} {{c2::two}}'],
		...['', '### plain', 'Q: q', 'A: a', ''],
	].join('\n');

	it('keep texts, keys, tags and stable names', () => {
		const { notes, decks, cards, skipped, repaired } = readMarkdown(deck, 'File');
		expect([skipped.first, repaired.first]).toEqual([[], []]);
		expect(decks).toEqual([
			{ key: 'Design::Caching', path: ['Design', 'Caching'], description: '' },
		]);
		expect(notes.map(({ guid, tags, own }) => [guid, tags.length, own?.kind])).toEqual([
			...[
				['mine/hit-rate', 3, 'number'],
				['mine/ttl', 2, 'cloze'],
			],
			...[
				['mine/numbered', 2, undefined],
				['mine/plain', 2, undefined],
			],
		]);
		expect(notes[0]).toMatchObject({
			fields: [
				'What is it?\n\n```bash\n### not a card\nA: neither\n```\nA: nor this',
				'**90 %**\n\n---\n\nQ: is text here',
			],
			own: { kind: 'number', level: 'advanced', also: [], answers: ['90 %', '0.9'] },
		});
		expect(cards.map(({ key }) => key)).toEqual([
			...['mine/hit-rate/0', 'mine/ttl/0', 'mine/numbered/0', 'mine/numbered/1', 'mine/plain/0'],
		]);
	});

	it('say what is wrong by its line', () => {
		const wrong =
			'### a\nQ: q\n\n### b\nA: a\n\n### c\nkind: song\nQ: q\nA: a\n\n### d\ncolor: red\nwhat\nQ: q\nA: a\n### d\nQ: r\nA: s';
		const { skipped, repaired } = readMarkdown(wrong, 'File');
		expect(reasons(skipped)).toEqual([
			...['1: it has no "A:"', '4: it has neither "Q:" nor "C:"'],
			'7: its kind "song" is not one of recall, cloze, choose, contrast, number, diagram, failure, say',
			'17: line 12 has its name already',
		]);
		expect(reasons(repaired)).toEqual(['12: the key "color" is not known and was passed over']);
	});
});

describe('hashcards', () => {
	test.each<[string, string[][]]>([
		['Q: a\nA: b', [['a', 'b']]],
		['Q: a\nmore\n\nand\nA: b\n\nc', [['a\nmore\n\nand', 'b\n\nc']]],
		[
			'Q: a\nA: b\nQ: c\nA: d',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
		[
			'Q: a\nA: b\n---\nC: x [y] z',
			[
				['a', 'b'],
				['x {{c1::y}} z', ''],
			],
		],
		[
			'C: [a] and [b]\nQ: c\nA: d',
			[
				['{{c1::a}} and {{c2::b}}', ''],
				['c', 'd'],
			],
		],
		['---\nname = "Deck"\n---\n\nQ: a\nA: ```\nQ: code\n```', [['a', '```\nQ: code\n```']]],
	])('%j', (text, expected) => {
		expect(fields(text)).toEqual(expected);
	});

	it('keep brackets, images and links that hide nothing', () => {
		expect(numberDeletions('\\[a\\] ![b](c.png) [d](e) `x[0]` [f]')).toBe(
			'[a] ![b](c.png) [d](e) `x[0]` {{c1::f}}',
		);
	});

	it('say what is wrong by its line', () => {
		const { skipped, decks } = readMarkdown(
			'---\nname = "Mine"\n---\nstray\nQ: a\nC: [x]\nA: late\nQ: b\nA: c\nA: twice\nC: nothing\nQ: b\nA: c\nQ: end',
			'File',
		);
		expect(decks[0]?.path).toEqual(['Mine']);
		expect(reasons(skipped)).toEqual([
			...['4: it stands outside of any card', '5: it has no "A:"', '7: it has no "Q:" of its own'],
			...['10: it has no "Q:" of its own', '11: it hides nothing, as a cloze must'],
			...['12: it is the same as line 8', '14: it has no "A:"'],
		]);
	});
});

describe('Obsidian', () => {
	it('gives cards of one line, of several, both ways and with words hidden', () => {
		const text = [
			...[
				'---',
				'tags: x',
				'---',
				'#flashcards/design/cache',
				'',
				'TTL::time to live',
				'- LRU:::least recently used',
			],
			...[
				'',
				'Question',
				'of two lines',
				'?',
				'Answer',
				'',
				'Both',
				'??',
				'ways',
				'',
				'A ==blank== and ==two==',
			],
			...['', 'std::vector in `a::b` only::yes', '', '```', 'not::a card', '```', '', 'Just text.'],
		].join('\n');
		const { notes, cards, decks } = readMarkdown(text, 'File');
		expect(notes.map((note) => note.fields)).toEqual([
			...[
				['TTL', 'time to live'],
				['LRU', 'least recently used'],
			],
			...[
				['Question\nof two lines', 'Answer'],
				['Both', 'ways'],
			],
			['A {{c1::blank}} and {{c2::two}}', ''],
			['std', 'vector in `a::b` only::yes'],
		]);
		expect(cards).toHaveLength(9);
		expect(decks).toEqual([{ key: 'design::cache', path: ['design', 'cache'], description: '' }]);
	});

	it('keeps its dates', () => {
		const { cards } = readMarkdown('a:::b\n<!--SR:!2026-12-24,51,230!2026-02-31,4,270-->', 'File');
		expect(
			cards.map(({ schedule }) => schedule && [schedule.due, schedule.interval, schedule.ease]),
		).toEqual([[dayOfDate('2026-12-24'), 51, 2.3], undefined]);
	});
});

it('styles are told apart by their marks', () => {
	expect(markdownStyle('### a\nQ: b\nA: c')).toBe('own');
	expect(markdownStyle('Q: b\nA: c')).toBe('hashcards');
	expect(markdownStyle('# Title\n\na::b')).toBe('obsidian');
	expect(() => readMarkdown('Only text.', 'File')).toThrow('The text holds no card');
	for (const text of ['a::'.repeat(50_000), '[`'.repeat(50_000), '=='.repeat(50_000)]) {
		expect(() => readMarkdown(`C: ${text}\nx`, 'File').notes.length).not.toThrow();
	}
});

describe('cards under headings', () => {
	test.each([
		['a heading in an answer', 'Q: a\nA:\n### Step 1\ndo\n\nQ: b\nA: c', 2],
		['a comment in code', 'Q: a\nA: ```sh\n### note\n```\n\nQ: b\nA: c', 2],
		['a heading between cards', 'Q: a\nA: b\n\n### Part two\n\nQ: c\nA: d', 2],
		['one heading above several', '### Part one\n\nQ: a\nA: b\n\nQ: c\nA: d', 2],
	])('of hashcards are all read: %s', (_, text, count) => {
		expect(markdownStyle(text)).toBe('hashcards');
		expect(readMarkdown(text, 'File').notes).toHaveLength(count);
	});

	it('of ours say where one begins without a heading', () => {
		const text = '---\ndeck: D\n---\nQ: early\nA: x\n\n### a\nQ: q\nA: a\n\nQ: second\nA: b';
		const { notes, skipped, repaired } = readMarkdown(text, 'File');
		expect(notes.map((note) => note.fields)).toEqual([['q', 'a\n\nQ: second\nA: b']]);
		expect(reasons(skipped)).toEqual(
			[4, 5].map((line) => `${line}: it stands before the first "### ", with which a card begins`),
		);
		expect(reasons(repaired)).toEqual([
			'7: line 11 begins like a card and was taken for text: a card of its own begins with "### " and a name; before text stands a "\\"',
		]);
	});

	it('take lists of the head, below their key or beside it', () => {
		const text =
			'+++\ndeck = "D"\ntags:\n  - two words\n  - x\n+++\n\n### a\ntags: ["a, b", c]\nQ: q\nA: a';
		const { notes, decks } = readMarkdown(text, 'File');
		expect(decks[0]?.path).toEqual(['D']);
		expect(notes[0]?.tags).toEqual(['two words', 'x', 'a, b', 'c']);
	});
});
