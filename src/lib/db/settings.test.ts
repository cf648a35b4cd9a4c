import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, settingsFrom } from './settings.ts';

describe('settingsFrom', () => {
	test('gives the defaults where nothing was set: no typing, swipes on', () => {
		expect(settingsFrom({})).toEqual(DEFAULT_SETTINGS);
		expect(settingsFrom({})).toMatchObject({ typeIn: false, swipes: true, shortcuts: true });
	});

	test('takes what was set', () => {
		const fields = { typeIn: true, swipes: false, interviewDate: '2026-12-01', path: 'expert' };
		expect(settingsFrom(fields)).toEqual({ ...DEFAULT_SETTINGS, ...fields });
	});

	test.each([
		['swipes', 'yes'],
		['rolloverHour', 24],
		['minutesPerDay', 0],
		['interviewDate', 'tomorrow'],
		['timeZone', ''],
		['lastExternalBackup', { t: 1 }],
	])('takes the default of %s where %j is stored', (key, value) => {
		expect(settingsFrom({ [key]: value })).toEqual(DEFAULT_SETTINGS);
	});

	test('leaves out what it does not know, names of built-in properties too', () => {
		expect(settingsFrom({ later: 1, constructor: 'x' })).toEqual(DEFAULT_SETTINGS);
	});
});
