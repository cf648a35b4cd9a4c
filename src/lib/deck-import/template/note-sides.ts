/** Both sides of a note in Markdown, apart: the answer without the question that its template repeats. */
import type { NoteTemplate } from '../../content/note.ts';
import { clozeAnswers } from './cloze.ts';
import { textOfField } from './note-text.ts';
import {
	renderImportedCard,
	type RenderContext,
	type RenderedCard,
	type ShownNote,
	type ShownType,
} from './render-card.ts';

const REPEATED = /^\s*\{\{\s*FrontSide\s*\}\}\s*(?:<hr\b[^<>]{0,100}>\s*)?/i;

export interface NoteSides extends RenderedCard {
	/** Whether `backHtml` repeats the front, and so stands in its place. */
	whole: boolean;
}

/** By template as it is written: parsing it again would cost more than filling it. */
const shortened = new WeakMap<NoteTemplate, NoteTemplate>();

/** @param ordinal as for `renderImportedCard` */
export function noteSides(
	note: ShownNote,
	type: ShownType,
	ordinal: number,
	context: RenderContext,
): NoteSides {
	const template = type.templates[type.kind === 'plain' ? ordinal : 0];
	if (!template || type.kind !== 'plain' || !REPEATED.test(template.back)) {
		const whole = renderImportedCard(note, type, ordinal, context);
		const answers = type.kind === 'cloze' ? blanksOf(note, ordinal) : whole.answers;
		return { ...whole, answers, whole: true };
	}
	const short = shortened.get(template) ?? {
		...template,
		back: template.back.replace(REPEATED, ''),
	};
	shortened.set(template, short);
	const templates = type.templates.map((each) => (each === template ? short : each));
	return { ...renderImportedCard(note, { ...type, templates }, ordinal, context), whole: false };
}

/** What the blanks of a card hide, as one would type it. */
function blanksOf({ fields }: ShownNote, ordinal: number): string[] {
	const blanks = fields.flatMap((field) => clozeAnswers(field, ordinal + 1));
	const words = blanks.map((blank) => textOfField(blank, 'markdown'));
	return words.length > 0 ? [words.join(', ')] : [];
}
