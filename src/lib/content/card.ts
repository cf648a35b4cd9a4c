/** What a card is: as an author writes it, and as the app shows it. */

export const CARD_KINDS = [
	'recall',
	'cloze',
	'choose',
	'contrast',
	'number',
	'diagram',
	'failure',
	'say',
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

export const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const;
export type Level = (typeof LEVELS)[number];

/** A card as text. `front` and `back` are Markdown; blanks of a cloze stand as `==…==` in `front`. */
export interface CardSource {
	/** `pattern id/slug`, stable for ever. */
	id: string;
	kind: CardKind;
	level: Level;
	/** Further pattern ids that the card is about. */
	also: string[];
	tags: string[];
	/** What a person would type; empty where nothing is typed. */
	answers: string[];
	front: string;
	back: string;
	/** Kept for the history of people who studied it; never offered as new. */
	retired?: true;
}

/** Where a card of the person's own comes from. */
export interface OwnOrigin {
	/** Names of its deck from the root down. */
	deck: readonly string[];
	/** Whether the card itself asks for its answer to be typed, whatever the settings say. */
	typed: boolean;
	/** Accents do not count in what is typed. */
	anyMarks?: true;
	/** In words: what of its template could not be done. */
	problems: readonly string[];
}

/** HTML that came with an import, through the gate; shown in a frame of its own, without scripts. */
export interface CardDocument {
	frontHtml: string;
	/** Mostly repeats the front: it stands in its place after the reveal. */
	backHtml: string;
	/** Of the note type, through the gate. */
	css: string;
}

/** A picture, sound or film of a card. */
export interface CardMedia {
	/** By its first bytes: `image/…`, `audio/…`, `video/…`. */
	type: string;
	bytes: ArrayBuffer;
	/** px, where the header of a picture says so. */
	size?: { width: number; height: number };
}

/** A card ready to show. All `…Html` is safe: made by our renderer or passed through the sanitizer. */
export interface CompiledCard {
	id: string;
	kind: CardKind;
	level: Level;
	also: string[];
	tags: string[];
	answers: string[];
	frontHtml: string;
	/** Cloze only: the front with its blanks filled, shown in place of `frontHtml` after the reveal. */
	filledHtml?: string;
	/** Empty for a cloze without an explanation. */
	backHtml: string;
	/** `say` and `diagram`: the points to tick, one inline fragment each; not repeated in `backHtml`. */
	checklist?: string[];
	retired?: true;
	/** It reads as the person has edited it, and the catalog has changed the released wording since. */
	changedUpstream?: true;
	own?: OwnOrigin;
	/** Where it is there, `frontHtml` and `backHtml` are the plain text of its sides. */
	document?: CardDocument;
	/** By what `data-media` in the HTML names. */
	media?: ReadonlyMap<string, CardMedia>;
}
