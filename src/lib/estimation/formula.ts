/** The small language in which authors write a calculation: numbers, names, + − * / ^, brackets and functions. */

export const FORMULA_FUNCTIONS = [
	'ceil',
	'floor',
	'round',
	'log',
	'log2',
	'log10',
	'sqrt',
	'min',
	'max',
	'exp',
	'mod',
] as const;
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number];
export type FormulaOperator = '+' | '-' | '*' | '/' | '^';

export type FormulaNode =
	| { type: 'number'; value: number }
	| { type: 'name'; name: string; at: number }
	| { type: 'negate'; of: FormulaNode; at: number }
	| { type: 'binary'; operator: FormulaOperator; left: FormulaNode; right: FormulaNode; at: number }
	| { type: 'call'; name: FormulaFunction; args: FormulaNode[]; at: number };

/** Says where a formula is wrong, counted from 0, and what would be right. */
export class FormulaError extends Error {
	readonly at: number;
	constructor(formula: string, at: number, message: string) {
		super(`${message} at character ${at + 1} of “${formula}”`);
		this.name = 'FormulaError';
		this.at = at;
	}
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(\*\*|[-+*/^(),]))/y;
const LONGEST = 500;
const DEEPEST = 40;

interface Token {
	text: string;
	kind: 'number' | 'name' | 'sign';
	at: number;
}

/**
 * Reads a formula such as `users * posts / day`. Powers bind from the right, `**` is `^`, `log` is the natural
 * logarithm, `mod(a, b)` what is left over, and `min` and `max` take any number of values.
 * @throws FormulaError
 */
export function parseFormula(formula: string): FormulaNode {
	return new FormulaParser(formula).parse();
}

/** The names that a formula uses, each once, in order. */
export function namesIn(node: FormulaNode): string[] {
	switch (node.type) {
		case 'number':
			return [];
		case 'name':
			return [node.name];
		case 'negate':
			return namesIn(node.of);
		case 'binary':
			return [...new Set([...namesIn(node.left), ...namesIn(node.right)])];
		case 'call':
			return [...new Set(node.args.flatMap(namesIn))];
	}
}

class FormulaParser {
	readonly #formula: string;
	readonly #tokens: Token[] = [];
	#index = 0;
	#depth = 0;

	constructor(formula: string) {
		this.#formula = formula;
		if (formula.length > LONGEST) this.#fail(LONGEST, `more than ${LONGEST} characters`);
		TOKEN.lastIndex = 0;
		while (TOKEN.lastIndex < formula.trimEnd().length) {
			const from = TOKEN.lastIndex;
			const match = TOKEN.exec(formula);
			if (!match) this.#fail(from, 'something that is no number, name or sign');
			const [, number, name, sign] = match;
			const text = number ?? name ?? sign ?? '';
			const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign';
			this.#tokens.push({
				text: text === '**' ? '^' : text,
				kind,
				at: TOKEN.lastIndex - text.length,
			});
		}
	}

	parse(): FormulaNode {
		const node = this.#sum();
		const rest = this.#tokens[this.#index];
		if (rest) this.#fail(rest.at, `a sign is missing before “${rest.text}”`);
		return node;
	}

	#sum(): FormulaNode {
		let left = this.#product();
		for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
			left = this.#binary(sign, left, this.#product());
		}
		return left;
	}

	#product(): FormulaNode {
		let left = this.#unary();
		for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
			left = this.#binary(sign, left, this.#unary());
		}
		return left;
	}

	#unary(): FormulaNode {
		const sign = this.#take('-');
		if (!sign) return this.#power();
		return { type: 'negate', of: this.#nested(sign.at, () => this.#unary()), at: sign.at };
	}

	#power(): FormulaNode {
		const base = this.#base();
		const sign = this.#take('^');
		return sign
			? this.#binary(
					sign,
					base,
					this.#nested(sign.at, () => this.#unary()),
				)
			: base;
	}

	#base(): FormulaNode {
		const token = this.#tokens[this.#index++];
		if (!token) this.#fail(this.#formula.length, 'a value is missing');
		if (token.kind === 'number') return { type: 'number', value: Number(token.text) };
		if (token.kind === 'name') {
			const open = this.#take('(');
			return open ? this.#call(token) : { type: 'name', name: token.text, at: token.at };
		}
		if (token.text !== '(') this.#fail(token.at, `a value is missing before “${token.text}”`);
		const inner = this.#nested(token.at, () => this.#sum());
		this.#close(token.at);
		return inner;
	}

	#call({ text, at }: Token): FormulaNode {
		const name = FORMULA_FUNCTIONS.find((each) => each === text);
		if (!name) this.#fail(at, `“${text}” is not one of ${FORMULA_FUNCTIONS.join(', ')}`);
		const args = this.#nested(at, () => {
			const list = [this.#sum()];
			while (this.#take(',')) list.push(this.#sum());
			return list;
		});
		this.#close(at);
		const right =
			name === 'min' || name === 'max' ? args.length > 1 : args.length === (name === 'mod' ? 2 : 1);
		if (!right) this.#fail(at, `${name} does not take ${args.length} values`);
		return { type: 'call', name, args, at };
	}

	#nested<T>(at: number, read: () => T): T {
		if (++this.#depth > DEEPEST) this.#fail(at, `more than ${DEEPEST} levels deep`);
		const value = read();
		this.#depth--;
		return value;
	}

	#binary({ text, at }: Token, left: FormulaNode, right: FormulaNode): FormulaNode {
		return { type: 'binary', operator: text as FormulaOperator, left, right, at };
	}

	#take(...signs: string[]): Token | undefined {
		const token = this.#tokens[this.#index];
		if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
		this.#index++;
		return token;
	}

	#close(at: number): void {
		if (!this.#take(')')) this.#fail(at, 'a bracket is opened and not closed');
	}

	#fail(at: number, message: string): never {
		throw new FormulaError(this.#formula, at, message);
	}
}
