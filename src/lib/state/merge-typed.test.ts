import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeTyped, type Typed } from './merge-typed.ts';

const note = (over: Partial<Typed> = {}): Typed => ({
	...{ fields: ['front', 'back'], answer: '1 | one', tags: ['a', 'b'], deckId: 'deck/1', ...over },
});

it('keeps what was typed and takes along what else has changed', () => {
	const typed = note({ fields: ['typed', 'back'], tags: ['b', 'mine'] });
	const now = note({
		...{ fields: ['front', 'imported'], answer: '1', tags: ['a', 'b', 'theirs'], deckId: 'deck/2' },
	});
	expect(mergeTyped(note(), typed, now)).toEqual({
		...{ fields: ['typed', 'imported'], answer: '1', tags: ['b', 'mine', 'theirs'] },
		...{ deckId: 'deck/2', clash: false },
	});
});

it('keeps the deck that was chosen', () => {
	const now = note({ deckId: 'deck/2' });
	expect(mergeTyped(note(), note({ deckId: 'deck/3' }), now).deckId).toBe('deck/3');
});

it('says where both changed the same text, unless to the same', () => {
	const typed = note({ fields: ['typed', 'back'] });
	const clash = mergeTyped(note(), typed, note({ fields: ['theirs', 'back'] }));
	expect(clash).toEqual({ ...typed, clash: true });
	expect(mergeTyped(note(), typed, typed)).toEqual({ ...typed, clash: false });
	const answers = mergeTyped(note(), note({ answer: '2' }), note({ answer: '3' }));
	expect([answers.answer, answers.clash]).toEqual(['2', true]);
});

it('is what was typed where nothing else changed, and what stands where nothing was typed', () => {
	const any = fc.record({
		fields: fc.array(fc.string(), { minLength: 2, maxLength: 2 }),
		...{ answer: fc.string(), deckId: fc.string() },
		tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
	});
	fc.assert(
		fc.property(any, any, (base, other) => {
			expect(mergeTyped(base, other, base)).toEqual({ ...other, clash: false });
			const now = mergeTyped(base, base, other);
			expect({ ...now, tags: [...now.tags].sort() }).toEqual({
				...{ ...other, tags: [...other.tags].sort(), clash: false },
			});
		}),
	);
});
