/** Reads what a person types as an amount: the number, its unit, and every doubt about either. */
import type { Dimension } from '../content/dimension.ts';
import { FaultSignal, refuse, rewritten, type EntryFault } from './entry-fault.ts';
import { fitTo } from './fit-entry.ts';
import type { Note } from './entry-note.ts';
import { evaluateNode, type Evaluation } from './evaluate-entry.ts';
import { meaningOf, type Choices } from './measure.ts';
import { parseEntry, type ParsedEntry } from './parse-entry.ts';
import { dimensionOf, type Quantity } from './quantity.ts';
import type { Bound } from './tokenize-entry.ts';
import { choiceNotes, isTorn } from './torn-words.ts';

export interface Reading {
	ok: true;
	text: string;
	quantity: Quantity;
	dimension: Dimension;
	/** Marked with ~, "about" and the like. */
	approximate: boolean;
	/** Marked with <, >, + and the like. */
	bound?: Bound;
	/** The ends of a range, in canonical units; `quantity` is their geometric mean. */
	range?: { low: number; high: number };
	/** What could have been read otherwise, in the order of the entry. */
	notes: Note[];
}

export interface ReadOptions {
	/** What is asked for; without it nothing decides between million and minutes. */
	expected?: Dimension;
	/** The currency that is asked for; `$` by default. */
	currency?: string;
	/** Values that a word alone stands for, such as earlier lines of a pad. */
	names?: ReadonlyMap<string, Quantity>;
}

/** More words of two meanings than this are not tried. */
const MOST_TORN = 5;

/**
 * Reads an entry such as `12k/s`, `100M users × 10 reads / day` or `four nines`. Never throws: what cannot be
 * taken comes back as a fault with its kind, place and advice.
 */
export function readEntry(text: string, options: ReadOptions = {}): Reading | EntryFault {
	try {
		const parsed = parseEntry(text, options.names ?? new Map());
		if (parsed.torn.length > MOST_TORN) {
			refuse(
				'ambiguous-unit',
				{ start: 0, end: text.length },
				'Too many letters of this entry can mean two things.',
				'Write million, min, billion or bytes in full.',
			);
		}
		return choose(text, parsed, options);
	} catch (error) {
		if (error instanceof FaultSignal) return error.fault;
		throw error;
	}
}

interface Attempt {
	choices: Choices;
	quantity?: Quantity;
	fault?: EntryFault;
	/** Calculates, whether or not it is what was asked for. */
	sound: boolean;
	run: Evaluation;
}

function choose(text: string, parsed: ParsedEntry, options: ReadOptions): Reading {
	const attempts = choicesOf(parsed).map((choices) => attempt(text, parsed, choices, options));
	const fitting = attempts.filter(({ fault }) => !fault);
	const [best] = fitting;
	if (options.expected === undefined) refuseTorn(text, parsed, fitting);
	if (!best?.quantity) {
		const nearest = attempts.find(({ sound }) => sound) ?? attempts[0];
		throw nearest?.fault ? new FaultSignal(nearest.fault) : new RangeError('no reading was tried');
	}
	const { quantity, choices, run } = best;
	const notes = [
		...parsed.notes,
		...choiceNotes(text, parsed, choices, options.expected),
		...run.notes,
	];
	return {
		ok: true,
		text,
		quantity,
		dimension: dimensionOf(quantity) ?? 'count',
		approximate: parsed.approximate,
		...(parsed.bound ? { bound: parsed.bound } : {}),
		...(run.ranged ? { range: endsOf(text, parsed, choices) } : {}),
		notes: notes.toSorted((a, b) => a.start - b.start),
	};
}

/** Every way to take the words of two meanings, the likeliest first. */
function choicesOf({ torn }: ParsedEntry): Choices[] {
	return torn.reduce<Choices[]>(
		(all, { meanings }) => all.flatMap((some) => meanings.map((_, index) => [...some, index])),
		[[]],
	);
}

function attempt(
	text: string,
	parsed: ParsedEntry,
	choices: Choices,
	options: ReadOptions,
): Attempt {
	const run: Evaluation = { text, choices, pick: 'middle', notes: [], ranged: false };
	let sound = false;
	try {
		const quantity = evaluateNode(parsed.root, run);
		sound = true;
		return { choices, quantity: fitTo(text, parsed.root, quantity, options), sound, run };
	} catch (error) {
		if (error instanceof FaultSignal) return { choices, fault: error.fault, sound, run };
		throw error;
	}
}

function endsOf(
	text: string,
	{ root }: ParsedEntry,
	choices: Choices,
): { low: number; high: number } {
	const [a, b] = (['low', 'high'] as const).map((pick) => {
		const run: Evaluation = { text, choices, pick, notes: [], ranged: false };
		return evaluateNode(root, run).value;
	});
	// Below a division the larger end gives the smaller result.
	return { low: Math.min(a ?? 0, b ?? 0), high: Math.max(a ?? 0, b ?? 0) };
}

/** Without a question to decide, a letter of two meanings is given back. */
function refuseTorn(text: string, parsed: ParsedEntry, fitting: readonly Attempt[]): void {
	const unit = parsed.torn.find(
		(each) =>
			isTorn(each) && new Set(fitting.map(({ choices }) => meaningOf(each, choices))).size > 1,
	);
	if (!unit) return;
	const said = unit.meanings.map((meaning) => meaning.said);
	refuse(
		'ambiguous-unit',
		unit,
		`“${unit.text}” can mean ${said.join(' or ')}.`,
		'Choose one of them.',
		unit.meanings.map((meaning) => {
			const other = rewritten(text, unit, meaning.spelled);
			return { label: other, text: other };
		}),
	);
}
