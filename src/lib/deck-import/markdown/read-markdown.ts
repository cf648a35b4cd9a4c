/** Tells the styles of Markdown decks apart and reads each. */
import { FenceReader, linesOf } from '../../content/text-piece.ts';
import { ImportError } from '../import-error.ts';
import type { ImportedCollection } from '../imported.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { readFrontLines } from './front-lines.ts';
import { readHashcards } from './read-hashcards.ts';
import { readObsidian } from './read-obsidian.ts';
import { readOwnDeck } from './read-own-deck.ts';

export type MarkdownStyle = 'own' | 'hashcards' | 'obsidian';

/** A line that begins something, outside of code. */
interface MarkedLine {
	mark: 'heading' | 'Q' | 'C' | 'A';
	line: number;
}

/** By the marks that stand at the beginnings of lines. */
export function markdownStyle(text: string): MarkdownStyle {
	const lines = linesOf(text);
	const head = readFrontLines(lines);
	const marks = marksOf(lines, head.lines);
	const quoted = lines.some((line) => /^(?:front|back): "/.test(line));
	const asks = marks.filter(({ mark }) => mark === 'Q' || mark === 'C');
	if (asks.length === 0 && !quoted) return 'obsidian';
	const headings = marks.filter(({ mark }) => mark === 'heading');
	if (headings.length === 0) return 'hashcards';
	if (head.values.has('deck') || head.values.has('id')) return 'own';
	// With us a heading begins one card; elsewhere it is a line of text, or stands above several.
	const [first] = marks;
	const single = headings.every(({ line }, at) => {
		const end = headings[at + 1]?.line ?? Infinity;
		return asks.filter((ask) => ask.line > line && ask.line < end).length < 2;
	});
	return first?.mark === 'heading' && single ? 'own' : 'hashcards';
}

function marksOf(lines: readonly string[], from: number): MarkedLine[] {
	const fences = new FenceReader();
	return lines.slice(from).flatMap((text, line): MarkedLine[] => {
		if (fences.read(text)) return [];
		const begins = /^([QCA]):[ \t]?(.*)$/s.exec(text);
		// A fence may begin on the line of the mark.
		if (begins) fences.read(begins[2]!);
		if (begins) return [{ mark: begins[1] as 'Q', line }];
		return /^###\s+\S/.test(text) ? [{ mark: 'heading', line }] : [];
	});
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
