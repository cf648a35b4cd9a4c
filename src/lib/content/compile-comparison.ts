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

/** Whether a text says a name, in the singular or the plural. */
function names(text: string, name: string): boolean {
	const plain = ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
	const words = name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
	return plain.includes(` ${words} `) || plain.includes(` ${words}s `);
}

/** The entry, with its own cards and those of the patterns that set two of them side by side. */
export function summarizeComparison(
	{ id, name, patterns: ids, rows, cards: own }: ComparisonSource,
	patterns: readonly PatternSource[],
): Comparison {
	const compared = new Set(ids);
	const others = patterns
		.filter((pattern) => compared.has(pattern.id))
		.flatMap((pattern) => {
			const neighbors = rows.filter((row) => row.pattern !== pattern.id).map((row) => row.name);
			return pattern.cards.filter(({ id: card, kind, also, front, back, retired }) => {
				if (!ASKS_DIFFERENCE.includes(kind) || retired || own.includes(card)) return false;
				if (also.some((other) => !compared.has(other))) return false;
				return also.length > 0 || neighbors.some((each) => names(`${front} ${back}`, each));
			});
		});
	return { id, name, patterns: ids, cards: [...own, ...others.map((card) => card.id)] };
}
