/** Sums of a counted log over study days, of one deck or all. */
import { GRADES } from '../scheduler/review.ts';
import {
	ANSWER_CLASSES,
	DAY_SUMS,
	GROUP_PLACES,
	GROUP_SUMS,
	placeOf,
	type AnswerClass,
} from './day-sums.ts';
import { dayOfKey, groupOfKey, layersOf, type LogCount } from './log-count.ts';
import { addOnto } from './sum-table.ts';

/** Study days, both included, and the decks that are looked at; absent for all. */
export interface LogRange {
	from: number;
	to: number;
	decks?: ReadonlySet<string> | undefined;
}

export type Sums = Readonly<Record<number, number>>;

function isWanted(count: LogCount, { from, to, decks }: LogRange) {
	const wanted = count.decks.map((deck) => decks === undefined || decks.has(deck));
	return (place: { day: number; deck: number }) =>
		place.day >= from && place.day <= to && wanted[place.deck] === true;
}

/** The sums of each study day that has any, in order. */
export function sumsByDay(count: LogCount, range: LogRange): [day: number, Sums][] {
	const wanted = isWanted(count, range);
	const days = new Map<number, Float64Array>();
	for (const layer of layersOf(count)) {
		for (const [key, at] of layer.days.places) {
			const place = dayOfKey(key);
			if (!wanted(place)) continue;
			const sum = days.get(place.day) ?? new Float64Array(DAY_SUMS);
			addOnto(sum, layer.days, at);
			days.set(place.day, sum);
		}
	}
	return [...days].sort(([a], [b]) => a - b);
}

/** The sums of all study days of a range in one. */
export function sumsOver(count: LogCount, range: LogRange): Sums {
	const total = new Float64Array(DAY_SUMS);
	const wanted = isWanted(count, range);
	for (const layer of layersOf(count))
		for (const [key, at] of layer.days.places)
			if (wanted(dayOfKey(key))) addOnto(total, layer.days, at);
	return total;
}

/** The sums of all study days of a range, by deck; of those that have any. */
export function sumsByDeck(count: LogCount, range: LogRange): Map<string, Sums> {
	const wanted = isWanted(count, range);
	const decks = new Map<string, Float64Array>();
	for (const layer of layersOf(count)) {
		for (const [key, at] of layer.days.places) {
			const place = dayOfKey(key);
			if (!wanted(place)) continue;
			const name = count.decks[place.deck] ?? '';
			const sum = decks.get(name) ?? new Float64Array(DAY_SUMS);
			addOnto(sum, layer.days, at);
			decks.set(name, sum);
		}
	}
	return decks;
}

/** Study day of the first answer, `undefined` before it. */
export function firstDay(count: LogCount): number | undefined {
	let first: number | undefined;
	for (const layer of layersOf(count))
		for (const key of layer.days.places.keys()) {
			const { day } = dayOfKey(key);
			if (first === undefined || day < first) first = day;
		}
	return first;
}

/** Answers of a class, of any button. */
export function answersIn(sums: Sums, kind: AnswerClass): number {
	return GRADES.reduce((sum, grade) => sum + (sums[placeOf.answers(kind, grade)] ?? 0), 0);
}

/** Graded answers of every class. */
export function answersOf(sums: Sums): number {
	return ANSWER_CLASSES.reduce((sum, kind) => sum + answersIn(sums, kind), 0);
}

/** Milliseconds of answering, of every class. */
export function msOf(sums: Sums): number {
	return ANSWER_CLASSES.reduce((sum, kind) => sum + (sums[placeOf.ms(kind)] ?? 0), 0);
}

/** What is summed of a group of cards. */
export type GroupSums = Record<keyof typeof GROUP_PLACES, number>;

/** The sums of every group whose name begins with `prefix`, by the rest of the name. */
export function sumsByGroup(
	count: LogCount,
	range: LogRange,
	prefix: string,
): Map<string, GroupSums> {
	const wanted = isWanted(count, range);
	const totals = new Map<string, Float64Array>();
	for (const layer of layersOf(count)) {
		for (const [key, at] of layer.groupDays.places) {
			const place = groupOfKey(key);
			const name = count.groups[place.group] ?? '';
			if (!name.startsWith(prefix) || !wanted(place)) continue;
			const rest = name.slice(prefix.length);
			const total = totals.get(rest) ?? new Float64Array(GROUP_SUMS);
			addOnto(total, layer.groupDays, at);
			totals.set(rest, total);
		}
	}
	return new Map([...totals].map(([name, sums]) => [name, named(sums)]));
}

/** The sums of one group on each study day that has any, in order. */
export function groupByDay(count: LogCount, range: LogRange, name: string): [number, GroupSums][] {
	const wanted = isWanted(count, range);
	const group = count.groups.indexOf(name);
	const days = new Map<number, Float64Array>();
	for (const layer of layersOf(count)) {
		for (const [key, at] of layer.groupDays.places) {
			const place = groupOfKey(key);
			if (place.group !== group || !wanted(place)) continue;
			const total = days.get(place.day) ?? new Float64Array(GROUP_SUMS);
			addOnto(total, layer.groupDays, at);
			days.set(place.day, total);
		}
	}
	return [...days].sort(([a], [b]) => a - b).map(([day, sums]) => [day, named(sums)]);
}

function named(sums: Float64Array): GroupSums {
	const entries = Object.entries(GROUP_PLACES).map(([name, place]) => [name, sums[place] ?? 0]);
	return Object.fromEntries(entries) as GroupSums;
}
