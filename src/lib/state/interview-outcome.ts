/** What an interview comes to: the facts, what the person said of them, and what follows from both. */
import type { Phase, RubricDimension } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import { judgeQuestion, type JudgedEstimate } from '$lib/estimation/judge-question.ts';
import { decisionNotes, type DecisionNotes } from '$lib/interview/decision-notes.ts';
import { findEvidence, findGates, type Evidence } from '$lib/interview/find-evidence.ts';
import type { InterviewEvent } from '$lib/interview/interview-event.ts';
import {
	countedTicks,
	judgeLines,
	pathLines,
	withOverruled,
	withShownPaths,
	type JudgedLine,
} from '$lib/interview/judged-line.ts';
import { pinChoices, type PinChoice } from '$lib/interview/pin-choices.ts';
import { replayInterview, type InterviewState } from '$lib/interview/replay-interview.ts';
import {
	calibrate,
	scoreInterview,
	type Calibration,
	type Gate,
	type InterviewScore,
	type Reached,
	type Tick,
} from '$lib/interview/score-interview.ts';
import { summarizeInterview, type Summary } from '$lib/interview/summarize-interview.ts';

/** What is to be judged: nothing here changes while the person ticks. */
export interface InterviewCase {
	question: Question;
	events: readonly InterviewEvent[];
	/** At its end. */
	state: InterviewState;
	estimates: JudgedEstimate[];
	evidence: Evidence;
	lines: JudgedLine[];
	/** Must-haves whose path the app does not see. */
	paths: { id: string; t: string }[];
	choices: PinChoice[];
}

/** What the person has said of it. */
export interface Statements {
	predicted: Readonly<Partial<Record<RubricDimension, Reached>>>;
	ticks: readonly Tick[];
	contradiction: boolean;
}

export interface InterviewOutcome {
	/** Ticks that count, those of the app among them. */
	ticks: Tick[];
	gates: Gate[];
	/** Must-haves that stay without a path, by id. */
	untraced: string[];
	score: InterviewScore;
	summary: Summary;
	calibration: { by: Calibration[]; mean: number };
	decisions: DecisionNotes[];
}

/** Reads the facts of an interview; the moment of the last one is its end. */
export function interviewCase(
	question: Question,
	events: readonly InterviewEvent[],
): InterviewCase {
	const last = events.at(-1)?.at ?? { wall: 0, mono: 0, page: '' };
	const state = replayInterview(events, question, last);
	const { estimates: numbers, notes, requirements } = state.pad;
	const estimates = judgeQuestion(question, [numbers, notes, requirements]);
	const right = estimates.filter((each) => each.right).map(({ answer }) => answer.ask.id);
	const evidence = findEvidence(question, state, right);
	return {
		...{ question, events, state, estimates, evidence },
		lines: judgeLines(question, state, evidence),
		paths: state.plan?.phases.some(({ phase }) => phase === 'high-level')
			? pathLines(question, state)
			: [],
		choices: pinChoices(question, state),
	};
}

/** What the ticks come to. */
export function interviewOutcome(
	{ question, state, evidence, lines }: InterviewCase,
	{ predicted, ticks, contradiction }: Statements,
): InterviewOutcome {
	const counted = countedTicks(lines, ticks);
	const seen = withShownPaths(state, ticks);
	const whole = (state.plan?.phases.length ?? 0) > 1;
	const gates: Gate[] = [
		// Who practices one phase alone is not asked for the others.
		...(whole ? findGates(question, seen) : []),
		...(contradiction ? (['contradiction'] as const) : []),
	];
	const score = scoreInterview(question, counted, state.level, gates, lines);
	const settled = withOverruled(question, lines, evidence, ticks);
	const asked = onlyPracticed(question, state, lines);
	return {
		...{ ticks: counted, gates, score, untraced: seen.untraced },
		summary: summarizeInterview(asked, seen, counted, settled, score),
		calibration: calibrate(score, predicted),
		decisions: decisionNotes(question, state.pad),
	};
}

/** The question without what was not practiced, which nobody can have missed. */
function onlyPracticed(
	question: Question,
	{ plan, exercise }: InterviewState,
	lines: readonly JudgedLine[],
): Question {
	const practiced = (phase: Phase) =>
		!exercise && (plan?.phases.some((each) => each.phase === phase) ?? false);
	const ids = new Set(lines.map(({ id }) => id));
	const { clarify, design } = question;
	return {
		...question,
		rubric: question.rubric.filter(({ id }) => ids.has(id)),
		clarify: practiced('clarify') || exercise?.kind === 'clarify' ? clarify : [],
		design: {
			...design,
			components: practiced('high-level') || exercise?.kind === 'flaw' ? design.components : [],
		},
	};
}
