/** The backup file: gzip over one line of JSON that names what follows, then sections of bytes. */
import type { Draft, EventRow, InterviewRow } from './interview-rows.ts';
import type { AttemptRow, ParameterRow } from './schema.ts';
import type { StampedRecord } from './record.ts';

/**
 * The version of the file format that this code writes; readers refuse a later one. Version 1 knew no attempts, 2
 * no interviews, 3 no media.
 */
export const BACKUP_VERSION = 4;
export const BACKUP_FORMAT = 'onsite-backup';
export const BACKUP_FILE_TYPE = 'application/gzip';

/** Which cards there are: id, note, deck, position, and whether it is hidden. */
export type CardLine = [
	id: string,
	noteId: string,
	deckId: string,
	position: number,
	gone: boolean,
];

/** A picture or a sound whose bytes are in the file; `media` records say what notes call it. */
export interface MediaLine {
	/** SHA-256, hexadecimal. */
	hash: string;
	type: string;
	size: number;
}

/** First section, as JSON. */
export interface BackupIndex {
	records: StampedRecord[];
	cards: CardLine[];
	params: ParameterRow[];
	/** Attempts at drills. */
	attempts: AttemptRow[];
	interviews: InterviewRow[];
	events: EventRow[];
	/** What was being typed in interviews when the file was made. */
	drafts: Draft[];
	/** In the order of their sections. */
	media: MediaLine[];
}

/** How many of each the file holds. */
export interface BackupCounts {
	reviews: number;
	records: number;
	cards: number;
	params: number;
	attempts: number;
	interviews: number;
	events: number;
	drafts: number;
	media: number;
}

/** First line of the file, before the sections. */
export interface BackupHeader {
	format: typeof BACKUP_FORMAT;
	version: number;
	/** Version of the database that it was made from. */
	schema: number;
	/** ms since the epoch. */
	made: number;
	dev: string;
	counts: BackupCounts;
	/** Media that were left out, as copies inside the browser leave them where they are. */
	mediaLeftOut?: number | undefined;
	/** Bytes of each section: the index, the reviews of recent days, then blocks, then media. */
	sections: number[];
	/** Of all sections but media together, hex; those are known by their own hashes. */
	sha256: string;
}

/** What an index holds of each. */
export function countsOf(index: BackupIndex): Omit<BackupCounts, 'reviews'> {
	const { records, cards, params, attempts, interviews, events, drafts, media } = index;
	return {
		...{ records: records.length, cards: cards.length, params: params.length },
		...{ attempts: attempts.length, interviews: interviews.length },
		...{ events: events.length, drafts: drafts.length, media: media.length },
	};
}

/** SHA-256 as hex. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file of a header (without what follows from the sections) and its sections. */
export async function writeBackupFile(
	header: Omit<BackupHeader, 'format' | 'version' | 'sections' | 'sha256'>,
	index: BackupIndex,
	blocks: readonly Uint8Array<ArrayBuffer>[],
	media: readonly Blob[] = [],
): Promise<Blob> {
	const sections = [new TextEncoder().encode(JSON.stringify(index)), ...blocks];
	const body = new Uint8Array(await new Blob(sections).arrayBuffer());
	const whole: BackupHeader = {
		format: BACKUP_FORMAT,
		version: BACKUP_VERSION,
		...header,
		sections: [...sections.map(({ length }) => length), ...media.map(({ size }) => size)],
		sha256: await sha256(body),
	};
	const plain = new Blob([`${JSON.stringify(whole)}\n`, body, ...media]);
	const zipped = plain.stream().pipeThrough(new CompressionStream('gzip'));
	// As a blob it need not fit into the memory, which pictures and sounds may outgrow.
	const file = await new Response(zipped).blob();
	return file.slice(0, file.size, BACKUP_FILE_TYPE);
}
