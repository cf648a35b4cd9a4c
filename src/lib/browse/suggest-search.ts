/** What could be typed where the caret stands: names of the language, and what is there to be named. */
import { foldText } from './fold-text.ts';
import { formatSearch } from './format-search.ts';
import { CARD_STATES, PROPERTIES } from './search-node.ts';
import { SEARCH_KINDS, SEARCH_LEVELS } from './search-words.ts';

/** What there is to be named, each list in the order in which it is offered. */
export interface Vocabulary {
	decks: readonly string[];
	tags: readonly string[];
	noteTypes: readonly string[];
	templates: readonly string[];
	fields: readonly string[];
	categories: readonly string[];
	presets: readonly string[];
}

export const NO_WORDS: Vocabulary = {
	...{ decks: [], tags: [], noteTypes: [], templates: [], fields: [], categories: [] },
	presets: [],
};

export interface Suggestion {
	/** What comes into the search in place of what stands from `from` to `to`. */
	insert: string;
	from: number;
	to: number;
	/** What it finds; '' where it says so itself. */
	detail: string;
}

const MOST = 8;
const DAYS = ['1', '7', '30'];

const NAMES: Record<string, string> = {
	're:': 'a regular expression',
	'deck:': 'a deck with its subdecks',
	'tag:': 'a tag with those below it',
	'is:': 'new, due, suspended, own …',
	'prop:': 'stability, recall, due day …',
	'flag:': 'a flag, 1 to 7',
	'added:': 'made within so many days',
	'edited:': 'edited within so many days',
	'rated:': 'answered within so many days',
	'introduced:': 'first answered within so many days',
	'note:': 'a note type',
	'card:': 'a card template, or its number',
	'kind:': 'recall, cloze, number …',
	'level:': 'beginner to expert',
	'category:': 'a category of the catalog',
	'preset:': 'cards scheduled by a set of deck options',
	'nid:': 'the cards of a note',
	'cid:': 'a card by its id',
};

/** Suggestions for the term in which the caret stands, the likeliest first; none within a finished one. */
export function suggestSearch(text: string, caret: number, words: Vocabulary): Suggestion[] {
	const { from, to } = termAt(text, caret);
	const typed = text.slice(from, caret);
	const colon = typed.indexOf(':');
	if (colon < 0) {
		if (typed === '' || typed.startsWith('"')) return [];
		return startingWith(typed, Object.keys(NAMES)).map((name) => ({
			...{ insert: name, from, to, detail: NAMES[name] ?? '' },
		}));
	}
	const name = typed.slice(0, colon).toLowerCase().replace(/^"/, '');
	const value = typed
		.slice(colon + 1)
		.replace(/"/g, '')
		.replace(/\\(.)/g, '$1');
	return startingWith(value, valuesOf(name, words))
		.map((found) => ({ insert: `${name}:${written(name, found)}`, from, to, detail: '' }))
		.filter(({ insert }) => insert !== text.slice(from, to));
}

/** As the search has it: quotes and backslashes where they are needed. */
function written(name: string, value: string): string {
	if (name === 'prop' || DAYS.includes(value)) return value;
	return formatSearch({ term: 'tag', pattern: [{ text: value }] }).slice('tag:'.length);
}

function valuesOf(name: string, words: Vocabulary): readonly string[] {
	switch (name) {
		case 'deck':
			return words.decks;
		case 'tag':
			return [...words.tags, 'none'];
		case 'note':
			return words.noteTypes;
		case 'card':
			return words.templates;
		case 'category':
			return words.categories;
		case 'preset':
			return words.presets;
		case 'is':
			return CARD_STATES;
		case 'kind':
			return SEARCH_KINDS;
		case 'level':
			return SEARCH_LEVELS;
		case 'flag':
			return ['1', '2', '3', '4', '5', '6', '7', '0'];
		case 'prop':
			return PROPERTIES.flatMap((property) => [`${property}>`, `${property}<`, `${property}=`]);
		case 'added':
		case 'edited':
		case 'introduced':
		case 'rated':
			return DAYS;
		default:
			return [];
	}
}

/** Those that begin so, then those of which a later part does. */
function startingWith(typed: string, names: readonly string[]): string[] {
	const folded = foldText(typed);
	const begin = names.filter((name) => foldText(name).startsWith(folded));
	const later = names.filter((name) => {
		const at = foldText(name).indexOf(folded);
		return at > 0;
	});
	return [...begin, ...(folded === '' ? [] : later)].slice(0, MOST);
}

/** Begin and end of the term around a place, a minus before it left out. */
function termAt(text: string, caret: number): { from: number; to: number } {
	let from = 0;
	let quoted = false;
	for (let at = 0; at < caret; at += 1) {
		const character = text.charAt(at);
		if (character === '\\') at += 1;
		else if ('"“”'.includes(character)) quoted = !quoted;
		else if (!quoted && /[\s()]/u.test(character)) from = at + 1;
	}
	let to = caret;
	while (to < text.length && (quoted || !/[\s()]/u.test(text.charAt(to)))) {
		if ('"“”'.includes(text.charAt(to))) quoted = !quoted;
		to += 1;
	}
	if (text.charAt(from) === '-' && from < caret) from += 1;
	return { from, to };
}
