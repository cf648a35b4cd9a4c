/** What an editor shows of a note, by the fields that its type has. */
import type { NoteType, OwnNote } from '$lib/content/note.ts';
import type { Typed } from './merge-typed.ts';

export function shownNote(note: OwnNote, type: NoteType | undefined): Typed {
	const { fields, tags, deck, traits } = note;
	const answer = traits?.answers.join(' | ') ?? '';
	return { fields: padded(fields, type), answer, tags, deckId: deck };
}

/** Empty fields of a type. */
export function blank(type: NoteType | undefined): string[] {
	return (type?.fields ?? ['', '']).map(() => '');
}

/** As many as the type has. */
export function padded(fields: readonly string[], type: NoteType | undefined): string[] {
	const wanted = blank(type);
	const kept = fields.slice(0, wanted.length);
	return [...kept, ...wanted.slice(kept.length)];
}
