/** Writes notes as CSV with Anki's directives: exact, or safe to open in a spreadsheet. */
import type { ImportedCollection, ImportedNote } from '../imported.ts';
import { joinedTags } from '../tag-words.ts';
import { htmlOfField } from '../template/markdown-html.ts';

export interface TableOptions {
	/** Cells that a spreadsheet would run as a formula get a quote before them; reading takes it away again. */
	safe: boolean;
}

/** What a spreadsheet takes for a formula, and what looks defused already. */
const FORMULA = /^[=+\-@\t\r']/;

/** CSV of all notes: guid, type, deck, tags, fields. Text in Markdown is written as HTML. */
export function writeTable(collection: ImportedCollection, { safe }: TableOptions): string {
	const types = new Map(collection.noteTypes.map((type) => [type.key, type]));
	const decks = new Map(collection.decks.map((deck) => [deck.key, deck.path.join('::')]));
	const homes = new Map<string, string>();
	for (const { note, deck } of collection.cards) {
		if (!homes.has(note)) homes.set(note, decks.get(deck) ?? '');
	}
	const width = Math.max(1, ...collection.notes.map(({ fields }) => fields.length));
	const cell = (text: string) => quoted(safe && FORMULA.test(text) ? `'${text}` : text);
	const row = (note: ImportedNote) => {
		const type = types.get(note.noteType);
		const fields = note.fields.map((field) => htmlOfField(field, type?.text ?? 'html'));
		const padding = Array.from({ length: width - fields.length }, () => '');
		const head = [note.guid, type?.name ?? '', homes.get(note.key) ?? '', joinedTags(note.tags)];
		return [...head, ...fields, ...padding].map(cell).join(',');
	};
	const names = Array.from(
		{ length: width },
		(_, at) => ['Front', 'Back'][at] ?? `Field ${at + 1}`,
	);
	return [
		...['#separator:Comma', '#html:true', '#guid column:1', '#notetype column:2'],
		...[
			'#deck column:3',
			'#tags column:4',
			`#columns:${['GUID', 'Type', 'Deck', 'Tags', ...names].join(',')}`,
		],
		`#made by:Onsite${safe ? ', safe for spreadsheets' : ''}`,
		...collection.notes.map(row),
		'',
	].join('\n');
}

/** A cell that begins with `#` would be taken for a comment. */
function quoted(text: string): string {
	return /[",\n\r]|^[#\s']|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
