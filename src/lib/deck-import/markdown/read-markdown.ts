/** Tells the styles of Markdown decks apart and reads each. */
import { linesOf } from '../../content/text-piece.ts';
import { ImportError } from '../import-error.ts';
import type { ImportedCollection } from '../imported.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { readHashcards } from './read-hashcards.ts';
import { readObsidian } from './read-obsidian.ts';
import { readOwnDeck } from './read-own-deck.ts';

export type MarkdownStyle = 'own' | 'hashcards' | 'obsidian';

/** By the marks that stand at the beginnings of lines. */
export function markdownStyle(text: string): MarkdownStyle {
	const lines = linesOf(text);
	const marked = lines.some((line) => /^[QC]:/.test(line));
	if (!marked && !lines.some((line) => /^(?:front|back): "/.test(line))) return 'obsidian';
	return lines.some((line) => /^###\s/.test(line)) ? 'own' : 'hashcards';
}

/**
 * @param fileName without its ending
 * @throws ImportError where the text holds no card of any style
 */
export function readMarkdown(
	text: string,
	fileName: string,
	limits: Limits = LIMITS,
): ImportedCollection {
	const style = markdownStyle(text);
	const collection =
		style === 'own'
			? readOwnDeck(text, fileName, limits)
			: style === 'hashcards'
				? readHashcards(text, fileName)
				: readObsidian(text, fileName);
	if (collection.notes.length === 0 && collection.skipped.total === 0) {
		throw new ImportError(
			'not-this-format',
			'The text holds no card: a card begins with "Q:" or "C:", or has "::" between its sides.',
		);
	}
	return collection;
}
