/** Arithmetic on whole quantities: units are multiplied, divided and compared along with the numbers. */
import { isPlain, plain, sameUnits, type Quantity } from './quantity.ts';

export type UnitFaultKind =
	'add-mismatch' | 'currency-mismatch' | 'bad-exponent' | 'zero-division' | 'not-plain';

/** Thrown where units do not allow what was asked; the message says which. */
export class UnitFault extends Error {
	readonly kind: UnitFaultKind;
	constructor(kind: UnitFaultKind, message: string) {
		super(message);
		this.name = 'UnitFault';
		this.kind = kind;
	}
}

/** @throws UnitFault of kind `add-mismatch` or `currency-mismatch` */
export function add(a: Quantity, b: Quantity): Quantity {
	requireSameUnits(a, b);
	return { ...merged(a, b), value: a.value + b.value };
}

/** The result may be negative. @throws UnitFault of kind `add-mismatch` or `currency-mismatch` */
export function subtract(a: Quantity, b: Quantity): Quantity {
	requireSameUnits(a, b);
	return { ...merged(a, b), value: a.value - b.value };
}

/** count × data = data, rate × time = count, and so on. @throws UnitFault of kind `currency-mismatch` */
export function multiply(a: Quantity, b: Quantity): Quantity {
	return combine(a, b, 1, a.value * b.value);
}

/** data ÷ data rate = time, and so on. @throws UnitFault of kind `zero-division` or `currency-mismatch` */
export function divide(a: Quantity, b: Quantity): Quantity {
	if (b.value === 0) throw new UnitFault('zero-division', 'Nothing can be divided by zero.');
	return combine(a, b, -1, a.value / b.value);
}

/** @throws UnitFault of kind `bad-exponent` where units would get broken powers, or carry into the exponent */
export function power(base: Quantity, exponent: Quantity): Quantity {
	if (!isPlain(exponent)) {
		throw new UnitFault('bad-exponent', 'An exponent is a plain number, without a unit.');
	}
	const n = exponent.value;
	const [data, time, money] = [base.data * n, base.time * n, base.money * n];
	if (![data, time, money].every((each) => Number.isInteger(each) && Math.abs(each) <= 9)) {
		throw new UnitFault('bad-exponent', 'That power of a unit has no meaning.');
	}
	if (base.value === 0 && n < 0) {
		throw new UnitFault('zero-division', 'Nothing can be divided by zero.');
	}
	const { share, ...rest } = base;
	// `|| 0` keeps a negative zero from becoming a power of its own.
	const powers = { data: data || 0, time: time || 0, money: money || 0 };
	const raised = { ...rest, value: base.value ** n, ...powers };
	return share && n > 0 ? { ...raised, share } : raised;
}

/** The same quantity with the sign turned. */
export function negate(quantity: Quantity): Quantity {
	return { ...quantity, value: -quantity.value };
}

/** The square root, where the units have one. @throws UnitFault of kind `bad-exponent` */
export function squareRoot(quantity: Quantity): Quantity {
	return power(quantity, plain(0.5));
}

function requireSameUnits(a: Quantity, b: Quantity): void {
	if (!sameUnits(a, b)) {
		throw new UnitFault('add-mismatch', 'Amounts of different kinds cannot be added.');
	}
	if (a.money !== 0 && a.currency !== b.currency) refuseExchange(a, b);
}

function combine(a: Quantity, b: Quantity, sign: 1 | -1, value: number): Quantity {
	if (a.money !== 0 && b.money !== 0 && a.currency !== b.currency) refuseExchange(a, b);
	const money = a.money + sign * b.money;
	const currency = money === 0 ? undefined : (a.currency ?? b.currency);
	// A share of something is that thing; only shares among themselves, or a part of one, stay shares.
	const share = a.share && (sign === 1 ? b.share : isPlain(b) && !b.share && !b.labelled);
	return {
		value,
		data: a.data + sign * b.data,
		time: a.time + sign * b.time,
		money,
		...(currency !== undefined ? { currency } : {}),
		...(share ? { share: true as const } : {}),
		...(a.labelled || b.labelled ? { labelled: true as const } : {}),
	};
}

function refuseExchange(a: Quantity, b: Quantity): never {
	throw new UnitFault(
		'currency-mismatch',
		`There is no rate of exchange between ${a.currency} and ${b.currency}.`,
	);
}

/** The tags of a sum: a share only if both are, since 1 + 20 % is a factor. */
function merged(a: Quantity, b: Quantity): Quantity {
	const { share, labelled, ...rest } = a;
	return {
		...rest,
		...(share && b.share ? { share } : {}),
		...(labelled || b.labelled ? { labelled: true as const } : {}),
	};
}
