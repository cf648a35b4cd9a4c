import { describe, expect, it } from 'vitest';
import { actOfDrillKey, type DrillPress } from './drill-keys.ts';

const press = (key: string, more: Partial<DrillPress> = {}): DrillPress => ({
	...{ key, repeat: false, modified: false, inText: false, onControl: false },
	...more,
});
const state = (stage: 'asking' | 'decide' | 'told' | 'grade', more = {}) => ({
	...{ stage, options: 3, shortcuts: true, twoButtons: false, suggested: 2 as const },
	...more,
});

describe('keys of a drill', () => {
	it('Enter goes on, and gives the grade that stands out', () => {
		expect(actOfDrillKey(press('Enter'), state('told'))).toEqual({ act: 'next' });
		expect(actOfDrillKey(press('Enter'), state('decide'))).toEqual({ act: 'next' });
		expect(actOfDrillKey(press('Enter'), state('grade'))).toEqual({ act: 'grade', grade: 2 });
		expect(actOfDrillKey(press(' '), state('asking'))).toBeUndefined();
	});

	it('numbers grade and letters choose, each in its time', () => {
		expect(actOfDrillKey(press('4'), state('grade'))).toEqual({ act: 'grade', grade: 4 });
		expect(actOfDrillKey(press('4'), state('decide'))).toBeUndefined();
		expect(actOfDrillKey(press('B'), state('decide'))).toEqual({ act: 'choose', option: 1 });
		expect(actOfDrillKey(press('d'), state('decide'))).toBeUndefined();
		expect(actOfDrillKey(press('a'), state('grade'))).toBeUndefined();
		expect(actOfDrillKey(press('2'), state('grade', { twoButtons: true }))).toBeUndefined();
	});

	it('text, held keys, controls and other people’s shortcuts are left alone', () => {
		expect(actOfDrillKey(press('1', { inText: true }), state('grade'))).toBeUndefined();
		expect(actOfDrillKey(press('Enter', { repeat: true }), state('told'))).toBeUndefined();
		expect(actOfDrillKey(press('Enter', { onControl: true }), state('told'))).toBeUndefined();
		expect(actOfDrillKey(press('1', { modified: true }), state('grade'))).toBeUndefined();
		expect(actOfDrillKey(press('1'), state('grade', { shortcuts: false }))).toBeUndefined();
	});
});
