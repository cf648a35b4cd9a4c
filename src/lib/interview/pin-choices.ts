/** What a tick can be pinned to: what stands on the pad, boxes of the drawing, and minutes, the likeliest first. */
import type { RubricDimension } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { readFlowchart } from '../content/read-flowchart.ts';
import { EMPTY_WORDS } from './general-words.ts';
import { PANES, type Pane } from './interview-event.ts';
import type { InterviewState } from './replay-interview.ts';
import type { Pin } from './score-interview.ts';
import { stem, stemsOf } from './word-forms.ts';

export interface PinChoice {
	pin: Pin;
	/** As it stands on the pad, in the box, or what was said. */
	text: string;
	/** Where: a pane, `drawing`, or `said`. */
	where: Pane | 'drawing' | 'said';
}

const MOST_LINES = 200;
const LONGEST = 160;

/** Where the evidence of a dimension usually stands, the likeliest first. */
const PLACES: Readonly<Record<RubricDimension, readonly PinChoice['where'][]>> = {
	scope: ['requirements', 'said', 'notes'],
	numbers: ['estimates', 'notes', 'requirements'],
	interface: ['api', 'data', 'notes'],
	design: ['drawing', 'notes', 'requirements'],
	depth: ['notes', 'said', 'trade-offs'],
	'trade-offs': ['trade-offs', 'notes', 'data'],
	operation: ['notes', 'said', 'trade-offs'],
	drive: ['notes', 'said', 'requirements'],
};

/** All that can be pinned to, in the order of the pad, then the drawing, then what was said. */
export function pinChoices(question: Question, state: InterviewState): PinChoice[] {
	const notes = PANES.filter((pane) => pane !== 'diagram').flatMap((pane) =>
		linesOf(state.pad[pane]).map((text): PinChoice => ({
			...{ pin: { kind: 'note', text }, text, where: pane },
		})),
	);
	const boxes = readFlowchart(state.pad.diagram)
		.nodes.slice(0, MOST_LINES)
		.map(({ id, label }): PinChoice => ({
			...{ pin: { kind: 'node', node: id }, text: label, where: 'drawing' },
		}));
	return [...notes, ...boxes, ...said(question, state)];
}

function linesOf(text: string): string[] {
	const lines = text.split('\n').map((line) => line.trim().slice(0, LONGEST));
	return [...new Set(lines.filter((line) => line !== ''))].slice(0, MOST_LINES);
}

function said(question: Question, state: InterviewState): PinChoice[] {
	const at = (ms: number, text: string): PinChoice => ({
		...{ pin: { kind: 'minute', at: ms }, text, where: 'said' },
	});
	const probeText = new Map(question.probes.map(({ id, ask }) => [id, ask]));
	const curveballText = new Map(question.curveballs.map(({ id, say }) => [id, say]));
	return [
		...state.asked.map((each) => at(each.at, `You asked: ${each.text}`)),
		...state.probes.map((each) =>
			at(each.at, `Your answer to: ${probeText.get(each.probe) ?? ''}`),
		),
		...state.curveballs.map((each) =>
			at(
				each.at,
				each.broke === ''
					? `After the change: ${curveballText.get(each.curveball) ?? ''}`
					: `You named as broken: ${each.broke}`,
			),
		),
	].sort((a, b) => timeOf(a.pin) - timeOf(b.pin));
}

function timeOf(pin: Pin): number {
	return pin.kind === 'minute' ? pin.at : 0;
}

const EMPTY = new Set(EMPTY_WORDS.map(stem));

function tellingStems(text: string): Set<string> {
	return new Set(stemsOf(text).filter((word) => !EMPTY.has(word)));
}

/**
 * The choices for one line, the likeliest first: those that share words with it, then those of the places where its
 * dimension usually shows. The order of equals stays.
 */
export function rankPins(
	choices: readonly PinChoice[],
	line: { line: string; dimension: RubricDimension },
): PinChoice[] {
	const wanted = tellingStems(line.line);
	const places = PLACES[line.dimension];
	const score = ({ text, where }: PinChoice) => {
		const shared = [...tellingStems(text)].filter((word) => wanted.has(word)).length;
		const place = places.indexOf(where);
		return shared * 2 + (place < 0 ? 0 : places.length - place);
	};
	return choices
		.map((choice) => ({ choice, score: score(choice) }))
		.sort((a, b) => b.score - a.score)
		.map(({ choice }) => choice);
}

/** Whether two pins name the same place. */
export function samePin(a: Pin, b: Pin): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
