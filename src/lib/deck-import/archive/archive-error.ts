/** Any failure of the unzipper as one of ours. */
import {
	ERR_AMBIGUOUS_ARCHIVE,
	ERR_BAD_FORMAT,
	ERR_ENCRYPTED,
	ERR_ENCRYPTED_CENTRAL_DIRECTORY,
	ERR_EOCDR_NOT_FOUND,
	ERR_INVALID_CRC32,
	ERR_INVALID_UNCOMPRESSED_SIZE,
	ERR_OVERLAPPING_ENTRY,
	ERR_SPLIT_ZIP_FILE,
	ERR_UNSUPPORTED_COMPRESSION,
	ERR_UNSUPPORTED_ENCRYPTION,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { ImportError, type ImportErrorKind } from '../import-error.ts';

const REASONS: readonly [message: string, kind: ImportErrorKind, what: string][] = [
	[ERR_BAD_FORMAT, 'not-this-format', 'The file is not a zip archive, as packages are.'],
	[ERR_EOCDR_NOT_FOUND, 'damaged', 'The file is not a zip archive, or its end is missing.'],
	[ERR_SPLIT_ZIP_FILE, 'damaged', 'The file is one part of an archive that was split.'],
	[ERR_ENCRYPTED, 'encrypted', 'The archive is protected with a password.'],
	[ERR_ENCRYPTED_CENTRAL_DIRECTORY, 'encrypted', 'The archive is protected with a password.'],
	[ERR_UNSUPPORTED_ENCRYPTION, 'encrypted', 'The archive is protected with a password.'],
	[
		ERR_UNSUPPORTED_COMPRESSION,
		'not-this-format',
		'The archive is packed in a way that is not read here.',
	],
	[
		ERR_INVALID_CRC32,
		'damaged',
		'The content of the archive does not match its checksum: it was changed on the way.',
	],
	[ERR_INVALID_UNCOMPRESSED_SIZE, 'unsafe', 'The archive states sizes that are not true.'],
	[ERR_OVERLAPPING_ENTRY, 'unsafe', 'Entries of the archive overlap.'],
	[
		ERR_AMBIGUOUS_ARCHIVE,
		'unsafe',
		'The archive can be read in two ways: its directory and its entries disagree, or it holds a name twice.',
	],
];

/** What the browser says of a file that was removed or changed since it was chosen. */
const UNREADABLE = /^(?:NotFound|NotReadable|Security)Error$/;

/**
 * Ours as they are, and so those of a file that can no longer be read; those of zip.js by their message;
 * anything else means that the file is damaged.
 */
export function archiveError(error: unknown): Error {
	if (error instanceof ImportError) return error;
	if (error instanceof Error && UNREADABLE.test(error.name)) return error;
	const message = error instanceof Error ? error.message : String(error);
	const reason = REASONS.find(([known]) => message.startsWith(known));
	if (reason) return new ImportError(reason[1], reason[2], error);
	return new ImportError('damaged', 'The archive is damaged and cannot be unpacked.', error);
}
