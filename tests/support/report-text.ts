/** The whole report of an import as one text, in the words of the screen, to be compared with what was agreed on. */
import {
	countLines,
	broughtInWords,
	fileInWords,
} from '../../src/lib/components/import/import-words.ts';
import { remarksAsText } from '../../src/lib/components/import/remark-lines.ts';
import type { ImportSummary } from '../../src/lib/deck-import/summary/import-summary.ts';

export function reportText(name: string, summary: ImportSummary): string {
	const { decks, deckCount, media, remoteCount, missingCount, refused, table, samples } = summary;
	const list = (title: string, lines: readonly string[]) =>
		[`${title}:`, ...(lines.length > 0 ? lines : ['(none)'])].join('\n');
	const parts = [
		fileInWords(summary, 0),
		list('Comes in', [
			broughtInWords(summary) || 'nothing',
			...countLines(summary).map(({ name, count }) => `${name}: ${count}`),
			`With progress: ${summary.hasProgress}; its one deck: ${summary.deck ?? '(it says so itself)'}`,
		]),
		list(
			`Decks, ${deckCount}`,
			decks.map(
				({ path, cards, added, isNew }) =>
					`${path}: ${added} of ${cards} cards added${isNew ? ', new' : ''}`,
			),
		),
		list(`On other servers, ${remoteCount}`, media.remote),
		list(`Missing, ${missingCount}`, media.missing),
		list('Not shown on any card', refused === '' ? [] : [refused]),
		list(
			'Samples',
			samples.map(({ note, type, ordinal, deck }) =>
				JSON.stringify([deck.join('::'), type.name, ordinal, note.fields]),
			),
		),
		...(table ? [list('Table', tableLines(table))] : []),
		remarksAsText(name, summary, summary.format),
	];
	return parts.join('\n\n');
}

function tableLines({
	roles,
	names,
	rows,
	...table
}: NonNullable<ImportSummary['table']>): string[] {
	return [
		JSON.stringify(table),
		`columns: ${JSON.stringify(names ?? null)}`,
		`roles: ${JSON.stringify(roles)}`,
		...rows.map((row) => JSON.stringify(row)),
	];
}
