import { describe, expect, test } from 'vitest';
import type { ImportSummary } from '$lib/deck-import/summary/import-summary.ts';
import {
	broughtInWords,
	bringsSomething,
	countLines,
	nothingInWords,
	progressInWords,
} from './import-words.ts';
import { filterRemarks, remarkLines, remarksAsText } from './remark-lines.ts';

function summary(changes: Partial<Record<'added' | 'updated' | 'taken', number>>): ImportSummary {
	const { added = 0, updated = 0, taken = 0 } = changes;
	const none = { total: 0, first: [] };
	return {
		...{ format: 'anki', origin: 'Anki 2.1.50 or later', made: 0, decks: [], deckCount: 0 },
		...{
			samples: [],
			skipped: none,
			repaired: none,
			hasProgress: false,
			deck: undefined,
			refused: '',
			cleaned: none,
		},
		...{ remoteCount: 0, missingCount: 0, table: undefined },
		media: { bytes: 0, remote: [], missing: [] },
		report: {
			notes: { added, updated, unchanged: 0, older: 0, conflicting: 0, catalog: 0 },
			cards: { added: added * 2, kept: 0, progressTaken: taken, suspended: 0 },
			...{ reviews: { added: 0 }, decks: { added: 0 }, presets: { added: 0 } },
			media: { added: 0, known: 0, renamed: 0 },
		},
	};
}

describe('what comes in', () => {
	test.each<[Parameters<typeof summary>[0], string]>([
		[{}, ''],
		[{ added: 700 }, '1,400 new cards'],
		[{ updated: 1 }, '1 updated note'],
		[{ added: 1, updated: 2, taken: 1 }, '2 new cards, 2 updated notes and progress of 1 card'],
	])('%j is "%s"', (changes, words) => {
		expect(broughtInWords(summary(changes))).toBe(words);
		expect(bringsSomething(summary(changes))).toBe(words !== '');
	});

	test.each<[Partial<ImportSummary['report']['notes']>, number, string]>([
		[{ unchanged: 2 }, 0, 'All of it is here already'],
		[{ unchanged: 2 }, 1, 'Nothing new in it'],
		[{ unchanged: 2, catalog: 2 }, 0, 'Nothing new in it'],
		[{ conflicting: 1 }, 0, 'Nothing new in it'],
		[{}, 1, 'Nothing of it can be brought in'],
	])('of nothing it is said why: %j, %i left out', (counts, total, words) => {
		const { report, ...others } = summary({});
		const notes = { ...report.notes, ...counts };
		const skipped = { total, first: [] };
		expect(nothingInWords({ ...others, skipped, report: { ...report, notes } })).toBe(words);
	});

	test('nothing is counted that there is none of', () => {
		const lines = countLines(summary({ added: 3, taken: 1 }));
		expect(lines.map(({ name, count }) => `${name} ${count}`)).toEqual([
			'Notes added 3',
			'Progress taken 1',
		]);
	});
});

test('progress says how far it is where that is known', () => {
	expect(progressInWords(undefined)).toBe('Beginning…');
	expect(progressInWords({ stage: 'unpack', done: 0, total: 0 })).toBe('Unpacking…');
	expect(progressInWords({ stage: 'notes', done: 1200, total: 3000 })).toBe(
		'Reading notes: 1,200 of 3,000',
	);
	expect(progressInWords({ stage: 'fetch', done: 2_000_000, total: 0 })).toBe(
		'Fetching the file: 2 MB',
	);
});

describe('the report', () => {
	const lists = {
		skipped: {
			total: 3,
			first: [{ kind: 'note', number: 7, label: 'a\u202eb', reason: 'it has no card' }],
		},
		repaired: {
			total: 1,
			first: [{ kind: 'card', number: 2, label: '', reason: 'its date was far off' }],
		},
		cleaned: { total: 0, first: [] },
	} as const;
	const lines = remarkLines(lists, 'anki');

	test('is filtered by its groups and by words', () => {
		expect(filterRemarks(lines, 'all', '')).toHaveLength(2);
		expect(filterRemarks(lines, 'repaired', '').map(({ place }) => place)).toEqual(['Card 2']);
		expect(filterRemarks(lines, 'all', 'NOTE 7').map(({ label }) => label)).toEqual(['a b']);
		expect(remarkLines(lists, 'text').map(({ place }) => place)).toEqual(['Line 7', 'Card 2']);
		expect(filterRemarks(lines, 'skipped', 'date')).toEqual([]);
	});

	test('is saved with what does not stand in it counted', () => {
		expect(remarksAsText('x.apkg', lists, 'anki')).toBe(
			'x.apkg\n\nLeft out: 3\nNote 7\ta b\tit has no card\nand 2 more\n\nPut right: 1\nCard 2\t\tits date was far off\n\nCleaned: 0\n',
		);
	});
});
