/** Decides whether two values are the ends of a range, and hands a unit that stands once to both. */
import type { Span } from './entry-fault.ts';
import type { Node, UnitRef } from './syntax-tree.ts';

/** How the ends are joined: by a word or a dash, or by a hyphen, which may be a minus. */
export type RangeSign = 'said' | 'tight' | 'spaced';

/** A number with its units, whose sign of a currency comes last. */
interface Simple {
	of: Node;
	number: number;
	units: UnitRef[];
}

/**
 * @returns the range; undefined where the hyphen is a minus, as in 20 - 10, 1-99.9% or 5k - 20
 */
export function joinRange(low: Node, high: Node, sign: Span, how: RangeSign): Node | undefined {
	const [from, to] = [simple(low), simple(high)];
	if (!from || !to) return how === 'said' ? range(low, high, sign, true) : undefined;
	const bare = from.units.length === 0 && to.units.length > 0;
	const [lower, upper] = shareUnits(from, to, how === 'said');
	if (how === 'said') return range(build(low, lower), build(high, upper), sign, true);
	if (from.number === 0 || sizeOf(lower) >= sizeOf(upper)) return undefined;
	const share = to.units.some(({ meanings }) => meanings[0]?.share);
	// 1-99.9% is what is left of the whole.
	if (bare && share && from.number === 1) return undefined;
	if (how === 'spaced') {
		const measured = to.units.some(({ meanings }) => meanings.some(({ what }) => what === 'unit'));
		const possible = share || (!measured && from.number >= sizeOf(to));
		if (!bare || possible) return undefined;
	}
	return range(build(low, lower), build(high, upper), sign, false);
}

/** Whether two values would make a range from small to large. */
export function ascends(low: Node, high: Node): boolean {
	const [from, to] = [simple(low), simple(high)];
	if (!from || !to) return false;
	const [lower, upper] = shareUnits(from, to, false);
	return sizeOf(lower) < sizeOf(upper);
}

function range(low: Node, high: Node, sign: Span, certain: boolean): Node {
	return { type: 'range', low, high, sign, certain, start: low.start, end: high.end };
}

function simple(node: Node): Simple | undefined {
	if (node.type === 'number') {
		const { digits, exponent } = node.token.number;
		return { of: node, number: Number(`${digits}e${exponent}`), units: [] };
	}
	const inner = node.type === 'measured' ? simple(node.of) : undefined;
	return inner && node.type === 'measured'
		? { ...inner, units: [...inner.units, ...node.units] }
		: undefined;
}

/** 10-20k and $10-20: what is written once counts for both; but 500 to 1k are not 500k. */
function shareUnits(low: Simple, high: Simple, said: boolean): [Simple, Simple] {
	const scaleless = (units: UnitRef[]) =>
		units.filter(({ meanings }) => meanings[0]?.what !== 'scale');
	const money = (units: UnitRef[]) => units.filter(({ meanings }) => meanings[0]?.currency);
	if (low.units.length === 0) {
		const shared = low.number < high.number ? high.units : scaleless(high.units);
		return [{ ...low, units: shared }, high];
	}
	if (high.units.length === 0 && said && low.number < high.number) {
		return [low, { ...high, units: low.units }];
	}
	if (money(low.units).length === low.units.length && low.units.length > 0) {
		const others = money(high.units).length === 0 ? low.units : [];
		const scale = high.units.filter(({ meanings }) => meanings[0]?.what === 'scale');
		const lower = low.number < high.number ? [...scale, ...low.units] : low.units;
		return [
			{ ...low, units: lower },
			{ ...high, units: [...high.units, ...others] },
		];
	}
	const onlyScale = low.units.every(({ meanings }) => meanings[0]?.what === 'scale');
	return [onlyScale ? { ...low, units: [...low.units, ...scaleless(high.units)] } : low, high];
}

function sizeOf({ number, units }: Simple): number {
	return units.reduce((size, { meanings: [meaning] }) => {
		return meaning ? size * meaning.factor * 10 ** meaning.exponent : size;
	}, number);
}

function build(node: Node, { of, units }: Simple): Node {
	if (units.length === 0) return of;
	return { type: 'measured', of, units, start: node.start, end: node.end };
}
