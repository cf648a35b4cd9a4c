import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET, parametersId, validatePreset } from './default-preset.ts';

describe('validatePreset', () => {
	it('takes the default, and a copy of it from a file', () => {
		expect(validatePreset(DEFAULT_PRESET)).toEqual({ preset: DEFAULT_PRESET });
		const copy: unknown = JSON.parse(JSON.stringify(DEFAULT_PRESET));
		expect(validatePreset(copy)).toEqual({ preset: DEFAULT_PRESET });
	});

	it.each([
		['desiredRetention', 0.5],
		['desiredRetention', 1],
		['desiredRetention', '0.9'],
		['weights', [1, 2, 3]],
		['weights', DEFAULT_PRESET.weights.map((weight, index) => (index === 3 ? NaN : weight))],
		['weights', DEFAULT_PRESET.weights.map((weight, index) => (index === 20 ? 2 : weight))],
		['learningSteps', [0]],
		['learningSteps', 'one'],
		['relearningSteps', [Infinity]],
		['maximumInterval', 0],
		['newPerDay', -1],
		['reviewsPerDay', 1.5],
		['newIgnoresReviewLimit', 1],
		['reviewOrder', 'random'],
		['newMix', ''],
		['leechThreshold', -8],
		['leechAction', 'delete'],
		['loadBalance', null],
		['easyDays', ['normal']],
		['easyDays', Array(7).fill('never')],
		['answerCap', NaN],
		['autoplaySounds', 'yes'],
		['learnAhead', 1e9],
		['name', ' '],
	])('refuses %s %j and says what is expected', (field, value) => {
		const result = validatePreset({ ...DEFAULT_PRESET, [field]: value });
		expect(result).toEqual({ problems: [expect.stringMatching(`^${field}: .*expected$`)] });
	});

	it('lists every problem at once, and each missing field', () => {
		const result = validatePreset({});
		const fields = Object.keys(DEFAULT_PRESET);
		expect('problems' in result && result.problems.map((each) => each.split(':')[0])).toEqual(
			fields,
		);
		expect(validatePreset(null)).toEqual({ problems: ['preset: an object is expected'] });
	});

	it('leaves out what it does not know', () => {
		const odd: unknown = JSON.parse('{"__proto__": {"polluted": true}, "extra": 1}');
		const result = validatePreset(Object.assign(Object.create(null), DEFAULT_PRESET, odd));
		expect('preset' in result && Object.keys(result.preset)).toEqual(Object.keys(DEFAULT_PRESET));
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe('parametersId', () => {
	it('is short, stable, and tells sets of parameters apart', () => {
		const id = parametersId(DEFAULT_PRESET.weights);
		expect(id).toMatch(/^fsrs6-[0-9a-z]{14}$/);
		expect(parametersId([...DEFAULT_PRESET.weights])).toBe(id);
		const others = DEFAULT_PRESET.weights.map((_, changed) =>
			parametersId(DEFAULT_PRESET.weights.map((w, index) => (index === changed ? w + 1e-4 : w))),
		);
		expect(new Set([id, ...others]).size).toBe(DEFAULT_PRESET.weights.length + 1);
	});
});
