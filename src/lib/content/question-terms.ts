/** The words that interviews are planned, questioned and judged in. */

/** What a candidate aims at, the least first. */
export const INTERVIEW_LEVELS = ['mid', 'senior', 'staff'] as const;
export type InterviewLevel = (typeof INTERVIEW_LEVELS)[number];

/** The four phases of the framework, which the screen shows. */
export const PHASES = ['clarify', 'high-level', 'deep-dive', 'wrap-up'] as const;
export type Phase = (typeof PHASES)[number];

/** The finer steps inside them, by which an interview is paced. */
export const STEPS = ['scope', 'numbers', 'interface', 'drawing', 'depth', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** What a candidate is judged by, in the order in which an interview shows it. */
export const RUBRIC_DIMENSIONS = [
	'scope',
	'numbers',
	'interface',
	'design',
	'depth',
	'trade-offs',
	'operation',
	'drive',
] as const;
export type RubricDimension = (typeof RUBRIC_DIMENSIONS)[number];

/** What a candidate may ask about without finding words for it; no chip gives an answer away. */
export const CHIPS = [
	'features',
	'scale',
	'usage',
	'latency',
	'consistency',
	'availability',
	'retention',
	'abuse',
	'out of scope',
] as const;
export type Chip = (typeof CHIPS)[number];
