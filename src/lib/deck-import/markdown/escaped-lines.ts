/** Lines of a card's text that look like marks of the deck format, with a backslash before them. */
import { FenceReader } from '../../content/text-piece.ts';

/** What begins something new outside of a code fence. */
const MARK = /^\\*(?:###\s|[QCA]:)/;

/** The text as it stands in a deck file; fences are left as they are. */
export function escapeLines(text: string): string {
	const fences = new FenceReader();
	return text
		.split('\n')
		.map((line) => (!fences.read(line) && MARK.test(line) ? `\\${line}` : line))
		.join('\n');
}

/** A line outside of a fence as it was before. */
export function unescapeLine(line: string): string {
	return line.startsWith('\\') && MARK.test(line) ? line.slice(1) : line;
}
