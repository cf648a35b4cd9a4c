/** Turns a comparison as text into the page that the catalog shows, and into its entry in lists. */
import type { CardKind } from './card.ts';
import type { Comparison, ComparisonPage, ComparisonSource } from './comparison.ts';
import type { PatternSource } from './pattern.ts';
import { renderInline } from './render-markdown.ts';

export function compileComparison(source: ComparisonSource): ComparisonPage {
	const { columns, rows, decide, confused } = source;
	return {
		columns,
		rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => renderInline(cell)) })),
		decide: decide.map((test) => renderInline(test)),
		confused: renderInline(confused.replace(/\s+/g, ' ')),
	};
}

/** Kinds that ask for a difference. */
const ASKS_DIFFERENCE: readonly CardKind[] = ['contrast', 'choose'];

/** The entry, with its own cards and those of the patterns that set two of them side by side. */
export function summarizeComparison(
	{ id, name, patterns: rows, cards: own }: ComparisonSource,
	patterns: readonly PatternSource[],
): Comparison {
	const compared = new Set(rows);
	const others = patterns
		.filter((pattern) => compared.has(pattern.id))
		.flatMap((pattern) => pattern.cards)
		.filter(({ id: card, kind, also, retired }) => {
			const within = also.length > 0 && also.every((other) => compared.has(other));
			return within && ASKS_DIFFERENCE.includes(kind) && !retired && !own.includes(card);
		});
	return { id, name, patterns: rows, cards: [...own, ...others.map((card) => card.id)] };
}
