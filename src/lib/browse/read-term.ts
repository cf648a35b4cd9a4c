/** Reads one term: words to find, or a name with a colon and what is asked of it. */
import { readPattern } from './read-pattern.ts';
import { readRegex } from './read-regex.ts';
import { rawText, type RawCharacter, type RawTerm } from './raw-term.ts';
import { readDays, readFlag, readIds, readOneOf, readProperty } from './read-value.ts';
import { SearchError } from './search-error.ts';
import { CARD_STATES, ID_KINDS, NAMED, PROPERTIES, WITHIN_DAYS, type Term } from './search-node.ts';
import { SEARCH_KINDS, SEARCH_LEVELS } from './search-words.ts';

/** What Anki has and this language has not, with what to write instead. */
const ELSEWHERE: Record<string, string> = {
	dupe: 'Duplicates are told when a note is written; here search for the words of its first field.',
	mid: 'Note types go by their names here: note:Basic.',
	did: 'Decks go by their names here: deck:Databases.',
	resched: 'Moved dates cannot be searched; answers can: rated:7.',
	'has-cd': 'Cards hold no further data here.',
};

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
	return (names as readonly string[]).includes(name);
}

/** @throws SearchError */
export function readTerm(raw: RawTerm): Term {
	const { characters } = raw;
	const colon = characters.findIndex(({ character, literal }) => character === ':' && !literal);
	if (colon < 0) {
		const pattern = readPattern(characters);
		if (pattern.length > 0) return { term: 'text', pattern };
		throw problem(raw, 'Nothing stands between these quotes.', 'The words to find.');
	}
	const value: RawTerm = {
		...{ characters: characters.slice(colon + 1), quoted: raw.quoted, to: raw.to },
		from: (characters[colon]?.at ?? raw.from) + 1,
	};
	if (colon === 0) {
		throw problem(
			raw,
			'Nothing stands before this colon.',
			'A name such as deck: or tag:; for the character itself write \\:.',
		);
	}
	return readNamed(
		rawText(characters.slice(0, colon)).toLowerCase(),
		characters.slice(0, colon),
		value,
	);
}

function readNamed(name: string, characters: readonly RawCharacter[], value: RawTerm): Term {
	// Accents and the marks of blanks are never looked at here.
	if (name === 'nc' || name === 'sc') return { term: 'text', pattern: something(name, value) };
	if (name === 're') return { term: 'regex', source: readRegex(name, value) };
	if (name === 'w') return { term: 'word', pattern: something(name, value) };
	if (name === 'is') return { term: 'is', state: readOneOf(value, 'is:', CARD_STATES) };
	if (name === 'kind') return { term: 'kind', kind: readOneOf(value, 'kind:', SEARCH_KINDS) };
	if (name === 'level') return { term: 'level', level: readOneOf(value, 'level:', SEARCH_LEVELS) };
	if (name === 'flag') return { term: 'flag', flag: readFlag(value) };
	if (name === 'prop') return readProperty(value, PROPERTIES);
	if (isOneOf(WITHIN_DAYS, name)) return readDays(name, value);
	if (isOneOf(ID_KINDS, name)) return { term: name, ids: readIds(name, value) };
	const { mode, rest } = modeOf(value);
	if (name === 'tag' && mode === 're') {
		return { term: 'tagRegex', source: readRegex('tag:re', rest) };
	}
	if (name === 'tag' && mode === 'nc') {
		return { term: 'tag', pattern: something('tag:nc', rest) };
	}
	if (isOneOf(NAMED, name)) {
		const untagged = name === 'tag' && rawText(value.characters).toLowerCase() === 'none';
		return untagged ? { term: 'untagged' } : { term: name, pattern: something(name, value) };
	}
	const instead = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
	if (instead !== undefined) {
		const from = characters[0]?.at ?? value.from;
		throw new SearchError({
			from,
			to: value.to,
			what: `${name}: is not part of this search.`,
			accepted: instead,
		});
	}
	const field = readPattern(characters);
	if (mode === 're') {
		return { term: 'fieldRegex', name: field, source: readRegex(`${name}:re`, rest) };
	}
	// A field may be asked to be empty.
	return { term: 'field', name: field, pattern: readPattern(rest.characters) };
}

/** What stands behind `re:` or `nc:` where a value begins so. */
function modeOf(value: RawTerm): { mode: 're' | 'nc' | undefined; rest: RawTerm } {
	const { characters } = value;
	const mode = (['re', 'nc'] as const).find(
		(each) => rawText(characters.slice(0, 3)).toLowerCase() === `${each}:`,
	);
	if (!mode || characters.slice(0, 3).some(({ literal }) => literal)) {
		return { mode: undefined, rest: value };
	}
	const from = (characters[2]?.at ?? value.from) + 1;
	return { mode, rest: { ...value, characters: characters.slice(3), from } };
}

function something(name: string, value: RawTerm) {
	const pattern = readPattern(value.characters);
	if (pattern.length > 0) return pattern;
	throw problem(
		value,
		`Nothing stands behind ${name}:.`,
		EXAMPLES[name] ?? `A name, such as ${name}:redis.`,
	);
}

const EXAMPLES: Record<string, string> = {
	deck: 'The name of a deck: deck:Databases, deck:"Two words", deck:Data*.',
	tag: 'A tag, tag:redis; tag:none for cards without one.',
	note: 'The name of a note type: note:Basic.',
	card: 'The name of a card template, or its number: card:1.',
	category: 'A category of the catalog: category:caching.',
	preset: 'The name of a set of deck options: preset:Default.',
};

function problem({ from, to }: RawTerm, what: string, accepted: string): SearchError {
	return new SearchError({ from, to, what, accepted });
}
