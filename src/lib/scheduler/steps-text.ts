/** Steps as people type them, such as `1m 10m`, and back. */

const MINUTES = { s: 1 / 60, m: 1, h: 60, d: 1440 } as const;
const UNITS = ['d', 'h', 'm', 's'] as const;
const MOST_STEPS = 20;
const MOST_MINUTES = 365 * MINUTES.d;
const ACCEPTED = 'Steps such as 1m 10m are expected: a number with s, m, h or d, parted by spaces.';

function isUnit(text: string): text is keyof typeof MINUTES {
	return Object.hasOwn(MINUTES, text);
}

/**
 * Minutes of each step, shortest writing accepted: a number without a unit counts minutes, commas may
 * part steps, an empty text means no steps.
 * @returns the steps, or in words what is wrong and what would be accepted
 */
export function parseSteps(text: string): { minutes: number[] } | { problem: string } {
	const words = text
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	if (words.length > MOST_STEPS) return { problem: `At most ${MOST_STEPS} steps are accepted.` };
	const minutes: number[] = [];
	for (const word of words) {
		const [, digits, letter] = /^(\d+(?:\.\d+)?)([a-z]?)$/.exec(word) ?? [];
		const unit = letter || 'm';
		if (digits === undefined || !isUnit(unit)) {
			return { problem: `“${word}” is no step. ${ACCEPTED}` };
		}
		const size = Number(digits) * MINUTES[unit];
		if (size < MINUTES.s || size > MOST_MINUTES) {
			return { problem: `“${word}” is out of range: 1s to 365d is accepted.` };
		}
		minutes.push(size);
	}
	return { minutes };
}

/** Each step in the largest unit that needs no fraction: `1m 10m`, `1d`, `90s`. */
export function stepsText(minutes: readonly number[]): string {
	return minutes.map(stepText).join(' ');
}

function stepText(minutes: number): string {
	const seconds = Math.max(1, Math.round(minutes * 60));
	const unit = UNITS.find((each) => seconds % Math.round(MINUTES[each] * 60) === 0) ?? 's';
	return `${seconds / Math.round(MINUTES[unit] * 60)}${unit}`;
}
