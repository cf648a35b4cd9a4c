import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginHistory, canRedo, currentText, record, redo, undo } from './text-history.ts';

it('takes typing in one go as one step, and a tap as its own', () => {
	let history = beginHistory('');
	history = record(history, 'a', 1000);
	history = record(history, 'ab', 1500);
	history = record(history, 'ab\nclient');
	history = record(history, 'ab\nclient!', 1600);
	expect(history.texts).toEqual(['', 'ab', 'ab\nclient', 'ab\nclient!']);
	expect(currentText(undo(undo(history)))).toBe('ab');
});

it('begins a new step after a pause, and forgets what was undone once something else is written', () => {
	let history = record(record(beginHistory(''), 'a', 1000), 'ab', 5000);
	expect(currentText(undo(history))).toBe('a');
	history = record(undo(history), 'ax', 9000);
	expect(history.texts).toEqual(['', 'a', 'ax']);
	expect(canRedo(history)).toBe(false);
});

it('comes back by redo to where undo began, whatever was done', () => {
	const change = fc.tuple(fc.string(), fc.option(fc.nat(100_000), { nil: undefined }));
	fc.assert(
		fc.property(fc.array(change, { maxLength: 30 }), fc.nat(40), (changes, steps) => {
			const whole = changes.reduce((h, [text, at]) => record(h, text, at), beginHistory('start'));
			let history = whole;
			for (let step = 0; step < steps; step++) history = undo(history);
			for (let step = 0; step < steps; step++) history = redo(history);
			expect(currentText(history)).toBe(currentText(whole));
			for (let step = 0; step < 40; step++) history = undo(history);
			expect(currentText(history)).toBe('start');
		}),
	);
});
