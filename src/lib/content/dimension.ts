/** The kinds of amounts that an estimate can be about. */

/** `count` is a plain number, `fraction` a share such as 99.9 %; the rest carry units. */
export const DIMENSIONS = [
	'count',
	'data',
	'rate',
	'data-rate',
	'time',
	'fraction',
	'money',
	'money-rate',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
