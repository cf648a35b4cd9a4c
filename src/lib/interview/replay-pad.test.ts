import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening, Moment, Pane } from './interview-event.ts';
import { MINUTE } from './plan.ts';
import { at, begin, DRAWING, minute, START } from '../../../tests/support/interview-facts.ts';

describe('the pad when time runs out and is given back', () => {
	const pad = (text: string, pane: Pane = 'notes'): Happening => ({ kind: 'pad', pane, text });

	it('takes in what was typed when the time was up as soon as there is time again', () => {
		const back = { wall: START + 60 * MINUTE, mono: 0, page: 'b' };
		const later = (minutes: number) => ({
			...{ wall: back.wall + minutes * MINUTE, mono: minutes * MINUTE, page: 'b' },
		});
		const typed: [Moment | number, Happening][] = [
			[0, begin()],
			[30, pad('in time')],
			[back, { kind: 'beat' }],
			[later(1), pad('beside it')],
			[later(1), pad(DRAWING, 'diagram')],
		];
		expect(at(later(2), ...typed)).toMatchObject({
			...{ pad: { notes: 'in time', diagram: '' }, late: { notes: 'beside it' } },
		});
		for (const given of [
			{ kind: 'discount', after: 'e1' },
			{ kind: 'extend', minutes: 30 },
			{ kind: 'limit-off' },
		] as const) {
			const state = at(later(2), ...typed, [later(2), given]);
			expect(state).toMatchObject({ pad: { notes: 'beside it', diagram: DRAWING }, late: {} });
			expect(state.untraced).toEqual([]);
			const on = at(later(3), ...typed, [later(2), given], [later(3), pad('and on')]);
			expect(on).toMatchObject({ pad: { notes: 'and on' }, late: {} });
		}
	});

	it('keeps nothing beside the interview that is in it', () => {
		const same = at(50, [0, begin()], [30, pad('all of it')], [46, pad('all of it')]);
		expect(same.late).toEqual({});
		const again = at(50, [0, begin()], [30, pad('a')], [46, pad('b')], [47, pad('a')]);
		expect(again).toMatchObject({ pad: { notes: 'a' }, late: {} });
	});

	it('is not written over by an older text that was stored behind a newer one', () => {
		expect(at(12, [0, begin()], [10, pad('new')], [9, pad('old')]).pad.notes).toBe('new');
		const next = (mono: number) => ({ wall: START + (10 + mono) * MINUTE, mono, page: 'b' });
		const taken: [Moment | number, Happening][] = [
			...([[0, begin()]] as [number, Happening][]),
			[next(0), { kind: 'beat' }],
			[next(2), pad('new')],
		];
		expect(at(next(3), ...taken, [10, pad('old')]).pad.notes).toBe('new');
		expect(at(next(3), ...taken, [14, pad('newest')]).pad.notes).toBe('newest');
	});

	it('takes what is typed on a page that was opened when the clock had been set back', () => {
		const back = { wall: START - 60 * MINUTE, mono: 0, page: 'b' };
		const typed = at(
			back,
			...([
				[0, begin()],
				[10, pad('before')],
				[back, { kind: 'beat' }],
				[back, pad('after')],
			] as [Moment | number, Happening][]),
		);
		expect(typed.pad.notes).toBe('after');
	});

	it('leaves in each pane what was typed there last, whenever time ran out or was given back', () => {
		const panes = fc.constantFrom('notes' as const, 'diagram' as const);
		const given = fc.oneof(
			fc.record({ kind: fc.constant('pad' as const), pane: panes, text: fc.string() }),
			fc.record({ kind: fc.constant('extend' as const), minutes: fc.integer({ min: 1, max: 30 }) }),
			fc.record({ kind: fc.constant('discount' as const), back: fc.integer({ min: 1, max: 6 }) }),
			fc.constantFrom({ kind: 'beat' as const }, { kind: 'limit-off' as const }),
		);
		// Minutes that pass before each fact; beyond some the page was closed and opened again meanwhile.
		const passing = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), given), { maxLength: 25 });
		fc.assert(
			fc.property(passing, (steps) => {
				let clock = 0;
				let life = 0;
				const last = new Map<Pane, string>();
				const list = steps.map(([passed, what], index): [Moment, Happening] => {
					clock += passed;
					if (passed > 15) life += 1;
					const { wall, mono } = minute(clock);
					if (what.kind === 'pad') last.set(what.pane, what.text);
					const happened =
						what.kind === 'discount' ? { ...what, after: `e${index + 1 - what.back}` } : what;
					return [{ wall, mono, page: `p${life}` }, happened];
				});
				const { pad, late } = at(clock, [0, begin({ minutes: 30 })], ...list);
				for (const [pane, text] of last) expect({ ...pad, ...late }[pane]).toBe(text);
			}),
		);
	});
});
