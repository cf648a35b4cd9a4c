/** Makes of one term of a search the test of a row. */
import { NEVER, type BrowseDeck } from './browse-card.ts';
import { FIELD_END, type CardColumns, type StoredText } from './card-columns.ts';
import { startOfStudyDay } from '../scheduler/study-day.ts';
import { compileProperty } from './card-properties.ts';
import { stateTest } from './card-states.ts';
import type { RowTest, SearchMoment } from './compile-search.ts';
import { foldText } from './fold-text.ts';
import { partMatcher, treeMatcher, wholeMatcher, wordMatcher } from './pattern-match.ts';
import { toRegExp } from './read-regex.ts';
import type { Pattern, Term } from './search-node.ts';

export function compileTerm(term: Term, columns: CardColumns, moment: SearchMoment): RowTest {
	switch (term.term) {
		case 'text':
			return onText(columns, fieldwise(term.pattern));
		case 'word': {
			const matches = wordMatcher(term.pattern);
			return onText(columns, ({ folded }) => matches(folded));
		}
		case 'field':
			return onText(columns, fieldTest(term.name, wholeMatcher(term.pattern)));
		case 'regex':
			return onText(columns, regexTest(term.source));
		case 'fieldRegex':
			return onText(columns, fieldTest(term.name, anywhere(toRegExp(term.source))));
		case 'tagRegex': {
			const matches = remembered(anywhere(toRegExp(term.source)));
			return onText(columns, ({ tags }) => tags.some(matches));
		}
		case 'deck':
			return onDeck(columns, treeMatcher(term.pattern), ({ path }) => path);
		case 'preset':
			return onDeck(columns, wholeMatcher(term.pattern), ({ preset }) => preset);
		case 'tag': {
			const matches = remembered(treeMatcher(term.pattern));
			return onText(columns, ({ tags }) => tags.some(matches));
		}
		case 'untagged':
			return onText(columns, ({ tags }) => tags.length === 0);
		case 'note': {
			const matches = remembered(wholeMatcher(term.pattern));
			return onText(columns, ({ type }) => matches(type.name));
		}
		case 'category': {
			const matches = remembered(wholeMatcher(term.pattern));
			return onText(columns, ({ category }) => category !== '' && matches(category));
		}
		case 'card':
			return cardTest(term.pattern, columns);
		case 'is':
			return stateTest(term.state, columns, moment);
		case 'flag':
			return (row) => columns.flag[row] === term.flag;
		case 'prop':
			return compileProperty(term, columns, moment.now);
		case 'kind':
			return onText(columns, ({ kind }) => kind === term.kind);
		case 'level':
			return onText(columns, ({ level }) => level === term.level);
		case 'added':
		case 'edited': {
			const from = startOfStudyDay(moment.now.day - term.days + 1, moment.zone);
			const { term: what } = term;
			return onText(columns, (text) => text[what] > 0 && text[what] >= from);
		}
		case 'introduced': {
			const from = moment.now.day - term.days + 1;
			return (row) => (columns.firstAnswer[row] ?? NEVER) >= from;
		}
		case 'rated':
			return ratedTest(columns, moment.now.day - term.days + 1, term.grade);
		case 'id':
		case 'nid':
		case 'cid': {
			const ids = new Set(term.ids);
			const { term: what } = term;
			return (row) =>
				(what !== 'nid' && ids.has(columns.ids[row] ?? '')) ||
				(what !== 'cid' && ids.has(columns.noteIds[row] ?? ''));
		}
	}
}

/** A text is looked at once, however many cards share it. */
function onText(columns: CardColumns, test: (text: StoredText) => boolean): RowTest {
	const known = new Uint8Array(columns.texts.length);
	return (row) => {
		const at = columns.text[row] ?? -1;
		const text = columns.texts[at];
		if (text === undefined) return false;
		if (known[at] === 0) known[at] = test(text) ? 2 : 1;
		return known[at] === 2;
	};
}

function onDeck(
	columns: CardColumns,
	matches: (folded: string) => boolean,
	nameOf: (deck: BrowseDeck) => string,
): RowTest {
	const passed = columns.decks.map((deck) => matches(foldText(nameOf(deck))));
	return (row) => passed[columns.deck[row] ?? -1] ?? false;
}

/** Folds and matches each name once: a few are those of many texts. */
function remembered(matches: (folded: string) => boolean): (name: string) => boolean {
	const known = new Map<string, boolean>();
	return (name) => {
		let found = known.get(name);
		if (found === undefined) known.set(name, (found = matches(foldText(name))));
		return found;
	};
}

/** A `*` at an end of what is looked for anywhere says nothing. */
function withoutEnds(pattern: Pattern): Pattern {
	const says = (piece: Pattern[number]) => !('wild' in piece && piece.wild === '*');
	return pattern.slice(pattern.findIndex(says), pattern.findLastIndex(says) + 1);
}

/** Whether a field has a part such as the pattern says; a wildcard does not reach into the next one. */
function fieldwise(pattern: Pattern): (text: StoredText) => boolean {
	const inner = withoutEnds(pattern);
	const matches = partMatcher(inner);
	if (inner.every((piece) => 'text' in piece)) return ({ folded }) => matches(folded);
	return ({ folded }) => matches(folded) && folded.split(FIELD_END).some(matches);
}

const anywhere = (regex: RegExp) => (folded: string) => regex.test(folded);

/** As Anki looks at the fields together; what is bound to an end is so to those of each field too. */
function regexTest(source: string): (text: StoredText) => boolean {
	const matches = anywhere(toRegExp(source));
	if (!/\^|\$|\\[Az]/.test(source)) return ({ folded }) => matches(folded);
	return ({ folded }) => matches(folded) || folded.split(FIELD_END).some(matches);
}

function fieldTest(
	name: Pattern,
	matches: (folded: string) => boolean,
): (text: StoredText) => boolean {
	const named = wholeMatcher(name);
	const places = new Map<StoredText['type'], number[]>();
	return ({ type, folded }) => {
		let found = places.get(type);
		if (!found) {
			found = type.fields.flatMap((field, at) => (named(foldText(field)) ? [at] : []));
			places.set(type, found);
		}
		if (found.length === 0) return false;
		const fields = folded.split(FIELD_END);
		return found.some((at) => matches((fields[at] ?? '').trim()));
	};
}

/** By the name of the template, or by its number from 1. */
function cardTest(pattern: Pattern, columns: CardColumns): RowTest {
	const [first, ...more] = pattern;
	const digits = more.length === 0 && first && 'text' in first ? first.text : '';
	const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
	const matches = wholeMatcher(pattern);
	return (row) => {
		const ordinal = columns.ordinal[row] ?? 0;
		if (ordinal + 1 === number) return true;
		const name = cardName(columns, row);
		return name !== undefined && matches(foldText(name));
	};
}

function ratedTest(columns: CardColumns, from: number, grade: number): RowTest {
	return (row) => {
		for (let each = 1; each <= 4; each += 1) {
			if (grade !== 0 && grade !== each) continue;
			if ((columns.lastAnswers[row * 4 + each - 1] ?? NEVER) >= from) return true;
		}
		return false;
	};
}

/** All cards of a cloze are made by its one template. */
function cardName(columns: CardColumns, row: number): string | undefined {
	const { cards } = columns.textOf(row)?.type ?? { cards: [] };
	return cards[columns.ordinal[row] ?? 0] ?? cards[0];
}
