/** Which key does what while a drill is on the screen. */
import type { Grade } from '$lib/scheduler/review.ts';

export type DrillKeyAct =
	{ act: 'next' } | { act: 'choose'; option: number } | { act: 'grade'; grade: Grade };

export interface DrillPress {
	key: string;
	repeat: boolean;
	/** With Ctrl, Cmd or Alt: left to others. */
	modified: boolean;
	/** In a field in which letters are text. */
	inText: boolean;
	/** On a control that Space and Enter press by themselves. */
	onControl: boolean;
}

/**
 * @returns undefined where the key means nothing here; a held key never repeats an act
 */
export function actOfDrillKey(
	press: DrillPress,
	state: {
		/** `decide` while a choice is open, `told` where there is only the way on. */
		stage: 'asking' | 'decide' | 'told' | 'grade';
		options: number;
		shortcuts: boolean;
		twoButtons: boolean;
		suggested: Grade | undefined;
	},
): DrillKeyAct | undefined {
	if (press.repeat || press.inText || press.modified) return undefined;
	const { stage } = state;
	if (press.key === 'Enter' || press.key === ' ') {
		if (press.onControl || stage === 'asking') return undefined;
		return stage === 'grade' ? { act: 'grade', grade: state.suggested ?? 3 } : { act: 'next' };
	}
	if (!state.shortcuts) return undefined;
	if (stage === 'decide') {
		const option = 'abcde'.indexOf(press.key.toLowerCase());
		return option >= 0 && option < state.options ? { act: 'choose', option } : undefined;
	}
	const grade = Number(press.key);
	if (stage === 'grade' && (grade === 1 || grade === 2 || grade === 3 || grade === 4)) {
		if (state.twoButtons && (grade === 2 || grade === 4)) return undefined;
		return { act: 'grade', grade };
	}
	return undefined;
}
