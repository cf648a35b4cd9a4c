/** Tells by its content what a file is, whatever it is called, and reads it; the door for workers and tests. */
import { Uint8ArrayReader, type Reader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { readAnkiPackage } from './anki/read-anki-package.ts';
import { openArchive } from './archive/open-archive.ts';
import { ImportError } from './import-error.ts';
import type { ImportEnvironment } from './import-environment.ts';
import type { ImportedCollection } from './imported.ts';
import { readJsonDeck } from './json/read-json-deck.ts';
import { inWords, type Limits } from './limits.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readMochi } from './mochi/read-mochi.ts';
import { decodeText, type Encoding } from './text/decode-text.ts';
import { readDirectives } from './text/table-directives.ts';
import {
	readTable,
	suggestMapping,
	type TableMapping,
	type TableReading,
	type TextTable,
} from './text/read-table.ts';

/** A table waits for the person to say what its columns are; `tableCollection` then makes notes of it. */
export type DeckFile =
	| { kind: 'collection'; collection: ImportedCollection }
	| {
			kind: 'table';
			table: TextTable;
			mapping: TableMapping;
			encoding: Encoding;
	  };

/** What a person says of a text, in place of what it seems to be; for archives nothing of it counts. */
export interface TextReading extends TableReading {
	encoding?: Encoding;
	/** It is a table, whatever else it looks like. */
	table?: true;
}

/**
 * Reads a file that someone brings.
 * @param name with its ending, which decides only between kinds of text
 * @param source its bytes, or a reader of zip.js (for a file of the browser, of which it reads parts)
 * @throws ImportError with what is wrong and what would be accepted
 */
export async function readDeckFile(
	name: string,
	source: Uint8Array | Reader<unknown>,
	environment: ImportEnvironment,
	said: TextReading = {},
): Promise<DeckFile> {
	const reader = source instanceof Uint8Array ? new Uint8ArrayReader(source) : source;
	await reader.init?.();
	const { size } = reader;
	if (size === 0) throw new ImportError('damaged', 'The file is empty.');
	const head = await reader.readUint8Array(0, Math.min(size, 512));
	if (head[0] === 0x50 && head[1] === 0x4b) {
		return { kind: 'collection', collection: await readArchive(reader, environment) };
	}
	refuseOther(head);
	const { limits } = environment;
	if (size > limits.text) {
		const most = inWords(limits.text);
		throw new ImportError(
			'too-large',
			`The file has ${inWords(size)}; text up to ${most} is taken.`,
		);
	}
	return readText(name, await reader.readUint8Array(0, size), environment, said);
}

async function readArchive(
	reader: Reader<unknown>,
	environment: ImportEnvironment,
): Promise<ImportedCollection> {
	const archive = await openArchive(reader, environment.limits);
	const isMochi = archive.has('data.json') || archive.has('data.edn');
	await archive.close();
	return isMochi ? readMochi(reader, environment) : readAnkiPackage(reader, environment);
}

/** Files that people pick by mistake, told by name. */
function refuseOther(head: Uint8Array): void {
	const text = String.fromCharCode(...head);
	const kinds: [RegExp, string][] = [
		[/^SQLite format 3\0/, 'a bare database: export the deck as a package'],
		[/^%PDF/, 'a PDF'],
		[/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'a picture'],
		[/^7z\xbc\xaf|^Rar!|^\x1f\x8b/, 'an archive of another kind than zip'],
		[/^\s*(?:<!doctype html|<html)/i, 'a web page, as a failed download gives'],
	];
	const kind = kinds.find(([pattern]) => pattern.test(text))?.[1];
	if (kind) throw new ImportError('not-this-format', `The file is ${kind}.`);
}

function readText(
	name: string,
	bytes: Uint8Array,
	{ limits }: ImportEnvironment,
	said: TextReading,
): DeckFile {
	const { text, encoding } = decodeText(bytes, said.encoding);
	const dot = name.lastIndexOf('.');
	const [stem, ending] =
		dot > 0 ? [name.slice(0, dot), name.slice(dot + 1).toLowerCase()] : [name, ''];
	if (said.table) return tableOf(text, stem, encoding, limits, said);
	if (ending === 'json' || (ending === '' && /^\s*[[{]/.test(text))) {
		return { kind: 'collection', collection: readJsonDeck(text, limits) };
	}
	const isTable = ending === 'csv' || ending === 'tsv';
	const isMarkdown =
		/^(?:md|markdown|mdown)$/.test(ending) || (!isTable && looksLikeMarkdown(text));
	if (isMarkdown) return { kind: 'collection', collection: readMarkdown(text, stem, limits) };
	return tableOf(text, stem, encoding, limits, said);
}

/** Whether a text that does not say what it is holds cards of some style rather than rows. */
function looksLikeMarkdown(text: string): boolean {
	if (readDirectives(text.split(/\r\n|\r|\n/, 101)).lines > 0) return false;
	if (/^[QC]:|^#flashcards\b|^\?\??[ \t]*$/m.test(text)) return true;
	const sample = text.slice(0, 20_000).split(/\r\n|\r|\n/);
	const lines = sample.filter((line) => line.trim() !== '');
	// Tags and decks of tables have `::` too, in a later cell.
	const pairs = lines.filter((line) => /^[^,;\t|]{1,500}?[^:,;\t|`]:::?[^:]/.test(line));
	return pairs.length * 2 > lines.length;
}

function tableOf(
	text: string,
	stem: string,
	encoding: Encoding,
	limits: Limits,
	said: TextReading,
): DeckFile {
	const table = readTable(text, limits, said);
	return { kind: 'table', table, mapping: suggestMapping(table, stem), encoding };
}
