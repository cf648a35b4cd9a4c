import { describe, expect, it } from 'vitest';
import { actOfKey, type Press } from './review-keys.ts';

const plain: Press = {
	key: '',
	repeat: false,
	shift: false,
	modified: false,
	inText: false,
	onControl: false,
};
const shown = { revealed: true, shortcuts: true, twoButtons: false };
const hidden = { ...shown, revealed: false };

describe('keys of a session', () => {
	it('reveals with Space, then grades Good with it', () => {
		expect(actOfKey({ ...plain, key: ' ' }, hidden)).toEqual({ act: 'reveal' });
		expect(actOfKey({ ...plain, key: ' ' }, shown)).toEqual({ act: 'grade', grade: 3 });
	});

	it('gives with Space the grade that stands out', () => {
		const suggested = { ...shown, suggested: 1 } as const;
		expect(actOfKey({ ...plain, key: ' ' }, suggested)).toEqual({ act: 'grade', grade: 1 });
		expect(actOfKey({ ...plain, key: ' ' }, { ...hidden, suggested: 1 })).toEqual({
			act: 'reveal',
		});
	});

	it('grades with digits only after the reveal', () => {
		expect(actOfKey({ ...plain, key: '1' }, shown)).toEqual({ act: 'grade', grade: 1 });
		expect(actOfKey({ ...plain, key: '1' }, hidden)).toBeUndefined();
		expect(actOfKey({ ...plain, key: '5' }, shown)).toBeUndefined();
	});

	it('knows two buttons only where two are shown', () => {
		const two = { ...shown, twoButtons: true };
		expect(actOfKey({ ...plain, key: '2' }, two)).toBeUndefined();
		expect(actOfKey({ ...plain, key: '3' }, two)).toEqual({ act: 'grade', grade: 3 });
	});

	it('does nothing for a held key', () => {
		expect(actOfKey({ ...plain, key: '3', repeat: true }, shown)).toBeUndefined();
	});

	it('leaves every letter, digit and Space to a text field', () => {
		for (const key of 'abcdefghijklmnopqrstuvwxyz1234? ') {
			expect(actOfKey({ ...plain, key, inText: true }, shown)).toBeUndefined();
		}
	});

	it('leaves Space and Enter to a button that has the focus', () => {
		expect(actOfKey({ ...plain, key: ' ', onControl: true }, shown)).toBeUndefined();
		expect(actOfKey({ ...plain, key: 'Enter', onControl: true }, hidden)).toBeUndefined();
	});

	it('can be silenced but for Space and undo', () => {
		const silent = { ...shown, shortcuts: false };
		for (const key of 'abcdefghijklmnopqrstuvwxyz1234?') {
			expect(actOfKey({ ...plain, key }, silent)).toBeUndefined();
		}
		expect(actOfKey({ ...plain, key: ' ' }, silent)).toEqual({ act: 'grade', grade: 3 });
		expect(actOfKey({ ...plain, key: 'z', modified: true }, silent)).toEqual({ act: 'undo' });
	});

	it('redoes with Shift+U, R and Ctrl+Shift+Z', () => {
		expect(actOfKey({ ...plain, key: 'U', shift: true }, shown)).toEqual({ act: 'redo' });
		expect(actOfKey({ ...plain, key: 'r' }, shown)).toEqual({ act: 'redo' });
		expect(actOfKey({ ...plain, key: 'Z', shift: true, modified: true }, shown)).toEqual({
			act: 'redo',
		});
	});
});
