/** The options that a deck has until someone changes them, and the check on options from elsewhere. */
import { CLAMP_PARAMETERS, default_w } from 'ts-fsrs';
import { EASY_DAYS, MIXES, REVIEW_ORDERS, type Preset } from './preset.ts';
import { hash32 } from './seed.ts';

/** Values of Anki's deck options (26.08) except for ten new cards a day, which suits deeper cards. */
export const DEFAULT_PRESET: Readonly<Preset> = Object.freeze({
	id: 'default',
	name: 'Default',
	desiredRetention: 0.9,
	weights: Object.freeze([...default_w]),
	learningSteps: Object.freeze([1, 10]),
	relearningSteps: Object.freeze([10]),
	maximumInterval: 36_500,
	newPerDay: 10,
	reviewsPerDay: 200,
	newIgnoresReviewLimit: false,
	reviewOrder: 'due-random',
	newMix: 'mixed',
	buryNewSiblings: false,
	buryReviewSiblings: false,
	leechThreshold: 8,
	leechAction: 'tag',
	loadBalance: true,
	easyDays: Object.freeze(Array.from({ length: 7 }, () => 'normal' as const)),
	answerCap: 60,
	autoplaySounds: true,
	learnAhead: 1200,
});

/** Short stable name of a set of FSRS parameters, such as `fsrs6-1x9k2m4p0c7a`. */
export function parametersId(weights: readonly number[]): string {
	const text = weights.map((weight) => weight.toFixed(6)).join(' ');
	const half = (basis: number) => hash32(text, basis).toString(36).padStart(7, '0');
	return `fsrs6-${half(0x811c9dc5)}${half(0x9747b28c)}`;
}

type Check = (value: unknown) => string | null;

const within =
	(low: number, high: number, whole = true): Check =>
	(value) =>
		typeof value === 'number' &&
		value >= low &&
		value <= high &&
		(!whole || Number.isInteger(value))
			? null
			: `a ${whole ? 'whole ' : ''}number from ${low} to ${high} is expected`;
const oneOf =
	(names: readonly string[]): Check =>
	(value) =>
		typeof value === 'string' && names.includes(value)
			? null
			: `one of ${names.join(', ')} is expected`;
const flag: Check = (value) => (typeof value === 'boolean' ? null : 'true or false is expected');
const words: Check = (value) =>
	typeof value === 'string' && value.trim() !== '' ? null : 'a text that is not empty is expected';
const steps: Check = (value) =>
	Array.isArray(value) &&
	value.length <= 20 &&
	value.every((step) => within(1 / 60, 525_600, false)(step) === null)
		? null
		: 'at most 20 steps of a second to a year, in minutes, are expected';
const week: Check = (value) =>
	Array.isArray(value) && value.length === 7 && value.every((day) => oneOf(EASY_DAYS)(day) === null)
		? null
		: `seven entries, Monday first, each one of ${EASY_DAYS.join(', ')}, are expected`;
const parameters: Check = (value) => {
	const ranges = CLAMP_PARAMETERS(2);
	if (!Array.isArray(value) || value.length !== ranges.length) {
		return `${ranges.length} numbers (FSRS-6) are expected`;
	}
	for (const [index, [low = 0, high = 0]] of ranges.entries()) {
		if (within(low, high, false)(value[index])) {
			return `number ${index + 1} is ${String(value[index])}; ${low} to ${high} is expected`;
		}
	}
	return null;
};

const CHECKS: { readonly [K in keyof Preset]: Check } = {
	id: words,
	name: words,
	desiredRetention: within(0.7, 0.99, false),
	weights: parameters,
	learningSteps: steps,
	relearningSteps: steps,
	maximumInterval: within(1, 36_500),
	newPerDay: within(0, 9999),
	reviewsPerDay: within(0, 9999),
	newIgnoresReviewLimit: flag,
	reviewOrder: oneOf(REVIEW_ORDERS),
	newMix: oneOf(MIXES),
	buryNewSiblings: flag,
	buryReviewSiblings: flag,
	leechThreshold: within(0, 99),
	leechAction: oneOf(['tag', 'suspend']),
	loadBalance: flag,
	easyDays: week,
	answerCap: within(5, 7200),
	autoplaySounds: flag,
	learnAhead: within(0, 86_399),
};

function isPreset(candidate: object): candidate is Preset {
	return presetProblems(candidate).length === 0;
}

function presetProblems(candidate: object): string[] {
	const values = new Map<string, unknown>(Object.entries(candidate));
	return Object.entries(CHECKS).flatMap(([field, check]) => {
		const problem = check(values.get(field));
		return problem === null ? [] : [`${field}: ${problem}`];
	});
}

/**
 * A preset from outside (a form, a backup, an import), or every reason why it is none, each as
 * `field: what is expected`. Unknown fields are left out of the result.
 */
export function validatePreset(candidate: unknown): { preset: Preset } | { problems: string[] } {
	if (typeof candidate !== 'object' || candidate === null) {
		return { problems: ['preset: an object is expected'] };
	}
	if (!isPreset(candidate)) return { problems: presetProblems(candidate) };
	const known = Object.entries(candidate).filter(([field]) => Object.hasOwn(CHECKS, field));
	return { preset: { ...DEFAULT_PRESET, ...Object.fromEntries(known) } };
}
