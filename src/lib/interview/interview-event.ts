/** What happens in an interview, as facts that are only ever appended. */
import type { InterviewLevel, Phase, Step } from '../content/question-terms.ts';
import type { Exercise } from './exercise.ts';

/** When something happened, by both clocks of the device, so that a changed one can be told from a long one. */
export interface Moment {
	/** Milliseconds since 1970, by the device's clock, which people and networks change. */
	wall: number;
	/** Milliseconds since the page was opened, by a clock that only goes forward. */
	mono: number;
	/** A name for this life of the page; `mono` means nothing across two of them. */
	page: string;
}

export const PANES = [
	'requirements',
	'estimates',
	'api',
	'data',
	'diagram',
	'notes',
	'trade-offs',
] as const;
export type Pane = (typeof PANES)[number];

/** Graded hints, each giving more than the one before. */
export const HINTS = ['nudge', 'prescribe', 'sketch'] as const;
export type Hint = (typeof HINTS)[number];

export type Mode = 'practice' | 'exam';

/** What happened, without its stamp. What an id names that the question does not have is ignored on replay. */
export type Happening =
	| {
			kind: 'start';
			question: string;
			version: number;
			mode: Mode;
			level: InterviewLevel;
			minutes: number;
			/** A phase practiced alone. */
			only?: Phase;
			/** A short practice of one thing; `only` is then the phase that it belongs to. */
			exercise?: Exercise;
	  }
	/** Nothing but "still here": bounds what a lost clock can lose. */
	| { kind: 'beat' }
	| { kind: 'step'; to: Step }
	| { kind: 'pause' }
	| { kind: 'resume' }
	/** `answers` is the clarifying question that the interviewer answered; null for the fallback. */
	| { kind: 'ask'; text: string; answers: string | null; by: 'typed' | 'chip' }
	/** `lead` is where the candidate wanted to go, in their words. */
	| { kind: 'probe'; probe: string; lead?: string }
	/** What the interviewer asks next of a probe. */
	| { kind: 'follow-up'; probe: string }
	| { kind: 'hint'; probe: string; hint: Hint }
	/** A curveball or a prompt was shown. */
	| { kind: 'curveball'; curveball: string }
	/** `say` is what the interviewer said. */
	| { kind: 'prompt'; prompt: string; say?: string }
	/** The assumption that a curveball broke, in the candidate's words. */
	| { kind: 'broke'; curveball: string; text: string }
	/** The whole text of a pane after a change. */
	| { kind: 'pad'; pane: Pane; text: string }
	/** The candidate says that a requirement has its path, or takes it back. */
	| { kind: 'trace'; requirement: string; traced: boolean }
	/** A stretch was no time of the interview after all: the event behind which it lay. */
	| { kind: 'discount'; after: string }
	/** Practice only: more time, in minutes, or no limit at all. */
	| { kind: 'extend'; minutes: number }
	| { kind: 'limit-off' }
	| { kind: 'end' };

/** A fact. `seq` counts from 0 within the interview; `id` is unique everywhere and makes a repeat harmless. */
export type InterviewEvent = Happening & { id: string; seq: number; at: Moment };

/** Facts in the order in which they happened, each once, whatever order they came in. */
export function inOrder(events: readonly InterviewEvent[]): InterviewEvent[] {
	const once = new Map(events.map((event) => [event.id, event]));
	return [...once.values()].sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
}
