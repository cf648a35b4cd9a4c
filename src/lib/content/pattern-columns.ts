/** Writes the patterns of the index as columns, which compress to two thirds of what objects take. */
import { CARD_KINDS, LEVELS, type CardKind, type Level } from './card.ts';
import type { CardSummary, PatternSummary } from './library.ts';

/** What a start needs of a pattern. */
export type PatternEntry = Omit<PatternSummary, 'aliases' | 'oneLine'>;

/** One value per pattern in each column, in the order of the patterns; columns of words are joined by `|`. */
export interface PatternColumns {
	ids: string;
	/** '' where the name is the id with capitals. */
	names: string;
	/** A category, and how many patterns in a row belong to it. */
	categories: [string, number][];
	/** One letter each. */
	levels: string;
	/** The slugs of each pattern's cards, with a space between. */
	slugs: string;
	/** One letter per card; a capital one for a card that is retired. */
	kinds: string;
	/** One letter per card, in one run over all patterns. */
	cardLevels: string;
}

const KIND_LETTERS: Record<CardKind, string> = {
	recall: 'r',
	cloze: 'c',
	choose: 'o',
	contrast: 'x',
	number: 'n',
	diagram: 'd',
	failure: 'f',
	say: 's',
};
const KINDS = new Map(CARD_KINDS.map((kind) => [KIND_LETTERS[kind], kind]));

const letterOf = (level: Level) => String(LEVELS.indexOf(level));

function nameFrom(id: string): string {
	return id.replace(/(^|-)(.)/g, (_, dash: string, first: string) => {
		return (dash && ' ') + first.toUpperCase();
	});
}

export function packPatterns(patterns: readonly PatternEntry[]): PatternColumns {
	const categories: [string, number][] = [];
	for (const { category } of patterns) {
		const run = categories.at(-1);
		if (run?.[0] === category) run[1] += 1;
		else categories.push([category, 1]);
	}
	const column = (value: (pattern: PatternEntry) => string) => patterns.map(value).join('|');
	const kindOf = ({ kind, retired }: CardSummary) =>
		retired ? KIND_LETTERS[kind].toUpperCase() : KIND_LETTERS[kind];
	return {
		ids: column(({ id }) => id),
		names: column(({ id, name }) => (name === nameFrom(id) ? '' : name)),
		categories,
		levels: patterns.map(({ level }) => letterOf(level)).join(''),
		slugs: column(({ cards }) => cards.map(({ slug }) => slug).join(' ')),
		kinds: column(({ cards }) => cards.map(kindOf).join('')),
		cardLevels: patterns.flatMap(({ cards }) => cards.map(({ level }) => letterOf(level))).join(''),
	};
}

/** @throws Error where the columns are not what `packPatterns` wrote */
export function unpackPatterns(columns: PatternColumns): PatternEntry[] {
	if (!columns.ids) return [];
	const [names, slugs, kinds] = [columns.names, columns.slugs, columns.kinds].map((column) =>
		column.split('|'),
	);
	const categories = columns.categories.flatMap(([id, count]) => Array<string>(count).fill(id));
	const levelAt = (letters: string, at: number): Level => {
		const level = LEVELS[Number(letters[at] ?? NaN)];
		if (!level) throw new Error('The index of the library is damaged.');
		return level;
	};
	let met = 0;
	return columns.ids.split('|').map((id, at) => {
		const letters = kinds?.[at] ?? '';
		const cards = (slugs?.[at] ?? '').split(' ').filter(Boolean);
		return {
			...{ id, name: names?.[at] || nameFrom(id), category: categories[at] ?? '' },
			level: levelAt(columns.levels, at),
			cards: cards.map((slug, card): CardSummary => {
				const letter = letters[card] ?? '';
				const kind = KINDS.get(letter.toLowerCase());
				if (!kind) throw new Error('The index of the library is damaged.');
				const level = levelAt(columns.cardLevels, met++);
				return {
					...{ slug, kind, level },
					...(letter !== letter.toLowerCase() ? { retired: true as const } : {}),
				};
			}),
		};
	});
}
