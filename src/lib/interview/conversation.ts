/** What was said in an interview, line by line, as facts come in. */
import type { Step } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import type { Course } from './interview-course.ts';
import type { InterviewEvent } from './interview-event.ts';
import { openInterviewWith } from './opening.ts';
import { MINUTE } from './plan.ts';

export interface Line {
	/** Unique within the interview. */
	id: string;
	/** Milliseconds of the interview. */
	at: number;
	/** `note` is nobody's voice: a pause, another step. */
	who: 'interviewer' | 'candidate' | 'note';
	kind: 'says' | 'probe' | 'hint' | 'follow-up' | 'curveball' | 'prompt' | 'step' | 'clock';
	text: string;
	/** Id of the probe or curveball. */
	about?: string;
	/** The step that begins. */
	step?: Step;
}

type Said = Omit<Line, 'id' | 'at'>;

const interviewer = (text: string, more: Partial<Said> = {}): Said => ({
	...{ who: 'interviewer', kind: 'says', text, ...more },
});
const candidate = (text: string): Said => ({ who: 'candidate', kind: 'says', text });
const note = (text: string): Said => ({ who: 'note', kind: 'clock', text });

const HINT_WORDS = { nudge: 'A nudge', prescribe: 'Where to look', sketch: 'A sketch' } as const;

/** What the interviewer says when a step begins; the others begin with the candidate. */
const STEP_WORDS: Partial<Record<Step, string>> = {
	depth: 'Where do you want to go deeper? Name a part, or let me choose.',
	close: 'Let us wrap up. What gives way first, what would you watch, and what comes next?',
};

/**
 * What one more fact adds to the conversation.
 * @param before the course without the fact
 * @param after the course with it; a fact that changed nothing says nothing
 */
export function linesOf(
	before: Course,
	after: Course,
	event: InterviewEvent,
	question: Question,
): Line[] {
	return said(before, after, event, question).map((line, at) => ({
		...{ ...line, id: `${event.id}-${at}`, at: after.elapsed },
	}));
}

function said(before: Course, after: Course, event: InterviewEvent, question: Question): Said[] {
	switch (event.kind) {
		case 'start':
			if (before.started) return [];
			return openInterviewWith(question, event).say.map((text) => interviewer(text));
		case 'ask': {
			const last = after.asked.at(-1);
			if (!last || after.asked.length === before.asked.length) return [];
			return [candidate(last.text), interviewer(last.answer)];
		}
		case 'prompt':
			if (after.prompts.length === before.prompts.length || !event.say) return [];
			return [interviewer(event.say, { kind: 'prompt' })];
		case 'step':
			if (after.step === before.step) return [];
			return stepLines(event.to);
		case 'pause':
			return after.paused && !before.paused ? [note('Paused')] : [];
		case 'resume':
			return before.paused && !after.paused ? [note('Goes on')] : [];
		case 'extend':
			return after.limit === before.limit ? [] : [note(`${event.minutes} minutes more`)];
		case 'limit-off':
			return after.limit === before.limit ? [] : [note('No limit from here on')];
		case 'discount': {
			const minutes = Math.round((before.elapsed - after.elapsed) / MINUTE);
			return minutes > 0 ? [note(`${minutes} minutes away left out`)] : [];
		}
		default:
			return aboutDepth(before, after, event, question);
	}
}

function stepLines(step: Step): Said[] {
	const words = STEP_WORDS[step];
	return [
		{ ...note(''), kind: 'step', step },
		...(words === undefined ? [] : [interviewer(words)]),
	];
}

function aboutDepth(
	before: Course,
	after: Course,
	event: InterviewEvent,
	{ probes, curveballs }: Question,
): Said[] {
	if (event.kind === 'curveball' || event.kind === 'broke') {
		const about = event.curveball;
		const thrown = after.curveballs.find(({ curveball }) => curveball === about);
		const earlier = before.curveballs.find(({ curveball }) => curveball === about);
		if (!thrown) return [];
		if (event.kind === 'broke') {
			const same = thrown.broke === earlier?.broke || thrown.broke.trim() === '';
			return same ? [] : [{ ...candidate(`That breaks: ${thrown.broke}`), about }];
		}
		const text = curveballs.find(({ id }) => id === about)?.say ?? '';
		return earlier ? [] : [interviewer(text, { kind: 'curveball', about })];
	}
	if (event.kind !== 'probe' && event.kind !== 'hint' && event.kind !== 'follow-up') return [];
	const about = event.probe;
	const probe = probes.find(({ id }) => id === about);
	const asked = after.probes.find((each) => each.probe === about);
	const earlier = before.probes.find((each) => each.probe === about);
	if (!probe || !asked) return [];
	if (event.kind === 'probe') {
		if (earlier) return [];
		const lead = event.lead === undefined ? [] : [candidate(`I go into ${event.lead}`)];
		return [...lead, interviewer(probe.ask, { kind: 'probe', about })];
	}
	if (event.kind === 'follow-up') {
		if (earlier?.followedUp !== undefined) return [];
		return [interviewer(probe.follow_up, { kind: 'follow-up', about })];
	}
	if (asked.hints.length === earlier?.hints.length) return [];
	const text = `${HINT_WORDS[event.hint]}: ${probe.hints[event.hint]}`;
	return [interviewer(text, { kind: 'hint', about })];
}
