/** A deck as the list of decks shows it. */
import type { DeckCounts } from '$lib/scheduler/deck-tree.ts';

export interface DeckRow {
	id: string;
	name: string;
	/** The whole path in words, for those who cannot see the indent. */
	fullName: string;
	depth: number;
	/** With all under it. */
	counts: DeckCounts;
	/** With all under it. */
	cards: number;
	/** Whether it has decks under it. */
	parent: boolean;
	open: boolean;
	/** Whether its cards come in the daily review; a deck under another follows the outermost one. */
	daily: boolean;
	href: string;
	/** Absent where nothing can be saved. */
	studyHref: string | undefined;
}

/** `12 due, 3 learning, 8 new`; what is nothing is left out. */
export function countsInWords({ new: fresh, learning, due }: DeckCounts): string {
	const parts = [
		due > 0 ? `${due} due` : '',
		learning > 0 ? `${learning} learning` : '',
		fresh > 0 ? `${fresh} new` : '',
	];
	return parts.filter(Boolean).join(', ') || 'nothing waiting';
}

/** What of a deck can be done now or learned: nothing to press where there is none. */
export function hasWork({ new: fresh, learning, due }: DeckCounts): boolean {
	return fresh + learning + due > 0;
}
