/** What was chosen for the last interview on this device, so that the next one starts from it. */
import { INTERVIEW_LEVELS, type InterviewLevel } from '$lib/content/question-terms.ts';
import type { Mode } from '$lib/interview/interview-event.ts';
import { FEWEST_MINUTES, MOST_MINUTES } from '$lib/interview/plan.ts';

/** How a phase that is over makes itself felt. */
export const SIGNALS = ['none', 'sound', 'vibration'] as const;
export type Signal = (typeof SIGNALS)[number];

export interface MockChoice {
	minutes: number;
	mode: Mode;
	level: InterviewLevel;
	signal: Signal;
}

const KEY = 'onsite-mock-choice';
const FIRST: MockChoice = { minutes: 45, mode: 'practice', level: 'senior', signal: 'none' };

/** The last choice; what is missing or makes no sense is as at first. */
export function lastChoice(): MockChoice {
	try {
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<MockChoice>;
		const { minutes = 0, mode, level, signal } = kept;
		return {
			minutes: minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES ? minutes : FIRST.minutes,
			mode: mode === 'exam' ? 'exam' : FIRST.mode,
			level: INTERVIEW_LEVELS.find((each) => each === level) ?? FIRST.level,
			signal: SIGNALS.find((each) => each === signal) ?? FIRST.signal,
		};
	} catch {
		return FIRST;
	}
}

export function keepChoice(choice: MockChoice): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(choice));
	} catch {
		// The next interview asks again.
	}
}
