/** What the parts of the parser share while they read one entry. */
import type { EntryCursor } from './entry-cursor.ts';
import { refuse, rewritten, type Span } from './entry-fault.ts';
import type { Note } from './entry-note.ts';
import type { Quantity } from './quantity.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import type { Bound } from './tokenize-entry.ts';

export interface ParseState {
	readonly text: string;
	readonly at: EntryCursor;
	/** Values that a word alone stands for. */
	readonly names: ReadonlyMap<string, Quantity>;
	/** The words that can mean several things, by `choice`. */
	readonly torn: UnitRef[];
	readonly notes: Note[];
	depth: number;
	approximate: boolean;
	bound?: Bound;
	/** Inside of "between 10 and 20". */
	between: boolean;
	/** Reads a whole sum or range, for what stands in brackets. */
	readonly whole: (state: ParseState) => Node;
}

/** @throws FaultSignal of kind `unknown-unit` */
export function refuseWord(span: Span, word: string): never {
	return refuse(
		'unknown-unit',
		span,
		`“${word}” is not a unit, a scale or a word for what is counted that is known here.`,
		'Use units such as KB, ms or /day, scales such as k, M or billion, or leave the word out.',
	);
}

/** Refuses what stands here, where something else was to come. @throws FaultSignal */
export function refuseHere({ at, text }: ParseState): never {
	const { token, before } = at;
	if (!token) {
		return refuse(
			'syntax',
			at.gap(),
			'A value is missing.',
			'Write a value on both sides of a sign.',
		);
	}
	if (before && (token.type === 'number' || token.type === 'open') && before.type !== 'operator') {
		const gap = { start: before.end, end: token.start };
		const numbers = token.type === 'number';
		const [groups] = /^\d{1,3}( \d{3})+(?![\d.,])/.exec(text.slice(before.start)) ?? [];
		const run = { start: before.start, end: before.start + (groups?.length ?? 0) };
		const ways = [
			...(groups === undefined ? [] : [rewritten(text, run, groups.replaceAll(' ', ','))]),
			rewritten(text, gap, ' × '),
		];
		const alternatives = ways.map((whole) => ({ label: whole, text: whole }));
		return numbers
			? refuse(
					'two-numbers',
					{ start: before.start, end: token.end },
					'Two numbers stand side by side.',
					'Put × or + between them, or join the digits.',
					alternatives,
				)
			: refuse(
					'syntax',
					token,
					'Nothing says what to do with the brackets.',
					'Write × before them to multiply.',
					alternatives,
				);
	}
	if (token.type === 'word' && at.isFree(token.text)) {
		const whole = rewritten(text, { start: token.start, end: token.start }, '× ');
		const alternatives = [{ label: whole, text: whole }];
		const message = `Nothing says what to do with “${token.text.replace('(', '')}”.`;
		return refuse('two-numbers', token, message, 'Write × before it to multiply.', alternatives);
	}
	if (token.type === 'word') return refuseWord(token, token.text.replace('(', ''));
	const sign = text.slice(token.start, token.end);
	const advice = 'Write a value on both sides of a sign, and brackets in pairs.';
	return refuse('syntax', token, `“${sign}” cannot stand here.`, advice);
}

/** Takes the marks before a number that say how sure it is. */
export function takeFlags(state: ParseState): void {
	for (let { token } = state.at; token?.type === 'flag'; { token } = state.at) {
		if (token.flag === 'approximate') state.approximate = true;
		else state.bound = token.flag;
		state.at.next();
	}
}
