/** Tells what saving a note did, also to its cards. */

/** @param before the cards that it had, `undefined` for a new note @param after those that it has */
export function savedWords(
	before: readonly number[] | undefined,
	after: readonly number[],
): string {
	if (!before) return `Added: ${cards(after.length)}`;
	const come = after.filter((ordinal) => !before.includes(ordinal)).length;
	const gone = before.filter((ordinal) => !after.includes(ordinal)).length;
	const more = come > 0 ? `${cards(come)} more` : '';
	const fewer = gone > 0 ? `${cards(gone)} fewer, whose history is kept` : '';
	const change = [more, fewer].filter((each) => each !== '').join(' and ');
	return change === '' ? 'Saved' : `Saved, with ${change}`;
}

function cards(count: number): string {
	return `${count} ${count === 1 ? 'card' : 'cards'}`;
}
