/** Judges one note of a file against the note that is here under its guid. */
import { isFromInterview } from '../../content/own-note.ts';
import type {
	FileSilence,
	ImportedNote,
	ImportedNoteType,
	OwnTraits,
	SourceFormat,
} from '../imported.ts';
import { inOneWord } from '../tag-words.ts';
import { clozeNumbers } from '../template/cloze.ts';
import { htmlOfField } from '../template/markdown-html.ts';
import type { ExistingNote } from './existing-state.ts';

export type Verdict = 'added' | 'updated' | 'unchanged' | 'older' | 'conflicting';

export interface JudgedNote {
	verdict: Verdict;
	/** As it is to be written. */
	note: ImportedNote;
	/** The file knows no types of notes: an update leaves that which the note has. */
	keepsType?: true;
	/** Ordinals of the cards whose blanks the new text no longer has. */
	gone?: readonly number[];
	/** Why it is left out. */
	reason?: string;
}

export interface NoteJudging {
	format: SourceFormat;
	silent?: FileSilence | undefined;
	/** Whether the file puts its cards into the deck in which the note lies here. */
	sameDeck: boolean;
	/** ms since the epoch. */
	now: number;
}

/** Formats that name their types at most: fields and templates of a type that is here are better known here. */
const WITHOUT_TYPES: readonly SourceFormat[] = ['text', 'markdown', 'mochi'];
/** Formats that people edit, with the time of an edit that was made before. */
const EDITED_BY_HAND: readonly SourceFormat[] = ['markdown', 'json'];
/** Formats in which a tag holds no blanks. */
const BY_WORDS: readonly SourceFormat[] = ['text', 'anki'];

const LATER = 'what is here was edited later';
const OTHER_FIELDS = 'the note here that has its guid has other fields';
const OTHER_KIND = 'the note here that has its guid is of another kind';
const IN_MARKDOWN =
	'the note here is written in Markdown, which a table cannot hold: change it here, or in a deck exported as Markdown';
const IN_HTML =
	'the note here is written in HTML: “format: html” above the text says that the file is too';
const OTHER_NOTE =
	'another note here has its name: an “id” at the head of the file tells its cards from those of other files';

/** @param known the note under its guid, where there is one */
export function judgeNote(
	note: ImportedNote,
	type: ImportedNoteType | undefined,
	known: ExistingNote | undefined,
	{ format, silent, sameDeck, now }: NoteJudging,
): JudgedNote {
	if (!known || known.deleted) return { verdict: 'added', note };
	if (known.builtIn) return { verdict: 'unchanged', note };
	const keepsType = WITHOUT_TYPES.includes(format);
	const texts = keepsType ? fitted(note, type, known, silent) : exact(note, type, known);
	if (typeof texts === 'string') return { verdict: 'conflicting', note, reason: texts };
	const sameTags = BY_WORDS.includes(format) && same(note.tags, known.tags.map(inOneWord));
	const tags = silent?.tags || sameTags ? known.tags : note.tags;
	const isSame =
		same(texts, known.fields) && same(tags, known.tags) && sameTraits(note, known, format);
	if (isSame) return { verdict: 'unchanged', note };
	if (isAnother(note, texts, known, format) && !sameDeck) {
		return { verdict: 'conflicting', note, reason: OTHER_NOTE };
	}
	const { modified } = note;
	// A format without times of edits is taken at its word: the file was just brought.
	const isBehind = EDITED_BY_HAND.includes(format)
		? modified < known.modified
		: modified <= known.modified;
	if (modified > 0 && isBehind) return { verdict: 'older', note, reason: LATER };
	return {
		verdict: 'updated',
		note: { ...note, fields: texts, tags, modified: modified > known.modified ? modified : now },
		...(keepsType ? { keepsType, gone: goneFrom(known, texts) } : {}),
	};
}

function goneFrom({ kind, fields }: ExistingNote, texts: readonly string[]): number[] {
	if (kind !== 'cloze') return [];
	const stay = clozeNumbers(texts.join('\n'));
	const went = clozeNumbers(fields.join('\n')).filter((number) => !stay.includes(number));
	return went.map((number) => number - 1);
}

/** The texts where the types agree, else why not. */
function exact(
	note: ImportedNote,
	type: ImportedNoteType | undefined,
	known: ExistingNote,
): readonly string[] | string {
	// Names of types do not count: Anki gives a type another name where one has its name already.
	const agrees = type?.text === known.text && same(type.fields, known.fieldNames);
	return agrees ? note.fields : OTHER_FIELDS;
}

/** The texts in the fields that the note has here, else why they are not taken. */
function fitted(
	note: ImportedNote,
	type: ImportedNoteType | undefined,
	known: ExistingNote,
	silent: FileSilence | undefined,
): readonly string[] | string {
	if (!type || (type.kind === 'plain') !== (known.kind === 'plain')) return OTHER_KIND;
	const count = known.fieldNames.length;
	if (note.fields.slice(count).some((text) => text.trim() !== '')) return OTHER_FIELDS;
	const from = silent?.fieldsFrom ?? note.fields.length;
	const here = known.fieldNames.map((_, at) => known.fields[at] ?? '');
	const texts = here.map((text, at) => (at < from ? (note.fields[at] ?? text) : text));
	if (type.text === known.text) return texts;
	if (known.text === 'html') return IN_HTML;
	const isShown = texts.every(
		(text, at) => text === here[at] || text === htmlOfField(here[at] ?? '', known.text),
	);
	return isShown ? here : IN_MARKDOWN;
}

/** Whether a name that a person has given a card by hand has come up for quite another one. */
function isAnother(
	note: ImportedNote,
	texts: readonly string[],
	known: ExistingNote,
	format: SourceFormat,
): boolean {
	const byHand = format === 'markdown' && note.modified === 0;
	return byHand && texts.every((text, at) => text !== known.fields[at]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** What only our own formats say: kind, level, answers to type. */
function sameTraits(
	{ own }: ImportedNote,
	{ id, own: here }: ExistingNote,
	format: SourceFormat,
): boolean {
	if (!EDITED_BY_HAND.includes(format) || isFromInterview(id)) return true;
	return traitsText(own) === traitsText(here);
}

function traitsText(own: OwnTraits | undefined): string {
	if (!own) return '';
	const { kind, level, also, answers, retired = false } = own;
	return JSON.stringify([kind, level, also, answers, retired]);
}
