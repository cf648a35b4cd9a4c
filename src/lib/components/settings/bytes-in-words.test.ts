import { expect, test } from 'vitest';
import { bytesInWords } from './bytes-in-words.ts';

test.each([
	[0, '0 kB'],
	[1, '1 kB'],
	[839_200, '840 kB'],
	[999_700, '1 MB'],
	[1_260_000, '1.3 MB'],
	[12_400_000, '12 MB'],
	[999_600_000, '1 GB'],
	[1_340_000_000, '1.3 GB'],
	[-5, '0 kB'],
])('%d bytes are %s', (bytes, words) => {
	expect(bytesInWords(bytes)).toBe(words);
});
