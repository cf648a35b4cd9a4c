/** What can be wrong with a file that someone brings, in a few kinds and in words. */

export type ImportErrorKind =
	| 'not-this-format'
	| 'damaged'
	| 'encrypted'
	| 'too-large'
	| 'unsafe'
	| 'too-new'
	| 'no-collection'
	| 'unreachable'
	| 'cancelled';

/** What would be accepted instead, by kind. */
const ACCEPTED: Record<ImportErrorKind, string> = {
	'not-this-format':
		'Accepted are Anki packages (.apkg, .colpkg), .mochi, .csv, .tsv, .txt, .md and .json.',
	damaged: 'Export or download the file again and bring the new one.',
	encrypted: 'Unpack it with its password, or export it without one.',
	'too-large': 'Export a part of it, such as a single deck.',
	unsafe: 'Bring a package as the program that made it exports it, unchanged.',
	'too-new': 'Export it with "Support older Anki versions" ticked.',
	'no-collection': 'Export a deck or a collection, not only its media.',
	unreachable: 'Download the file with the browser, then bring it here.',
	cancelled: 'Choose the file again to start over.',
};

/** A file that cannot be taken in; `message` is all of it: what happened, what is safe, what would be accepted. */
export class ImportError extends Error {
	readonly kind: ImportErrorKind;
	/** What happened, as a sentence. */
	readonly what: string;
	/** What would be accepted, as a sentence. */
	readonly accepted: string;

	/** @param what a sentence; text that comes from the file belongs through `shown` */
	constructor(kind: ImportErrorKind, what: string, cause?: unknown) {
		const accepted = ACCEPTED[kind];
		super(`${what} Nothing has been changed. ${accepted}`, cause === undefined ? {} : { cause });
		this.name = 'ImportError';
		this.kind = kind;
		this.what = what;
		this.accepted = accepted;
	}
}

/** Text from a file as it may stand in a message: short, on one line, nothing invisible in it. */
export function shown(text: string): string {
	const plain = text.slice(0, 200).replace(/[\p{C}\s]+/gu, ' ');
	return `"${plain.length > 60 ? `${plain.slice(0, 57)}...` : plain}"`;
}
