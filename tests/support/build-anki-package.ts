/** Builds Anki packages of the three generations around a collection. */
import { createHash } from 'node:crypto';
import { ankiSpec, buildAnkiDatabase, BASIC, type AnkiSpec } from './build-anki-database.ts';
import { proto } from './build-protobuf.ts';
import { buildZip, bytesOf, type ZipPart } from './build-zip.ts';
import { buildZstd } from './build-zstd.ts';

export type Generation = 1 | 2 | 3;

/** Media by name. */
export type MediaFiles = Record<string, Uint8Array>;

/** A whole package; `more` are entries put in besides or in place of those of the same name. */
export async function buildAnkiPackage(
	generation: Generation,
	spec: Partial<AnkiSpec>,
	media: MediaFiles = {},
	more: readonly ZipPart[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
	const whole = ankiSpec(spec);
	const files = Object.entries(media);
	const parts: ZipPart[] = [];
	if (generation === 3) {
		const database = buildZstd(await buildAnkiDatabase(whole, 18));
		parts.push({ name: 'meta', data: proto([1, 3]) });
		parts.push({ name: 'collection.anki2', data: await dummyCollection() });
		parts.push({ name: 'collection.anki21b', data: database });
		parts.push(...files.map(([, data], at) => ({ name: String(at), data: buildZstd(data) })));
		const entries = files.map(([name, data]) => {
			const sha1 = new Uint8Array(createHash('sha1').update(data).digest());
			return [1, proto([1, name], [2, data.length], [3, sha1])] as const;
		});
		parts.push({ name: 'media', data: buildZstd(proto(...entries)) });
	} else {
		const name = generation === 1 ? 'collection.anki2' : 'collection.anki21';
		if (generation === 2) {
			parts.push({ name: 'meta', data: proto([1, 2]) });
			parts.push({ name: 'collection.anki2', data: await dummyCollection() });
		}
		parts.push({ name, data: await buildAnkiDatabase(whole, 11) });
		parts.push(...files.map(([, data], at) => ({ name: String(at), data })));
		const list = Object.fromEntries(files.map(([name], at) => [String(at), name]));
		parts.push({ name: 'media', data: bytesOf(JSON.stringify(list)) });
	}
	const replaced = new Set(more.map(({ name }) => name));
	return buildZip([...parts.filter(({ name }) => !replaced.has(name)), ...more]);
}

/** What older versions of Anki find in a newer package: one note that asks for an update. */
function dummyCollection(): Promise<Uint8Array<ArrayBuffer>> {
	const asking =
		'Please update to the latest Anki version, then import the .colpkg/.apkg file again.';
	const spec = ankiSpec({
		notes: [{ id: 1, guid: 'dummy', mid: BASIC.id, flds: `${asking}\x1f` }],
		cards: [{ id: 1, nid: 1, did: 1 }],
	});
	return buildAnkiDatabase(spec, 11);
}

/** A whole PNG of one pixel. */
export const PIXEL = Uint8Array.from(
	atob(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	),
	(char) => char.charCodeAt(0),
);
