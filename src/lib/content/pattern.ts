/** What a pattern page is: as an author writes it, and as the app shows it. */
import type { CardSource, Level } from './card.ts';

export const SECTIONS = [
	'In one line',
	'Problem',
	'How it works',
	'Use when',
	'Avoid when',
	'Trade-offs',
	'Anti-pattern',
	'In the wild',
	'Say it in an interview',
	'Diagram',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export const RELATIONS = ['instead of', 'together with', 'builds on', 'confused with'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Related {
	id: string;
	as: Relation;
	why: string;
}

/** A pattern as text: section bodies are Markdown. */
export interface PatternSource {
	id: string;
	name: string;
	aliases: string[];
	category: string;
	level: Level;
	levelReason?: string;
	related: Related[];
	sources: string[];
	sections: Partial<Record<SectionName, string>>;
	cards: CardSource[];
}

/** A pattern page ready to show. */
export interface PatternPage {
	id: string;
	levelReason?: string;
	/** In the order of SECTIONS, without "In one line" (it stands in the index). */
	sections: { title: SectionName; html: string }[];
	/** Both directions: links written here, and links of others that point here (`back: true`). */
	related: (Related & { back?: boolean })[];
	sources: string[];
}
