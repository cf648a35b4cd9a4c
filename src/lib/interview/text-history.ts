/** What a text was before each change, for undo and redo across typing and taps. */

export interface TextHistory {
	/** Oldest first; `at` is where the person stands in it. */
	readonly texts: readonly string[];
	readonly at: number;
	/** When the newest was typed, in ms; 0 where the next change begins a step of its own. */
	readonly typedAt: number;
}

/** Typing that goes on without such a pause, in ms, is one step. */
const PAUSE = 1200;
const MOST_STEPS = 200;

export function beginHistory(text: string): TextHistory {
	return { texts: [text], at: 0, typedAt: 0 };
}

/** The text as it stands. */
export function currentText({ texts, at }: TextHistory): string {
	return texts[at] ?? '';
}

/** Takes in a change. @param typedAt when it was typed, in ms; absent for a tap, which is a step of its own */
export function record(history: TextHistory, text: string, typedAt?: number): TextHistory {
	if (text === currentText(history)) return history;
	const goesOn =
		typedAt !== undefined &&
		history.typedAt > 0 &&
		typedAt - history.typedAt < PAUSE &&
		history.at > 0;
	const before = history.texts.slice(0, goesOn ? history.at : history.at + 1);
	const texts = [...before, text].slice(-MOST_STEPS);
	return { texts, at: texts.length - 1, typedAt: typedAt ?? 0 };
}

export const canUndo = ({ at }: TextHistory): boolean => at > 0;
export const canRedo = ({ texts, at }: TextHistory): boolean => at < texts.length - 1;

export function undo(history: TextHistory): TextHistory {
	return canUndo(history) ? { ...history, at: history.at - 1, typedAt: 0 } : history;
}

export function redo(history: TextHistory): TextHistory {
	return canRedo(history) ? { ...history, at: history.at + 1, typedAt: 0 } : history;
}
