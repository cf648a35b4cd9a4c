/** Says what became of the cards that an interview brought back. */

interface Made {
	due: readonly string[];
	next: readonly string[];
	introduced: readonly string[];
	buried: readonly string[];
	suspended: readonly string[];
}

/** "3 cards are due today. 5 new ones come first. 1 stays suspended." */
export function sayMade({ due, next, introduced, buried, suspended }: Made): string {
	const fresh = next.length + introduced.length;
	const parts = [
		...(due.length > 0 ? [`${cards(due.length)} due today.`] : []),
		...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'one comes' : 'ones come'} first.`] : []),
		...(buried.length > 0 ? [`${cards(buried.length)} put off until tomorrow.`] : []),
		...(suspended.length > 0
			? [`${suspended.length} ${suspended.length === 1 ? 'stays' : 'stay'} suspended.`]
			: []),
	];
	return parts.length > 0 ? parts.join(' ') : 'None of these cards is on this device.';
}

function cards(count: number): string {
	return count === 1 ? '1 card is' : `${count} cards are`;
}
