/** Which key does what in a session. */
import type { Grade } from '$lib/scheduler/review.ts';

export type KeyAct =
	| { act: 'reveal' | 'undo' | 'redo' | 'edit' | 'suspend' | 'bury' | 'flag' | 'info' | 'help' }
	| { act: 'grade'; grade: Grade };

const LETTERS: Record<string, KeyAct> = {
	u: { act: 'undo' },
	r: { act: 'redo' },
	e: { act: 'edit' },
	s: { act: 'suspend' },
	b: { act: 'bury' },
	f: { act: 'flag' },
	i: { act: 'info' },
	'?': { act: 'help' },
};

/** What was pressed and where. */
export interface Press {
	key: string;
	repeat: boolean;
	shift: boolean;
	/** Ctrl, Cmd or Alt: left to the browser, but for undo and redo. */
	modified: boolean;
	/** In a field in which letters are text. */
	inText: boolean;
	/** On a control that Space and Enter press by themselves. */
	onControl: boolean;
}

/**
 * @param shortcuts whether single keys act; Space and Enter on the page itself always do
 * @returns undefined where the key means nothing here; a held key never repeats an act
 */
export function actOfKey(
	press: Press,
	state: {
		revealed: boolean;
		shortcuts: boolean;
		twoButtons: boolean;
		/** The grade that stands out, which Space then gives. */
		suggested?: Grade | undefined;
	},
): KeyAct | undefined {
	if (press.repeat || press.inText) return undefined;
	const key = press.key.toLowerCase();
	if (press.modified) {
		if (key === 'z') return { act: press.shift ? 'redo' : 'undo' };
		return undefined;
	}
	if (key === ' ' || key === 'enter') {
		if (press.onControl) return undefined;
		return state.revealed ? { act: 'grade', grade: state.suggested ?? 3 } : { act: 'reveal' };
	}
	if (!state.shortcuts) return undefined;
	const grade = Number(key);
	if (state.revealed && (grade === 1 || grade === 2 || grade === 3 || grade === 4)) {
		if (state.twoButtons && (grade === 2 || grade === 4)) return undefined;
		return { act: 'grade', grade };
	}
	if (key === 'u' && press.shift) return { act: 'redo' };
	return LETTERS[key];
}
