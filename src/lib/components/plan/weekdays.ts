/** The weekdays by name, Monday first, as `weekdayOf` counts them. */
export const WEEKDAYS = [
	...['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
	...['Friday', 'Saturday', 'Sunday'],
] as const;
