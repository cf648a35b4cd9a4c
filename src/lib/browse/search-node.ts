/** What a search of cards says, as a tree: `readSearch` makes it of what was typed, `formatSearch` writes it out. */
import type { CardKind, Level } from '../content/card.ts';
import type { Flag } from '../scheduler/card-state.ts';
import type { Grade } from '../scheduler/review.ts';

/** `*` stands for any text, also none; `_` for one character. */
export type PatternPiece = { text: string } | { wild: '*' | '_' };
/** No piece is empty, no two texts and no two `*` stand side by side. */
export type Pattern = readonly PatternPiece[];

export const CARD_STATES = [
	...(['new', 'learn', 'review', 'due', 'suspended', 'buried'] as const),
	...(['buried-manually', 'buried-sibling'] as const),
	...(['leech', 'flagged', 'own', 'catalog'] as const),
];
export type CardStateName = (typeof CARD_STATES)[number];

export const PROPERTIES = ['s', 'd', 'r', 'ivl', 'due', 'lapses', 'reps', 'pos'] as const;
export type Property = (typeof PROPERTIES)[number];

export const OPERATORS = ['=', '!=', '<', '>', '<=', '>='] as const;
export type Operator = (typeof OPERATORS)[number];

/** Names that are matched whole, in any case: `deck:` and `tag:` with what lies below them. */
export const NAMED = ['deck', 'tag', 'note', 'card', 'category', 'preset'] as const;
export type Named = (typeof NAMED)[number];

/** What happened within the last days, today being day 1. */
export const WITHIN_DAYS = ['added', 'edited', 'introduced', 'rated'] as const;
export type WithinDays = (typeof WITHIN_DAYS)[number];

/** `id` finds cards by their own id or that of their note. */
export const ID_KINDS = ['id', 'nid', 'cid'] as const;
export type IdKind = (typeof ID_KINDS)[number];

export type SearchKind = CardKind | 'drill';

export type Term =
	/** Occurs anywhere in the text of the card. */
	| { term: 'text'; pattern: Pattern }
	/** Occurs as a word of its own. */
	| { term: 'word'; pattern: Pattern }
	/** Is the whole of a field; the name may have wildcards too. */
	| { term: 'field'; name: Pattern; pattern: Pattern }
	/** Matches anywhere in the text of the card; as it was written. */
	| { term: 'regex'; source: string }
	/** Matches anywhere in a field. */
	| { term: 'fieldRegex'; name: Pattern; source: string }
	/** Matches anywhere in a tag. */
	| { term: 'tagRegex'; source: string }
	| { term: Named; pattern: Pattern }
	| { term: 'untagged' }
	| { term: 'is'; state: CardStateName }
	| { term: 'flag'; flag: Flag }
	/** `digits` are the decimals as written: to them `=` and `!=` round. */
	| { term: 'prop'; property: Property; operator: Operator; value: number; digits: number }
	| { term: Exclude<WithinDays, 'rated'>; days: number }
	/** `grade` 0 for any. */
	| { term: 'rated'; days: number; grade: 0 | Grade }
	| { term: 'kind'; kind: SearchKind }
	| { term: 'level'; level: Level }
	| { term: IdKind; ids: readonly string[] };

export type SearchNode =
	/** Nothing was asked: every card. Only as a whole search. */
	| { all: true }
	/** At least two. */
	| { and: readonly SearchNode[] }
	/** At least two. */
	| { or: readonly SearchNode[] }
	| { not: SearchNode }
	| Term;

/** What was typed and is no search. */
export interface SearchProblem {
	/** Place of its first character, and the place behind its last, from 0. */
	from: number;
	to: number;
	/** What is wrong, as a sentence. */
	what: string;
	/** What would be accepted there. */
	accepted: string;
}
