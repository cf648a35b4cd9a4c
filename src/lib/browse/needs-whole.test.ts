import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER_SEEN, UNMARKED, type CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { momentAt } from '../scheduler/study-day.ts';
import { CardColumns } from './card-columns.ts';
import { CardOrders, SORT_KEYS, type Sort } from './card-order.ts';
import { compileSearch, findRows } from './compile-search.ts';
import { needsWhole } from './needs-whole.ts';
import { readSearch } from './read-search.ts';
import { arbitraryPattern, arbitraryTerm, arbitraryTree } from './search.fixture.ts';
import type { SearchNode } from './search-node.ts';

const zone = { timeZone: 'UTC', rolloverHour: 4 };
const now = momentAt(Date.UTC(2026, 10, 23, 10), zone);
const CARDS = 12;

function cardOf(at: number): CardState {
	const memory = {
		...{ phase: 'review' as const, stability: 3 + at, difficulty: 1 + (at % 9), reps: at },
		...{ due: now.day + ((at * 7) % 11) - 5, interval: at % 5, lastDay: now.day - at },
	};
	return {
		...{ ...NEVER_SEEN, ...UNMARKED, ...(at % 3 === 0 ? {} : memory) },
		...{ id: `note/${at}/0`, noteId: `note/${at}`, deckId: `deck/${at % 2}`, position: at % 4 },
		...{ suspended: at % 5 === 0, flag: at % 4 === 0 ? 1 : 0 },
	};
}

function columnsOf(whole: boolean): CardColumns {
	const columns = new CardColumns();
	const { weights } = DEFAULT_PRESET;
	for (const at of [0, 1]) {
		columns.putDeck({ id: `deck/${at}`, path: `a${at}`, weights, preset: 'b' });
	}
	for (let at = 0; at < CARDS; at += 1) {
		const state = cardOf(at);
		const { id, noteId, deckId } = state;
		columns.putCard({ state, deck: deckId, text: noteId, ordinal: 0, own: true });
		if (!whole) continue;
		columns.putText({
			...{ key: noteId, fields: [`a${(at * 5) % CARDS}`, 'b'], tags: at % 2 ? ['a'] : [] },
			...{ type: { name: 'a', fields: ['a', 'b'], cards: ['a'] }, place: `b${at % 3}` },
			...{ added: now.t - at, edited: now.t - ((at * 5) % CARDS), category: 'a' },
			...{ kind: 'cloze', level: 'expert' },
		});
		columns.putAnswers(id, { first: now.day - at, last: [now.day, now.day, now.day, now.day] });
	}
	return columns;
}

const [whole, cardsAlone] = [columnsOf(true), columnsOf(false)];

function found(columns: CardColumns, search: SearchNode, sort: Sort): (string | undefined)[] {
	const order = new CardOrders(columns).of(sort, now);
	const rows = findRows(columns, order, compileSearch(search, columns, { now, zone }));
	return [...rows].map((row) => columns.ids[row]);
}

const some = arbitraryPattern(fc.constantFrom('a', 'b', '0', '1'));
const ids = fc.integer({ min: 0, max: CARDS }).map((at) => `note/${at}`);
const search = arbitraryTree(arbitraryTerm(some, some, ids));
const sort = fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() });

test('what does not wait for the texts finds the same without them, in the same order', () => {
	let told = 0;
	fc.assert(
		fc.property(search, sort, (search, sort) => {
			if (needsWhole(search, sort.by)) return;
			told += 1;
			expect(found(cardsAlone, search, sort)).toEqual(found(whole, search, sort));
		}),
		{ numRuns: 3_000 },
	);
	expect(told).toBeGreaterThan(200);
});

test('words and answers wait, places and standing do not', () => {
	const waits = (typed: string) => {
		const read = readSearch(typed);
		return 'search' in read ? needsWhole(read.search, 'due') : undefined;
	};
	const waiting = ['quorum', 'tag:a is:due', 'deck:a or rated:1', '-kind:cloze', 'added:1 flag:1'];
	expect(waiting.filter((typed) => waits(typed) !== true)).toEqual([]);
	const quick = ['', 'is:due', 'deck:a -is:suspended prop:r<0.9', 'flag:1 or nid:note/1'];
	expect(quick.filter((typed) => waits(typed) !== false)).toEqual([]);
});
