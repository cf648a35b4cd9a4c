import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER_SEEN, UNMARKED, type CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { momentAt } from '../scheduler/study-day.ts';
import { CardColumns } from './card-columns.ts';
import { CardOrders, type Sort } from './card-order.ts';

const now = momentAt(Date.UTC(2026, 10, 23, 10), { timeZone: 'UTC', rolloverHour: 4 });
const days = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-1e6, 1e6, 0.5, 3e9, -3e9));

/** Places by a plain sort. */
function plainly(values: readonly number[], descending: boolean): number[] {
	const sign = descending ? -1 : 1;
	return [...values.keys()].sort((a, b) => {
		const [first, second] = [values[a] ?? 0, values[b] ?? 0];
		return first === second ? a - b : sign * (first - second);
	});
}

test('any numbers, whole or not, great or below zero, come in their order, equal ones as taken in', () => {
	fc.assert(
		fc.property(fc.array(days, { maxLength: 30 }), fc.boolean(), (values, descending) => {
			const columns = new CardColumns();
			const { weights } = DEFAULT_PRESET;
			columns.putDeck({ id: 'deck/a', path: 'a', weights, preset: '' });
			values.forEach((interval, at) => {
				const state: CardState = {
					...{ ...NEVER_SEEN, ...UNMARKED, phase: 'review', interval },
					...{ id: `note/${at}/0`, noteId: `note/${at}`, deckId: 'deck/a', position: 0 },
				};
				columns.putCard({ state, deck: 'deck/a', text: state.noteId, ordinal: 0, own: true });
			});
			const sort: Sort = { by: 'ivl', descending };
			expect([...new CardOrders(columns).of(sort, now)]).toEqual(plainly(values, descending));
		}),
		{ numRuns: 500 },
	);
});
