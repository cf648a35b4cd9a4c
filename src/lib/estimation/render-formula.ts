/** Writes a formula as people write sums, with values in place of names: 50 million × 10 ÷ 86,400 s. */
import type { FormulaNode, FormulaOperator } from './formula.ts';
import { sayNumber } from './number-scales.ts';

const SIGNS: Record<FormulaOperator, string> = {
	'+': ' + ',
	'-': ' − ',
	'*': ' × ',
	'/': ' ÷ ',
	'^': '^',
};
const RANKS: Record<FormulaOperator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };

/** 1,536 × 4 and 25 million, but not 8 ÷ 4 or 2 KB. */
const ENDS_IN_NUMBER = /(?:^|× )[\d,.]+(?: \w*illion)?$/;
const ONE_UNIT = /^1( \D+)$/;

/** @param show what stands for a name; `1 B` after a number is written as its unit: 4 B, not 4 × 1 B */
export function renderFormula(node: FormulaNode, show: (name: string) => string): string {
	return render(node, show, 0);
}

function render(node: FormulaNode, show: (name: string) => string, around: number): string {
	switch (node.type) {
		case 'number':
			return sayNumber(node.value, 12);
		case 'name': {
			const shown = show(node.name);
			// A value such as 2 KB is several words, which a power would tear apart.
			return around >= RANKS['^'] && /[^\d.,]/.test(shown) ? `(${shown})` : shown;
		}
		case 'negate':
			return `−${render(node.of, show, 3)}`;
		case 'call':
			return `${node.name}(${node.args.map((arg) => render(arg, show, 0)).join(', ')})`;
		case 'binary': {
			const rank = RANKS[node.operator];
			const power = node.operator === '^';
			const left = render(node.left, show, power ? rank + 1 : rank);
			const right = render(node.right, show, power ? rank : rank + 1);
			const unit = node.operator === '*' && ENDS_IN_NUMBER.test(left) && ONE_UNIT.exec(right)?.[1];
			const text = unit ? left + unit : left + SIGNS[node.operator] + right;
			return rank < around ? `(${text})` : text;
		}
	}
}
