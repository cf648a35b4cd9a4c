/** The backup file: gzip over one line of JSON that names what follows, then sections of bytes. */
import type { Draft, EventRow, InterviewRow } from './interview-rows.ts';
import type { AttemptRow, ParameterRow } from './schema.ts';
import type { StampedRecord } from './record.ts';

/** The version of the file format that this code writes; readers refuse a later one. Version 1 knew no attempts, 2 no interviews. */
export const BACKUP_VERSION = 3;
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
	/** Bytes of each section: the index, the reviews of recent days, then blocks. */
	sections: number[];
	/** Of all sections together, hex. */
	sha256: string;
}

/** What an index holds of each. */
export function countsOf(index: BackupIndex): Omit<BackupCounts, 'reviews'> {
	const { records, cards, params, attempts, interviews, events, drafts } = index;
	return {
		...{ records: records.length, cards: cards.length, params: params.length },
		...{ attempts: attempts.length, interviews: interviews.length },
		...{ events: events.length, drafts: drafts.length },
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
): Promise<Blob> {
	const sections = [new TextEncoder().encode(JSON.stringify(index)), ...blocks];
	const body = new Uint8Array(await new Blob(sections).arrayBuffer());
	const whole: BackupHeader = {
		format: BACKUP_FORMAT,
		version: BACKUP_VERSION,
		...header,
		sections: sections.map(({ length }) => length),
		sha256: await sha256(body),
	};
	const plain = new Blob([`${JSON.stringify(whole)}\n`, body]);
	const zipped = plain.stream().pipeThrough(new CompressionStream('gzip'));
	const bytes = await new Response(zipped).arrayBuffer();
	return new Blob([bytes], { type: BACKUP_FILE_TYPE });
}
