/** CSV and its kin: directives of Anki, files without any, every encoding, nothing dropped in silence. */
import { describe, expect, it, test } from 'vitest';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';
import { readDeckFile } from '../../src/lib/deck-import/read-deck-file.ts';
import { decodeText } from '../../src/lib/deck-import/text/decode-text.ts';
import { readTable, suggestMapping } from '../../src/lib/deck-import/text/read-table.ts';
import { tableCollection } from '../../src/lib/deck-import/text/table-collection.ts';
import { bytesOf } from '../support/build-zip.ts';
import { importEnvironment } from '../support/import-environment.ts';

function read(text: string) {
	const table = readTable(text);
	const mapping = suggestMapping(table, 'My file');
	return { table, mapping, ...tableCollection(table, mapping) };
}
const rows = (text: string) => readTable(text).rows.map(({ cells }) => cells);
const reasons = ({ first }: { first: readonly { number: number; reason: string }[] }) =>
	first.map(({ number, reason }) => `${number}: ${reason}`);

describe('decodeText', () => {
	const utf16 = (text: string, big: boolean) =>
		Uint8Array.from(
			[...text].flatMap((char) => {
				const code = char.charCodeAt(0);
				return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
			}),
		);
	test.each<[string, Uint8Array, string]>([
		['UTF-8', bytesOf('größer → 1'), 'UTF-8'],
		['UTF-8 with its mark', bytesOf('\uFEFFgrößer → 1'), 'UTF-8'],
		['UTF-16 with its mark', utf16('\uFEFFgrößer → 1', false), 'UTF-16'],
		['UTF-16 the other way', utf16('\uFEFFgrößer → 1', true), 'UTF-16'],
	])('reads %s', (_, bytes, encoding) => {
		expect(decodeText(bytes)).toEqual({ text: 'größer → 1', encoding, zeros: 0 });
	});

	it('reads UTF-16 without a mark, and Windows-1252 for what is neither', () => {
		expect(decodeText(utf16('front;back', false))).toMatchObject({
			text: 'front;back',
			encoding: 'UTF-16',
		});
		expect(decodeText(Uint8Array.of(0x67, 0xfc, 0x6e))).toMatchObject({
			text: 'gün',
			encoding: 'Windows-1252',
		});
	});

	it('takes single zeros out and refuses what is no text', () => {
		expect(decodeText(bytesOf('a\0b'))).toMatchObject({ text: 'ab', zeros: 1 });
		const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at % 3 === 0 ? 0 : 65));
		expect(() => decodeText(noise)).toThrow('The file is not text.');
	});
});

describe('directives', () => {
	test.each<[string, string, string[][]]>([
		['#separator:Tab\na\tb,c', 'Tab', [['a', 'b,c']]],
		['#separator:Semicolon\na;b,c', 'Semicolon', [['a', 'b,c']]],
		['#separator:;\na;b', ';', [['a', 'b']]],
		['#separator:Pipe,,,,\na|b', 'filled up', [['a', 'b']]],
		['#separator:unheard\na b', 'unknown: a space', [['a', 'b']]],
		[
			'#separator:Comma\n"a\nb","c ""d"""\ne,f',
			'quotes',
			[
				['a\nb', 'c "d"'],
				['e', 'f'],
			],
		],
		[
			'\uFEFF#separator:Comma\r\na,b\r\nc,d\r\n'.slice(1),
			'CRLF',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
	])('%j: %s', (text, _, expected) => {
		expect(rows(text)).toEqual(expected);
	});

	it('say deck, type, tags, columns and where things stand', () => {
		const { notes, cards, decks, noteTypes, skipped } = read(
			[
				...['#separator:Tab', '#html:true', '#deck:Design::Caching', '#notetype column:4'],
				...['#tags column:3', '#guid column:5', '#columns:Q\tA\tTags\tType\tID', '#my words'],
				'one\t<b>1</b>\thard  new\tBasic (and reversed card)\tg1',
				'two\t2\t\tBasic\tg2',
			].join('\n'),
		);
		expect(notes.map(({ guid, fields, tags }) => [guid, fields, tags])).toEqual([
			['g1', ['one', '<b>1</b>'], ['hard', 'new']],
			['g2', ['two', '2'], []],
		]);
		expect(cards.map(({ note, ordinal }) => `${note}/${ordinal}`)).toEqual([
			'g1/0',
			'g1/1',
			'g2/0',
		]);
		expect(decks).toEqual([
			{ key: 'Design::Caching', path: ['Design', 'Caching'], description: '' },
		]);
		expect(noteTypes.map(({ name, fields }) => [name, fields])).toEqual([
			['Basic (and reversed card)', ['Front', 'Back']],
			['Basic', ['Front', 'Back']],
		]);
		expect(reasons(skipped)).toEqual(['8: it begins with # and is no directive that is known']);
	});

	it('of old files say tags for all rows', () => {
		expect(read('tags:a b\nx\ty').notes[0]).toMatchObject({ tags: ['a', 'b'], fields: ['x', 'y'] });
	});
});

describe('lines that begin with #', () => {
	it('are rows where they have the cells of one', () => {
		const text =
			'#separator:Tab\n#html:false\na\tb\n#include <x>\tmakes x known\n# heading\n"# title"\ty';
		const { notes, skipped } = read(text);
		expect(notes.map(({ fields }) => fields[0])).toEqual(['a', '#include &lt;x&gt;', '# title']);
		expect(reasons(skipped)).toEqual(['5: it begins with # and has one cell: a comment']);
	});

	it('are rows from the first line on where there is no directive', () => {
		expect(rows('#include\tx\n#define\ty')).toEqual([
			['#include', 'x'],
			['#define', 'y'],
		]);
	});
});

describe('a table without directives', () => {
	test.each<[string, string[]]>([
		['a,b\nc,d', ['a', 'b']],
		['a;b, or c\nd;e', ['a', 'b, or c']],
		['a\tb;c\td', ['a', 'b;c', 'd']],
		['a|b\nc|d', ['a', 'b']],
		['only one column\nof text', ['only one column']],
		['a,b\rc,d', ['a', 'b']],
		['a,"b\nc"\r\nd,e\nf,g\r', ['a', 'b\nc']],
	])('%j falls into cells', (text, first) => {
		expect(rows(text)[0]).toEqual(first);
	});

	it('may name its columns in its first row', () => {
		const { mapping, notes, decks } = read('Question,Answer,Tags,Deck\nWhat?,That,"a, b",X::Y');
		expect(mapping).toMatchObject({
			fields: [
				{ name: 'Question', column: 0 },
				{ name: 'Answer', column: 1 },
			],
			...{ tagsColumn: 2, deckColumn: 3, noteType: 'Basic', html: false },
		});
		expect(notes).toHaveLength(1);
		expect(notes[0]).toMatchObject({ fields: ['What?', 'That'], tags: ['a', 'b'] });
		expect(decks[0]?.path).toEqual(['X', 'Y']);
	});

	it('keeps what looks like code as text, and HTML as HTML', () => {
		expect(read('List<int> a;\tx && y < z').notes[0]?.fields).toEqual([
			'List<int> a;',
			'x && y < z',
		]);
		expect(read('a < b\tc\nd').notes[0]?.fields).toEqual(['a &lt; b', 'c']);
		expect(read('x<br,/>\ty\n').mapping.html).toBe(false);
		expect(read('x<br/>\ty\n').mapping.html).toBe(true);
		expect(read('"a\nb",c').notes[0]?.fields).toEqual(['a<br>b', 'c']);
	});

	it('finds clozes, missing cells, equal rows and empty ones', () => {
		const { noteTypes, cards, skipped } = read(
			'{{c1::a}} {{c2::b}}\n{{c1::a}} {{c2::b}}\n\n \nno blank',
		);
		expect(noteTypes).toMatchObject([{ name: 'Cloze', kind: 'cloze' }]);
		expect(cards).toHaveLength(2);
		expect(reasons(skipped)).toEqual([
			'2: it is the same as line 1',
			'5: it hides nothing, as a cloze must',
		]);
		expect(read('a,b,c\nd').notes.map(({ fields }) => fields)).toEqual([
			['a', 'b', 'c'],
			['d', '', ''],
		]);
	});

	it('takes each row for what it is where blanks and questions are mixed', () => {
		const { cards, notes, noteTypes, skipped } = read('q1\ta1\nq2\ta2\n{{c1::x}} and {{c2::y}}\t');
		const kinds = new Map(noteTypes.map(({ key, kind }) => [key, kind]));
		expect(notes.map(({ noteType }) => kinds.get(noteType))).toEqual(['plain', 'plain', 'cloze']);
		expect(cards).toHaveLength(4);
		expect(skipped.total).toBe(0);
		const most = read('{{c1::x}}\tmore\n{{c1::y}}\tmore\nq\ta');
		expect(most.notes).toHaveLength(3);
		expect(most.skipped.total).toBe(0);
	});

	it('knows the types that Anki names apart, and says of others that their templates are missing', () => {
		const { noteTypes, cards, repaired } = read(
			[
				...['#separator:tab', '#notetype column:1', 'Cloze+\t{{c1::a}}\tb\t\t'],
				...['Basic (and reversed card)-1a2b3\tfront\tback\t\t', 'Vocabulary\tw\tm\tp\ts'],
				...['Gaps\t{{c1::w}}\tm\tp\ts'],
			].join('\n'),
		);
		expect(noteTypes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
			...['Cloze cloze', 'Basic (and reversed card) plain', 'Vocabulary plain', 'Gaps cloze'],
		]);
		expect(cards).toHaveLength(5);
		expect(reasons(repaired)).toEqual([
			'5: a table holds no templates, so a new note of “Vocabulary” asks the first field and answers with the others',
			'6: a table holds no templates, so a new note of “Gaps” asks the first field and answers with the others',
		]);
	});

	it('gives each note the same guid on every reading', () => {
		const guids = (text: string) => read(text).notes.map(({ guid }) => guid);
		expect(guids('a,b\nc,d')).toEqual(guids('a,b\nc,d'));
		expect(guids('a,b\nc,d')[0]).toBe(guids('a,changed\nc,d')[0]);
	});
});

describe('hostile tables', () => {
	it('end in words or in rows, soon', () => {
		expect(() => readTable('\n \n')).toThrow(ImportError);
		const unclosed = readTable(`a,b\n"${'x,'.repeat(200_000)}`);
		expect(reasons(unclosed.skipped.list())).toEqual(['2: a quote in it is not closed']);
		expect(reasons(readTable(`a,${'x'.repeat(300_000)}\nb,c`).skipped.list())).toEqual([
			'1: a cell is too long',
		]);
		const many = readTable('a,b\n'.repeat(500), { ...LIMITS, notes: 100 });
		expect([many.rows.length, many.skipped.list().total]).toEqual([100, 1]);
		expect(read('__proto__,constructor\nx,y').notes).toHaveLength(2);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

describe('a table of ours that a spreadsheet has saved', () => {
	const ours = [
		...['#separator:Comma', '#html:true', '#guid column:1', '#made by:Onsite', 'g1,"a', 'b",c', ''],
	].join('\n');

	it('has its line ends, which are no text', () => {
		expect(rows(ours)).toEqual([['g1', 'a\nb', 'c']]);
		expect(rows(ours.replaceAll('\n', '\r\n'))).toEqual([['g1', 'a\nb', 'c']]);
	});

	it('has its separator, with which it fills the directives up', () => {
		const lines = ['#separator:Comma;;', '#html:true;;', '#guid column:1;;', 'g1;a,b;c', ''];
		expect(rows(lines.join('\r\n'))).toEqual([['g1', 'a,b', 'c']]);
	});
});

describe('a text that does not say what it is', () => {
	const kindOf = async (text: string, name = 'Pasted text') => {
		const file = await readDeckFile(name, bytesOf(text), importEnvironment());
		return file.kind === 'table'
			? `table of ${file.table.columns}`
			: file.collection.notes.map(({ fields }) => fields.join(' | ')).join('; ');
	};
	test.each([
		[
			'CAP::two of three, at most\nPACELC::else latency',
			'CAP | two of three, at most; PACELC | else latency',
		],
		['What is a quorum\n?\nmore than half', 'What is a quorum | more than half'],
		['#flashcards/db\n\nACID::four', 'ACID | four'],
		['Q: a\nA: b', 'a | b'],
		['a,b,db::sql\nc,d,db::kv', 'table of 3'],
		['front\tback\nstd::vector\ta list', 'table of 2'],
	])('is told by its lines: %j', async (text, kind) => {
		expect(await kindOf(text)).toBe(kind);
	});

	it('is a table where it begins with a directive, whatever stands in its cells', async () => {
		expect(await kindOf('#separator:tab\n#html:true\n"a\nQ: b"\tc', 'Deck.txt')).toBe('table of 2');
	});
});
