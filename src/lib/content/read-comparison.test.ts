import { expect, test } from 'vitest';
import { addComparisons } from './add-comparisons.ts';
import { compileComparison, summarizeComparison } from './compile-comparison.ts';
import { describeMistake } from './mistake.ts';
import { readComparison } from './read-comparison.ts';
import type { ReadPattern } from './read-pattern.ts';

const FILE = 'decks/comparisons/locks.md';
const TEXT = `---
id: locks
name: Locks
patterns: [wait, retry]
---

## Table

| Way | Loser |
| --- | --- |
| [Waiting](wait) for it | \`blocks\` |
| [Retrying](retry) | tries again |

## How to decide

1. Rare? **Retry**.
2. Frequent? **Wait**.
3. Slow?
   Neither.

## Often confused

The two.

## Cards

### loser
of: retry
kind: contrast
level: beginner
also: [wait]
Q: Who pays?
A: **The loser.**
`;

const read = (from = '', to = '') => readComparison(FILE, TEXT.replace(from, to));
const mistakesOf = (from: string, to: string) => read(from, to).mistakes.map(describeMistake);

function pattern(id: string): ReadPattern {
	const source = {
		...{ id, name: id, aliases: [], category: 'c', level: 'beginner' as const },
		...{ related: [], sources: [], sections: {}, cards: [] },
	};
	const file = `decks/patterns/c/${id}.md`;
	return { file, id, source, cards: [], diagrams: [], words: 0, lineOf: () => 1, mistakes: [] };
}

test('a comparison is read with its rows, tests and cards', () => {
	const { source, mistakes } = read();
	expect(mistakes).toEqual([]);
	expect(source).toEqual({
		...{ id: 'locks', name: 'Locks', patterns: ['wait', 'retry'], columns: ['Way', 'Loser'] },
		rows: [
			{ name: 'Waiting for it', pattern: 'wait', cells: ['`blocks`'] },
			{ name: 'Retrying', pattern: 'retry', cells: ['tries again'] },
		],
		decide: ['Rare? **Retry**.', 'Frequent? **Wait**.', 'Slow? Neither.'],
		...{ confused: 'The two.', cards: ['retry/loser'] },
	});
	expect(source && compileComparison(source).rows[0]?.cells).toEqual(['<code>blocks</code>']);
});

test.each([
	['id: locks', 'id: lock', `${FILE}:2: the id is "lock"; it is the file's name`],
	['[wait, retry]', '[retry]', `${FILE}:4: the patterns are not those of the rows; wait, retry`],
	[
		'[Waiting](wait)',
		'Waiting',
		`${FILE}:11: the row names no pattern; begin it with "| [Name](pattern-id) |"`,
	],
	[
		'tries again |',
		'tries | again |',
		`${FILE}:12: the row has 3 cells, the head 2; one for each column`,
	],
	['3. Slow?\n   Neither.\n', '', `${FILE}:16: the tests: 2; 3 to 6, in order`],
	[
		'The two.',
		'The two!',
		`${FILE}:23: an exclamation mark in prose; end with a period, or put code in backquotes`,
	],
	['of: retry\n', '', `${FILE}:27: the card has no "of"; add "of: pattern-id", where it belongs`],
])('"%s" as "%s" is reported with its line', (from, to, mistake) => {
	expect(mistakesOf(from, to)).toContain(mistake);
});

test('its cards go home, once, and what it names must have a page', () => {
	const [wait, retry] = [pattern('wait'), pattern('retry')];
	expect(addComparisons([read()], [wait, retry])).toEqual([]);
	expect(retry.source?.cards.map(({ id }) => id)).toEqual(['retry/loser']);
	expect(addComparisons([read()], [wait, retry]).map(describeMistake)).toEqual([
		`${FILE}:27: the card "retry/loser" stands in decks/patterns/c/retry.md already; give it a name of its own`,
	]);
	expect(addComparisons([read()], [pattern('retry')]).map(describeMistake)).toEqual([
		`${FILE}:11: "wait" has no page; name a pattern that has one`,
	]);
});

test('beside its own cards it lists those that set two of its patterns side by side', () => {
	const { source, cards } = read();
	const own = cards[0]?.read.card;
	if (!source || !own) throw new Error('not read');
	const card = (slug: string, change: object) => ({
		...own,
		id: `wait/${slug}`,
		also: ['retry'],
		...change,
	});
	const wait = {
		...pattern('wait').source!,
		cards: [
			card('within', { kind: 'choose' }),
			card('beyond', { also: ['retry', 'saga'] }),
			card('alone', { also: [], front: 'Who tries?' }),
			card('spoken', { also: [], front: 'Is retrying better?' }),
			card('said', { kind: 'say' }),
			card('old', { retired: true }),
		],
	};
	expect(summarizeComparison(source, [wait]).cards).toEqual([
		'retry/loser',
		'wait/within',
		'wait/spoken',
	]);
});
