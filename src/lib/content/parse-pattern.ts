/** Cuts a file of patterns or comparisons into front matter, sections and cards: a state machine that collects every mistake. */
import type { Mistake } from './mistake.ts';
import { SECTIONS, type SectionName } from './pattern.ts';
import { FenceReader, linesOf, pieceOf, type TextPiece } from './text-piece.ts';

export interface SectionBlock<Title extends string = SectionName> {
	title: Title;
	heading: number;
	body: TextPiece;
}

/** A card as it stands in the file, its values not yet judged. */
export interface CardBlock {
	slug: string;
	heading: number;
	keys: { key: string; value: string; line: number }[];
	/** `C` marks a cloze. */
	mark?: 'Q' | 'C';
	front?: TextPiece;
	back?: TextPiece;
}

export interface PatternBlocks<Title extends string = SectionName> {
	frontMatter?: TextPiece;
	sections: SectionBlock<Title>[];
	cards: CardBlock[];
	/** Line of `## Cards`. */
	cardsHeading?: number;
	mistakes: Mistake[];
}

type State =
	| 'before front matter'
	| 'front matter'
	| 'before sections'
	| 'section'
	| 'unknown section'
	| 'before cards'
	| 'card keys'
	| 'card front'
	| 'card back';

class BlockReader<Title extends string> {
	private state: State = 'before front matter';
	private readonly blocks: PatternBlocks<Title> = { sections: [], cards: [], mistakes: [] };
	private fences = new FenceReader();
	private fenceLine = 0;
	/** Lines of the part being read, and the line on which it began. */
	private lines: string[] = [];
	private first = 1;
	private title: Title | undefined;
	private heading = 0;
	private card: CardBlock | undefined;
	/** Place in the order of the last section heading. */
	private reached = -1;

	/** Titles of the sections, as they follow one another. */
	private readonly order: readonly string[];

	constructor(
		private readonly file: string,
		titles: readonly Title[],
	) {
		this.order = [...titles, 'Cards'];
	}

	read(text: string): PatternBlocks<Title> {
		const lines = linesOf(text);
		lines.forEach((line, index) => this.step(line, index + 1));
		this.finish(lines.length);
		return this.blocks;
	}

	private step(line: string, number: number): void {
		switch (this.state) {
			case 'before front matter':
				if (line === '---') return this.begin('front matter', number + 1);
				if (line.trim() === '') return;
				this.mistake(
					number,
					'the file does not begin with front matter',
					'begin with a line "---", the keys, and a line "---"',
				);
				this.begin('before sections', number);
				return this.step(line, number);
			case 'front matter':
				if (line !== '---') return void this.lines.push(line);
				this.blocks.frontMatter = { text: this.lines.join('\n'), line: this.first };
				return this.begin('before sections', number + 1);
			default:
				return this.stepBody(line, number);
		}
	}

	private stepBody(line: string, number: number): void {
		const wasOpen = this.fences.language !== undefined;
		if (this.fences.read(line)) {
			if (!wasOpen) this.fenceLine = number;
			return this.text(line, number);
		}
		const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
		if (heading?.[1] === '##') return this.sectionHeading(heading[2]!, number);
		if (heading?.[1] === '###' && this.inCards()) return this.cardHeading(heading[2]!, number);
		if (heading) {
			this.mistake(
				number,
				`the heading "${line.trim()}" is not one of the format`,
				'use "## " for the sections, "### slug" for cards, and bold text for anything else',
			);
			return;
		}
		const before = this.lines.at(-1)?.trim() ?? '';
		if (/^(-{3,}|={3,})\s*$/.test(line) && before !== '' && !before.startsWith('|')) {
			this.mistake(
				number,
				'this line turns the one above into a heading',
				'leave a blank line before it, or remove it',
			);
		}
		this.text(line, number);
	}

	private text(line: string, number: number): void {
		switch (this.state) {
			case 'card keys':
				return this.cardKey(line, number);
			case 'card front':
				if (/^A:/.test(line) && this.fences.language === undefined)
					return this.answer(line, number);
				break;
			case 'card back':
				if (/^(Q|C|A):/.test(line) && this.fences.language === undefined) {
					this.mistake(
						number,
						`"${line.slice(0, 2)}" begins a second text in one card`,
						'begin the next card with "### slug"',
					);
				}
				break;
			case 'before sections':
			case 'before cards':
				if (line.trim() === '') return;
				this.mistake(
					number,
					`text before the first ${this.state === 'before cards' ? 'card' : 'section'}`,
					this.state === 'before cards'
						? 'begin a card with "### slug"'
						: `begin with "## ${this.order[0]}"`,
				);
				return;
		}
		this.lines.push(line);
	}

	private sectionHeading(title: string, number: number): void {
		this.close(number);
		const place = this.order.indexOf(title);
		if (place < 0) {
			this.mistake(number, `unknown section "${title}"`, `one of: ${this.order.join(', ')}`);
			return this.begin('unknown section', number + 1);
		}
		if (
			title === 'Cards'
				? this.blocks.cardsHeading
				: this.blocks.sections.some((s) => s.title === title)
		) {
			this.mistake(number, `the section "${title}" stands twice`, 'join the two');
		} else if (place < this.reached) {
			this.mistake(
				number,
				`the section "${title}" comes after "${this.order[this.reached]}"`,
				`the order is: ${this.order.join(', ')}`,
			);
		}
		this.reached = Math.max(this.reached, place);
		if (title === 'Cards') {
			this.blocks.cardsHeading = number;
			return this.begin('before cards', number + 1);
		}
		this.title = title as Title;
		this.heading = number;
		this.begin('section', number + 1);
	}

	private cardHeading(slug: string, number: number): void {
		this.close(number);
		this.card = { slug, heading: number, keys: [] };
		this.blocks.cards.push(this.card);
		this.begin('card keys', number + 1);
	}

	private cardKey(line: string, number: number): void {
		const question = /^(Q|C):\s?(.*)$/.exec(line);
		if (question && this.card) {
			this.card.mark = question[1] as 'Q' | 'C';
			this.begin('card front', number);
			this.lines.push(question[2]!);
			return;
		}
		if (/^A:/.test(line)) return this.answer(line, number);
		if (line.trim() === '') return;
		const pair = /^([a-z_]+):\s*(.*?)\s*$/.exec(line);
		if (pair) this.card?.keys.push({ key: pair[1]!, value: pair[2]!, line: number });
		else
			this.mistake(
				number,
				`"${line.trim().slice(0, 40)}" is neither a key nor a text`,
				'write "key: value" lines, then "Q:" (or "C:" for a cloze), then "A:"',
			);
	}

	private answer(line: string, number: number): void {
		this.close(number);
		this.begin('card back', number);
		this.lines.push(line.replace(/^A:\s?/, ''));
	}

	private inCards(): boolean {
		return this.state === 'before cards' || this.state.startsWith('card');
	}

	private begin(state: State, first: number): void {
		this.state = state;
		this.first = first;
		this.lines = [];
	}

	/** Stores the part that ends before line `number`. */
	private close(number: number): void {
		const piece = pieceOf(this.lines, this.first);
		switch (this.state) {
			case 'section':
				if (this.title && !this.blocks.sections.some((section) => section.title === this.title)) {
					this.blocks.sections.push({ title: this.title, heading: this.heading, body: piece });
				}
				return;
			case 'card front':
				if (this.card) this.card.front = piece;
				return;
			case 'card back':
				if (this.card) this.card.back = piece;
				return;
			case 'front matter':
				this.mistake(
					Math.max(1, number - 1),
					'the front matter does not end',
					'close it with a line "---"',
				);
		}
	}

	private finish(last: number): void {
		if (this.fences.language !== undefined) {
			this.mistake(
				this.fenceLine,
				'this code fence does not end',
				'close it with a line of the same marks',
			);
		}
		this.close(last + 1);
		if (this.state === 'before front matter') {
			this.mistake(
				1,
				'the file is empty',
				'begin with front matter; decks/README.md shows a whole file',
			);
		}
	}

	private mistake(line: number, what: string, right: string): void {
		this.blocks.mistakes.push({ file: this.file, line, what, right });
	}
}

/**
 * Cuts the text of a pattern file into its blocks. Never throws: whatever is wrong with the structure
 * is in `mistakes`, and everything that could be read is returned all the same.
 */
export function parsePattern(file: string, text: string): PatternBlocks {
	return parseBlocks(file, text, SECTIONS);
}

/** As `parsePattern`, for a file with sections of its own, in the order of `titles`. */
export function parseBlocks<Title extends string>(
	file: string,
	text: string,
	titles: readonly Title[],
): PatternBlocks<Title> {
	return new BlockReader(file, titles).read(text);
}
