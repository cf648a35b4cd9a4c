/** What a line of the list says of a card, in words and numbers as short as a column. */
import type { BrowseLine } from '$lib/browse/browse-line.ts';
import type { SortKey } from '$lib/browse/card-order.ts';
import { standingOf } from '$lib/scheduler/card-standing.ts';
import { NEVER_SEEN, UNMARKED } from '$lib/scheduler/card-state.ts';
import { intervalInWords } from '$lib/scheduler/interval-label.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';

/** `New`, `Due today`, `In 12 days`, `Suspended`. */
export function dueInWords(line: BrowseLine, now: Moment): string {
	const { phase, due, intraday, suspended, buriedOn } = line;
	const card = {
		...{ ...NEVER_SEEN, ...UNMARKED, id: line.id, noteId: line.noteId, deckId: '', position: 0 },
		...{ phase, due, intraday, suspended, buriedOn },
	};
	// Without a stability nothing is asked of the weights.
	return standingOf(card, [], now).label;
}

/** `93%`; '' without a memory. */
export function recallInWords({ recall }: BrowseLine): string {
	return Number.isNaN(recall) ? '' : `${Math.round(recall * 100)}%`;
}

/** `12 days`; '' without a memory. */
export function stabilityInWords({ stability }: BrowseLine): string {
	if (Number.isNaN(stability)) return '';
	return stability < 1 ? 'under a day' : intervalInWords(Math.round(stability));
}

/** `Nov 23, 2026`; '' where nobody knows. */
export function dayInWords(ms: number): string {
	if (ms <= 0) return '';
	return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(ms);
}

/** What each order is called, and which end comes first where it is first chosen. */
export const SORT_NAMES: Record<SortKey, { name: string; descending: boolean }> = {
	due: { name: 'Due', descending: false },
	text: { name: 'Card', descending: false },
	place: { name: 'From', descending: false },
	r: { name: 'Recall', descending: false },
	s: { name: 'Stability', descending: false },
	d: { name: 'Difficulty', descending: true },
	ivl: { name: 'Interval', descending: true },
	lapses: { name: 'Lapses', descending: true },
	reps: { name: 'Answers', descending: true },
	added: { name: 'Added', descending: true },
	edited: { name: 'Edited', descending: true },
};
