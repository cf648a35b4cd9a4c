/** Text as the interviewer compares it: words without case, marks and endings. */

/** Endings with what replaces them, the longest first; what is left keeps at least three letters. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
	[/(ss|x|ch|sh)es$/, '$1'],
	[/ies$/, 'y'],
	[/([^su])s$/, '$1'],
	[/(?:ations?|ating|ated|ates?)$/, ''],
	[/(?:ions?|ings?|ed|er|ers|ment|able|ible|ity|ly|al)$/, ''],
];
const SHORTEST = 3;

/** The stem of a lowercase word: `expires`, `expired`, `expiring` and `expiration` share one. */
export function stem(word: string): string {
	if (/\d/.test(word)) return word;
	let left = word;
	for (const [ending, instead] of ENDINGS) {
		const shorter = left.replace(ending, instead);
		if (shorter.length >= SHORTEST) left = shorter;
	}
	// A final e and a doubled last letter come and go with endings: create, creating; drop, dropped.
	if (left.length > SHORTEST) left = left.replace(/e$/, '').replace(/([bdgklmnprt])\1$/, '$1');
	return left.replace(/y$/, 'i');
}

/** The words of a text: lowercase, accents and marks removed, `read/write` as two words. */
export function wordsOf(text: string): string[] {
	const flat = text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/(\w)['’](s|re|ll|ve|d|m|t)\b/g, '$1$2');
	return flat.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stems of a text. */
export function stemsOf(text: string): string[] {
	return wordsOf(text).map(stem);
}
