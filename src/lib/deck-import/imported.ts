/** The one shape that every reader gives, whatever the file was: its notes, cards, decks, media, history and options. */
import type { NoteTemplate, NoteType, OwnTraits } from '../content/note.ts';
import type { Flag } from '../scheduler/card-state.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Grade, Phase, ReviewKind } from '../scheduler/review.ts';

export type SourceFormat = 'anki' | 'text' | 'markdown' | 'json' | 'mochi';

export type { OwnTraits, TextFormat } from '../content/note.ts';
export type ImportedTemplate = NoteTemplate;

export interface ImportedNoteType extends Omit<NoteType, 'id'> {
	/** Unique within the file. */
	key: string;
	/** The number that Anki calls it by, where it is from there. */
	anki?: string;
}

export interface ImportedNote {
	/** Unique within the file. */
	key: string;
	/** The same in every version of this note: by it a later import finds it again. */
	guid: string;
	/** `key` of its type. */
	noteType: string;
	/** As many as its type has. */
	fields: readonly string[];
	/** Parts of a hierarchy are joined by `::`. */
	tags: readonly string[];
	/** ms since the epoch of the last edit; 0 where the file does not say. */
	modified: number;
	/** ms since the epoch of its making, where the file says that. */
	made?: number;
	own?: OwnTraits;
}

/** Where a card stands; a new one has none of it. */
export interface ImportedSchedule {
	phase: Exclude<Phase, 'new'>;
	/** Study day number, or ms since the epoch while `intraday`. */
	due: number;
	intraday: boolean;
	/** Days; 0 before the first. */
	interval: number;
	reps: number;
	lapses: number;
	/** Steps left. */
	left: number;
	/** Factor of SM-2, such as 2.5; 0 where the file has none. */
	ease: number;
	/** As FSRS left it; absent where the file has none that can be. */
	memory?: { stability: number; difficulty: number };
	/** ms since the epoch of the last answer; 0 where the file does not say. */
	lastT: number;
}

export interface ImportedCard {
	/** Unique within the file. */
	key: string;
	/** `key` of its note. */
	note: string;
	/** Which template, from 0; for a cloze the number of its blank less one. */
	ordinal: number;
	/** `key` of its deck; the home deck where a filtered one held it. */
	deck: string;
	/** Order among new cards. */
	position: number;
	suspended: boolean;
	/** Whether it was buried when the file was made. */
	buried: 'none' | 'person' | 'sibling';
	flag: Flag;
	/** Absent for a card that was never answered. */
	schedule?: ImportedSchedule;
	/** Where its log does not reach back to the first answer and the file says what stood before it. */
	start?: MemoryStart;
}

export interface ImportedDeck {
	/** Unique within the file. */
	key: string;
	/** Names from the root down, at least one. */
	path: readonly string[];
	/** Untrusted text; '' for none. */
	description: string;
	/** `key` of its preset. */
	preset?: string;
}

/** The bytes went to the keeper of media when they were read. */
export interface ImportedMedia {
	/** As notes name it. */
	name: string;
	/** SHA-256 of the content, hexadecimal: under this it is kept, never under its name. */
	hash: string;
	/** By its first bytes, never by its name. */
	type: string;
	size: number;
}

export interface ImportedReview {
	/** `key` of its card. */
	card: string;
	/** ms since the epoch. */
	t: number;
	grade: 0 | Grade;
	kind: ReviewKind;
	/** Milliseconds of answering. */
	duration: number;
	/** The interval given: days when positive, seconds when negative. */
	next: number;
	/** The interval before, in the same way. */
	before: number;
	/** Factor of SM-2 in thousandths, or by FSRS a difficulty from 100 to 1100; 0 for none. */
	factor: number;
}

export interface ImportedPreset {
	/** Unique within the file. */
	key: string;
	name: string;
	/** Only what the file says and can be. */
	options: Partial<Omit<Preset, 'id' | 'name'>>;
}

export type RecordKind = 'note' | 'card' | 'deck' | 'type' | 'media' | 'review' | 'preset';

/** A record that was left out or changed on the way, with its place in the file and the reason. */
export interface RecordRemark {
	kind: RecordKind;
	/** From 1: the line of a text, the place in a table. */
	number: number;
	/** What people would know it by; '' where nothing is. */
	label: string;
	reason: string;
}

/** What remarks call a note by. @param index of it among `notes` */
export function placeOfNote(
	{ notes, places }: Pick<ImportedCollection, 'notes' | 'places'>,
	index: number,
): number {
	return places?.get(notes[index]?.key ?? '') ?? index + 1;
}

export interface RemarkList {
	/** How many there are; `first` may hold fewer. */
	total: number;
	first: readonly RecordRemark[];
}

/** What a file has no place for: what is here of it stays. */
export interface FileSilence {
	tags?: true;
	/** The first field that it does not say, from 0. */
	fieldsFrom?: number;
}

export interface ImportedCollection {
	format: SourceFormat;
	silent?: FileSilence;
	/** What made the file, in words: `Anki 2.1.50 or later`. */
	origin: string;
	/** ms since the epoch at which the file was made; 0 where it does not say. */
	made: number;
	noteTypes: readonly ImportedNoteType[];
	notes: readonly ImportedNote[];
	/** By key of a note: its place in the file, where that is not its place among `notes`. */
	places?: ReadonlyMap<string, number>;
	cards: readonly ImportedCard[];
	decks: readonly ImportedDeck[];
	media: readonly ImportedMedia[];
	/** By time. */
	reviews: readonly ImportedReview[];
	presets: readonly ImportedPreset[];
	/** Left out. */
	skipped: RemarkList;
	/** Taken, with something put right. */
	repaired: RemarkList;
}
