import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffAnswer } from './answer-diff.ts';

describe('diffAnswer', () => {
	it.each([
		['86400 s', '86,400 s'],
		['about 43 MIN', '43 min'],
		['~115k', '115k'],
		['write ahead log', 'write-ahead log'],
		['  half-open. ', 'half-open'],
	])('takes %j for %j', (typed, accepted) => {
		expect(diffAnswer(typed, [accepted]).correct).toBe(true);
	});

	it('takes letters with other accents only where those do not count', () => {
		expect(diffAnswer('naive cafe', ['Naïve café']).correct).toBe(false);
		expect(diffAnswer('naive cafe', ['Naïve café'], { anyMarks: true }).correct).toBe(true);
		// However the letter is put together.
		expect(diffAnswer('cafe\u0301s', ['cafés']).correct).toBe(true);
		expect(diffAnswer('cafe\u0301', ['cafés']).parts).toEqual([
			{ text: 'café', kind: 'same' },
			{ text: 's', kind: 'missing' },
		]);
	});

	it('does not take another number', () => {
		expect(diffAnswer('4.3 min', ['43 min']).correct).toBe(false);
	});

	it('shows where a typed answer parts from the expected one', () => {
		expect(diffAnswer('half-opened', ['half-open']).parts).toEqual([
			{ text: 'half-open', kind: 'same' },
			{ text: 'ed', kind: 'extra' },
		]);
		expect(diffAnswer('quorm', ['quorum']).parts).toEqual([
			{ text: 'quor', kind: 'same' },
			{ text: 'u', kind: 'missing' },
			{ text: 'm', kind: 'same' },
		]);
	});

	it('compares with the nearest of several answers', () => {
		expect(diffAnswer('0.7 h', ['43 min', '0.72 h']).expected).toBe('0.72 h');
	});

	it('gives back both texts: what was typed from same and extra, what was expected from same and missing', () => {
		const word = fc.string({ maxLength: 30 }).map((text) => text.trim().normalize());
		fc.assert(
			fc.property(word, word, (typed, expected) => {
				const { correct, parts } = diffAnswer(typed, [expected]);
				const join = (...kinds: string[]) =>
					parts
						.filter((part) => kinds.includes(part.kind))
						.map((part) => part.text)
						.join('');
				expect(join('same', 'missing')).toBe(expected);
				if (!correct) {
					expect(join('same', 'extra').toLowerCase()).toBe(typed.toLowerCase());
				}
			}),
		);
	});
});
