import { describe, expect, test } from 'vitest';
import { buildAnkiPackage } from '../../../tests/support/build-anki-package.ts';
import { cardRow, noteRow } from '../../../tests/support/build-anki-database.ts';
import { buildZip, bytesOf } from '../../../tests/support/build-zip.ts';
import { importEnvironment } from '../../../tests/support/import-environment.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { readDeckFile } from './read-deck-file.ts';

async function told(name: string, bytes: Uint8Array, limits = LIMITS): Promise<string> {
	try {
		const file = await readDeckFile(name, bytes, importEnvironment({ limits }));
		return file.kind === 'table' ? `table ${file.mapping.deck}` : file.collection.format;
	} catch (error) {
		if (error instanceof ImportError) return error.what;
		throw error;
	}
}
const package_ = () => buildAnkiPackage(2, { notes: [noteRow(1)], cards: [cardRow(1, 1)] });

describe('a file is what its content says', () => {
	test.each<[string, string, string]>([
		['deck.md', 'Q: a\nA: b', 'markdown'],
		['deck.txt', 'Q: a\nA: b', 'markdown'],
		['deck.csv', 'Q: a,b\nc,d', 'table deck'],
		['no ending', 'a\tb', 'table no ending'],
		['my.deck.TSV', 'a\tb', 'table my.deck'],
		['deck.csv', '', 'The file is empty.'],
		['deck.apkg', '<!DOCTYPE html><p>', 'The file is a web page, as a failed download gives.'],
		[
			'deck.apkg',
			'SQLite format 3\0',
			'The file is a bare database: export the deck as a package.',
		],
		['deck.md', '%PDF-1.7', 'The file is a PDF.'],
		[
			'deck.json',
			'{}',
			'The file is JSON, but no deck: "format" must be "onsite-deck", and "noteTypes", "notes", "cards" and "decks" must be lists.',
		],
		['deck', '{', 'The file is not valid JSON.'],
		[
			'deck.md',
			'Only words.',
			'The text holds no card: a card begins with "Q:" or "C:", or has "::" between its sides.',
		],
	])('%s with %j', async (name, text, expected) => {
		expect(await told(name, bytesOf(text))).toBe(expected);
	});

	test('archives are Anki or Mochi, whatever they are called', async () => {
		expect(await told('deck.csv', await package_())).toBe('anki');
		const mochi = '{"~:decks":[{"~:name":"D","~:cards":[{"~:content":"a"}]}]}';
		expect(await told('x', buildZip([{ name: 'data.json', data: bytesOf(mochi) }]))).toBe('mochi');
		expect(await told('x.apkg', buildZip([{ name: 'photo.png', data: bytesOf('x') }]))).toBe(
			'The package holds no collection of cards.',
		);
	});

	test('text beyond the limit is refused before it is decoded', async () => {
		const limits = { ...LIMITS, text: 10 };
		expect(await told('a.csv', bytesOf('x,y\n'.repeat(9)), limits)).toBe(
			'The file has 36 bytes; text up to 10 bytes is taken.',
		);
	});
});
