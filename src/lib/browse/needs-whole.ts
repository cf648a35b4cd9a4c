/** Which searches have to wait until everything is read: the cards alone tell the others. */
import type { SortKey } from './card-order.ts';
import type { SearchNode, Term } from './search-node.ts';

/** What is asked of a card itself, of its deck and of its standing. */
const OF_CARDS: ReadonlySet<Term['term']> = new Set<Term['term']>([
	...(['deck', 'preset', 'is', 'flag', 'prop'] as const),
	...(['id', 'nid', 'cid'] as const),
]);
/** Orders by what a text says, or is said of it. */
const OF_TEXTS: ReadonlySet<SortKey> = new Set<SortKey>(['text', 'place', 'added', 'edited']);

/** Whether texts or the log of answers are needed to find by this search, in this order. */
export function needsWhole(search: SearchNode, by: SortKey): boolean {
	return OF_TEXTS.has(by) || asksMore(search);
}

function asksMore(node: SearchNode): boolean {
	if ('all' in node) return false;
	if ('and' in node) return node.and.some(asksMore);
	if ('or' in node) return node.or.some(asksMore);
	if ('not' in node) return asksMore(node.not);
	return !OF_CARDS.has(node.term);
}
