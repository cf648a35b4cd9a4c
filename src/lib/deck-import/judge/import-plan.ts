/** What an import will do, all of it, decided before anything is written. */
import type {
	ImportedCard,
	ImportedDeck,
	ImportedMedia,
	ImportedNote,
	ImportedNoteType,
	ImportedPreset,
	RemarkList,
} from '../imported.ts';
import type { CardHistory } from '../history/convert-history.ts';

export interface PlannedCard {
	card: ImportedCard;
	/** Of its note. */
	guid: string;
	/** Of the card on this device whose place it takes; absent for a card to add. */
	id?: string;
	/** Of its note on this device; absent where the note is added. */
	noteId?: string;
	/** Absent where the card stays new. */
	history?: CardHistory;
}

export interface NoteUpdate {
	/** Of the note on this device, which may have been deleted. */
	id: string;
	note: ImportedNote;
	/** Only its texts change. */
	keepsType?: true;
	/** Ordinals of cards that it no longer makes: they are put away with their history. */
	gone?: readonly number[];
}

export interface ImportPlan {
	noteTypes: readonly ImportedNoteType[];
	addNotes: readonly ImportedNote[];
	updateNotes: readonly NoteUpdate[];
	/** New cards, and cards of this device that were never answered and now take the progress of the file. */
	cards: readonly PlannedCard[];
	/** Decks that are not here yet. */
	addDecks: readonly ImportedDeck[];
	/** By key of the file: id of the deck on this device. */
	knownDecks: ReadonlyMap<string, string>;
	addMedia: readonly ImportedMedia[];
	addPresets: readonly ImportedPreset[];
	report: ImportReport;
}

export interface ImportReport {
	notes: {
		added: number;
		updated: number;
		unchanged: number;
		older: number;
		conflicting: number;
		/** Of the unchanged ones those of the catalog, of which only the progress is looked at. */
		catalog: number;
	};
	cards: { added: number; kept: number; progressTaken: number; suspended: number };
	reviews: { added: number };
	decks: { added: number };
	media: { added: number; known: number; renamed: number };
	presets: { added: number };
	/** Left out, with the reason. */
	skipped: RemarkList;
	/** Taken, with something put right. */
	repaired: RemarkList;
}
