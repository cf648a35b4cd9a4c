import { expect, it } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { differences, OPTIONS, optionInWords } from './preset-differences.ts';

it('knows every option of a preset but its id, its name and its weights', () => {
	expect([...OPTIONS, 'id', 'name', 'weights'].toSorted()).toEqual(
		Object.keys(DEFAULT_PRESET).toSorted(),
	);
});

it('says what each option is in words', () => {
	const words = Object.fromEntries(
		OPTIONS.map((name) => [name, optionInWords(name, DEFAULT_PRESET)]),
	);
	expect(words).toMatchObject({
		...{ desiredRetention: '90%', learningSteps: '1m 10m', maximumInterval: '36,500' },
		...{ reviewOrder: 'By day due, then random', easyDays: 'all normal', learnAhead: '20' },
		...{ loadBalance: 'on', buryNewSiblings: 'off', leechAction: 'Mark' },
	});
	expect(optionInWords('learningSteps', { ...DEFAULT_PRESET, learningSteps: [] })).toBe('none');
});

it('finds what differs, in lists as well, and nothing where nothing does', () => {
	expect(differences(DEFAULT_PRESET)).toEqual([]);
	const easyDays = DEFAULT_PRESET.easyDays.map((day, at) => (at === 6 ? 'reduced' : day));
	const changed = { ...DEFAULT_PRESET, id: 'x', name: 'X', newPerDay: 3, easyDays };
	expect(differences(changed)).toEqual(['newPerDay', 'easyDays']);
	expect(differences(changed, changed)).toEqual([]);
});
