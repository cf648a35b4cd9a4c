/** What levels reached, places of evidence and gates are called on the pages after an interview. */
import type { RubricDimension } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import type { PinChoice } from '$lib/interview/pin-choices.ts';
import type { Gate, Reached } from '$lib/interview/score-interview.ts';

/** What each is judged by, in a line. */
export const DIMENSION_LINES: Readonly<Record<RubricDimension, string>> = {
	scope: 'What to build, how well, and what not',
	numbers: 'Estimates that decide something',
	interface: 'Calls, entities, keys by access',
	design: 'Every must-have walks through the drawing',
	depth: 'Mechanism and limits of a part',
	'trade-offs': 'Options, criterion, cost of the choice',
	operation: 'What fails, degrades and alarms',
	drive: 'Led, kept the time, took the change',
};

export const REACHED_NAMES: Readonly<Record<Reached, string>> = {
	0: 'Below mid',
	1: 'Mid',
	2: 'Senior',
	3: 'Staff',
};
export const REACHED: readonly Reached[] = [0, 1, 2, 3];

export const PLACE_NAMES: Readonly<Record<PinChoice['where'], string>> = {
	requirements: 'Requirements',
	estimates: 'Estimates',
	api: 'API',
	data: 'Data model',
	diagram: 'Drawing',
	notes: 'Notes',
	'trade-offs': 'Trade-offs',
	drawing: 'Drawing',
	said: 'Said',
};

/** Why the whole reads as below mid, whatever the rest is like. */
export const GATE_WORDS: Readonly<Record<Gate, string>> = {
	'no-path': 'A must-have has no working path in the drawing.',
	'no-scale': 'No scale was asked for or written down.',
	contradiction: 'The drawing contradicts what was said, and it was not corrected.',
};

/** `one, two and three`, in lower case after the first where `lower` says so. */
export function listed(names: readonly string[]): string {
	return names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** With a large first letter. */
export function capital(text: string): string {
	return text === '' ? '' : text[0]?.toUpperCase() + text.slice(1);
}

/** What an id of a question stands for, in words; other text as it is. */
export function nameOf(question: Question, id: string): string {
	const { requirements, estimates, decisions, design, inputs } = question;
	const { must, nice, nfr } = requirements;
	return (
		[...must, ...nice, ...nfr].find((each) => each.id === id)?.t ??
		estimates.find((each) => each.id === id)?.ask ??
		decisions.find((each) => each.id === id)?.q ??
		design.components.find((each) => each.id === id)?.name ??
		inputs[id]?.say ??
		id
	);
}
