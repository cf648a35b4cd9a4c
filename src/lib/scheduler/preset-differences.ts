/** In which options a preset differs from another, and what those are there, in words. */
import { DEFAULT_PRESET } from './default-preset.ts';
import type { EasyDay, Mix, Preset, ReviewOrder } from './preset.ts';
import { stepsText } from './steps-text.ts';

/** What a person sets: not what the preset is called, nor the weights that were fitted. */
export type Option = Exclude<keyof Preset, 'id' | 'name' | 'weights'>;

export const OPTIONS: readonly Option[] = (Object.keys(DEFAULT_PRESET) as (keyof Preset)[]).filter(
	(name) => name !== 'id' && name !== 'name' && name !== 'weights',
);

export const ORDER_NAMES: Record<ReviewOrder, string> = {
	'due-random': 'By day due, then random',
	retrievability: 'Likeliest forgotten first',
	overdueness: 'Most overdue first',
};

export const MIX_NAMES: Record<Mix, string> = {
	mixed: 'Among the reviews',
	'new-first': 'Before the reviews',
	'new-last': 'After the reviews',
};

export const EASY_DAY_NAMES: Record<EasyDay, string> = {
	normal: 'Normal',
	reduced: 'Reduced',
	minimum: 'Minimum',
};

const count = (value: number) => value.toLocaleString('en-US');
const onOff = (value: boolean) => (value ? 'on' : 'off');

const WORDS: { readonly [K in Option]: (value: Preset[K]) => string } = {
	desiredRetention: (value) => `${Math.round(value * 100)}%`,
	learningSteps: (value) => stepsText(value) || 'none',
	relearningSteps: (value) => stepsText(value) || 'none',
	maximumInterval: count,
	newPerDay: count,
	reviewsPerDay: count,
	newIgnoresReviewLimit: onOff,
	reviewOrder: (value) => ORDER_NAMES[value],
	newMix: (value) => MIX_NAMES[value],
	buryNewSiblings: onOff,
	buryReviewSiblings: onOff,
	leechThreshold: count,
	leechAction: (value) => (value === 'tag' ? 'Mark' : 'Suspend'),
	loadBalance: onOff,
	easyDays: (value) =>
		value.every((day) => day === 'normal')
			? 'all normal'
			: value.map((day) => EASY_DAY_NAMES[day]).join(', '),
	answerCap: count,
	autoplaySounds: onOff,
	learnAhead: (value) => count(Math.round(value / 60)),
};

/** An option of a preset in words, as its control shows it. */
export function optionInWords<K extends Option>(name: K, preset: Preset): string {
	return WORDS[name](preset[name]);
}

export function isSameOption(name: Option, a: Preset, b: Preset): boolean {
	return JSON.stringify(a[name]) === JSON.stringify(b[name]);
}

/** The options in which `preset` is not as `other`, by default as the default. */
export function differences(preset: Preset, other: Preset = DEFAULT_PRESET): Option[] {
	return OPTIONS.filter((name) => !isSameOption(name, preset, other));
}
