/** What a build ships of the catalog: one small index, and per category a chunk of cards, of pages and of sources; one of drills. */
import type { CardKind, CardSource, CompiledCard, Level } from './card.ts';
import type { Comparison, ComparisonPage } from './comparison.ts';
import type { DrillTemplate } from './drill.ts';
import type { Grouping } from './grouping.ts';
import type { PatternPage } from './pattern.ts';
import type { QuestionNeeds } from './question-needs.ts';
import type { Question } from './question.ts';

export interface Category {
	id: string;
	name: string;
	short: string;
}

/** File names below `library/`, each carrying the hash of its content. */
export interface CategoryChunks {
	/** In parts of `PATTERNS_A_PART` patterns, in the order of the index: a session begins with a few cards. */
	cards: string[];
	pages: string;
	sources: string;
}

/** Patterns whose cards share a file. */
export const PATTERNS_A_PART = 8;

export interface CardSummary {
	/** The part of the card's id behind the slash. */
	slug: string;
	kind: CardKind;
	level: Level;
	/** Kept for the history of people who studied it; never offered as new. */
	retired?: true;
}

export interface PatternSummary {
	id: string;
	name: string;
	aliases: string[];
	category: string;
	level: Level;
	oneLine: string;
	cards: CardSummary[];
}

export interface PathStep {
	id: string;
	why: string;
}

/** A learning path: patterns in an order in which each is explainable with what came before. */
export interface LearningPath {
	id: string;
	name: string;
	audience: string;
	stages: { title: string; steps: PathStep[] }[];
}

/** A problem in plain words, and the patterns that solve it, the best first. */
export interface Scenario {
	id: string;
	/** At most 90 characters. */
	need: string;
	patterns: string[];
}

export interface LibraryIndex {
	/** Hash of the whole catalog: equal means nothing changed. */
	version: string;
	categories: (Category & { chunks: CategoryChunks })[];
	/** By category in catalog order, by name within. Only categories that hold a pattern are listed above. */
	patterns: PatternSummary[];
	paths: LearningPath[];
	/** Absent where the catalog has none. */
	scenarios?: Scenario[];
	/** By name; absent where the catalog has none. */
	comparisons?: Comparison[];
	/** File name of the pages of all comparisons; absent where there are none. */
	comparisonPages?: string;
	/** Absent where the catalog has none. */
	groupings?: Grouping[];
	/** File name of all drills below `library/`; absent where there are none. */
	drills?: string;
	/** By difficulty and title; absent where the catalog has none. */
	questions?: QuestionSummary[];
}

/** A mock interview to choose. `needs` gives parts of the answer away: it is for counting, and shown on request alone. */
export interface QuestionSummary extends Pick<
	Question,
	'id' | 'version' | 'title' | 'aliases' | 'difficulty' | 'kind' | 'retired'
> {
	/** File name below `library/` of the whole `Question`. */
	file: string;
	needs: QuestionNeeds;
}

/** The `…drills….json` chunk: every drill, retired ones too, easier ones first. */
export type DrillChunk = DrillTemplate[];
/** The `…comparisons….json` chunk: every comparison's page, by its id. */
export type ComparisonChunk = Record<string, ComparisonPage>;
/** A `…cards….json` chunk: every card of a category, by card id. */
export type CardChunk = Record<string, CompiledCard>;
/** A `…pages….json` chunk: every page of a category, by pattern id. */
export type PageChunk = Record<string, PatternPage>;
/** A `…sources….json` chunk: the Markdown of every card, for editing and export. */
export type SourceChunk = Record<string, CardSource>;
