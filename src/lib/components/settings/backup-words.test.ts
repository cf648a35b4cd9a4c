import { expect, test } from 'vitest';
import { checkedWords, restoredInWords } from './backup-words.ts';

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

test('says of a check what differs, what was mended, and what no repair can make', () => {
	const lasting = { lasting: true } as const;
	const words = (findings: { kind?: string; lasting?: true }[], mended = false) =>
		checkedWords({ findings, mended });
	expect(words([])).toMatch(/^All is well/);
	expect(words([{}])).toMatch(/^1 thing differs from your history\./);
	expect(words([{}, {}, lasting])).toMatch(
		/^2 things differ from your history\..* 1 thing cannot be repaired here: what to do is said below\.$/,
	);
	expect(words([lasting, lasting], true)).toBe(
		'2 things cannot be repaired here: what to do is said below.',
	);
	expect(words([{}, lasting], true)).toMatch(/^1 thing mended\..* 1 thing cannot be repaired here/);
});

test('does not say of damaged answers that all are whole', () => {
	const damaged = { kind: 'answer' };
	expect(checkedWords({ findings: [damaged], mended: false })).toBe(
		'1 thing differs from your history. 1 answer is damaged; repair sets it aside, keeps all others and rebuilds the rest from them.',
	);
	expect(checkedWords({ findings: [damaged, damaged, {}], mended: true })).toBe(
		'3 things mended. 2 damaged answers were set aside, all others were not touched; a copy was taken before.',
	);
});
