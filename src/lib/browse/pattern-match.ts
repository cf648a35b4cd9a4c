/** Matches texts against patterns with wildcards, in time that grows with text times pattern at most. */
import { foldText } from './fold-text.ts';
import type { Pattern, PatternPiece } from './search-node.ts';

/** One character of a run between two `*`: a code unit, or anything. */
const ONE = '';

/** What stands between two `*`, character by character; `text` where it has no `_`. */
interface Run {
	characters: readonly string[];
	text: string | undefined;
}

/** The runs of a pattern: the first is bound to the begin, the last to the end. */
function runsOf(pattern: Pattern): Run[] {
	const runs: PatternPiece[][] = [[]];
	for (const piece of pattern) {
		if ('wild' in piece && piece.wild === '*') runs.push([]);
		else runs.at(-1)?.push(piece);
	}
	return runs.map((pieces) => ({
		characters: pieces.flatMap((piece) => ('text' in piece ? [...foldText(piece.text)] : [ONE])),
		text: pieces.every((piece) => 'text' in piece)
			? pieces.map((piece) => ('text' in piece ? foldText(piece.text) : '')).join('')
			: undefined,
	}));
}

/** Where a run that begins at `at` ends; −1 where it does not stand there. */
function endAt({ characters }: Run, text: string, at: number): number {
	let place = at;
	for (const character of characters) {
		if (place >= text.length) return -1;
		if (character === ONE) place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
		else if (text.startsWith(character, place)) place += character.length;
		else return -1;
	}
	return place;
}

/** Where the first run at or behind `from` ends; −1 where there is none. */
function findEnd(run: Run, text: string, from: number): number {
	if (run.text !== undefined) {
		const found = text.indexOf(run.text, from);
		return found < 0 ? -1 : found + run.text.length;
	}
	for (let at = from; at <= text.length; at += 1) {
		const end = endAt(run, text, at);
		if (end >= 0) return end;
	}
	return -1;
}

/** Whether a text, folded already, is such as the pattern says from its begin to its end. */
export function wholeMatcher(pattern: Pattern): (folded: string) => boolean {
	const runs = runsOf(pattern);
	const [first] = runs;
	const last = runs.at(-1);
	if (!first || !last) return (folded) => folded === '';
	if (runs.length === 1) {
		if (first.text !== undefined) return (folded) => folded === first.text;
		return (folded) => endAt(first, folded, 0) === folded.length;
	}
	const middle = runs.slice(1, -1);
	return (folded) => {
		let at = endAt(first, folded, 0);
		for (const run of middle) if (at >= 0) at = findEnd(run, folded, at);
		return at >= 0 && endsWith(last, folded, at);
	};
}

function endsWith(run: Run, text: string, from: number): boolean {
	if (run.text !== undefined) {
		return text.length - run.text.length >= from && text.endsWith(run.text);
	}
	for (let at = from; at <= text.length; at += 1) {
		if (endAt(run, text, at) === text.length) return true;
	}
	return false;
}

/** Whether a text, folded already, has a part such as the pattern says. */
export function partMatcher(pattern: Pattern): (folded: string) => boolean {
	const runs = runsOf(pattern).filter(({ characters }) => characters.length > 0);
	const [only, ...more] = runs;
	if (only?.text !== undefined && more.length === 0) {
		const { text } = only;
		return (folded) => folded.includes(text);
	}
	return (folded) => {
		let at = 0;
		for (const run of runs) if (at >= 0) at = findEnd(run, folded, at);
		return at >= 0;
	};
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Whether a text, folded already, has a word such as the pattern says; without letters in the pattern, none. */
export function wordMatcher(pattern: Pattern): (folded: string) => boolean {
	const whole = wholeMatcher(pattern);
	const part = partMatcher(pattern);
	return (folded) => part(folded) && (folded.match(WORD) ?? []).some(whole);
}

/** Whether a folded path joined by `::` is such as the pattern says, or lies below one: `a` finds `a::b`. */
export function treeMatcher(pattern: Pattern): (folded: string) => boolean {
	const matches = wholeMatcher(pattern);
	return (folded) => {
		for (let end = folded.length; end > 0; end = folded.lastIndexOf('::', end - 1)) {
			if (matches(folded.slice(0, end))) return true;
		}
		return false;
	};
}
