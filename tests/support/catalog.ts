/** The catalog of the build that is tested. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardKind, CompiledCard } from '../../src/lib/content/card.ts';
import type { CardChunk, LibraryIndex, PatternSummary } from '../../src/lib/content/library.ts';
import {
	joinIndex,
	type LibraryGuide,
	type LibraryRoster,
} from '../../src/lib/content/library-guide.ts';
import { newCardOrder } from '../../src/lib/content/study-order.ts';
import { BUILD } from './release.ts';

/** A file of the build below `library/`. */
export function libraryFile<T>(file: string): T {
	return JSON.parse(readFileSync(join(BUILD, 'library', file), 'utf8')) as T;
}

const roster = libraryFile<LibraryRoster>('index.json');

export const index: LibraryIndex = joinIndex(roster, libraryFile<LibraryGuide>(roster.guide));

/** Every card of the catalog, by id. */
export const cards: CardChunk = Object.assign(
	{},
	...index.categories.flatMap(({ chunks }) =>
		chunks.cards.map((file) => libraryFile<CardChunk>(file)),
	),
);

/** Ids of a pattern's cards in the order in which a session over it shows them at first. */
export function cardsInOrder(pattern: PatternSummary): string[] {
	return newCardOrder({ ...index, patterns: [pattern] }, undefined);
}

/** A pattern whose session begins with a card of this kind. */
export function patternBeginningWith(kind: CardKind): PatternSummary {
	return patternBeginning((card) => card.kind === kind);
}

/** A pattern whose session begins with a card that has an answer to type. */
export function patternBeginningToType(): PatternSummary {
	return patternBeginning(({ answers }) => answers.length > 0);
}

function patternBeginning(suits: (card: CompiledCard) => boolean): PatternSummary {
	const found = index.patterns.find((pattern) => {
		const card = cards[cardsInOrder(pattern)[0] ?? ''];
		return card !== undefined && suits(card);
	});
	if (!found) throw new Error('no pattern begins with such a card');
	return found;
}

/** A pattern that has a card of this kind. */
export function patternWith(kind: CardKind): PatternSummary {
	const found = index.patterns.find(({ cards }) => cards.some((card) => card.kind === kind));
	if (!found) throw new Error(`no pattern has a ${kind} card`);
	return found;
}
