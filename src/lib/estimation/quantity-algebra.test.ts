import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type Dimension } from '../content/dimension.ts';
import { dimensionOf, plain, quantityOf, type Quantity } from './quantity.ts';
import {
	add,
	divide,
	multiply,
	power,
	squareRoot,
	subtract,
	UnitFault,
} from './quantity-algebra.ts';

const quantities = fc
	.tuple(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), fc.constantFrom(...DIMENSIONS))
	.map(([value, dimension]) => quantityOf(value, dimension));

function same(a: Quantity, b: Quantity): void {
	expect([a.data, a.time, a.money]).toEqual([b.data, b.time, b.money]);
	expect(Math.abs(a.value / b.value - 1)).toBeLessThan(1e-12);
}

describe('units', () => {
	it.each<[Dimension, '×' | '÷', Dimension, Dimension]>([
		['count', '×', 'data', 'data'],
		['rate', '×', 'time', 'count'],
		['rate', '×', 'data', 'data-rate'],
		['data-rate', '×', 'time', 'data'],
		['fraction', '×', 'rate', 'rate'],
		['fraction', '×', 'fraction', 'fraction'],
		['count', '×', 'money', 'money'],
		['data', '÷', 'data-rate', 'time'],
		['data', '÷', 'time', 'data-rate'],
		['data', '÷', 'data', 'count'],
		['count', '÷', 'time', 'rate'],
		['count', '÷', 'rate', 'time'],
		['data-rate', '÷', 'rate', 'data'],
		['data-rate', '÷', 'data', 'rate'],
		['time', '÷', 'time', 'count'],
		['fraction', '÷', 'fraction', 'count'],
		['money', '÷', 'time', 'money-rate'],
		['money-rate', '×', 'time', 'money'],
	])('%s %s %s is %s', (a, sign, b, result) => {
		const operation = sign === '×' ? multiply : divide;
		const found = operation(quantityOf(6, a), quantityOf(2, b));
		expect(dimensionOf(found)).toBe(result);
		expect(found.value).toBe(sign === '×' ? 12 : 3);
	});

	it('have a name or none', () => {
		const squared = power(quantityOf(2, 'time'), plain(2));
		expect(dimensionOf(squared)).toBeUndefined();
		expect(dimensionOf(squareRoot(squared))).toBe('time');
		expect(dimensionOf(quantityOf(1, 'money', '€'))).toBe('money');
	});

	it('follow the laws of algebra', () => {
		fc.assert(
			fc.property(quantities, quantities, quantities, (a, b, c) => {
				same(multiply(a, b), multiply(b, a));
				same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)));
				same(divide(multiply(a, b), b), a);
				same(divide(a, divide(b, c)), divide(multiply(a, c), b));
				same(multiply(a, plain(1)), a);
				same(power(a, plain(2)), multiply(a, a));
				same(squareRoot(multiply(a, a)), a);
			}),
		);
	});

	it('add like to like, and only that', () => {
		fc.assert(
			fc.property(quantities, quantities, (a, b) => {
				const alike = a.data === b.data && a.time === b.time && a.money === b.money;
				if (!alike) {
					expect(() => add(a, b)).toThrow(UnitFault);
					expect(() => subtract(a, b)).toThrow(UnitFault);
				} else {
					same(add(a, b), add(b, a));
					expect(subtract(add(a, b), b).value).toBeCloseTo(a.value, 3);
				}
			}),
		);
	});

	it('know no rate of exchange', () => {
		const [dollars, euros] = [quantityOf(1, 'money'), quantityOf(1, 'money', '€')];
		for (const operation of [add, subtract, multiply, divide]) {
			expect(() => operation(dollars, euros)).toThrow('rate of exchange');
		}
		expect(dimensionOf(divide(dollars, quantityOf(2, 'money')))).toBe('count');
		expect(divide(dollars, quantityOf(2, 'money')).currency).toBeUndefined();
	});

	it('allow no division by zero and no exponent with a unit', () => {
		expect(() => divide(plain(1), plain(0))).toThrow(UnitFault);
		expect(() => power(plain(0), plain(-1))).toThrow(UnitFault);
		expect(() => power(plain(2), quantityOf(1, 'time'))).toThrow(UnitFault);
		expect(() => power(quantityOf(2, 'time'), plain(0.5))).toThrow(UnitFault);
	});
});
