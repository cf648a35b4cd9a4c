/** Says how the words of several meanings were taken, and offers what else they could mean. */
import type { Dimension } from '../content/dimension.ts';
import { DIMENSION_WORDS } from './dimension-words.ts';
import { rewritten } from './entry-fault.ts';
import type { Note, NoteKind } from './entry-note.ts';
import { meaningOf, type Choices } from './measure.ts';
import type { ParsedEntry } from './parse-entry.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import { isAdverb } from './unit-kind.ts';
import type { UnitMeaning } from './unit-meaning.ts';

const KINDS: Record<string, NoteKind> = {
	m: 'million-or-minutes',
	B: 'billion-or-bytes',
	b: 'billion-or-bits',
};

/** Whether only the question can say what a word means; of the others the first meaning is the usual one. */
export function isTorn({ text }: UnitRef): boolean {
	return Object.hasOwn(KINDS, text);
}

/** The notes on the units of an entry. */
export function choiceNotes(
	text: string,
	{ root, torn }: ParsedEntry,
	choices: Choices,
	expected: Dimension | undefined,
): Note[] {
	const chosen = torn.flatMap((unit) => {
		const meaning = meaningOf(unit, choices);
		const kind = KINDS[unit.text] ?? (isAdverb(unit.meanings) ? 'daily' : 'counted-bits');
		const usual = !isTorn(unit) && meaning.what === 'unit';
		if (usual && (kind === 'counted-bits' || expected !== undefined)) return [];
		return [noteOf(text, unit, meaning, kind, expected)];
	});
	return [...chosen, ...doubtsIn(text, root)];
}

function noteOf(
	text: string,
	unit: UnitRef,
	meaning: UnitMeaning,
	kind: NoteKind,
	expected: Dimension | undefined,
): Note {
	const reason = expected ? `, since ${DIMENSION_WORDS[expected]} is asked for` : '';
	const said = meaning.what === 'label' ? 'only a word for what is counted' : meaning.said;
	return {
		kind,
		start: unit.start,
		end: unit.end,
		text: `“${unit.text}” read as ${said}${reason}.`,
		alternatives: unit.meanings
			.filter((other) => other !== meaning)
			.map((other) => {
				const whole = rewritten(text, unit, spelling(unit, other));
				return { label: whole, text: whole };
			}),
	};
}

function spelling(unit: UnitRef, meaning: UnitMeaning): string {
	if (!isAdverb(unit.meanings)) return meaning.spelled;
	return meaning.what === 'unit' ? meaning.said.replace(/^an? /, '/') : '';
}

/** Spellings with one reading that others may use differently, as mb. */
function doubtsIn(text: string, node: Node): Note[] {
	switch (node.type) {
		case 'measured':
			return [...doubtsIn(text, node.of), ...node.units.flatMap((unit) => doubtOf(text, unit))];
		case 'negate':
		case 'group':
			return doubtsIn(text, node.of);
		case 'binary':
			return [...doubtsIn(text, node.left), ...doubtsIn(text, node.right)];
		case 'range':
			return unique([...doubtsIn(text, node.low), ...doubtsIn(text, node.high)]);
		case 'call':
			return node.args.flatMap((arg) => doubtsIn(text, arg));
		case 'compound':
			return node.parts.flatMap((part) => doubtsIn(text, part));
		default:
			return [];
	}
}

/** A unit that both ends of a range share is said once. */
function unique(notes: Note[]): Note[] {
	return notes.filter((note, at) => notes.findIndex(({ start }) => start === note.start) === at);
}

function doubtOf(text: string, unit: UnitRef): Note[] {
	const doubt = unit.choice === undefined ? unit.meanings[0]?.doubt : undefined;
	if (!doubt) return [];
	const alternatives = doubt.others.map(({ label, spelled }) => ({
		label,
		text: rewritten(text, unit, spelled),
	}));
	return [{ kind: doubt.kind, start: unit.start, end: unit.end, text: doubt.text, alternatives }];
}
