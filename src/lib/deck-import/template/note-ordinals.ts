/** Which cards a note makes, as Anki makes them: those whose front shows something of the note. */
import type { NoteType } from '../../content/note.ts';
import { clozeNumbers } from './cloze.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';

/** What every card can show; by itself it makes none. */
const OF_EVERY_CARD = new Set(['Tags', 'Type', 'Card', 'Deck', 'Subdeck', 'FrontSide', 'CardFlag']);
/** Nothing but breaks and spaces. */
const EMPTY = /^(?:\s|&nbsp;|<\/?(?:br|div|p)\s?\/?>)*$/i;

/**
 * Ordinals of the cards of a note: of templates whose front is not empty, from 0; of a cloze its numbers less one.
 * Empty where it makes none.
 */
export function noteOrdinals(
	type: Pick<NoteType, 'kind' | 'fields' | 'templates'>,
	fields: readonly string[],
): number[] {
	const values = new Map(type.fields.map((name, at) => [name, fields[at] ?? '']));
	if (type.kind === 'plain') {
		return type.templates.flatMap(({ front }, at) =>
			showsSomething(parseTemplate(front).nodes, values) ? [at] : [],
		);
	}
	return clozeNumbers(hiddenText(type, values)).map((number) => number - 1);
}

/** The fields in which words are hidden; all of them where the template does not say which. */
function hiddenText(
	{ templates }: Pick<NoteType, 'templates'>,
	values: ReadonlyMap<string, string>,
): string {
	const names = new Set(clozeFields(parseTemplate(templates[0]?.front ?? '').nodes));
	const asked = [...values].filter(([name]) => names.size === 0 || names.has(name));
	return asked.map(([, value]) => value).join('\n');
}

function clozeFields(nodes: readonly TemplateNode[]): string[] {
	return nodes.flatMap((node) => {
		if (node.kind === 'condition') return clozeFields(node.inside);
		return node.kind === 'field' && node.filters.includes('cloze') ? [node.name] : [];
	});
}

function showsSomething(
	nodes: readonly TemplateNode[],
	values: ReadonlyMap<string, string>,
): boolean {
	const isSet = (name: string) => !EMPTY.test(values.get(name) ?? '');
	return nodes.some((node) => {
		if (node.kind === 'text') return false;
		if (node.kind === 'condition') {
			return isSet(node.name) !== node.negated && showsSomething(node.inside, values);
		}
		return !OF_EVERY_CARD.has(node.name) && isSet(node.name);
	});
}
