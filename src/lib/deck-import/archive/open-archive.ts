/** The gate for zip archives from anywhere: all that is promised in the directory is judged before a byte is unpacked. */
import {
	Uint8ArrayReader,
	Writer,
	ZipReader,
	type Entry,
	type FileEntry,
	type Reader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { ImportError, shown } from '../import-error.ts';
import { inWords, LIMITS, type Limits } from '../limits.ts';
import { archiveError } from './archive-error.ts';
import { ByteCollector } from './collect-bytes.ts';

/** Names are opaque keys: they are looked up and never used as a path. */
export interface Archive {
	readonly names: readonly string[];
	has(name: string): boolean;
	/** Bytes once unpacked, as promised; 0 for a name that is not there. */
	size(name: string): number;
	/**
	 * The content of an entry; sizes and checksum hold, or it throws.
	 * @param most bytes that are taken at most
	 * @throws ImportError
	 */
	read(name: string, most: number): Promise<Uint8Array<ArrayBuffer>>;
	close(): Promise<void>;
}

/** Above this, content that shrinks further than any deck does is taken for a bomb. */
const BOMB_SIZE = 16 * 1024 * 1024;
const BOMB_RATIO = 250;
/** A local header has at least this many bytes. */
const LOCAL_HEADER = 30;

/**
 * Reads the directory of an archive and judges it.
 * @param source its bytes, or a reader of zip.js (for a file of the browser)
 * @throws ImportError with what is wrong and what would be accepted
 */
export async function openArchive(
	source: Uint8Array | Reader<unknown>,
	limits: Limits = LIMITS,
): Promise<Archive> {
	if (source instanceof Uint8Array && !(source[0] === 0x50 && source[1] === 0x4b)) {
		throw new ImportError('not-this-format', 'The file is not a zip archive, as packages are.');
	}
	const reader = new ZipReader(
		source instanceof Uint8Array ? new Uint8ArrayReader(source) : source,
		// Names are judged below: they are keys here, never paths.
		{
			useWebWorkers: false,
			checkCrc32: true,
			checkOverlappingEntry: true,
			checkAmbiguity: true,
			filenameValidation: 'tolerant',
		},
	);
	try {
		return archiveOf(reader, await judgedEntries(reader, limits));
	} catch (error) {
		throw archiveError(error);
	}
}

async function judgedEntries(
	reader: ZipReader<unknown>,
	limits: Limits,
): Promise<Map<string, FileEntry>> {
	const entries = new Map<string, FileEntry>();
	let [count, total] = [0, 0];
	const ranges: [start: number, end: number][] = [];
	for await (const entry of reader.getEntriesGenerator()) {
		count += 1;
		if (count > limits.entries) {
			throw new ImportError('too-large', `The archive has more than ${limits.entries} entries.`);
		}
		judgeName(entry, limits);
		ranges.push([entry.offset, entry.offset + LOCAL_HEADER + entry.compressedSize]);
		if (entry.directory) continue;
		if (entries.has(entry.filename)) {
			throw new ImportError('damaged', `The archive holds ${shown(entry.filename)} twice.`);
		}
		judgeSize(entry);
		total += entry.uncompressedSize;
		entries.set(entry.filename, entry);
	}
	if (total > limits.archive) {
		throw new ImportError(
			'too-large',
			`The archive unpacks to ${inWords(total)}, more than the ${inWords(limits.archive)} that are taken.`,
		);
	}
	judgeRanges(ranges);
	return entries;
}

function judgeName({ filename, encrypted }: Entry, limits: Limits): void {
	if (encrypted) throw new ImportError('encrypted', 'The archive is protected with a password.');
	if (filename.length > limits.name) {
		throw new ImportError('unsafe', `An entry has a name of ${filename.length} characters.`);
	}
	const outside = /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(filename);
	if (outside) {
		throw new ImportError('unsafe', `The entry ${shown(filename)} points out of the archive.`);
	}
}

function judgeSize({ filename, uncompressedSize, compressedSize }: Entry): void {
	if (uncompressedSize > BOMB_SIZE && uncompressedSize > compressedSize * BOMB_RATIO) {
		throw new ImportError(
			'too-large',
			`The entry ${shown(filename)} grows from ${inWords(compressedSize)} to ${inWords(uncompressedSize)} when unpacked.`,
		);
	}
}

function judgeRanges(ranges: [start: number, end: number][]): void {
	let reached = 0;
	for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
		if (start < reached) throw new ImportError('unsafe', 'Entries of the archive overlap.');
		reached = end;
	}
}

/** What zip.js unpacks into. */
class LimitedWriter extends Writer<Uint8Array> {
	constructor(readonly collector: ByteCollector) {
		super();
	}

	override async writeUint8Array(chunk: Uint8Array): Promise<void> {
		this.collector.add(chunk);
	}

	override async getData(): Promise<Uint8Array> {
		return this.collector.bytes();
	}
}

function archiveOf(reader: ZipReader<unknown>, entries: Map<string, FileEntry>): Archive {
	return {
		names: [...entries.keys()],
		has: (name) => entries.has(name),
		size: (name) => entries.get(name)?.uncompressedSize ?? 0,
		async read(name, most) {
			const entry = entries.get(name);
			if (!entry) throw new ImportError('damaged', `The archive holds no ${shown(name)}.`);
			if (entry.uncompressedSize > most) {
				throw new ImportError(
					'too-large',
					`The entry ${shown(name)} has ${inWords(entry.uncompressedSize)}, more than the ${inWords(most)} that are taken.`,
				);
			}
			const collector = new ByteCollector(entry.uncompressedSize, `The entry ${shown(name)}`);
			try {
				await entry.getData(new LimitedWriter(collector));
			} catch (error) {
				throw archiveError(error);
			}
			return collector.bytes();
		},
		close: () => reader.close(),
	};
}
