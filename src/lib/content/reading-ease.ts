/** Flesch reading ease of a text: how long its sentences and its words are, as one number. */

/** Syllables as English counts them, near enough for an average over a page. */
function syllablesOf(word: string): number {
	const letters = word.toLowerCase().replace(/[^a-z]/g, '');
	if (letters.length <= 3) return 1;
	// A final e, es or ed is mostly silent; the e of -le is not.
	const spoken = letters.replace(/(?<!l)es$|ed$|(?<!l)e$/, '').match(/[aeiouy]+/g);
	return Math.max(1, spoken?.length ?? 0);
}

/**
 * @param text what a reader sees, such as `visibleText` gives
 * @returns about 100 for children's books, 60 for plain English, 30 for papers; undefined without words
 */
export function readingEase(text: string): number | undefined {
	const words = text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
	if (words.length === 0) return undefined;
	const sentences = text.split(/[.?:;](?:\s|$)/).filter((part) => /[A-Za-z]/.test(part)).length;
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / words.length);
}
