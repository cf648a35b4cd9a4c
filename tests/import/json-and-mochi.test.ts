/** Our JSON and Mochi's archives: checked record by record, and no way to anything's prototype. */
import { describe, expect, it, test } from 'vitest';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { readEdn } from '../../src/lib/deck-import/mochi/read-edn.ts';
import { readMochi } from '../../src/lib/deck-import/mochi/read-mochi.ts';
import { readTransit } from '../../src/lib/deck-import/mochi/read-transit.ts';
import { readJson } from '../../src/lib/deck-import/safe-json.ts';
import { dayOfDate } from '../../src/lib/scheduler/study-day.ts';
import { PIXEL } from '../support/build-anki-package.ts';
import { buildZip, bytesOf } from '../support/build-zip.ts';
import { importEnvironment } from '../support/import-environment.ts';

const reasons = (list: { first: readonly { kind: string; number: number; reason: string }[] }) =>
	list.first.map(({ kind, number, reason }) => `${kind} ${number}: ${reason}`);

function kindOf(read: () => unknown): string {
	try {
		read();
	} catch (error) {
		if (error instanceof ImportError) return error.kind;
		throw error;
	}
	return 'none';
}

describe('JSON', () => {
	const type = {
		...{ key: 't', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back'], css: '' },
		templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
	};
	const note = { key: 'n', guid: 'g', noteType: 't', fields: ['a', 'b'], tags: [], modified: 0 };
	const card = {
		...{ key: 'c', note: 'n', ordinal: 0, deck: 'd', position: 0, suspended: false },
		...{ buried: 'none', flag: 0 },
	};
	const deck = { key: 'd', path: ['D'], description: '' };
	const file = (more: object = {}) =>
		JSON.stringify({
			...{ format: 'onsite-deck', version: 1, noteTypes: [type], notes: [note] },
			...{ cards: [card], decks: [deck], ...more },
		});

	it('keeps what fits and says what does not, with its number', () => {
		const read = readJsonDeck(
			file({
				notes: [note, { ...note, key: 'x' }, { ...note, key: 'y', guid: 'h', fields: ['a'] }, 7],
				cards: [
					...[card, card, { ...card, key: 'z', deck: 'none' }],
					{ ...card, key: 'w', schedule: { phase: 'review', memory: { stability: '1' } } },
				],
				presets: [{ key: 'p', name: 'P', options: { newPerDay: 5, newMix: 'x', constructor: 1 } }],
			}),
		);
		expect([read.notes, read.cards]).toEqual([[note], [card]]);
		expect(read.presets).toEqual([{ key: 'p', name: 'P', options: { newPerDay: 5 } }]);
		expect(reasons(read.skipped)).toEqual([
			...['note 4: "" is not as it must be', 'note 2: its guid stands twice'],
			...['note 3: it has not the fields of its type', 'card 2: its key stands twice'],
			...['card 4: "schedule.due" is not as it must be', 'card 3: its deck is missing'],
		]);
	});

	test.each<[string, string, string]>([
		['no JSON', 'damaged', '{"format":'],
		['other JSON', 'not-this-format', '[1, 2]'],
		['a newer version', 'too-new', file({ version: 2 })],
		['endless depth', 'damaged', '['.repeat(100_000)],
		[
			'depth within',
			'damaged',
			file({ notes: JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) as object }),
		],
	])('refuses %s', (_, kind, text) => {
		expect(kindOf(() => readJsonDeck(text))).toBe(kind);
	});

	it('reaches no prototype, takes no infinite number and mends lone surrogates', () => {
		const evil = file()
			.replace('"key":"n"', '"key":"n","__proto__":{"polluted":true}')
			.replace('"modified":0', '"modified":1e999');
		expect(reasons(readJsonDeck(evil).skipped)).toContain('card 1: its note is missing');
		const bad = file({ notes: [{ ...note, fields: ['\ud800', 'b'] }] });
		expect(readJsonDeck(bad).notes[0]?.fields).toEqual(['\ufffd', 'b']);
		expect(readJson('{"__proto__":{"x":1},"a":[true,null,"]}"]}', 'It')).toEqual(
			new Map<string, unknown>([
				['__proto__', new Map([['x', 1]])],
				['a', [true, null, ']}']],
			]),
		);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

describe('EDN and Transit', () => {
	const value = new Map<string, unknown>([
		['version', 2],
		['list', [1.5, 'a "b"\n', true, null, 'set']],
		['deep', new Map([['key', 'word']])],
	]);
	it('give the same value', () => {
		const edn =
			'{:version 2, :list [1.5 "a \\"b\\"\\n" true nil #_ignored "set"] ; note\n :deep {:key :word}}';
		expect(readEdn(edn)).toEqual(value);
		const verbose =
			'{"~:version":2,"~:list":{"~#list":[1.5,"a \\"b\\"\\n",true,null,"set"]},"~:deep":{"~:key":"~:word"}}';
		expect(readTransit(readJson(verbose, 'It'))).toEqual(value);
		const short =
			'["^ ","~:version",2,"~:list",["~#list",[1.5,"a \\"b\\"\\n",true,null,"set"]],"~:deep",["^ ","~:key","~:word"]]';
		expect(readTransit(readJson(short, 'It'))).toEqual(value);
		expect(readTransit(readJson('[["^ ","~:name","a"],["^ ","^0","b"]]', 'It'))).toEqual([
			new Map([['name', 'a']]),
			new Map([['name', 'b']]),
		]);
		expect(readEdn('#{1 2} ')).toEqual([1, 2]);
		expect(readEdn('#inst "2026-01-01"')).toBe('2026-01-01');
	});

	test.each(['{', '"open', '[1 2', ')', '', '1 2', '('.repeat(1000)])('%j is damaged', (text) => {
		expect(kindOf(() => readEdn(text))).toBe('damaged');
	});
});

describe('Mochi', () => {
	const json = {
		'~:version': 2,
		'~:templates': {
			'~#list': [
				{
					...{ '~:id': '~:T', '~:content': '# << Name >>\n---\n<< Text >>' },
					'~:fields': {
						'~:name': { '~:id': '~:name', '~:name': 'Name' },
						'~:f2': { '~:id': '~:f2', '~:name': 'Text' },
					},
				},
			],
		},
		'~:decks': [
			{ '~:id': '~:D1', '~:name': 'Design', '~:parent-id': '~:D2', '~:cards': [] },
			{
				...{ '~:id': '~:D2', '~:name': 'Caching', '~:parent-id': '~:D1' },
				'~:cards': {
					'~#list': [
						{
							...{ '~:id': '~:c1', '~:content': 'Front ![](@media/a.png)\n---\nBack\n---\nMore' },
							'~:tags': { '~#set': ['one'] },
							'~:reviews': [
								{ '~:date': '~t2026-10-01T10:00:00Z', '~:interval': 2, '~:remembered?': true },
								{
									'~:date': { '~#dt': 1_791_072_000_000 },
									'~:interval': 4,
									'~:due': '~t2026-10-08T10:00:00Z',
									'~:remembered?': false,
								},
							],
						},
						{ '~:id': '~:c2', '~:content': 'A {{blank}} and {{2::two}}' },
						{
							'~:id': '~:c3',
							'~:template-id': '~:T',
							'~:fields': { '~:name': { '~:value': 'LRU' }, '~:f2': { '~:value': 'least' } },
						},
						{ '~:id': '~:c4', '~:content': 'gone', '~:trashed?': '~t2026-01-01T00:00:00Z' },
						{ '~:id': '~:c5', '~:content': '' },
					],
				},
			},
		],
	};
	const archive = (name: string, text: string) =>
		buildZip([
			...[
				{ name, data: bytesOf(text) },
				{ name: 'a.png', data: PIXEL },
			],
			{ name: 'b.html', data: bytesOf('<script>') },
		]);

	it('keeps cards, sides, deletions, templates, reviews and attachments', async () => {
		const environment = importEnvironment();
		const read = await readMochi(archive('data.json', JSON.stringify(json)), environment);
		expect(read.notes.map(({ guid, fields }) => [guid, fields])).toEqual([
			['mochi:c1', ['Front ![](@media/a.png)', 'Back\n\nMore']],
			['mochi:c2', ['A {{c1::blank}} and {{c2::two}}', '']],
			['mochi:c3', ['# LRU', 'least']],
		]);
		expect(read.decks[0]?.path).toEqual(['Design', 'Caching']);
		expect(read.cards).toHaveLength(4);
		expect(read.cards[0]?.schedule).toMatchObject({
			due: dayOfDate('2026-10-08'),
			interval: 4,
			lapses: 1,
			reps: 2,
		});
		expect(
			read.reviews.map(({ grade, kind, next, before }) => [grade, kind, next, before]),
		).toEqual([
			...[
				[3, 'learn', 2, 0],
				[1, 'review', 4, 2],
			],
		]);
		expect(read.media).toMatchObject([{ name: '@media/a.png', type: 'image/png' }]);
		expect(reasons(read.skipped)).toEqual([
			...['card 4: it is in the trash', 'note 5: its first field is empty'],
			'media 2: its content is no picture, sound or film',
		]);
	});

	it('reads EDN too, and refuses what is neither', async () => {
		const edn =
			'{:version 2 :decks [{:id :D :name "Deck" :cards ({:id :c :content "a\\n---\\nb"})}]}';
		expect((await readMochi(archive('data.edn', edn), importEnvironment())).notes).toHaveLength(1);
		await expect(readMochi(archive('data.txt', edn), importEnvironment())).rejects.toMatchObject({
			kind: 'no-collection',
		});
		await expect(readMochi(archive('data.edn', '{:a'), importEnvironment())).rejects.toMatchObject({
			kind: 'damaged',
		});
	});
});
