/** The note types that there are without any file: those of which a person makes notes here. */
import { noteTypeId } from './note-type-id.ts';
import type { NoteType } from './note.ts';
import { STOCK, type StockName } from './stock-note-types.ts';

function inMarkdown(name: StockName): NoteType {
	const type = { ...STOCK[name], name, text: 'markdown', css: '' } as const;
	return { id: noteTypeId(type), ...type };
}

/** A question and its answer; also what every card made after an interview is. */
export const BASIC_TYPE = inMarkdown('Basic');
export const REVERSED_TYPE = inMarkdown('Basic (and reversed card)');
export const OPTIONAL_REVERSED_TYPE = inMarkdown('Basic (optional reversed card)');
export const CLOZE_TYPE = inMarkdown('Cloze');

export const BUILT_IN_TYPES: readonly NoteType[] = [
	...[BASIC_TYPE, REVERSED_TYPE, OPTIONAL_REVERSED_TYPE, CLOZE_TYPE],
];
