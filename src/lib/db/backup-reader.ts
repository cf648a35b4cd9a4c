/** Reads a backup file and checks all of it before anything is believed. */
import * as v from 'valibot';
import { ATTEMPT } from './attempt-schema.ts';
import {
	BACKUP_FORMAT,
	BACKUP_VERSION,
	countsOf,
	sha256,
	type BackupCounts,
	type BackupHeader,
	type BackupIndex,
} from './backup-file.ts';
import { decodeBlock } from './block.ts';
import { ByteReader } from './byte-reader.ts';
import { DbError } from './db-error.ts';
import { isStamp } from './hlc.ts';
import { DRAFT, EVENT, INTERVIEW } from './interview-schema.ts';
import { RECORD_KINDS, type Json } from './record.ts';
import type { ReviewRow } from './schema.ts';

/** Bytes after unpacking without media; a file that unpacks to more is refused before it fills the memory. */
const MOST_BYTES = 1024 ** 3;
/** Bytes of one picture or sound, and of all of them: they are read one by one. */
const MOST_MEDIUM = 128 * 1024 ** 2;
const MOST_MEDIA = 16 * 1024 ** 3;
const LONGEST_HEADER = 16 * 1024 ** 2;
const MOST_DEPTH = 64;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const stamp = v.pipe(v.string(), v.check(isStamp, 'is not a stamp'));
const json = v.custom<Json>((value) => isShallow(value, 0), 'is nested too deep');

const Header = v.object({
	format: v.literal(BACKUP_FORMAT),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	schema: v.number(),
	made: v.pipe(v.number(), v.finite()),
	dev: v.string(),
	counts: v.object({
		reviews: count,
		records: count,
		cards: count,
		params: count,
		attempts: v.optional(count, 0),
		interviews: v.optional(count, 0),
		events: v.optional(count, 0),
		drafts: v.optional(count, 0),
		media: v.optional(count, 0),
	}),
	mediaLeftOut: v.optional(count),
	sections: v.pipe(v.array(count), v.minLength(2)),
	sha256: v.string(),
}) satisfies v.GenericSchema<unknown, BackupHeader>;

const Index = v.object({
	records: v.array(
		v.object({
			kind: v.picklist(RECORD_KINDS),
			id,
			fields: v.record(v.string(), json),
			stamps: v.record(v.string(), stamp),
			base: stamp,
		}),
	),
	cards: v.array(v.tuple([id, id, id, v.pipe(v.number(), v.finite()), v.boolean()])),
	params: v.array(v.object({ id, weights: v.array(v.pipe(v.number(), v.finite())) })),
	attempts: v.optional(v.array(ATTEMPT), []),
	interviews: v.optional(v.array(INTERVIEW), []),
	events: v.optional(v.array(EVENT), []),
	drafts: v.optional(v.array(DRAFT), []),
	media: v.optional(
		v.array(
			v.object({
				hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
				type: v.pipe(v.string(), v.maxLength(100)),
				size: v.pipe(count, v.maxValue(MOST_MEDIUM)),
			}),
		),
		[],
	),
}) satisfies v.GenericSchema<unknown, BackupIndex>;

export interface BackupContent {
	header: BackupHeader;
	index: BackupIndex;
	/** Reviews of recent days, to be stored as rows. */
	recent: ReviewRow[];
	/** Reviews of old days, one list for each block. */
	blocks: ReviewRow[][];
	/** Bytes of media, in the order of the index. */
	media: Blob[];
}

/**
 * The content of a backup file.
 * @throws DbError `damaged-file` or `newer-file`, saying what is wrong
 */
export async function readBackupFile(file: Blob): Promise<BackupContent> {
	const stream = file.stream().pipeThrough(new DecompressionStream('gzip'));
	const reader = new ByteReader(stream as ReadableStream<Uint8Array<ArrayBuffer>>);
	try {
		return await readContent(reader);
	} catch (error) {
		if (error instanceof DbError) throw error;
		throw damaged('It is cut short or altered, or is not a gzip file.', error);
	} finally {
		await reader.cancel();
	}
}

async function readContent(reader: ByteReader): Promise<BackupContent> {
	const line = await reader.line(LONGEST_HEADER);
	if (!line) throw damaged('It has no header.');
	const raw = parseJson(line, 'header');
	if (isNewer(raw))
		throw new DbError('newer-file', `(Format ${raw.version}, known: ${BACKUP_VERSION}.)`);
	const header = check(Header, raw, 'header');
	const { length } = header.sections;
	// The index and the recent reviews are always there.
	const core = header.sections.slice(0, Math.max(2, length - header.counts.media));
	const promised = sum(core);
	if (promised > MOST_BYTES) throw damaged('It unpacks to more than 1 GiB.');
	if (sum(header.sections) - promised > MOST_MEDIA) throw damaged('It unpacks to too much.');
	const body = await reader.take(promised);
	if (body.length < promised) {
		throw damaged(`It holds ${body.length} bytes where its header promises ${promised}.`);
	}
	if ((await sha256(body)) !== header.sha256) throw damaged('Its checksum does not match.');

	const sections: Uint8Array<ArrayBuffer>[] = [];
	let at = 0;
	for (const size of core) sections.push(body.slice(at, (at += size)));
	const [first, ...rest] = sections;
	const index = check(Index, parseJson(first ?? body, 'list of fields'), 'list of fields');
	const [recent = [], ...blocks] = rest.map(readBlock);
	const media = await readMedia(reader, index.media);
	const more = await reader.rest(MOST_BYTES);
	if (more > 0) throw damaged(`It holds ${more} bytes more than its header promises.`);
	const content = { header, index, recent, blocks, media };
	compareCounts(content);
	return content;
}

async function readMedia(
	reader: ByteReader,
	lines: BackupIndex['media'],
): Promise<BackupContent['media']> {
	const media: Blob[] = [];
	for (const { hash, size } of lines) {
		const bytes = await reader.take(size);
		if (bytes.length < size || (await sha256(bytes)) !== hash) {
			throw damaged('One of its pictures or sounds is altered.');
		}
		media.push(new Blob([bytes]));
	}
	return media;
}

function sum(sizes: readonly number[]): number {
	return sizes.reduce((all, size) => all + size, 0);
}

function damaged(detail: string, cause?: unknown): DbError {
	return new DbError('damaged-file', detail, cause);
}

function parseJson(bytes: Uint8Array<ArrayBuffer>, name: string): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (error) {
		throw damaged(`Its ${name} cannot be read.`, error);
	}
}

function isNewer(raw: unknown): raw is { version: number } {
	if (typeof raw !== 'object' || raw === null) return false;
	const { format, version } = raw as { format?: unknown; version?: unknown };
	return format === BACKUP_FORMAT && typeof version === 'number' && version > BACKUP_VERSION;
}

function check<T>(schema: v.GenericSchema<unknown, T>, raw: unknown, name: string): T {
	const result = v.safeParse(schema, raw, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw damaged(`Its ${name} is wrong at ${v.getDotPath(issue) ?? 'its root'}: ${issue.message}.`);
}

function readBlock(bytes: Uint8Array<ArrayBuffer>): ReviewRow[] {
	try {
		return decodeBlock(bytes);
	} catch (error) {
		throw damaged(error instanceof RangeError ? `${error.message}.` : '', error);
	}
}

function compareCounts({ header, index, recent, blocks }: BackupContent): void {
	const reviews = blocks.reduce((sum, block) => sum + block.length, recent.length);
	const found: BackupCounts = { ...countsOf(index), reviews };
	for (const [name, promised] of Object.entries(header.counts)) {
		const real = found[name as keyof typeof found];
		if (real !== promised) throw damaged(`It holds ${real} ${name}, its header says ${promised}.`);
	}
}

function isShallow(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (depth >= MOST_DEPTH) return false;
	return Object.values(value).every((inner) => isShallow(inner, depth + 1));
}
