/** Tells which names in a search nothing is called by: more often a slip than a wish to find nothing. */
import type { CardColumns, StoredText } from './card-columns.ts';
import { foldText } from './fold-text.ts';
import { formatSearch } from './format-search.ts';
import { treeMatcher, wholeMatcher } from './pattern-match.ts';
import type { Pattern, SearchNode, Term } from './search-node.ts';

/** A sentence for each name that no deck, tag, note type, category or field has. */
export function searchDoubts(node: SearchNode, columns: CardColumns): string[] {
	const doubts = termsOf(node).map((term) => doubtOf(term, columns));
	return [...new Set(doubts.filter((doubt) => doubt !== ''))];
}

function termsOf(node: SearchNode): Term[] {
	if ('all' in node) return [];
	if ('and' in node) return node.and.flatMap(termsOf);
	if ('or' in node) return node.or.flatMap(termsOf);
	if ('not' in node) return termsOf(node.not);
	return [node];
}

function doubtOf(term: Term, columns: CardColumns): string {
	const { decks, texts } = columns;
	const known = (names: (text: StoredText) => readonly string[], pattern: Pattern) => {
		const matches = term.term === 'tag' ? treeMatcher(pattern) : wholeMatcher(pattern);
		const seen = new Map<string, boolean>();
		const fits = (name: string) => {
			let found = seen.get(name);
			if (found === undefined) seen.set(name, (found = name !== '' && matches(foldText(name))));
			return found;
		};
		return texts.some((text) => text !== undefined && names(text).some(fits));
	};
	switch (term.term) {
		case 'deck': {
			const matches = treeMatcher(term.pattern);
			const found = decks.some(({ path }) => matches(foldText(path)));
			return found ? '' : nothingIs('deck', term.pattern);
		}
		case 'preset': {
			const matches = wholeMatcher(term.pattern);
			const found = decks.some(({ preset }) => matches(foldText(preset)));
			return found ? '' : `No deck options are called ${written(term.pattern)}.`;
		}
		case 'tag':
			return known(({ tags }) => tags, term.pattern) ? '' : nothingIs('tag', term.pattern);
		case 'note': {
			const found = known(({ type }) => [type.name], term.pattern);
			return found ? '' : nothingIs('note type', term.pattern);
		}
		case 'category': {
			const found = known(({ category }) => [category], term.pattern);
			return found ? '' : nothingIs('category', term.pattern);
		}
		case 'field': {
			if (known(({ type }) => type.fields, term.name)) return '';
			return `No card has a field called ${written(term.name)}. To find the colon itself, write \\: for it.`;
		}
		case 'fieldRegex':
			return doubtOf({ term: 'field', name: term.name, pattern: [] }, columns);
		case 'id':
		case 'nid':
		case 'cid': {
			const [ids, noteIds] = [new Set(columns.ids), new Set(columns.noteIds)];
			const isOne = (id: string) =>
				(term.term !== 'nid' && ids.has(id)) || (term.term !== 'cid' && noteIds.has(id));
			const what = { id: 'card or note', nid: 'note', cid: 'card' }[term.term];
			const strange = term.ids.find((id) => !isOne(id));
			return strange === undefined ? '' : `No ${what} has the id ${strange}.`;
		}
		default:
			return '';
	}
}

function nothingIs(what: string, pattern: Pattern): string {
	return `No ${what} is called ${written(pattern)}.`;
}

function written(pattern: Pattern): string {
	return formatSearch({ term: 'text', pattern });
}
