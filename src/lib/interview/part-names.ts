/** What the parts of an interview are called, on every screen and in every file that leaves the app. */
import type { InterviewLevel, Phase, RubricDimension, Step } from '../content/question-terms.ts';
import type { Pane } from './interview-event.ts';
import type { Reached } from './score-interview.ts';

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
	clarify: 'Clarify',
	'high-level': 'High-level design',
	'deep-dive': 'Deep dive',
	'wrap-up': 'Wrap-up',
};

export const STEP_NAMES: Readonly<Record<Step, string>> = {
	scope: 'Scope',
	numbers: 'Numbers',
	interface: 'API and data',
	drawing: 'Drawing',
	depth: 'Deep dive',
	close: 'Wrap-up',
};

export const PANE_NAMES: Readonly<Record<Pane, string>> = {
	requirements: 'Requirements',
	estimates: 'Estimates',
	api: 'API',
	data: 'Data model',
	diagram: 'Drawing',
	notes: 'Notes',
	'trade-offs': 'Trade-offs',
};

export const DIMENSION_NAMES: Readonly<Record<RubricDimension, string>> = {
	scope: 'Scope',
	numbers: 'Numbers',
	interface: 'Interface and data',
	design: 'End-to-end design',
	depth: 'Depth',
	'trade-offs': 'Trade-offs',
	operation: 'Failure and operation',
	drive: 'Drive and communication',
};

export const LEVEL_NAMES: Readonly<Record<InterviewLevel, string>> = {
	mid: 'Mid',
	senior: 'Senior',
	staff: 'Staff',
};

export const REACHED_NAMES: Readonly<Record<Reached, string>> = {
	0: 'below mid',
	1: 'mid',
	2: 'senior',
	3: 'staff',
};
