/** A note as it is typed: which cards it makes, what it still lacks, and what is saved of it. */
import type { NoteType, OwnNote } from '$lib/content/note.ts';
import { ownNoteId } from '$lib/content/own-note.ts';
import { noteOrdinals } from '$lib/deck-import/template/note-ordinals.ts';

/** The first second of 2020: new cards stand behind those of any import in the order of their making. */
const LONG_AGO = 1_577_836_800_000;

export interface TypedNote {
	type: NoteType;
	/** The note as it is stored; `undefined` for a new one. */
	note: OwnNote | undefined;
	fields: readonly string[];
	/** Whether an answer to type belongs to it. */
	typed: boolean;
	/** Alternatives to type, with bars between. */
	answer: string;
}

export function ordinalsOf({ type, note, fields, typed }: TypedNote): number[] {
	// Cards in our own format hide words in their own way, and a note is one card.
	if (typed || note?.traits) return (fields[0] ?? '').trim() === '' ? [] : [0];
	const made = noteOrdinals(type, fields);
	if (!note) return made;
	// What came with an import stays, also where it shows nothing and never did.
	const before = noteOrdinals(type, note.fields);
	const kept = note.ordinals.filter((ordinal) => !before.includes(ordinal));
	return [...new Set([...made, ...kept])].sort((a, b) => a - b);
}

/** Why it cannot be saved yet; '' where it can. */
export function missingOf(typedNote: TypedNote): string {
	const { type, typed, answer } = typedNote;
	if (ordinalsOf(typedNote).length === 0) {
		if (type.kind !== 'cloze') return `${type.fields[0] ?? 'The front'} is empty.`;
		return 'Nothing is hidden yet. Select the words to ask for and press Cloze.';
	}
	return typed && answersOf(answer).length === 0 ? 'Say what is to be typed.' : '';
}

export function traitsOf({ note, typed, answer }: TypedNote): Pick<OwnNote, 'traits'> {
	const known = note?.traits;
	if (!typed) return known ? { traits: known } : {};
	const usual = { kind: 'number', level: 'beginner', also: [] } as const;
	return { traits: { ...usual, ...known, answers: answersOf(answer) } };
}

/** @param as `rest` of the id of a new note; `t` ms since the epoch */
export function noteToSave(
	typedNote: TypedNote,
	{ tags, deck, rest, t }: { tags: readonly string[]; deck: string; rest: string; t: number },
): OwnNote {
	const { type, fields } = typedNote;
	const position = Math.max(0, Math.floor((t - LONG_AGO) / 1000));
	const note: OwnNote = typedNote.note ?? {
		...{ id: ownNoteId(rest), guid: rest, noteType: type.id, fields, tags, modified: t },
		...{ deck, decks: {}, ordinals: [], position },
	};
	return {
		...note,
		...{ fields: [...fields], tags: [...tags], ordinals: ordinalsOf(typedNote), deck },
		// Moved, all its cards go along.
		...(note.deck === deck ? {} : { decks: {} }),
		...traitsOf(typedNote),
	};
}

function answersOf(answer: string): string[] {
	return answer
		.split('|')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}
