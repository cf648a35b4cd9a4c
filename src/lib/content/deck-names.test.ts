import { expect, test } from 'vitest';
import { deckNames } from './deck-names.ts';

test.each([
	['Databases', ['Databases']],
	[' Databases :: SQL', ['Databases', 'SQL']],
	['First › Caching', ['First', 'Caching']],
	['a:b', ['a:b']],
	['::', []],
	['a::::b', ['a', 'b']],
])('%j', (text, names) => {
	expect(deckNames(text)).toEqual(names);
});
