/** Tags as Anki has them: words, with blanks between. */

/** A tag that holds blanks, as one word. */
export function inOneWord(tag: string): string {
	return tag.replace(/[\s\u3000]+/g, '_');
}

/** Several as one text, each a word. */
export function joinedTags(tags: readonly string[]): string {
	return [...new Set(tags.map(inOneWord))].join(' ');
}
