/** Which of the collections in an Anki package is the real one, and how it is packed. */
import type { Archive } from '../archive/open-archive.ts';
import { unpackZstd } from '../archive/unpack-zstd.ts';
import { ImportError } from '../import-error.ts';
import type { Limits } from '../limits.ts';
import { Message } from './protobuf.ts';

export interface PackageGeneration {
	/** Entry that holds the database. */
	entry: 'collection.anki2' | 'collection.anki21' | 'collection.anki21b';
	/** Whether database, media and list of media are packed with zstd, the list being protobuf. */
	zstd: boolean;
	/** In words. */
	origin: string;
}

const GENERATIONS: readonly PackageGeneration[] = [
	{ entry: 'collection.anki2', zstd: false, origin: 'Anki (package of the first kind)' },
	{ entry: 'collection.anki21', zstd: false, origin: 'Anki 2.1 (package of the second kind)' },
	{ entry: 'collection.anki21b', zstd: true, origin: 'Anki 2.1.50 or later' },
];

/**
 * By the version that the package states; where it states none, the newest collection in it. Newer
 * packages hold an older collection too, with a single note that asks for an update: it is never read.
 * @throws ImportError `too-new`, `no-collection`
 */
export async function packageGeneration(archive: Archive): Promise<PackageGeneration> {
	const stated = archive.has('meta')
		? new Message(await archive.read('meta', 1024)).number(1)
		: undefined;
	if (stated !== undefined && stated > GENERATIONS.length) {
		throw new ImportError(
			'too-new',
			`The package is of version ${stated}, newer than this app knows.`,
		);
	}
	const generation =
		stated === undefined || stated === 0
			? GENERATIONS.findLast(({ entry }) => archive.has(entry))
			: GENERATIONS[stated - 1];
	if (!generation || !archive.has(generation.entry)) {
		throw new ImportError('no-collection', 'The package holds no collection of cards.');
	}
	return generation;
}

/** The bytes of the database. */
export async function unpackCollection(
	archive: Archive,
	generation: PackageGeneration,
	limits: Limits,
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = await archive.read(generation.entry, limits.collection);
	return generation.zstd ? unpackZstd(bytes, limits.collection, 'The collection', limits) : bytes;
}
