/** Writes a search out, so that reading it again gives the same. */
import type { Pattern, SearchNode, Term } from './search-node.ts';

const ESCAPED = /[\\"“”*_:()]/g;

function escaped(text: string): string {
	return text.replace(ESCAPED, '\\$&');
}

/** In quotes where a blank would end it, or nothing would begin it. */
function quoted(text: string): string {
	return text === '' || /\s/u.test(text) ? `"${text}"` : text;
}

function patternText(pattern: Pattern): string {
	const text = pattern
		.map((piece) => ('wild' in piece ? piece.wild : escaped(piece.text)))
		.join('');
	return text.replace(/^-/, '\\-');
}

/** A value behind a colon, where further colons say nothing. */
function valueText(pattern: Pattern): string {
	const text = patternText(pattern);
	const [mode = ''] = /^(re|nc)\\:/i.exec(text) ?? [];
	return quoted(mode + text.slice(mode.length).replaceAll('\\:', ':'));
}

/** A regular expression: quotes alone take a backslash, all other signs have their own meaning. */
function regexText(source: string): string {
	const text = source.replace(/[^\\"“”]+|\\[^]|["“”]/gu, (part) =>
		/^["“”]$/u.test(part) ? `\\${part}` : part,
	);
	return /[\s()]/u.test(source) ? `"${text}"` : text;
}

function words(pattern: Pattern): string {
	const text = patternText(pattern);
	return /^(or|and)$/i.test(text) ? `"${text}"` : quoted(text);
}

/** `front:` and `two words:`, the latter within the quotes of the whole. */
function fieldText(name: Pattern, pattern: Pattern): string {
	const named = patternText(name);
	if (/\s/u.test(named)) return `"${named}:${patternText(pattern)}"`;
	return `${named}:${valueText(pattern)}`;
}

function fieldRegexText(name: Pattern, source: string): string {
	const named = patternText(name);
	const text = regexText(source);
	if (!/\s/u.test(named)) return `${named}:re:${text}`;
	return `"${named}:re:${text.replace(/^"([^]*)"$/u, '$1')}"`;
}

function termText(term: Term): string {
	switch (term.term) {
		case 'text':
			return words(term.pattern);
		case 'word':
			return `w:${valueText(term.pattern)}`;
		case 'field':
			return fieldText(term.name, term.pattern);
		case 'regex':
			return `re:${regexText(term.source)}`;
		case 'fieldRegex':
			return fieldRegexText(term.name, term.source);
		case 'tagRegex':
			return `tag:re:${regexText(term.source)}`;
		case 'deck':
		case 'tag':
		case 'note':
		case 'card':
		case 'category':
		case 'preset':
			return `${term.term}:${valueText(term.pattern)}`;
		case 'untagged':
			return 'tag:none';
		case 'is':
			return `is:${term.state}`;
		case 'flag':
			return `flag:${term.flag}`;
		case 'prop':
			return `prop:${term.property}${term.operator}${term.value.toFixed(term.digits)}`;
		case 'added':
		case 'edited':
		case 'introduced':
			return `${term.term}:${term.days}`;
		case 'rated':
			return `rated:${term.days}${term.grade === 0 ? '' : `:${term.grade}`}`;
		case 'kind':
			return `kind:${term.kind}`;
		case 'level':
			return `level:${term.level}`;
		case 'id':
		case 'nid':
		case 'cid':
			return `${term.term}:${quoted(escaped(term.ids.join(',')).replaceAll('\\:', ':'))}`;
	}
}

function inside(node: SearchNode): string {
	return 'and' in node || 'or' in node ? `(${formatSearch(node)})` : formatSearch(node);
}

/** A search as text; '' for the one that finds every card. */
export function formatSearch(node: SearchNode): string {
	if ('all' in node) return '';
	if ('and' in node) return node.and.map(inside).join(' ');
	// Or binds less than and, so that parts joined by and need no parentheses.
	if ('or' in node) {
		return node.or.map((part) => ('or' in part ? inside(part) : formatSearch(part))).join(' or ');
	}
	if ('not' in node) return `-${inside(node.not)}`;
	return termText(node);
}
