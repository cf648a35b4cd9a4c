/** Reads `decks/comparisons/<id>.md`: a table of patterns, how to decide between them, and cards of theirs. */
import * as v from 'valibot';
import { readTable, readTests, type Report } from './comparison-table.ts';
import { COMPARISON_SECTIONS, type ComparisonSource } from './comparison.ts';
import { readYaml } from './front-matter.ts';
import { quote, type Mistake } from './mistake.ts';
import { parseBlocks, type CardBlock, type PatternBlocks } from './parse-pattern.ts';
import { checkProse } from './prose-rules.ts';
import { readCard } from './read-card.ts';
import type { ReadCard } from './read-pattern.ts';
import type { TextPiece } from './text-piece.ts';

export const COMPARISON_PATH = /^decks\/comparisons\/([^/]+)\.md$/;

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const FRONT_MATTER = v.strictObject({
	id: v.pipe(words, v.description('the name of the file without .md; never renamed')),
	name: v.pipe(words, v.description('what is compared, in a few words')),
	patterns: v.pipe(
		v.pipe(v.array(words), v.minLength(1)),
		v.description('ids of the patterns of the rows, in their order, as [one, two]'),
	),
});

export interface ReadComparison {
	file: string;
	id: string;
	/** Absent where the front matter could not be read. */
	source?: ComparisonSource;
	/** Each belongs to the pattern that it names as its home. */
	cards: { home: string; homeLine: number; read: ReadCard }[];
	/** Pattern ids with the lines that name them. */
	named: { id: string; line: number }[];
	mistakes: Mistake[];
}

type Sections = PatternBlocks<(typeof COMPARISON_SECTIONS)[number]>;

/** Takes the key `of` out of a card: what is left is a card as in a pattern's file. */
function readHome(block: CardBlock, report: Report): { home: string; line: number } {
	const at = block.keys.findIndex(({ key }) => key === 'of');
	const [key] = at < 0 ? [] : block.keys.splice(at, 1);
	if (!key) report(block.heading, 'the card has no "of"', 'add "of: pattern-id", where it belongs');
	return { home: key?.value ?? '', line: key?.line ?? block.heading };
}

function readCards(file: string, blocks: Sections, report: Report): ReadComparison['cards'] {
	return blocks.cards.map((block) => {
		const { home, line } = readHome(block, report);
		const { card, mistakes, keyLines } = readCard(file, home, block);
		blocks.mistakes.push(...mistakes);
		const front = block.front?.line ?? block.heading;
		const also = keyLines.get('also') ?? block.heading;
		return { home, homeLine: line, read: { card, heading: block.heading, front, also, file } };
	});
}

/** Reads one file. Never throws; `mistakes` lists all there are in it. */
export function readComparison(file: string, text: string): ReadComparison {
	const id = COMPARISON_PATH.exec(file)?.[1] ?? '';
	const blocks = parseBlocks(file, text, COMPARISON_SECTIONS);
	const mistakes = blocks.mistakes;
	const report: Report = (line, what, right) => void mistakes.push({ file, line, what, right });
	const yaml = readYaml(file, blocks.frontMatter ?? { text: '', line: 1 }, FRONT_MATTER);
	if (blocks.frontMatter) mistakes.push(...yaml.mistakes);
	const front = yaml.value;
	if (front && front.id !== id) {
		report(yaml.lineOf(['id']), `the id is ${quote(front.id)}`, "it is the file's name");
	}
	const pieceOf = (title: (typeof COMPARISON_SECTIONS)[number]): TextPiece => {
		const section = blocks.sections.find((each) => each.title === title);
		if (!section?.body.text)
			report(1, `the section "${title}" is missing`, 'every one is required');
		return section?.body ?? { text: '', line: 1 };
	};
	const table = pieceOf('Table');
	const { columns, rows } = readTable(table, report);
	const tests = pieceOf('How to decide');
	const decide = readTests(tests, report);
	const confused = pieceOf('Often confused');
	const cards = readCards(file, blocks, report);
	const order = [...new Set(rows.map(({ pattern }) => pattern))];
	if (front && order.join() !== front.patterns.join()) {
		report(yaml.lineOf(['patterns']), 'the patterns are not those of the rows', order.join(', '));
	}
	const texts = blocks.cards.flatMap((card) => [card.front ?? [], card.back ?? []]).flat();
	for (const piece of [table, tests, confused, ...texts]) {
		for (const { line, what, right } of checkProse(piece)) report(line, what, right);
	}
	const source = front && {
		...{ ...front, columns, decide, confused: confused.text },
		rows: rows.map(({ name, pattern, cells }) => ({ name, pattern, cells })),
		cards: cards.map(({ read }) => read.card.id),
	};
	return {
		...{ file, id, cards, mistakes },
		...(source ? { source } : {}),
		named: rows.map(({ pattern, line }) => ({ id: pattern, line })),
	};
}
