/** Makes notes and cards of the rows of a table, by what its columns were said to be. */
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection } from '../imported.ts';
import { stockName, stockType } from '../stock-types.ts';
import { escapeHtml } from '../template/html-text.ts';
import { hidesWords, type TableMapping, type TextTable } from './read-table.ts';

/** The common shape; every row that is left out is in `skipped` with its line, every guess in `repaired`. */
export function tableCollection(table: TextTable, mapping: TableMapping): ImportedCollection {
	const { skipped, repaired } = table;
	const builder = new CollectionBuilder('text', 'a table of text', { skipped, repaired });
	// Anki's own tags may hold commas.
	const between = table.directives.tagsColumn === undefined ? /[\s,]+/ : /\s+/;
	for (const { cells, line } of table.rows) {
		const cell = (column: number | undefined) =>
			column === undefined ? '' : (cells[column] ?? '').trim();
		const html = (text: string) => (mapping.html ? text : htmlOf(text));
		const fields = mapping.fields.map(({ column }) => html(cells[column] ?? ''));
		const guid = cell(mapping.guidColumn);
		const tags = [...mapping.tags, ...cell(mapping.tagsColumn).split(between)];
		const { type, guessed } = typeOfRow(cell(mapping.noteTypeColumn), fields, table, mapping);
		const made = builder.add({
			...{ number: line, type, fields },
			tags: [...new Set(tags.filter((tag) => tag !== ''))],
			deck: (cell(mapping.deckColumn) || mapping.deck).split('::'),
			...(guid ? { guid } : {}),
		});
		if (guessed && made.length > 0) {
			repaired.add('note', line, fields[0] ?? '', guessed);
		}
	}
	const untagged = mapping.tagsColumn === undefined && mapping.tags.length === 0;
	return builder.finish({
		fieldsFrom: mapping.fields.length,
		...(untagged ? { tags: true } : {}),
	});
}

/**
 * The type of a row. Without a word of the file, blanks make a cloze and an answer makes a question: tables
 * hold both kinds. A name that is not known has no templates here, which `guessed` says.
 */
function typeOfRow(
	written: string,
	fields: readonly string[],
	{ directives }: TextTable,
	mapping: TableMapping,
) {
	const names = mapping.fields.map(({ name }) => name);
	const [first = '', second = ''] = fields;
	const said = written || (mapping.noteType === directives.noteType ? mapping.noteType : '');
	if (!said) {
		const isCloze = mapping.noteType === 'Cloze' && (hidesWords(fields.join('\n')) || !second);
		const isBlank = mapping.noteType === 'Basic' && hidesWords(first);
		const plain = mapping.noteType === 'Cloze' ? 'Basic' : mapping.noteType;
		return { type: stockType(isCloze || isBlank ? 'Cloze' : plain, 'html', names) };
	}
	const stock = stockName(said);
	if (stock) {
		// Columns of other types stand empty.
		const filled = fields.findLastIndex((field) => field.trim() !== '') + 1;
		return { type: stockType(stock, 'html', names.slice(0, Math.max(filled, 1))) };
	}
	const kind = hidesWords(first) ? 'cloze' : 'plain';
	const guessed = `a table holds no templates, so a new note of “${said}” asks the first field and answers with the others`;
	return { type: stockType(said, 'html', names, kind), guessed };
}

function htmlOf(text: string): string {
	return escapeHtml(text).replaceAll('&quot;', '"').replaceAll('\n', '<br>');
}
