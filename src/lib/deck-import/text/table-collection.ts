/** Makes notes and cards of the rows of a table, by what its columns were said to be. */
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection } from '../imported.ts';
import { stockType } from '../stock-types.ts';
import { escapeHtml } from '../template/html-text.ts';
import type { TableMapping, TextTable } from './read-table.ts';

/** The common shape; every row that is left out is in `skipped` with its line. */
export function tableCollection(table: TextTable, mapping: TableMapping): ImportedCollection {
	const { skipped, repaired } = table;
	const builder = new CollectionBuilder('text', 'a table of text', { skipped, repaired });
	const names = mapping.fields.map(({ name }) => name);
	for (const { cells, line } of table.rows) {
		const cell = (column: number | undefined) =>
			column === undefined ? '' : (cells[column] ?? '').trim();
		const type = cell(mapping.noteTypeColumn) || mapping.noteType;
		const html = (text: string) => (mapping.html ? text : htmlOf(text));
		const guid = cell(mapping.guidColumn);
		const tags = [...mapping.tags, ...cell(mapping.tagsColumn).split(/[\s,]+/)];
		builder.add({
			number: line,
			type: stockType(type, 'html', names),
			fields: mapping.fields.map(({ column }) => html(cells[column] ?? '')),
			tags: [...new Set(tags.filter((tag) => tag !== ''))],
			deck: (cell(mapping.deckColumn) || mapping.deck).split('::'),
			...(guid ? { guid } : {}),
		});
	}
	return builder.finish();
}

function htmlOf(text: string): string {
	return escapeHtml(text).replaceAll('&quot;', '"').replaceAll('\n', '<br>');
}
