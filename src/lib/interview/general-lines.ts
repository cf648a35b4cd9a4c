/** What every question judges by: lines that another person could see on the board or hear, by dimension and level. */
import type { InterviewLevel, Phase, RubricDimension } from '../content/question-terms.ts';

export interface GeneralLine {
	id: string;
	dimension: RubricDimension;
	level: InterviewLevel;
	phase: Phase;
	line: string;
}

type Cell = readonly [phase: Phase, ...lines: string[]];

const LINES: Readonly<Record<RubricDimension, Readonly<Record<InterviewLevel, Cell>>>> = {
	scope: {
		mid: ['clarify', 'Stated three to five functional requirements', 'Said what is out of scope'],
		senior: [
			'clarify',
			'Ranked the requirements',
			'Put numbers on how well: p99, nines or staleness',
		],
		staff: ['clarify', 'Questioned a requirement by its cost or risk'],
	},
	numbers: {
		mid: ['clarify', 'Gave an average and a peak rate with units'],
		senior: ['clarify', 'Rounded, and said what a number decides'],
		staff: ['clarify', 'Checked a result a second way, or gave a cost'],
	},
	interface: {
		mid: ['high-level', 'Gave each entity a key'],
		senior: ['high-level', 'Let the access pattern drive key and store'],
		staff: ['high-level', 'Said how the schema or the API changes while it runs'],
	},
	design: {
		mid: ['high-level', 'Traced every must-have through the drawing'],
		senior: ['high-level', 'Started simple and scaled where a number said so'],
		staff: ['high-level', 'Said what is not built yet, and when it would be'],
	},
	depth: {
		mid: ['deep-dive', 'Explained one component correctly when asked'],
		senior: ['deep-dive', 'Picked an area unprompted and went to mechanism and limits'],
		staff: ['deep-dive', 'Followed two levels down, or showed a limit from first principles'],
	},
	'trade-offs': {
		mid: ['deep-dive', 'Gave an alternative to a choice'],
		senior: ['deep-dive', 'Named criterion, choice and the cost of the choice'],
		staff: ['deep-dive', 'Said what would make them switch, and whether it can be undone'],
	},
	operation: {
		mid: ['wrap-up', 'Named a component that fails, and a replica or a retry for it'],
		senior: ['wrap-up', 'Said what degrades, and what raises an alarm'],
		staff: ['wrap-up', 'Bounded what one failure can reach, and how it is rolled out or repaired'],
	},
	drive: {
		mid: ['clarify', 'Said the plan for the time'],
		senior: ['high-level', 'Kept to the time and checked in at decisions'],
		staff: ['wrap-up', 'Summed up, and offered the choice between two directions'],
	},
};

/** Every general line, with an id that stays: `general-scope-mid-1`. */
export const GENERAL_LINES: readonly GeneralLine[] = Object.entries(LINES).flatMap(
	([dimension, levels]) =>
		Object.entries(levels).flatMap(([level, [phase, ...lines]]) =>
			lines.map((line, at) => ({
				id: `general-${dimension}-${level}-${at + 1}`,
				// Both keys come from the table above.
				dimension: dimension as RubricDimension,
				level: level as InterviewLevel,
				...{ phase, line },
			})),
		),
);
