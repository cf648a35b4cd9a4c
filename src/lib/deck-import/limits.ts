/** How large a file may be in every respect. What is beyond is refused; of rows and notes too many, the first come in and the report counts the rest. */

const KIB = 1024;
const MIB = 1024 * KIB;

export interface Limits {
	/** Entries of an archive. */
	entries: number;
	/** Bytes of a file that is fetched from an address. */
	download: number;
	/** Bytes of all entries of an archive, unpacked. */
	archive: number;
	/** Bytes of a database, unpacked. */
	collection: number;
	/** Bytes of one media file; a larger one is left out and reported. */
	media: number;
	/** Bytes of the lists within a package: names of media, version. */
	list: number;
	/** Bytes of a file of text. */
	text: number;
	/** Characters of one field. */
	field: number;
	/** Fields of one note. */
	fields: number;
	/** Notes, and cards, of one file. */
	notes: number;
	reviews: number;
	/** Characters of the name of an entry. */
	name: number;
	/** Nesting of JSON. */
	depth: number;
	/** Bytes that a zstd frame may look back. */
	window: number;
}

export const LIMITS: Readonly<Limits> = Object.freeze({
	entries: 100_000,
	download: 256 * MIB,
	archive: 2048 * MIB,
	collection: 512 * MIB,
	media: 50 * MIB,
	list: 32 * MIB,
	text: 64 * MIB,
	field: 256 * KIB,
	fields: 500,
	notes: 1_000_000,
	reviews: 10_000_000,
	name: 1024,
	depth: 64,
	window: 8 * MIB,
});

/** Bytes in words, such as `48 MiB`. */
export function inWords(bytes: number): string {
	if (bytes < KIB) return `${bytes} bytes`;
	const units: [number, string][] = [
		[KIB * MIB, 'GiB'],
		[MIB, 'MiB'],
		[KIB, 'KiB'],
	];
	const [size, unit] = units.find(([least]) => bytes >= least) ?? [KIB, 'KiB'];
	return `${Number((bytes / size).toFixed(1))} ${unit}`;
}
