import { describe, expect, it } from 'vitest';
import { RUN_KEYS } from './run-key-lines.ts';
import { actOfRunKey, type RunPress } from './run-keys.ts';

const press = (key: string, more: Partial<RunPress> = {}): RunPress => ({
	...{ key, repeat: false, command: false, alt: false, inText: false, ...more },
});
const state = { shortcuts: true, panes: 6 };

describe('the keys of an interview', () => {
	it.each([...'abcdefghijklmnopqrstuvwxyz0123456789?'])('"%s" is text in a field', (key) => {
		expect(actOfRunKey(press(key, { inText: true }), state)).toBeUndefined();
	});

	it('go on to the next step from anywhere', () => {
		expect(actOfRunKey(press('Enter', { command: true, inText: true }), state)?.act).toBe('next');
		expect(actOfRunKey(press('n'), state)?.act).toBe('next');
		expect(actOfRunKey(press('n', { repeat: true }), state)).toBeUndefined();
	});

	it('open the panes of the pad by their number', () => {
		expect(actOfRunKey(press('6'), state)).toEqual({ act: 'pane', at: 5 });
		expect(actOfRunKey(press('7'), state)).toBeUndefined();
		expect(actOfRunKey(press('0'), state)).toBeUndefined();
	});

	it('leave the field first and the interview second', () => {
		expect(actOfRunKey(press('Escape', { inText: true }), state)?.act).toBe('out');
		expect(actOfRunKey(press('Escape'), state)?.act).toBe('leave');
	});

	it('are all on the sheet, and all that is there acts', () => {
		const shown = RUN_KEYS.flatMap(({ names }) => names);
		const named: Record<string, string> = { Esc: 'Escape' };
		const acts = (name: string) => {
			const key = name.replace('Ctrl ', '');
			return actOfRunKey(press(named[key] ?? key, { command: key !== name }), state);
		};
		expect(shown.filter((name) => !acts(name))).toEqual([]);
		const letters = [...'abcdefghijklmnopqrstuvwxyz?'].filter((key) => acts(key));
		expect(letters.filter((key) => !shown.includes(key.toUpperCase()))).toEqual([]);
	});

	it('are off where the person has switched single keys off', () => {
		const off = { ...state, shortcuts: false };
		expect(actOfRunKey(press('n'), off)).toBeUndefined();
		expect(actOfRunKey(press('1'), off)).toBeUndefined();
		expect(actOfRunKey(press('F6'), off)?.act).toBe('turn');
	});
});
