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
}
