/** Writes decks of two-sided and cloze notes in our Markdown format; reading them back gives the same notes. */
import type {
	ImportedCollection,
	ImportedNote,
	ImportedNoteType,
	RemarkList,
} from '../imported.ts';
import { escapeLines } from '../markdown/escaped-lines.ts';
import { listItem } from '../markdown/front-lines.ts';
import { ownCardBlocks } from '../markdown/own-card-block.ts';
import { Remarks } from '../remarks.ts';

export interface WrittenDeck {
	text: string;
	/** Notes that the format cannot hold. */
	skipped: RemarkList;
}

/** One file; where notes are of several decks, each says its own. */
export function writeMarkdownDeck(collection: ImportedCollection): WrittenDeck {
	const skipped = new Remarks();
	const types = new Map(collection.noteTypes.map((type) => [type.key, type]));
	const paths = new Map(collection.decks.map(({ key, path }) => [key, path.join('::')]));
	const homes = new Map<string, string>();
	for (const { note, deck } of collection.cards) {
		if (!homes.has(note)) homes.set(note, paths.get(deck) ?? '');
	}
	const first = collection.notes[0];
	const usual = (first && homes.get(first.key)) || 'Deck';
	const blocks = collection.notes.flatMap((note, index) => {
		const type = types.get(note.noteType);
		const deck = homes.get(note.key) ?? usual;
		if (type && fits(type)) return [blockOf(note, type, index + 1, deck === usual ? '' : deck)];
		const reason = 'its type has other fields or templates: export it as .apkg or JSON';
		skipped.add('note', index + 1, note.fields[0] ?? '', reason);
		return [];
	});
	const head = ['---', `deck: ${JSON.stringify(usual)}`, '---', ''].join('\n');
	return { text: [head, ...blocks].join('\n'), skipped: skipped.list() };
}

/** Two fields and one of the types that every reader of the format knows. */
function fits({ name, fields }: ImportedNoteType): boolean {
	return (
		fields.length === 2 &&
		/^(Basic|Basic \((and reversed card|type in the answer)\)|Cloze)$/.test(name)
	);
}

function blockOf(note: ImportedNote, type: ImportedNoteType, number: number, deck: string): string {
	const { guid, own, tags, modified } = note;
	const [front = '', back = ''] = note.fields;
	const plainName = /^[^\s"](?:[^\n\r]*[^\s])?$/.test(guid) && guid.length <= 200;
	const keys: [string, string | undefined][] = [
		['guid', plainName ? undefined : JSON.stringify(guid)],
		['kind', own?.kind],
		['level', own?.level],
		['also', own && own.also.length > 0 ? listed(own.also) : undefined],
		['answer', own && own.answers.length > 0 ? own.answers.join(' | ') : undefined],
		['retired', own?.retired ? 'true' : undefined],
		['type', own || type.name === 'Basic' || isCloze(type) ? undefined : JSON.stringify(type.name)],
		['format', type.text === 'html' ? 'html' : undefined],
		['tags', tags.length > 0 ? listed(tags) : undefined],
		['deck', deck ? JSON.stringify(deck) : undefined],
		['modified', modified > 0 ? String(modified) : undefined],
	];
	const mark = isCloze(type) || own?.kind === 'cloze' ? 'C' : 'Q';
	const heading = plainName ? guid : `note-${number}`;
	const lines = keys.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
	const sides: ['front' | 'back', string, string][] = [
		['front', mark, front],
		['back', 'A', back],
	];
	const quoted: string[] = [];
	const texts = sides.map(([side, begin, text]) => {
		const plain = `${begin}: ${escapeLines(text)}`;
		if (isKept(plain, side, text)) return plain;
		quoted.push(`${side}: ${JSON.stringify(text)}`);
		return `${begin}:`;
	});
	return [`### ${heading}`, ...lines, ...quoted, ...texts, ''].join('\n');
}

function listed(items: readonly string[]): string {
	return `[${items.map(listItem).join(', ')}]`;
}

function isCloze(type: ImportedNoteType): boolean {
	return type.kind === 'cloze';
}

/** Whether a text, written like this, is read as it was. Else it stands in quotes. */
function isKept(plain: string, side: 'front' | 'back', text: string): boolean {
	const lines = [
		'### x',
		...(side === 'back' ? ['Q: x'] : []),
		...plain.split('\n'),
		...after(side),
	];
	const blocks = ownCardBlocks(lines, 1);
	return blocks.length === 2 && blocks[0]?.[side] === text && !text.includes('\r');
}

/** What may follow in the file: it must not be swallowed by a fence that does not end. */
function after(side: 'front' | 'back'): string[] {
	return side === 'front' ? ['A: x', '', '### y'] : ['', '### y'];
}
