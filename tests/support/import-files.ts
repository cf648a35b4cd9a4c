/** One deck for each format that can be brought in, built by the tests themselves. */
import { cardRow, noteRow, type AnkiSpec } from './build-anki-database.ts';
import { buildAnkiPackage, PIXEL } from './build-anki-package.ts';
import { buildZip, bytesOf } from './build-zip.ts';

/** As Playwright hands files to a page. */
export interface BroughtFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

export function brought(name: string, content: Uint8Array | string): BroughtFile {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

const DAY = 86_400;

/** Two notes in `Design::Caching`, one of which was studied three days ago, and one with a picture; `tag` tells decks apart. */
export function studiedDeck(tag: string, now = Date.now()): Partial<AnkiSpec> {
	const created = Math.floor(now / 1000) - 100 * DAY;
	const answered = now - 3 * DAY * 1000;
	return {
		created,
		decks: [
			{ id: 1, name: 'Default' },
			{ id: 10, name: `${tag}::Caching` },
		],
		notes: [
			noteRow(1, { guid: `${tag}-1`, flds: `What does ${tag} cache?\x1fReads <b>first</b>` }),
			noteRow(2, { guid: `${tag}-2`, flds: `Picture of ${tag}\x1f<img src="dot.png">` }),
		],
		cards: [
			cardRow(1, 1, {
				...{ type: 2, queue: 2, due: 101, ivl: 4, factor: 2500, reps: 2 },
			}),
			cardRow(2, 2),
		],
		reviews: [
			{ id: answered - DAY * 1000, cid: 1, ease: 3, ivl: 1, type: 0 },
			{ id: answered, cid: 1, ease: 3, ivl: 4, lastIvl: 1, type: 1 },
		],
	};
}

export interface FormatCase {
	file: BroughtFile;
	/** What the preview says comes in. */
	brings: string;
	/** A deck that the preview names. */
	deck: string;
	/** What a new card of it asks. */
	asks: string;
}

/** Every format once, each with other notes. */
export async function oneOfEach(): Promise<FormatCase[]> {
	const media = { 'dot.png': PIXEL };
	const anki = async (generation: 1 | 2 | 3, tag: string, end = 'apkg'): Promise<FormatCase> => ({
		file: brought(`${tag}.${end}`, await buildAnkiPackage(generation, studiedDeck(tag), media)),
		...{ brings: '2 new cards', deck: 'Caching', asks: `Picture of ${tag}` },
	});
	const json = {
		...{ format: 'onsite-deck', version: 1 },
		noteTypes: [
			{
				...{ key: 't', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back'] },
				templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
				css: '',
			},
		],
		notes: [
			{
				...{ key: 'n', guid: 'json-1', noteType: 't', fields: ['From JSON?', 'Yes'], tags: [] },
				modified: 0,
			},
		],
		cards: [
			{
				...{ key: 'c', note: 'n', ordinal: 0, deck: 'd', position: 0, suspended: false },
				...{ buried: 'none', flag: 0 },
			},
		],
		decks: [{ key: 'd', path: ['Json deck'], description: '' }],
	};
	const mochi =
		'{"~:decks":[{"~:name":"Mochi deck","~:cards":[{"~:content":"From Mochi?\\n---\\nYes"}]}]}';
	return [
		await anki(1, 'First'),
		await anki(2, 'Second'),
		await anki(3, 'Third'),
		await anki(3, 'Whole', 'colpkg'),
		{
			file: brought('Table.csv', 'front;back;tags\nFrom a table?;Yes;db\nAnd "this"?;"a;b";\n'),
			...{ brings: '2 new cards', deck: 'Table', asks: 'From a table?' },
		},
		{
			file: brought('Notes.md', 'Q: From Markdown?\nA: `yes`\n\nC: A [cloze] too.\n'),
			...{ brings: '2 new cards', deck: 'Notes', asks: 'From Markdown?' },
		},
		{
			file: brought('Deck.json', JSON.stringify(json)),
			...{ brings: '1 new card', deck: 'Json deck', asks: 'From JSON?' },
		},
		{
			file: brought('Deck.mochi', buildZip([{ name: 'data.json', data: bytesOf(mochi) }])),
			...{ brings: '1 new card', deck: 'Mochi deck', asks: 'From Mochi?' },
		},
	];
}

/** A package so large that it can be stopped on the way, while its pictures are kept too. */
export function largeDeck(notes: number, pictures = 1): Promise<Uint8Array<ArrayBuffer>> {
	const ids = Array.from({ length: notes }, (_, at) => at + 1);
	// Behind its end a picture may say anything; so each is another one, and none shrinks.
	const media = Array.from({ length: pictures }, (_, at) => {
		const bytes = new Uint8Array(5_000);
		for (let index = 0; index < bytes.length; index += 1)
			bytes[index] = (index * index * (at + 3)) >> 5;
		bytes.set(PIXEL);
		return [`picture-${at}.png`, bytes] as const;
	});
	return buildAnkiPackage(
		2,
		{
			notes: ids.map((id) =>
				noteRow(id, {
					guid: `large-${id}`,
					flds: `front ${id}\x1f<img src="picture-${id % pictures}.png">`,
				}),
			),
			cards: ids.map((id) => cardRow(id, id)),
		},
		Object.fromEntries(media),
	);
}
