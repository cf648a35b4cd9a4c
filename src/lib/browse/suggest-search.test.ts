import { expect, test } from 'vitest';
import { readSearch } from './read-search.ts';
import { NO_WORDS, suggestSearch } from './suggest-search.ts';

const words = {
	...NO_WORDS,
	decks: ['Catalog', 'Databases', 'Databases::Two words'],
	tags: ['storage', 'storage::log', 'a_b'],
};

/** The search after the first suggestion was taken, the caret at `|`. */
function taken(typed: string): string | undefined {
	const caret = typed.indexOf('|');
	const text = typed.replace('|', '');
	const [first] = suggestSearch(text, caret, words);
	return first && text.slice(0, first.from) + first.insert + text.slice(first.to);
}

test.each([
	['de|', 'deck:'],
	['redis -ta|', 'redis -tag:'],
	['(is|', '(is:'],
	['is:d|', 'is:due'],
	['is:d|xx y', 'is:due y'],
	['deck:dat|', 'deck:Databases'],
	['deck:wor|', 'deck:"Databases::Two words"'],
	['deck:"data|', 'deck:Databases'],
	['deck:two| is:new', 'deck:"Databases::Two words" is:new'],
	['tag:a|', 'tag:a\\_b'],
	['prop:s|', 'prop:s>'],
	['rated:|', 'rated:1'],
	['level:exp|', 'level:expert'],
])('%s becomes %s', (typed, expected) => {
	expect(taken(typed)).toBe(expected);
});

test.each(['|', 'is:due |', 'zebra|', 'is:due|', '"quo|', 'tag:zebra|'])('%s has none', (typed) => {
	expect(taken(typed)).toBeUndefined();
});

test('what is taken can be read', () => {
	for (const typed of ['tag:', 'deck:', 'is:', 'kind:', 'level:', 'flag:', 'added:', 'rated:']) {
		const offered = suggestSearch(typed, typed.length, words);
		expect(offered.length).toBeGreaterThan(0);
		for (const { insert } of offered) expect(readSearch(insert)).toHaveProperty('search');
	}
});
