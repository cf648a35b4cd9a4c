import fc from 'fast-check';
import { evaluate } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { evaluateFormula, evaluateNumbers } from './evaluate-formula.ts';
import { FORMULA_UNITS, formulaUnit, unitByText } from './formula-unit.ts';
import { FormulaError, namesIn, parseFormula } from './formula.ts';
import { dimensionOf, quantityOf, type Quantity } from './quantity.ts';
import { renderFormula } from './render-formula.ts';

function numbers(formula: string, values: Record<string, number> = {}): number {
	return evaluateNumbers(formula, parseFormula(formula), values);
}

/** mathjs goes on with infinity there, which a minimum or a reciprocal hides. */
function numberUnlessZeroDivides(
	formula: string,
	values: Record<string, number>,
): number | undefined {
	try {
		return numbers(formula, values);
	} catch (error) {
		expect(String(error)).toContain('divided by zero');
		return undefined;
	}
}

function quantities(formula: string, values: Record<string, Quantity>): Quantity {
	return evaluateFormula(formula, parseFormula(formula), (name) =>
		Object.hasOwn(values, name) ? values[name] : formulaUnit(name)?.exact,
	);
}

describe('formulas over numbers', () => {
	it.each<[string, Record<string, number>, number]>([
		['DAU*A/86400', { DAU: 1e6, A: 10 }, 115.74074],
		['QPS*k', { QPS: 100, k: 3 }, 300],
		['0.10*D/3600', { D: 36_000 }, 1],
		['S*365*5*RF', { S: 216, RF: 3 }, 1_182_600],
		['(1-exp(-k*n/m))**k', { k: 7, n: 1, m: 10 }, (1 - Math.exp(-0.7)) ** 7],
		['base*2**attempt', { base: 100, attempt: 5 }, 3200],
		['cores*(1+w/s)', { cores: 8, w: 50, s: 5 }, 88],
		['62**L', { L: 7 }, 3_521_614_606_208],
		['4096*32*32', {}, 4_194_304],
		['floor(N/2)+1', { N: 5 }, 3],
		['max(a,b)+1', { a: 3, b: 7 }, 8],
		['mod(17, 5)', {}, 2],
		['mod(-3, 5)', {}, 2],
		['(W-mod(t, W))/W', { W: 60, t: 75 }, 0.75],
		['ceil(log(100 * n * 365 * y) / log(62))', { n: 6e6, y: 5 }, 7],
		['ceil(0.3 / 0.1)', {}, 3],
		['floor(0.3 / 0.1)', {}, 3],
		['ceil(3.1)', {}, 4],
		['round(2.5)', {}, 3],
		['-2^2', {}, -4],
		['2^-1', {}, 0.5],
		['2^3^2', {}, 512],
		['sqrt(16) + log2(8) + log10(100)', {}, 9],
		['min(3, 1, 2)', {}, 1],
	])('%s', (formula, values, result) => {
		expect(numbers(formula, values)).toBeCloseTo(result, 4);
	});

	it('agrees with mathjs', () => {
		const leaf = fc.oneof(
			fc.integer({ min: 1, max: 999 }).map(String),
			fc.constantFrom('a', 'b', '2.5', '1e3', '1.5e-2'),
		);
		const { sum } = fc.letrec<{ sum: string }>((tie) => ({
			sum: fc.oneof(
				{ depthSize: 'medium' },
				leaf,
				fc
					.tuple(tie('sum'), fc.constantFrom('+', ' - ', '*', '/'), tie('sum'))
					.map((parts) => parts.join('')),
				tie('sum').map((inner) => `(${inner})`),
				tie('sum').map((inner) => `-(${inner})`),
				fc.tuple(fc.constantFrom('floor', 'exp', 'round'), leaf).map(([f, x]) => `${f}(${x} / 7)`),
				fc.tuple(leaf, fc.constantFrom('2', '-1', '0.5')).map(([x, power]) => `${x}^${power}`),
				fc.tuple(tie('sum'), tie('sum')).map(([x, y]) => `min(${x}, ${y})`),
			),
		}));
		const scope = { a: 7, b: 0.3 };
		fc.assert(
			fc.property(sum, (formula) => {
				fc.pre(formula.length < 400 && formula.split('(').length < 30);
				const theirs: unknown = evaluate(formula, { ...scope });
				fc.pre(typeof theirs === 'number' && Number.isFinite(theirs));
				const ours = numberUnlessZeroDivides(formula, scope);
				fc.pre(ours !== undefined);
				expect(Math.abs(ours - Number(theirs))).toBeLessThanOrEqual(1e-9 * Math.abs(ours));
			}),
		);
	});
});

describe('formulas over quantities', () => {
	it('carry the units along', () => {
		const users = quantityOf(5e7, 'count');
		const size = quantityOf(2000, 'data');
		const rate = quantities('users * 10 / day', { users });
		expect([rate.value, dimensionOf(rate)]).toEqual([5e8 / 86_400, 'rate']);
		const storage = quantities('users * 10 / day * size * year', { users, size });
		expect(dimensionOf(storage)).toBe('data');
		expect(storage.value / (5e8 * 2000 * 365)).toBeCloseTo(1, 12);
		expect(dimensionOf(quantities('1 - slo', { slo: quantityOf(0.999, 'fraction') }))).toBe(
			'count',
		);
	});

	it.each<[string, string]>([
		['day + KB', 'cannot be added'],
		['ceil(5 * KB)', 'without a unit'],
		['max(day, KB)', 'of one kind'],
		['2^day', 'plain number'],
		['1 / (2 - 2)', 'divided by zero'],
		['mod(5, 0)', 'zero'],
		['10^400', 'not a finite number'],
		['log(0 - 1)', 'not a finite number'],
		['users * 2', 'nothing is called “users” at character 1'],
		['2 * toString', 'nothing is called “toString”'],
	])('%s is refused', (formula, message) => {
		expect(() => quantities(formula, {})).toThrow(FormulaError);
		expect(() => quantities(formula, {})).toThrow(message);
	});

	it.each<[string, string]>([
		['', 'a value is missing'],
		['2 +', 'a value is missing'],
		['2 2', 'a sign is missing before “2” at character 3'],
		['(2', 'opened and not closed at character 1'],
		['2)', 'before “)”'],
		['eval(2)', '“eval” is not one of'],
		['constructor(2)', '“constructor” is not one of'],
		['sqrt(1, 2)', 'does not take 2 values'],
		['max(1)', 'does not take 1 values'],
		['2 ; 3', 'no number, name or sign at character 2'],
		['a.b', 'no number, name or sign'],
		['"2"', 'no number, name or sign'],
		['1+'.repeat(300) + '1', 'more than 500 characters'],
		['('.repeat(50) + '1' + ')'.repeat(50), 'levels deep'],
		['-'.repeat(50) + '1', 'levels deep'],
	])('%s is no formula', (formula, message) => {
		expect(() => parseFormula(formula)).toThrow(message);
	});

	it('name what they use, each once', () => {
		expect(namesIn(parseFormula('-a * max(b, a) / day ^ 2'))).toEqual(['a', 'b', 'day']);
	});
});

describe('units by their text', () => {
	it.each<[string, string | undefined, number]>([
		['1', 'count', 1],
		['%', 'fraction', 0.01],
		['$', 'money', 1],
		['KB', 'data', 1000],
		['GiB', 'data', 1024 ** 3],
		['Mbit', 'data', 125_000],
		['/s', 'rate', 1],
		['1/day', 'rate', 1 / 86_400],
		['MB/s', 'data-rate', 1e6],
		['Gbit/s', 'data-rate', 1.25e8],
		['$/month', 'money-rate', 1 / 2_592_000],
		['$/GB/month', undefined, 1e-9 / 2_592_000],
		['year', 'time', 31_536_000],
	])('%s', (text, dimension, value) => {
		const unit = unitByText(text);
		if (!unit) expect.fail('unknown');
		expect(dimensionOf(unit)).toBe(dimension);
		expect(unit.value / value).toBeCloseTo(1, 12);
	});

	it.each(['', '/', 'users', 'kb', 'KB/', 'KB/%', 'toString', '/fortnight'])(
		'“%s” is none',
		(text) => {
			expect(unitByText(text)).toBeUndefined();
		},
	);

	it('every unit has a size', () => {
		expect(FORMULA_UNITS.every((name) => (formulaUnit(name)?.exact.value ?? 0) > 0)).toBe(true);
	});
});

describe('a formula for people', () => {
	it.each<[string, string]>([
		['a * b / c', '50 million × 2 KB ÷ 3'],
		['a - (b - c)', '50 million − (2 KB − 3)'],
		['a / (b * c)', '50 million ÷ (2 KB × 3)'],
		['(a + c) * 2', '(50 million + 3) × 2'],
		['b ^ 2', '(2 KB)^2'],
		['c ^ (1 + 1)', '3^(1 + 1)'],
		['(2 ^ 3) ^ 2', '(2^3)^2'],
		['-c + ceil(a / 1e6)', '−3 + ceil(50 million ÷ 1 million)'],
		['1000000 * c', '1 million × 3'],
		['c * 4 * u', '3 × 4 B'],
		['a * u', '50 million B'],
		['b * u', '2 KB × 1 B'],
		['a / 4 * u', '50 million ÷ 4 × 1 B'],
		['2 ^ c * u', '2^3 × 1 B'],
	])('%s', (formula, text) => {
		const shown: Record<string, string> = { a: '50 million', b: '2 KB', c: '3', u: '1 B' };
		expect(renderFormula(parseFormula(formula), (name) => shown[name] ?? name)).toBe(text);
	});
});
