/** The cards of a day in words, with a plan or without. */

/** Kinds of cards with how many there are, those without any left out. */
export function madeOf(work: {
	review: number;
	new: number;
	learning: number;
}): [number, string][] {
	const kinds: [number, string][] = [
		[work.review, 'due'],
		[work.new, 'new'],
		[work.learning, 'learning'],
	];
	return kinds.filter(([count]) => count > 0);
}

/** What comes back tomorrow. */
export function tomorrowLine(cards: number): string {
	if (cards === 0) return 'Nothing comes back tomorrow.';
	return `${cards} ${cards === 1 ? 'card comes' : 'cards come'} back tomorrow.`;
}
