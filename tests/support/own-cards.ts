/** Cards as imports bring them, put into the database past the import: picture, sound, cloze, shapes, typing, and a hostile one. */
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { BASIC_TYPE } from '../../src/lib/content/own-note-types.ts';
import type { NoteType, OwnNote } from '../../src/lib/content/note.ts';
import { newRow } from '../../src/lib/db/card-row.ts';
import { fieldsOfNote } from '../../src/lib/db/note-fields.ts';
import { fieldsOfType } from '../../src/lib/db/note-types.ts';
import { bytesOf } from './build-zip.ts';
import { CANARY } from './diagram-payloads.ts';

const DECK = 'deck/brought';
const BASE = '01a1ab952628-0000-dev-a';

function type(id: string, front: string, back: string, more: Partial<NoteType> = {}): NoteType {
	return {
		...{ id: `type/${id}`, name: id, kind: 'plain', text: 'html', fields: ['Front', 'Back'] },
		templates: [{ name: 'Card 1', front, back }],
		css: '.card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white; }',
		...more,
	};
}

const BASIC = type('Basic', '{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}');
const CLOZE = type('Cloze', '{{cloze:Front}}', '{{cloze:Front}}<br>{{Back}}', { kind: 'cloze' });
const TYPED = type('Typed', '{{Front}} {{type:Back}}', '{{Front}}<hr id=answer>{{type:Back}}');
const SHAPES = type('Shapes', '{{Back}}', '{{Back}}', { kind: 'occlusion' });
const POISONED = type('Poisoned', '{{Front}}', '{{FrontSide}}<hr>{{Back}}', {
	css: `@import url(${CANARY}/a.css); *{background:url(${CANARY}/b.png)!important} .card{position:fixed;inset:0;height:100vh;color:#111} button{display:none}`,
});

/** In the order in which they are studied. */
const NOTES: [NoteType, string, string][] = [
	[
		BASIC,
		'<h2 style="color: rgb(36, 41, 46); background-color: rgb(255, 255, 255)">What is a CDN?</h2><img src="net.png" alt="A network">',
		`<p style="color:#24292e">A <a href="https://example.org/cdn?x=1">network</a> of caches <code style="background-color:rgb(246,248,250)">edge</code></p><table border=1><tr>${'<td>a long word</td>'.repeat(12)}</tr></table><img src="${CANARY}/remote.png" alt="a map">`,
	],
	[BASIC, 'Listen: [sound:tone.wav]', 'A tone'],
	[CLOZE, '{{c1::Raft::protocol}} elects a leader', 'More'],
	[TYPED, 'How many bits has a byte?', 'eight'],
	[
		SHAPES,
		'{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}',
		'<img src="net.png">',
	],
	[
		POISONED,
		`Safe<script>top.pwned=1</script><img src=x onerror="top.pwned=1"><iframe src="${CANARY}/f"></iframe><meta http-equiv=refresh content="0;url=${CANARY}/m"><base href="${CANARY}/"><form action="${CANARY}/g"><input autofocus name=x></form><div style="position:fixed;inset:0;background:red;z-index:9">cover</div><a href="javascript:top.pwned=1">run</a><style>*{display:none}</style>`,
		'Still safe',
	],
	[
		BASIC_TYPE,
		'What does **W + R > N** buy?\n\n![net](net.png)',
		'`strong` reads, [more](https://example.org/quorum)',
	],
];

export const OWN_CARDS = NOTES.map((_, at) => `note/brought${at}/0`);

/** A picture of 600 × 300 px, half of it dark. */
function picture(): Uint8Array {
	const [width, height] = [600, 300];
	const row = [0, ...Array.from({ length: width }, (_, x) => (x < width / 2 ? 40 : 220))];
	const rows = Uint8Array.from(Array.from({ length: height }, () => row).flat());
	const chunk = (name: string, data: Uint8Array) => {
		const body = Buffer.concat([bytesOf(name), data]);
		const size = Buffer.alloc(4);
		size.writeUInt32BE(data.length);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc(body));
		return Buffer.concat([size, body, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 0, 0, 0, 0], 8);
	const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		...[magic, chunk('IHDR', head), chunk('IDAT', deflateSync(rows))],
		chunk('IEND', new Uint8Array()),
	]);
}

function crc(bytes: Uint8Array): number {
	let sum = ~0;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}

/** Two seconds of silence. */
function sound(): Uint8Array {
	const samples = 16_000;
	const bytes = Buffer.alloc(44 + samples, 128);
	bytes.write('RIFF', 0);
	bytes.writeUInt32LE(36 + samples, 4);
	bytes.write('WAVEfmt ', 8);
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20);
	bytes.writeUInt16LE(1, 22);
	bytes.writeUInt32LE(8000, 24);
	bytes.writeUInt32LE(8000, 28);
	bytes.writeUInt16LE(1, 32);
	bytes.writeUInt16LE(8, 34);
	bytes.write('data', 36);
	bytes.writeUInt32LE(samples, 40);
	return bytes;
}

/** Puts the deck into the database of a page on which the app has started. */
export async function bringOwnCards(page: Page): Promise<void> {
	const types = [...new Set(NOTES.map(([each]) => each))].filter((each) => each !== BASIC_TYPE);
	const notes = NOTES.map(([each, front, back], at): OwnNote => ({
		...{ id: `note/brought${at}`, guid: `g${at}`, noteType: each.id, fields: [front, back] },
		...{ tags: [], modified: 1, deck: DECK, decks: {}, ordinals: [0], position: at },
	}));
	const files = [
		{ name: 'net.png', hash: 'aa', type: 'image/png', bytes: [...picture()] },
		{ name: 'tone.wav', hash: 'bb', type: 'audio/wav', bytes: [...sound()] },
	];
	const record = (kind: string, id: string, fields: object) => ({
		...{ kind, id, fields, stamps: {}, base: BASE },
	});
	const records = [
		record('deck', DECK, { path: ['Brought', 'Networks'], description: '', daily: false }),
		...types.map((each) => record('noteType', each.id, fieldsOfType(each))),
		...notes.map((note) => record('note', note.id, fieldsOfNote(note))),
		...files.map(({ name, hash, type: kind, bytes }) =>
			record('media', name, { hash, type: kind, size: bytes.length, deleted: false }),
		),
	];
	const cards = notes.map((note, at) => newRow(`${note.id}/0`, note.id, DECK, at));
	await page.evaluate(
		async ({ records, cards, files }) => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
			const db = await done(indexedDB.open('onsite'));
			const writing = db.transaction(['records', 'cards', 'media'], 'readwrite');
			for (const record of records) writing.objectStore('records').put(record);
			for (const card of cards) writing.objectStore('cards').put(card);
			for (const { hash, type, bytes } of files) {
				const content = new Uint8Array(bytes);
				const row = { hash, type, size: bytes.length, bytes: content.buffer };
				writing.objectStore('media').put(row);
			}
			await new Promise((resolve, reject) => {
				writing.oncomplete = resolve;
				writing.onabort = () => reject(writing.error);
			});
			db.close();
		},
		{ records, cards, files },
	);
}
