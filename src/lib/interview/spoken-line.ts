/** A line of the conversation, as files and replays need it. */
import type { Step } from '../content/question-terms.ts';
import { clockText } from './clock-text.ts';
import { STEP_NAMES } from './part-names.ts';

export interface SpokenLine {
	/** Milliseconds of the interview. */
	at: number;
	/** `note` is nobody's voice: a pause, another step. */
	who: 'interviewer' | 'candidate' | 'note';
	text: string;
	/** The step that begins. */
	step?: Step;
}

const SPEAKERS = { interviewer: 'Interviewer', candidate: 'Candidate' } as const;

/** `3:10 Candidate: How many?`, with the name of the step where one begins; on one line whatever was typed. */
export function lineText({ at, who, text, step }: SpokenLine): string {
	const words = (step ? STEP_NAMES[step] : text).replace(/\s+/g, ' ').trim();
	const said = who === 'note' ? `(${words})` : `${SPEAKERS[who]}: ${words}`;
	return `${clockText(at)} ${said}`;
}
