import { expect, test } from 'vitest';
import { restoredInWords } from './backup-words.ts';

const made = new Date(2026, 10, 20, 9, 5).getTime();

test('says what came back', () => {
	expect(restoredInWords({ reviews: 1204, cards: 1, media: 2, fields: 3, made })).toMatch(
		/^The backup of Nov 20, 2026, 9:05.AM is restored: 1,204 answers, 1 card, 2 pictures and sounds and 3 marks or settings came back\.$/,
	);
	expect(restoredInWords({ reviews: 1, cards: 0, media: 0, fields: 0, made })).toMatch(
		/is restored: 1 answer came back\.$/,
	);
});

test('says when there was nothing new', () => {
	expect(restoredInWords({ reviews: 0, cards: 0, media: 0, fields: 0, made })).toMatch(
		/held nothing that was not here already\.$/,
	);
});
