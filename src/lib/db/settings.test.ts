import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settingsFrom } from './settings.ts';

describe('settingsFrom', () => {
	it('gives the defaults where nothing is stored', () => {
		expect(settingsFrom({})).toEqual(DEFAULT_SETTINGS);
	});

	it('takes what is stored', () => {
		expect(settingsFrom({ theme: 'dark', rolloverHour: 0 })).toMatchObject({
			theme: 'dark',
			rolloverHour: 0,
		});
	});

	it.each([
		['theme', 'pink'],
		['rolloverHour', 24],
		['rolloverHour', 3.5],
		['minutesPerDay', 0],
		['interviewDate', 'soon'],
		['interviewDate', '2026-02-30'],
		['shortcuts', 'yes'],
		['lastExternalBackup', { t: 'x', reviews: 1 }],
		['timeZone', ''],
	])('takes the default where %s is %j', (key, value) => {
		expect(settingsFrom({ [key]: value })).toEqual(DEFAULT_SETTINGS);
	});

	it('ignores fields of a later version, and names that every object has', () => {
		expect(settingsFrom({ later: 1, constructor: 1, toString: 'x' })).toEqual(DEFAULT_SETTINGS);
	});
});
