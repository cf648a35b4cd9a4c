import { expect, it } from 'vitest';
import { countsInWords, hasWork } from './deck-row.ts';

it('says what waits, and leaves out what does not', () => {
	expect(countsInWords({ new: 8, learning: 3, due: 12 })).toBe('12 due, 3 learning, 8 new');
	expect(countsInWords({ new: 8, learning: 0, due: 0 })).toBe('8 new');
	expect(countsInWords({ new: 0, learning: 0, due: 0 })).toBe('nothing waiting');
	expect(hasWork({ new: 0, learning: 1, due: 0 })).toBe(true);
	expect(hasWork({ new: 0, learning: 0, due: 0 })).toBe(false);
});
