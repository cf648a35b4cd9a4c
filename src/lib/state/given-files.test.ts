import { expect, test } from 'vitest';
import { addressIn } from './given-files.ts';

test.each([
	['https://example.org/a.apkg', 'https://example.org/a.apkg'],
	[' http://example.org/a.apkg\n', 'http://example.org/a.apkg'],
	['A deck about caches\nhttps://example.org/a.apkg', 'https://example.org/a.apkg'],
	['Look at this: https://example.org/a.apkg', 'https://example.org/a.apkg'],
	['What is at https://example.org?\tA page', ''],
	['Q: Where is it?\nA: https://example.org', ''],
	['CAP::https://example.org', ''],
	['https://example.org/a\nhttps://example.org/b', ''],
	['one,two', ''],
	['', ''],
])('the address in %j is %j', (text, address) => {
	expect(addressIn(text)).toBe(address);
});
