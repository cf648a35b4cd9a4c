/** Media of an Anki package, by its list: JSON in older packages, zstd and protobuf in newer ones. */
import type { Archive } from '../archive/open-archive.ts';
import { readAhead } from '../archive/read-ahead.ts';
import { isZstd, unpackZstd } from '../archive/unpack-zstd.ts';
import { ImportError } from '../import-error.ts';
import type { ImportEnvironment } from '../import-environment.ts';
import type { ImportedMedia } from '../imported.ts';
import { hashOf, takeMedia, tooLarge } from '../media/take-media.ts';
import type { Remarks } from '../remarks.ts';
import { asObject, asText, readJson } from '../safe-json.ts';
import type { PackageGeneration } from './package-generation.ts';
import { Message } from './protobuf.ts';

interface Listed {
	/** Of the entry that holds it. */
	entry: string;
	name: string;
	/** SHA-1, hexadecimal; '' where the list has none. */
	sha1: string;
}

const utf8 = new TextDecoder();

/**
 * Reads the media one by one; a damaged, missing or unfit file is left out and reported.
 * @throws ImportError where the list itself cannot be read
 */
export async function readMedia(
	archive: Archive,
	generation: PackageGeneration,
	environment: ImportEnvironment,
	skipped: Remarks,
): Promise<ImportedMedia[]> {
	const media: ImportedMedia[] = [];
	const names = new Set<string>();
	const listed = await readList(archive, generation, environment);
	const contents = readAhead(
		listed.map(({ entry }) => ({
			size: archive.size(entry),
			read: () => packedOf(archive, entry, environment),
		})),
	);
	for (const [index, item] of listed.entries()) {
		environment.watch({ stage: 'media', done: index, total: listed.length });
		const { value: packed = '' } = await contents.next();
		// Two ways of writing a letter make one name here.
		const name = item.name.normalize('NFC');
		const taken = names.has(name)
			? 'its name stands twice'
			: await takeOne(packed, item, generation, environment);
		names.add(name);
		if (typeof taken === 'string') skipped.add('media', index + 1, item.name, taken);
		else media.push(taken);
	}
	return media;
}

async function readList(
	archive: Archive,
	{ zstd }: PackageGeneration,
	{ limits }: ImportEnvironment,
): Promise<Listed[]> {
	if (!archive.has('media')) return [];
	const bytes = await archive.read('media', limits.list);
	if (!zstd) {
		const text = utf8.decode(bytes);
		if (text.trim() === '') return [];
		return [...asObject(readJson(text, 'The list of media'))].map(([entry, name]) => ({
			...{ entry, name: asText(name), sha1: '' },
		}));
	}
	const list = new Message(unpackZstd(bytes, limits.list, 'The list of media', limits));
	return list.all(1).map((item, index) => {
		const said = new Message(item);
		const entry = said.has(255) ? String(said.number(255)) : String(index);
		const sha1 = [...said.bytes(3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		return { entry, name: said.text(1), sha1 };
	});
}

/** What the package holds of a file, or why that cannot be had. */
async function packedOf(
	archive: Archive,
	entry: string,
	{ limits }: ImportEnvironment,
): Promise<Uint8Array<ArrayBuffer> | string> {
	if (!archive.has(entry)) return 'the package lists it and does not hold it';
	if (archive.size(entry) > limits.media) return tooLarge(archive.size(entry), limits.media);
	try {
		return await archive.read(entry, limits.media);
	} catch (error) {
		return whyLeftOut(error);
	}
}

async function takeOne(
	packed: Uint8Array<ArrayBuffer> | string,
	{ name, sha1 }: Listed,
	{ zstd }: PackageGeneration,
	environment: ImportEnvironment,
): Promise<ImportedMedia | string> {
	if (typeof packed === 'string') return packed;
	const { limits } = environment;
	try {
		const bytes = zstd && isZstd(packed) ? unpackZstd(packed, limits.media, 'It', limits) : packed;
		if (sha1.length === 40 && (await hashOf(bytes, 'SHA-1')) !== sha1) {
			return 'its content does not match its checksum';
		}
		return await takeMedia(name, bytes, environment);
	} catch (error) {
		return whyLeftOut(error);
	}
}

/** @throws the error where it is about more than this one file */
function whyLeftOut(error: unknown): string {
	if (error instanceof ImportError && error.kind !== 'cancelled') return error.what;
	throw error;
}
