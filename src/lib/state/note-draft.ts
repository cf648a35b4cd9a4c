/** Keeps what is typed into the editor of a note until it is saved, also over a reload or a crash. */
import * as v from 'valibot';

/** What is typed, as it will be saved. */
export interface NoteDraft {
	/** Which of `NOTE_KINDS`; '' for the type that the note has. */
	kind: string;
	fields: string[];
	/** Alternatives to type, with bars between. */
	answer: string;
	tags: string[];
	deckId: string;
	/** Of a deck that is to be made. */
	newDeck: string;
	/** The note as it was when this was typed: when it was changed last, and its deck. */
	base?: { modified: number; deck: string } | undefined;
}

const DRAFT = v.object({
	...{ kind: v.string(), fields: v.array(v.string()), answer: v.string() },
	...{ tags: v.array(v.string()), deckId: v.string(), newDeck: v.string() },
	base: v.optional(v.object({ modified: v.number(), deck: v.string() })),
});

const keyOf = (id: string) => `onsite-note-draft:${id || 'new'}`;

/** The draft of a note; `undefined` where none was left. @param id of the note, for a new one that of its slot */
export function readDraft(id: string): NoteDraft | undefined {
	try {
		const text = localStorage.getItem(keyOf(id));
		const result = v.safeParse(DRAFT, JSON.parse(text ?? 'null'));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

/** Whether it is kept; where there is no room it is only on the screen. */
export function keepDraft(id: string, draft: NoteDraft): boolean {
	try {
		localStorage.setItem(keyOf(id), JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

export function dropDraft(id: string): void {
	try {
		localStorage.removeItem(keyOf(id));
	} catch {
		// It could not have been kept either.
	}
}

/** Whether both would save the same. */
export function sameDraft(one: NoteDraft, other: NoteDraft): boolean {
	const text = (draft: NoteDraft) => JSON.stringify({ ...draft, base: undefined });
	return text(one) === text(other);
}
