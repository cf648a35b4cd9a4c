/** An interview as Markdown: to keep, to print, or to read elsewhere. */
import type { Question } from '../content/question.ts';
import { clockText } from './clock-text.ts';
import { DIMENSION_NAMES, PANE_NAMES, PHASE_NAMES, REACHED_NAMES } from './part-names.ts';
import { PANES } from './interview-event.ts';
import { fenced, plainLine, tableOf } from './markdown-text.ts';
import { MINUTE, PHASE_OF } from './plan.ts';
import { timeByStep, type InterviewState } from './replay-interview.ts';
import {
	linesOf,
	type InterviewScore,
	type Pin,
	type Reached,
	type Tick,
} from './score-interview.ts';
import { lineText, type SpokenLine } from './spoken-line.ts';
import type { Miss } from './summarize-interview.ts';
import type { RubricDimension } from '../content/question-terms.ts';

export interface InterviewRecord {
	question: Question;
	/** At its end. */
	state: InterviewState;
	/** Local day, as `2026-11-23`. */
	date: string;
	said: readonly SpokenLine[];
	/** What the evaluation came to; undefined before it is finished, and then the file gives nothing away. */
	result?: EvaluatedResult;
}

export interface EvaluatedResult {
	score: InterviewScore;
	predicted: Readonly<Partial<Record<RubricDimension, Reached>>>;
	/** Those that count. */
	ticks: readonly Tick[];
	misses: readonly Miss[];
	note?: string;
}

/** The whole record as Markdown, what was typed kept to the letter. */
export function interviewMarkdown(record: InterviewRecord): string {
	const { question, state, date, said, result } = record;
	const { mode, level, plan } = state;
	const facts = [date, `${plan?.minutes ?? 0} minutes`, mode, `aimed at ${level}`];
	const parts = [
		`# ${plainLine(question.title)}`,
		`${facts.join(' · ')}\n\n${plainLine(question.prompt)}`,
		`## Time\n\n${timeTable(state)}`,
		`## Conversation\n\n${said.map((line) => `- ${plainLine(lineText(line))}`).join('\n')}`,
		...padParts(state),
		...(result ? resultParts(question, result) : []),
	];
	return `${parts.join('\n\n')}\n`;
}

function timeTable(state: InterviewState): string {
	const steps = timeByStep(state);
	const minutes = (ms: number) => `${Math.round(ms / MINUTE)} min`;
	const rows = (state.plan?.phases ?? []).map(({ phase, budget, framework }) => {
		const own = steps.filter(({ step }) => PHASE_OF[step] === phase);
		const spent = own.reduce((sum, each) => sum + each.spent, 0);
		const reached = own.some(({ step }) => state.visited.includes(step));
		const range = framework ? `${framework[0]}–${framework[1]} min` : '';
		return [
			...[PHASE_NAMES[phase], range, minutes(budget)],
			reached ? clockText(spent) : 'not reached',
		];
	});
	return tableOf(['Phase', 'Framework', 'Planned', 'Spent'], rows);
}

function padParts({ pad, late }: InterviewState): string[] {
	const written = PANES.filter((pane) => pad[pane].trim() !== '');
	const after = PANES.filter((pane) => (late[pane] ?? '').trim() !== '');
	return [
		...written.map((pane) => `## ${PANE_NAMES[pane]}\n\n${paneText(pane, pad[pane])}`),
		...after.map(
			(pane) =>
				`## ${PANE_NAMES[pane]}, after the time was up\n\n${paneText(pane, late[pane] ?? '')}`,
		),
	];
}

function paneText(pane: string, text: string): string {
	return fenced(text, pane === 'diagram' ? 'mermaid' : '');
}

function resultParts(
	question: Question,
	{ score, predicted, ticks, misses, note = '' }: EvaluatedResult,
): string[] {
	const levels = score.dimensions.map(({ dimension, reached }) => {
		const guess = predicted[dimension];
		return [
			...[DIMENSION_NAMES[dimension], REACHED_NAMES[reached]],
			guess === undefined ? '' : REACHED_NAMES[guess],
		];
	});
	const words = new Map(linesOf(question).map(({ id, line }) => [id, line]));
	const shown = ticks.map(
		({ line, pin }) => `- ${plainLine(words.get(line) ?? line)}${pinText(pin)}`,
	);
	const missed = misses.map(({ what, at, patterns }) => {
		const when = at === undefined ? 'not reached' : `at ${clockText(at)}`;
		const study = patterns.length > 0 ? `: study ${patterns.join(', ')}` : '';
		return `- ${plainLine(what)} (${when})${study}`;
	});
	return [
		`## Result\n\n${plainLine(score.pattern)}`,
		tableOf(['Dimension', 'Reads as', 'Predicted'], levels),
		...(shown.length > 0 ? [`### Shown\n\n${shown.join('\n')}`] : []),
		...(missed.length > 0 ? [`### Missed\n\n${missed.join('\n')}`] : []),
		...(note.trim() === '' ? [] : [`### Note\n\n${fenced(note)}`]),
	];
}

function pinText(pin: Pin | null): string {
	if (!pin) return '';
	if (pin.kind === 'minute') return ` (at ${clockText(pin.at)})`;
	return pin.kind === 'node' ? ` (box ${plainLine(pin.node)})` : ` (“${plainLine(pin.text)}”)`;
}
