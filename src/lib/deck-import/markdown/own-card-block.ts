/** Cuts a deck file into its cards: heading, keys, texts. */
import { FenceReader } from '../../content/text-piece.ts';
import { unescapeLine } from './escaped-lines.ts';

export interface OwnCardBlock {
	heading: string;
	/** From 1. */
	line: number;
	keys: Map<string, string>;
	mark: 'Q' | 'C' | undefined;
	front: string | undefined;
	back: string | undefined;
	/** Lines that are neither key nor text. */
	stray: number[];
	/** Lines that begin like a card and were taken for text. */
	marks: number[];
}

/** @param first number of the first of the lines, from 1 */
export function ownCardBlocks(lines: readonly string[], first: number): OwnCardBlock[] {
	const blocks: OwnCardBlock[] = [];
	let card: OwnCardBlock | undefined;
	let into: 'front' | 'back' | undefined;
	let fences = new FenceReader();
	const open = (heading: string, line: number) => {
		card = {
			heading,
			line,
			keys: new Map(),
			mark: undefined,
			front: undefined,
			back: undefined,
			stray: [],
			marks: [],
		};
		blocks.push(card);
		into = undefined;
		fences = new FenceReader();
	};
	lines.forEach((line, index) => {
		const fenced = fences.read(line);
		const heading = fenced ? null : /^###\s+(.*?)\s*$/s.exec(line);
		if (heading) return open(heading[1]!, first + index);
		if (!card) return;
		const begins = fenced ? null : /^([QCA]):[ \t]?(.*)$/s.exec(line);
		const free = begins && (begins[1] === 'A' ? card.back === undefined : into === undefined);
		if (begins && free) {
			into = begins[1] === 'A' ? 'back' : 'front';
			if (begins[1] !== 'A') card.mark = begins[1] as 'Q' | 'C';
			card[into] = begins[2]!;
			// A fence may begin on the line of the mark.
			fences = new FenceReader();
			fences.read(begins[2]!);
		} else if (into) {
			card[into] += `\n${fenced ? line : unescapeLine(line)}`;
			if (begins) card.marks.push(first + index);
		} else if (line.trim() !== '') {
			const pair = /^([a-z_]+):\s*(.*?)\s*$/s.exec(line);
			if (pair) card.keys.set(pair[1]!, pair[2]!);
			else card.stray.push(first + index);
		}
	});
	for (const block of blocks) {
		block.front = block.front?.replace(/^\n+|\s+$/g, '');
		block.back = block.back?.replace(/^\n+|\s+$/g, '');
	}
	return blocks;
}
