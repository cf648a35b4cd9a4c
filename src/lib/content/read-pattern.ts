/** Reads one pattern file whole: blocks, front matter, cards, and every rule that one file can break. */
import type { CardSource } from './card.ts';
import { checkDiagram } from './diagram.ts';
import { FRONT_MATTER, readYaml, type FrontMatter } from './front-matter.ts';
import { quote, type Mistake } from './mistake.ts';
import { parsePattern, type PatternBlocks } from './parse-pattern.ts';
import { SECTIONS, type PatternSource } from './pattern.ts';
import { checkProse } from './prose-rules.ts';
import { readCard } from './read-card.ts';
import { knowsLanguage } from './render-markdown.ts';
import { fencesOf, type Fence, type TextPiece } from './text-piece.ts';
import { countWords } from './visible-text.ts';

const ONE_LINE_WORDS = 20;
const FEWEST_CARDS = 3;
const PAGE_WORDS = { least: 180, most: 450 };

export interface ReadCard {
	card: CardSource;
	heading: number;
	front: number;
	/** Line of the `also` key, or of the heading. */
	also: number;
	/** Where it stands, if not in the file of its pattern. */
	file?: string;
}

/** What one file holds, with the lines that checks across files need. */
export interface ReadPattern {
	file: string;
	id: string;
	/** Absent where the front matter could not be read. */
	source?: PatternSource;
	cards: ReadCard[];
	/** Mermaid fences of the page and of the cards. */
	diagrams: Fence[];
	words: number;
	lineOf(path: readonly (string | number)[]): number;
	mistakes: Mistake[];
}

/** Every pattern file has this path; the folder is the category, the name is the id. */
export const PATTERN_PATH = /^decks\/patterns\/([^/]+)\/([^/]+)\.md$/;

function checkSections(blocks: PatternBlocks, report: Report): number {
	let words = 0;
	for (const title of SECTIONS) {
		const section = blocks.sections.find((one) => one.title === title);
		if (!section) {
			if (title !== 'Diagram')
				report(1, `the section "${title}" is missing`, 'every section but Diagram is required');
			continue;
		}
		if (section.body.text === '')
			report(
				section.heading,
				`the section "${title}" is empty`,
				'say it, or remove an empty Diagram',
			);
		if (title === 'Diagram') {
			if (!fencesOf(section.body).some((fence) => fence.language === 'mermaid')) {
				report(
					section.heading,
					'the section "Diagram" holds no mermaid fence',
					'add one, or remove the section',
				);
			}
			continue;
		}
		const count = countWords(section.body.text);
		words += count;
		if (title === 'In one line' && count > ONE_LINE_WORDS) {
			report(section.body.line, `"In one line" has ${count} words`, `at most ${ONE_LINE_WORDS}`);
		}
	}
	const { least, most } = PAGE_WORDS;
	if (words < least || words > most)
		report(
			1,
			`the page has ${words} words`,
			`${least} to ${most}, without the diagram and the cards`,
		);
	if (!blocks.cardsHeading)
		report(1, 'the section "Cards" is missing', 'end the file with "## Cards" and its cards');
	else if (blocks.cards.length < FEWEST_CARDS) {
		report(
			blocks.cardsHeading,
			`cards: ${blocks.cards.length}`,
			`at least ${FEWEST_CARDS}, each under "### slug"`,
		);
	}
	return words;
}

type Report = (line: number, what: string, right: string) => void;

function checkFences(piece: TextPiece, report: Report): Fence[] {
	const diagrams: Fence[] = [];
	for (const fence of fencesOf(piece)) {
		if (fence.language === '')
			report(
				fence.opening,
				'a code fence without a language',
				'write it behind the marks; "text" where there is none',
			);
		else if (!knowsLanguage(fence.language))
			report(
				fence.opening,
				`the language "${fence.language}" is not highlighted`,
				'use a known one, or "text"',
			);
		if (fence.language !== 'mermaid') continue;
		diagrams.push(fence);
		for (const { offset, what, right } of checkDiagram(fence.text))
			report(fence.line + offset, what, right);
	}
	return diagrams;
}

function sourceOf(front: FrontMatter, blocks: PatternBlocks, cards: ReadCard[]): PatternSource {
	const { level_reason: levelReason, ...rest } = front;
	return {
		...rest,
		...(levelReason ? { levelReason } : {}),
		sections: Object.fromEntries(blocks.sections.map(({ title, body }) => [title, body.text])),
		cards: cards.map(({ card }) => card),
	};
}

/** Reads `decks/patterns/<category>/<id>.md`. Never throws; `mistakes` lists all there are in this file. */
export function readPattern(file: string, text: string): ReadPattern {
	const blocks = parsePattern(file, text);
	const mistakes = blocks.mistakes;
	const report: Report = (line, what, right) => void mistakes.push({ file, line, what, right });
	const [, folder, id] = PATTERN_PATH.exec(file) ?? ['', '', file.replace(/^.*\/|\.md$/g, '')];

	const yaml = readYaml(file, blocks.frontMatter ?? { text: '', line: 1 }, FRONT_MATTER);
	if (blocks.frontMatter) mistakes.push(...yaml.mistakes);
	const front = yaml.value;
	if (front && front.id !== id)
		report(yaml.lineOf(['id']), `the id is "${front.id}"`, `the file's name says "${id}"`);
	if (front && folder && front.category !== folder) {
		report(
			yaml.lineOf(['category']),
			`the category is "${front.category}"`,
			`the folder says "${folder}"`,
		);
	}

	const words = checkSections(blocks, report);
	const slugs = new Map<string, number>();
	const cards = blocks.cards.map((block): ReadCard => {
		const read = readCard(file, id!, block);
		mistakes.push(...read.mistakes);
		const earlier = slugs.get(block.slug);
		if (earlier)
			report(
				block.heading,
				`the card ${quote(block.slug)} stands twice (line ${earlier})`,
				'give it a name of its own',
			);
		slugs.set(block.slug, block.heading);
		return {
			card: read.card,
			heading: block.heading,
			front: block.front?.line ?? block.heading,
			also: read.keyLines.get('also') ?? block.heading,
		};
	});

	const pieces = [
		...blocks.sections.map((section) => section.body),
		...blocks.cards.flatMap((card) => [card.front, card.back]),
	].filter((piece) => piece !== undefined);
	const diagrams = pieces.flatMap((piece) => checkFences(piece, report));
	const clauses = (front?.related ?? []).map(({ why }, index) => ({
		text: why,
		line: yaml.lineOf(['related', index, 'why']),
	}));
	const reason = { text: front?.level_reason ?? '', line: yaml.lineOf(['level_reason']) };
	for (const piece of [reason, ...clauses, ...pieces]) {
		for (const { line, what, right } of checkProse(piece)) report(line, what, right);
	}
	return {
		file,
		id: id!,
		...(front ? { source: sourceOf(front, blocks, cards) } : {}),
		cards,
		diagrams,
		words,
		lineOf: yaml.lineOf,
		mistakes,
	};
}
