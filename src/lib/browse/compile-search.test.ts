/** The search against an evaluator that looks at one card after another, as plainly as it can. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_KINDS, LEVELS } from '../content/card.ts';
import type { CardState, Flag } from '../scheduler/card-state.ts';
import { NEVER_SEEN, UNMARKED } from '../scheduler/card-state.ts';
import { isDue, recallNow } from '../scheduler/card-standing.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { momentAt, studyDayOf } from '../scheduler/study-day.ts';
import { NEVER, type BrowseCard, type BrowseText, type CardAnswers } from './browse-card.ts';
import { CardColumns } from './card-columns.ts';
import { CardOrders } from './card-order.ts';
import { compileSearch, findRows, type SearchMoment } from './compile-search.ts';
import { foldText } from './fold-text.ts';
import { arbitraryPattern, arbitraryTerm, arbitraryTree } from './search.fixture.ts';
import { readSearch } from './read-search.ts';
import { searchDoubts } from './search-doubts.ts';
import type { Pattern, SearchNode, Term } from './search-node.ts';

const { weights } = DEFAULT_PRESET;
const zone = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
const now = momentAt(Date.UTC(2026, 10, 23, 10), zone);
const moment: SearchMoment = { now, zone };
const DAY = 86_400_000;
const DECKS = ['Catalog', 'Databases', 'Databases::SQL', 'data'];
const PRESETS = ['Default', 'a', 'Default', 'Basic'];
const TYPES = [
	{ name: 'Basic', fields: ['Front', 'Back'], cards: ['Card 1', 'Card 2'] },
	{ name: 'Cloze', fields: ['Text', 'Extra', 'front'], cards: ['Cloze'] },
];

interface Known {
	card: BrowseCard;
	text: BrowseText;
	answers: CardAnswers;
}

const words = fc.string({
	unit: fc.constantFrom('a', 'B', 'é', ' ', '1', '_', '🙂'),
	maxLength: 6,
});
const day = fc.integer({ min: -45, max: 20 }).map((days) => now.day + days);

const state: fc.Arbitrary<Omit<CardState, 'id' | 'noteId'>> = fc
	.record({
		phase: fc.constantFrom(
			'new' as const,
			'learning' as const,
			'review' as const,
			'relearning' as const,
		),
		stability: fc.double({ min: 0.1, max: 90, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		dueIn: fc.integer({ min: -9, max: 9 }),
		step: fc.integer({ min: -100, max: 2_000 }),
		intraday: fc.boolean(),
		interval: fc.integer({ min: 0, max: 40 }),
		reps: fc.integer({ min: 0, max: 9 }),
		lapses: fc.integer({ min: 0, max: 5 }),
		lastDay: day,
		position: fc.integer({ min: 0, max: 9 }),
		suspended: fc.boolean(),
		buried: fc.constantFrom(0, now.day - 1, now.day, now.day + 1),
		by: fc.constantFrom('person' as const, 'sibling' as const),
		flag: fc.constantFrom<Flag>(0, 0, 1, 2, 7),
		leech: fc.boolean(),
		deck: fc.integer({ min: 0, max: DECKS.length - 1 }),
	})
	.map(({ phase, dueIn, step, buried, by, deck, ...rest }) => {
		const intraday = rest.intraday && phase !== 'new';
		const memory = phase === 'new' ? NEVER_SEEN : { ...rest, phase };
		return {
			...{ ...NEVER_SEEN, ...UNMARKED, ...rest, ...memory, phase, intraday },
			...{ due: intraday ? now.t + step * 60_000 : now.day + dueIn, buriedOn: buried },
			buriedBy: buried === 0 ? ('none' as const) : by,
			...{ deckId: `deck/${deck}`, interval: phase === 'new' ? 0 : rest.interval },
			...{ reps: phase === 'new' ? 0 : rest.reps, lapses: phase === 'new' ? 0 : rest.lapses },
		};
	});

const known = fc.record({
	state,
	type: fc.constantFrom(...TYPES),
	values: fc.array(words, { minLength: 3, maxLength: 3 }),
	tags: fc.array(fc.constantFrom('a', 'a::b', 'A::b::c', 'none', '1'), { maxLength: 2 }),
	added: fc.integer({ min: -40, max: 0 }),
	edited: fc.integer({ min: -40, max: 0 }),
	category: fc.constantFrom('', 'caching', 'a'),
	kind: fc.constantFrom(...CARD_KINDS, 'drill' as const),
	level: fc.constantFrom(undefined, ...LEVELS),
	own: fc.boolean(),
	last: fc.tuple(day, day, day, day),
	cards: fc.integer({ min: 1, max: 2 }),
});

const collection = fc.array(known, { minLength: 1, maxLength: 12 }).map((notes) =>
	notes.flatMap(({ state, type, values, last, cards, ...rest }, at): Known[] => {
		const text: BrowseText = {
			...{ key: `note/${at}`, fields: values.slice(0, type.fields.length), type },
			...{ tags: rest.tags, place: 'somewhere', category: rest.category },
			...{ kind: rest.kind, level: rest.level },
			added: rest.added === -40 ? 0 : now.t + rest.added * DAY,
			edited: rest.edited === -40 ? 0 : now.t + rest.edited * DAY,
		};
		return Array.from({ length: cards }, (_, ordinal) => ({
			card: {
				...{ text: text.key, ordinal, own: rest.own },
				state: { ...state, id: `note/${at}/${ordinal}`, noteId: `note/${at}` },
				deck: state.deckId,
			},
			text,
			answers:
				state.phase === 'new'
					? { first: NEVER, last: [NEVER, NEVER, NEVER, NEVER] }
					: { first: Math.min(...last), last },
		}));
	}),
);

function columnsOf(cards: readonly Known[]): CardColumns {
	const columns = new CardColumns();
	DECKS.forEach((path, at) =>
		columns.putDeck({ id: `deck/${at}`, path, weights, preset: PRESETS[at] ?? '' }),
	);
	for (const { card, text, answers } of cards) {
		columns.putText(text);
		columns.putCard(card);
		columns.putAnswers(card.state.id, answers);
	}
	return columns;
}

/** Ids that the search finds. */
function found(columns: CardColumns, search: SearchNode): string[] {
	const order = new CardOrders(columns).of({ by: 'text', descending: false }, now);
	const rows = findRows(columns, order, compileSearch(search, columns, moment));
	return [...rows].map((row) => columns.ids[row] ?? '').sort();
}

// The plain evaluator: patterns as regular expressions, cards as objects.

function expression(pattern: Pattern, flags = ''): string {
	return pattern
		.map((piece) =>
			'text' in piece
				? foldText(piece.text).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
				: piece.wild === '*'
					? '[^]*'
					: '[^]',
		)
		.join(flags);
}
const whole = (pattern: Pattern, text: string) =>
	new RegExp(`^(?:${expression(pattern)})$`, 'u').test(foldText(text));
const part = (pattern: Pattern, text: string) =>
	new RegExp(expression(pattern), 'u').test(foldText(text));
const below = (pattern: Pattern, path: string) =>
	path.split('::').some((_, at, parts) => whole(pattern, parts.slice(0, at + 1).join('::')));
/** As JavaScript writes what Rust writes otherwise. */
const finds = (source: string, text: string) => {
	const rewritten: Record<string, string> = {
		...{ '-': '-', _: '_', A: '(?<![^])', z: '(?![^])' },
	};
	const written = source
		.replace(/\\([^])/gu, (both, sign: string) => rewritten[sign] ?? both)
		.replaceAll('(?P<', '(?<')
		.replaceAll('é', 'e');
	return new RegExp(written, 'iu').test(foldText(text));
};
const back = (ms: number) => now.day - studyDayOf(ms, now.tz, zone.rolloverHour) + 1;

function passes(node: SearchNode, one: Known): boolean {
	if ('all' in node) return true;
	if ('and' in node) return node.and.every((inner) => passes(inner, one));
	if ('or' in node) return node.or.some((inner) => passes(inner, one));
	if ('not' in node) return !passes(node.not, one);
	return passesTerm(node, one);
}

function passesTerm(term: Term, { card, text, answers }: Known): boolean {
	const { state } = card;
	switch (term.term) {
		case 'text':
			return text.fields.some((field) => part(term.pattern, field));
		case 'word':
			return foldText(text.fields.join(' ; '))
				.split(/[^\p{L}\p{N}]+/u)
				.some((word) => word !== '' && whole(term.pattern, word));
		case 'field':
			return text.type.fields.some(
				(name, at) => whole(term.name, name) && whole(term.pattern, (text.fields[at] ?? '').trim()),
			);
		case 'regex':
			return [text.fields.join('\x1f'), ...text.fields].some((each) => finds(term.source, each));
		case 'fieldRegex':
			return text.type.fields.some(
				(name, at) => whole(term.name, name) && finds(term.source, (text.fields[at] ?? '').trim()),
			);
		case 'tagRegex':
			return text.tags.some((tag) => finds(term.source, tag));
		case 'deck':
			return below(term.pattern, DECKS[Number(state.deckId.slice(5))] ?? '');
		case 'preset':
			return whole(term.pattern, PRESETS[Number(state.deckId.slice(5))] ?? '');
		case 'tag':
			return text.tags.some((tag) => below(term.pattern, tag));
		case 'untagged':
			return text.tags.length === 0;
		case 'note':
			return whole(term.pattern, text.type.name);
		case 'card':
			return (
				formatPlain(term.pattern) === String(card.ordinal + 1) ||
				whole(term.pattern, text.type.cards[card.ordinal] ?? text.type.cards[0] ?? '')
			);
		case 'category':
			return text.category !== '' && whole(term.pattern, text.category);
		case 'is':
			return isState(term.state, card);
		case 'flag':
			return state.flag === term.flag;
		case 'prop':
			return compares(term, card);
		case 'kind':
			return text.kind === term.kind;
		case 'level':
			return text.level === term.level;
		case 'added':
		case 'edited':
			return text[term.term] > 0 && back(text[term.term]) <= term.days;
		case 'introduced':
			return now.day - answers.first + 1 <= term.days;
		case 'rated':
			return answers.last.some(
				(last, at) =>
					(term.grade === 0 || term.grade === at + 1) && now.day - last + 1 <= term.days,
			);
		case 'id':
			return term.ids.includes(state.id) || term.ids.includes(state.noteId);
		case 'nid':
			return term.ids.includes(state.noteId);
		case 'cid':
			return term.ids.includes(state.id);
	}
}

const formatPlain = (pattern: Pattern) =>
	pattern.map((piece) => ('text' in piece ? piece.text : piece.wild)).join('');

function isState(name: string, { state, own }: BrowseCard): boolean {
	const { phase } = state;
	const states: Record<string, boolean> = {
		...{ new: phase === 'new', learn: phase === 'learning' || phase === 'relearning' },
		...{ review: phase === 'review' || phase === 'relearning', due: isDue(state, now) },
		...{ suspended: state.suspended, buried: state.buriedOn >= now.day && state.buriedOn !== 0 },
		'buried-manually': state.buriedOn >= now.day && state.buriedBy === 'person',
		'buried-sibling': state.buriedOn >= now.day && state.buriedBy === 'sibling',
		...{ leech: state.leech, flagged: state.flag > 0, own, catalog: !own },
	};
	return states[name] ?? false;
}

function compares(term: Extract<Term, { term: 'prop' }>, { state }: BrowseCard): boolean {
	const seen = state.phase !== 'new';
	const dueIn =
		(state.intraday ? (state.due < now.dayEndsAt ? now.day : now.day + 1) : state.due) - now.day;
	const numbers: Record<string, number | undefined> = {
		...{ s: seen ? state.stability : undefined, d: seen ? state.difficulty : undefined },
		...{ r: recallNow(state, weights, now) ?? undefined, ivl: state.interval },
		...{ due: seen ? dueIn : undefined, lapses: state.lapses, reps: state.reps },
		pos: seen ? undefined : state.position,
	};
	const number = numbers[term.property];
	if (number === undefined) return false;
	const share = term.property === 'd' && term.value >= 0 && term.value < 1;
	const compared = share ? (number - 1) / 9 : number;
	const same =
		Math.round(compared * 10 ** term.digits) === Math.round(term.value * 10 ** term.digits);
	switch (term.operator) {
		case '=':
			return same;
		case '!=':
			return !same;
		case '<':
			return compared < term.value;
		case '>':
			return compared > term.value;
		case '<=':
			return compared <= term.value;
		case '>=':
			return compared >= term.value;
	}
}

const letters = fc.constantFrom('a', 'b', 'É', ' ', '1', 'aB', '🙂');
const names = fc.constantFrom(
	...[
		'a',
		'A::b',
		'databases',
		'basic',
		'Cloze',
		'card 1',
		'2',
		'caching',
		'front',
		'Back',
		'data',
	],
);
const anything = fc.oneof(
	arbitraryPattern(letters),
	arbitraryPattern(names),
	names.map((text): Pattern => [{ text }]),
);
const ids = fc.constantFrom('note/0', 'note/1', 'note/1/0', 'note/0/1', 'note');
const asked = arbitraryTree(arbitraryTerm(anything, anything, ids));

describe('a search finds', () => {
	test('what a plain look at each card finds', () => {
		let hits = 0;
		fc.assert(
			fc.property(collection, asked, (cards, search) => {
				const expected = cards
					.filter((one) => passes(search, one))
					.map(({ card }) => card.state.id);
				hits += expected.length > 0 && expected.length < cards.length ? 1 : 0;
				expect(found(columnsOf(cards), search)).toEqual(expected.sort());
			}),
			{ numRuns: 1_200 },
		);
		// Otherwise the searches would say nothing.
		expect(hits).toBeGreaterThan(250);
	});

	test('each term alone too', () => {
		fc.assert(
			fc.property(collection, arbitraryTerm(anything, anything, ids), (cards, term) => {
				const expected = cards
					.filter((one) => passesTerm(term, one))
					.map(({ card }) => card.state.id);
				expect(found(columnsOf(cards), term)).toEqual(expected.sort());
			}),
			{ numRuns: 1_200 },
		);
	});

	test('the same after cards were removed, changed and put back', () => {
		fc.assert(
			fc.property(collection, collection, asked, (before, after, search) => {
				const columns = columnsOf(before);
				for (const { card } of before) columns.remove(card.state.id);
				expect(columns.size).toBe(0);
				for (const { card, text, answers } of after) {
					columns.putText(text);
					columns.putCard(card);
					columns.putAnswers(card.state.id, answers);
				}
				expect(found(columns, search)).toEqual(found(columnsOf(after), search));
			}),
		);
	});
});

test('a name that nothing has is doubted, one that something has is not', () => {
	const text: BrowseText = {
		...{ key: 'note/0', fields: ['x', 'y'], type: TYPES[0]!, tags: ['a::b'], place: '' },
		...{ added: 0, edited: 0, category: 'caching', kind: 'recall', level: undefined },
	};
	const columns = new CardColumns();
	columns.putDeck({ id: 'deck/0', path: 'Databases::SQL', weights, preset: 'Default' });
	columns.putText(text);
	const doubts = (typed: string) => {
		const read = readSearch(typed);
		return 'search' in read ? searchDoubts(read.search, columns) : ['no search'];
	};
	expect(doubts('deck:databases tag:a tag:a::b note:basic front:x category:CACH* x')).toEqual([]);
	expect(doubts('preset:default -preset:slow')).toEqual(['No deck options are called slow.']);
	expect(doubts('deck:sql')).toEqual(['No deck is called sql.']);
	expect(doubts('-tag:"x y" or (note:Simple category:x)')).toEqual([
		'No tag is called "x y".',
		'No note type is called Simple.',
		'No category is called x.',
	]);
	expect(doubts('back:re:x -frant:re:x')).toEqual([
		'No card has a field called frant. To find the colon itself, write \\: for it.',
	]);
	expect(doubts('nid:1498 cid:a,b')).toEqual(['No note has the id 1498.', 'No card has the id a.']);
	expect(doubts('https://x')).toEqual([
		'No card has a field called https. To find the colon itself, write \\: for it.',
	]);
});
