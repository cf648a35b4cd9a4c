/** Searches of every form, for tests. */
import fc from 'fast-check';
import { CARD_KINDS, LEVELS } from '../content/card.ts';
import {
	CARD_STATES,
	ID_KINDS,
	NAMED,
	OPERATORS,
	PROPERTIES,
	type Pattern,
	type PatternPiece,
	type SearchNode,
	type Term,
} from './search-node.ts';

const LETTERS = [...'abAB0 ÄÉß日()"“”\\*_:-,.<>=/🙂', 'or', 'and', 'is:', 'none', '::'];
const MODES = ['re:', 'nc:', 'Re:x'];
const anyText = fc.string({
	unit: fc.constantFrom(...LETTERS, ...MODES),
	minLength: 1,
	maxLength: 5,
});

function joined(pieces: readonly PatternPiece[]): Pattern {
	const pattern: PatternPiece[] = [];
	for (const piece of pieces) {
		const last = pattern.at(-1);
		if ('text' in piece && last && 'text' in last) last.text += piece.text;
		else if (!(
			'wild' in piece &&
			piece.wild === '*' &&
			last &&
			'wild' in last &&
			last.wild === '*'
		))
			pattern.push({ ...piece });
	}
	return pattern;
}

/** In normal form, over a text of the given letters. */
export function arbitraryPattern(text: fc.Arbitrary<string>, least = 1): fc.Arbitrary<Pattern> {
	const piece = fc.oneof(
		{ weight: 3, arbitrary: text.map((text): PatternPiece => ({ text })) },
		{ weight: 1, arbitrary: fc.constantFrom<PatternPiece>({ wild: '*' }, { wild: '_' }) },
	);
	return fc.array(piece, { minLength: least, maxLength: 4 }).map(joined);
}

const RESERVED =
	/^(deck|tag|note|card|category|is|flag|prop|added|edited|introduced|rated|kind|level|id|nid|cid|nc|sc|w|re|dupe|mid|did|preset|resched|has-cd)$/i;
const isNone = (pattern: Pattern) =>
	pattern.length === 1 && 'text' in pattern[0]! && /^none$/i.test(pattern[0].text);
const plain = (pattern: Pattern) =>
	pattern.map((piece) => ('text' in piece ? piece.text : piece.wild)).join('');

const REGEX_PIECES = [
	...[
		'a',
		'B',
		'é',
		' ',
		'1',
		'(a|B)',
		'[^ab]',
		'[a-é]',
		'^',
		'$',
		'.',
		'.*',
		'\\d',
		'\\W',
		':',
		'-',
	],
	...['\\\\', '\\(', '"', '“', '\\-', '\\_', '\\A', '\\z', '🙂', '(?P<x>a)', '\\p{L}'],
];
/** Regular expressions as a search holds them. */
export const arbitraryRegex = fc
	.array(fc.constantFrom(...REGEX_PIECES), { minLength: 1, maxLength: 5 })
	.map((pieces) => pieces.join(''))
	.filter((source) => source.split('?P<x>').length < 3);

/** Every term, its texts over the given patterns. */
export function arbitraryTerm(
	pattern: fc.Arbitrary<Pattern>,
	names: fc.Arbitrary<Pattern>,
	ids: fc.Arbitrary<string>,
): fc.Arbitrary<Term> {
	const days = fc.integer({ min: 1, max: 40 });
	return fc.oneof(
		fc.record({ term: fc.constantFrom('text' as const, 'word' as const), pattern }),
		fc.record({ term: fc.constant('field' as const), name: names, pattern }),
		fc.record({ term: fc.constantFrom('regex', 'tagRegex'), source: arbitraryRegex }),
		fc.record({ term: fc.constant('fieldRegex'), name: names, source: arbitraryRegex }),
		fc
			.record({ term: fc.constantFrom(...NAMED), pattern })
			.filter((term) => term.term !== 'tag' || !isNone(term.pattern)),
		fc.record({ term: fc.constant('untagged' as const) }),
		fc.record({ term: fc.constant('is' as const), state: fc.constantFrom(...CARD_STATES) }),
		fc.record({
			term: fc.constant('flag' as const),
			flag: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7),
		}),
		fc
			.record({
				term: fc.constant('prop' as const),
				property: fc.constantFrom(...PROPERTIES),
				operator: fc.constantFrom(...OPERATORS),
				units: fc.integer({ min: -500, max: 5_000 }),
				digits: fc.integer({ min: 0, max: 3 }),
			})
			.map(({ units, digits, ...rest }): Term => {
				return { ...rest, digits, value: Number((units / 10 ** digits).toFixed(digits)) };
			}),
		fc.record({
			term: fc.constantFrom('added' as const, 'edited' as const, 'introduced' as const),
			days,
		}),
		fc.record({ term: fc.constant('rated' as const), days, grade: fc.constantFrom(0, 1, 2, 3, 4) }),
		fc.record({
			term: fc.constant('kind' as const),
			kind: fc.constantFrom(...CARD_KINDS, 'drill'),
		}),
		fc.record({ term: fc.constant('level' as const), level: fc.constantFrom(...LEVELS) }),
		fc.record({
			term: fc.constantFrom(...ID_KINDS),
			ids: fc.array(ids, { minLength: 1, maxLength: 3 }),
		}),
	);
}

/** Terms under `and`, `or` and `not`, three deep. */
export function arbitraryTree(term: fc.Arbitrary<Term>): fc.Arbitrary<SearchNode> {
	const { tree } = fc.letrec<{ tree: SearchNode }>((tie) => {
		const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 4 });
		return {
			tree: fc.oneof(
				{ maxDepth: 3, depthSize: 'medium' },
				term,
				parts.map((and): SearchNode => ({ and })),
				parts.map((or): SearchNode => ({ or })),
				tie('tree').map((not): SearchNode => ({ not })),
			),
		};
	});
	return tree;
}

const fieldName = arbitraryPattern(anyText).filter(
	(name) => !RESERVED.test(plain(name)) && plain(name) !== '',
);
const id = anyText.filter((text) => !text.includes(','));

/** Any search, its texts full of what has a meaning. */
export const arbitrarySearch: fc.Arbitrary<SearchNode> = fc.oneof(
	{ weight: 1, arbitrary: fc.constant<SearchNode>({ all: true }) },
	{ weight: 40, arbitrary: arbitraryTree(arbitraryTerm(arbitraryPattern(anyText), fieldName, id)) },
);
