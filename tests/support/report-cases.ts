/** A file of every kind that has all in it that a report can tell of, against a device that knows a part of it. */
import type {
	ExistingNote,
	ExistingState,
} from '../../src/lib/deck-import/judge/existing-state.ts';
import { BASIC, cardRow, CLOZE, noteRow, type AnkiSpec } from './build-anki-database.ts';
import { buildAnkiPackage, PIXEL, type Generation } from './build-anki-package.ts';
import { proto } from './build-protobuf.ts';
import { buildZip, bytesOf } from './build-zip.ts';

export interface ReportCase {
	name: string;
	bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

const known = (id: string, more: Partial<ExistingNote> = {}): readonly [string, ExistingNote] => [
	id,
	{
		...{ id: `note/${id}`, text: 'html', kind: 'plain', deckId: 'deck/design' },
		...{ fieldNames: ['Front', 'Back'], tags: [], modified: 1 },
		fields: [`front ${id}`, 'of before'],
		cards: new Map([[0, { id: `note/${id}/0`, studied: false }]]),
		...more,
	},
];

/** What is here before each of them. */
export const HERE: ExistingState = {
	notes: new Map([
		known('updated'),
		known('later', { modified: 4e12 }),
		known('other', { fieldNames: ['Question', 'Answer'] }),
		known('same', { fields: ['front same', 'back same'] }),
		known('deleted', { deleted: true }),
		known('answered', { cards: new Map([[0, { id: 'note/answered/0', studied: true }]]) }),
	]),
	decks: new Map([['Design', 'deck/design']]),
	media: new Map([['clash.png', 'f'.repeat(64)]]),
};

const GUIDS = ['new', 'updated', 'later', 'other', 'same', 'deleted', 'answered'];
const SPEC: Partial<AnkiSpec> = {
	types: [{ ...BASIC, css: '.card { position: fixed; color: red }' }, CLOZE],
	decks: [
		{ id: 1, name: 'Default' },
		{ id: 10, name: 'Design::Caching', preset: 5, description: 'Caches' },
		{ id: 11, name: 'Cramming', filtered: true },
	],
	presets: { 5: { id: 5, name: 'Slow', new: { perDay: 7 } } },
	presetBlobs: [{ id: 5, name: 'Slow', config: proto([9, 7]) }],
	notes: [
		...GUIDS.map((guid, at) => noteRow(at + 1, { guid, flds: `front ${guid}\x1fback ${guid}` })),
		noteRow(11, {
			guid: 'cloze',
			mid: CLOZE.id,
			flds: '{{c1::a}} and {{c2::b}}\x1f<script>x()</script><b onclick="x()">bold</b>',
		}),
		noteRow(12, {
			guid: 'pictures',
			flds: '<img src="a.png"><img src="clash.png"><img src="none.png">[sound:none.mp3]\x1f<img src="https://example.org/far.png">',
		}),
		noteRow(13, { guid: 'alone' }),
		noteRow(14, { guid: 'new' }),
		noteRow(15, { guid: 'typeless', mid: 4711 }),
		noteRow(16, { guid: 'short', flds: 'only one' }),
		noteRow(17, { guid: 'empty', flds: ' \x1f' }),
	],
	cards: [
		...GUIDS.map((_, at) => cardRow(at + 1, at + 1)),
		cardRow(11, 11, { type: 2, queue: 2, due: 330, ivl: 40, factor: 2350, reps: 3 }),
		cardRow(12, 11, { ord: 1, queue: -1 }),
		cardRow(13, 12, { did: 11, odid: 10, odue: 4, due: -99_999 }),
		...[14, 15, 16, 17].map((id) => cardRow(id, id)),
		cardRow(20, 4242),
		cardRow(21, 1, { ord: 7 }),
		cardRow(22, 1),
		cardRow(23, 12, { ord: 0, type: 9 }),
		cardRow(24, 16, { ord: 0, did: 99 }),
	],
	reviews: [
		{ id: 1_761_000_000_000, cid: 11, ease: 1, ivl: -600, type: 0, factor: 0 },
		{ id: 1_761_000_700_000, cid: 11, ease: 3, ivl: 4, lastIvl: -600, type: 0, factor: 2500 },
		{ id: 1_762_000_000_000, cid: 11, ease: 4, ivl: 40, lastIvl: 4, type: 1, factor: 2350 },
		{ id: 1_762_000_000_001, cid: 7, ease: 3, ivl: 4, type: 0 },
		{ id: 1_762_000_000_002, cid: 4242, ease: 3 },
		{ id: 1_762_000_000_003, cid: 11, ease: 7 },
		{ id: 4_000_000_000_000, cid: 11 },
	],
};
const MEDIA = {
	'a.png': PIXEL,
	'clash.png': PIXEL,
	'page.png': bytesOf('<!doctype html><p>'),
	'empty.mp3': new Uint8Array(),
};
const anki = (generation: Generation, name: string): ReportCase => ({
	name,
	bytes: () => buildAnkiPackage(generation, SPEC, MEDIA),
});
const text = (name: string, ...lines: string[]): ReportCase => ({
	name,
	bytes: async () => bytesOf(lines.join('\n')),
});

const JSON_DECK = {
	...{ format: 'onsite-deck', version: 1, origin: 'A test', made: 1_750_000_000_000 },
	noteTypes: [
		{
			...{ key: 't', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back'] },
			templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}<iframe></iframe>' }],
			css: '',
		},
	],
	notes: [
		...[...GUIDS, 'new'].map((guid, at) => ({
			...{ key: `n${at}`, guid, noteType: 't', tags: [], modified: 2e12 },
			fields: [`front ${guid}`, `back ${guid}`],
		})),
		{ ...{ key: 'x', guid: 'short', noteType: 't', fields: ['a'], tags: [], modified: 0 } },
		'no note',
	],
	cards: [...GUIDS, 'new', 'x'].map((_, at) => ({
		...{ key: `c${at}`, note: `n${at}`, ordinal: 0, deck: at === 6 ? 'none' : 'd', position: at },
		...{ suspended: at === 1, buried: 'none', flag: 0 },
	})),
	decks: [{ key: 'd', path: ['Design', 'Queues'], description: '' }],
	presets: [{ key: 'p', name: 'P', options: { newPerDay: 5 } }],
};

const MOCHI = {
	'~:version': 2,
	'~:decks': [
		{
			...{ '~:id': '~:D', '~:name': 'Design' },
			'~:cards': {
				'~#list': [
					{
						...{ '~:id': '~:c1', '~:content': 'Front ![](@media/a.png)\n---\nBack' },
						'~:reviews': [
							{ '~:date': '~t2026-10-01T10:00:00Z', '~:interval': 2, '~:remembered?': true },
						],
					},
					{ '~:id': '~:c2', '~:content': 'A {{blank}} ![](https://example.org/far.png)' },
					{ '~:id': '~:c4', '~:content': 'gone', '~:trashed?': '~t2026-01-01T00:00:00Z' },
					{ '~:id': '~:c5', '~:content': '' },
				],
			},
		},
	],
};

export const REPORT_CASES: ReportCase[] = [
	anki(1, 'first.apkg'),
	anki(2, 'second.apkg'),
	anki(3, 'third.apkg'),
	anki(3, 'whole.colpkg'),
	text(
		'directives.txt',
		...['#separator:Tab', '#html:true', '#notetype column:4', '#deck column:5', '#guid column:3'],
		...['#columns:Front\tBack\tID\tType\tDeck', '#unheard of'],
		...GUIDS.map((guid) => `front ${guid}\tback ${guid}\t${guid}\tBasic\tDesign::Caching`),
		...['front\t<script>x()</script><b>back</b>\tmore\tBasic (and reversed card)\tOther'],
		...['front new\tagain\tnew\tBasic\tOther', '#one cell', '\t\t\t\t', '"open\tx'],
	),
	text(
		'plain.csv',
		...['Question;Answer;Tags', 'What?;"That; this";db', 'What?;"That; this";db', 'Only;'],
		...['"two\nlines";a < b;x y', '{{c1::hidden}};;', ';;'],
	),
	text(
		'own.md',
		...['---', 'deck: Design::Mine', 'id: mine', 'tags: [a]', '---', ''],
		...['### one', 'kind: number', 'answer: 90 %', 'Q: q', 'A: a ![](far.png)', ''],
		...['### two', 'C: {{c1::x}} {{c2::y}}', '', '### three', 'Q: without an answer', ''],
		...['### four', 'color: red', 'Q: q', 'A: a', '', '### one', 'Q: twice', 'A: a', ''],
	),
	text(
		'hashcards.md',
		...['---', 'name = "Mine"', '---', 'stray', 'Q: a', 'A: b', 'C: x [y] z', 'A: late', 'Q: a'],
		...['A: b', 'C: nothing', 'Q: end'],
	),
	text(
		'obsidian.md',
		...['#flashcards/design', '', 'TTL::time to live', '<!--SR:!2026-12-24,51,230-->'],
		...['LRU:::least recently used', '', 'Of two', '?', 'lines', '', 'A ==blank==', ''],
		...['TTL::time to live', '', 'Only text.'],
	),
	text('deck.json', JSON.stringify(JSON_DECK)),
	{
		name: 'deck.mochi',
		bytes: async () =>
			buildZip([
				{ name: 'data.json', data: bytesOf(JSON.stringify(MOCHI)) },
				{ name: 'a.png', data: PIXEL },
				{ name: 'b.html', data: bytesOf('<script>') },
			]),
	},
];
