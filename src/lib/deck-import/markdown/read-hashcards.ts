/** Reads decks of hashcards: `Q:`, `A:` and `C:` in plain Markdown, without headings or ids. */
import { FenceReader, linesOf } from '../../content/text-piece.ts';
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection } from '../imported.ts';
import { stockType } from '../stock-types.ts';
import { readFrontLines } from './front-lines.ts';

type Mark = 'Q' | 'A' | 'C';

interface Part {
	mark: Mark;
	line: number;
	text: string;
}

/** @param fileName without its ending: the deck, where the file names none */
export function readHashcards(text: string, fileName: string): ImportedCollection {
	const builder = new CollectionBuilder('markdown', 'hashcards');
	const lines = linesOf(text);
	const head = readFrontLines(lines);
	const deck = (head.values.get('name') || fileName).split('::');
	const basic = stockType('Basic', 'markdown', ['Front', 'Back']);
	const cloze = stockType('Cloze', 'markdown', ['Text', 'Back Extra']);
	const skip = (line: number, label: string, reason: string) =>
		builder.skipped.add('note', line, label, reason);
	let question: Part | undefined;
	const unanswered = () => {
		if (question) skip(question.line, question.text, 'it has no "A:"');
		question = undefined;
	};
	for (const part of partsOf(lines, head.lines, skip)) {
		const { mark, line, text: said } = part;
		if (mark === 'A') {
			if (question) {
				const fields = [question.text, said];
				builder.add({ number: question.line, type: basic, fields, tags: [], deck });
			} else skip(line, said, 'it has no "Q:" of its own');
			question = undefined;
			continue;
		}
		unanswered();
		if (mark === 'Q') question = part;
		else {
			const numbered = numberDeletions(said);
			builder.add({ number: line, type: cloze, fields: [numbered], tags: [], deck });
		}
	}
	unanswered();
	return builder.finish({ tags: true });
}

function partsOf(
	lines: readonly string[],
	from: number,
	skip: (line: number, label: string, reason: string) => void,
): Part[] {
	const parts: Part[] = [];
	const fences = new FenceReader();
	let open: Part | undefined;
	lines.slice(from).forEach((line, index) => {
		const number = from + index + 1;
		const fenced = fences.read(line);
		const begins = fenced ? null : /^([QAC]):[ \t]?(.*)$/s.exec(line);
		if (begins) {
			open = { mark: begins[1] as Mark, line: number, text: begins[2]! };
			parts.push(open);
			// A fence may begin on the line of the mark.
			fences.read(open.text);
		} else if (!fenced && /^---\s*$/.test(line)) open = undefined;
		else if (open) open.text += `\n${line}`;
		else if (line.trim() !== '') skip(number, line, 'it stands outside of any card');
	});
	for (const part of parts) part.text = part.text.trim();
	return parts;
}

/** `[deleted]` as `{{c1::deleted}}`, one number for each; `\[` stays a bracket, images and links stay whole. */
export function numberDeletions(text: string): string {
	let number = 0;
	const PIECE = /\\[[\]\\]|!?\[([^[\]\n]{0,1000})\](\([^()\n]{0,2000}\))?|`[^`]*`/g;
	return text.replace(PIECE, (whole, inside: string | undefined, address: string | undefined) => {
		if (whole.startsWith('\\')) return whole.slice(1);
		if (inside === undefined || inside === '' || address || whole.startsWith('!')) return whole;
		number += 1;
		return `{{c${number}::${inside}}}`;
	});
}
