/** Carries notes of ours through Anki: text in Markdown becomes HTML, with its source in a field of its own. */
import * as v from 'valibot';
import { hashText } from '../../content/hash.ts';
import { renderMarkdown } from '../../content/render-markdown.ts';
import type { ImportedNote, ImportedNoteType } from '../imported.ts';
import { asObject, asText, readJson } from '../safe-json.ts';
import { htmlOfField } from '../template/markdown-html.ts';
import { NOTE } from '../json/json-deck.ts';

/** The field in which a note of ours carries its Markdown through Anki and back. */
export const SOURCE_FIELD = 'Onsite source';

/** Behind the name of a type, so that Anki's own of that name stays apart. */
const MARK = ' (Onsite)';

/** The name of a type before it went to Anki, which may have added marks of its own. */
export function nameBefore(name: string): string {
	const at = name.lastIndexOf(MARK);
	return at < 0 ? name : name.slice(0, at);
}

/** The type as Anki gets it. */
export function typeForAnki(type: ImportedNoteType): ImportedNoteType {
	if (type.text === 'html') return type;
	return { ...type, name: `${type.name}${MARK}`, fields: [...type.fields, SOURCE_FIELD] };
}

/** The fields as Anki gets them. */
export function fieldsForAnki(note: ImportedNote, type: ImportedNoteType): string[] {
	if (type.text === 'html') return [...note.fields];
	const shown = note.own?.kind === 'cloze' ? blankFields(note) : shownFields(note);
	const source = {
		hash: hashOfFields(shown),
		fields: note.fields,
		...(note.own ? { own: note.own } : {}),
	};
	return [...shown, escapeSource(JSON.stringify(source))];
}

function shownFields(note: ImportedNote): string[] {
	return note.fields.map((field) => htmlOfField(field, 'markdown'));
}

/** Our cloze hides all of its blanks at once, so it becomes a front and a filled back. */
function blankFields({ fields }: ImportedNote): string[] {
	const [front = '', ...rest] = fields;
	const filled = renderMarkdown(front, { blanks: 'filled' });
	const back = rest.map((field) => htmlOfField(field, 'markdown'));
	const hidden = renderMarkdown(front, { blanks: 'hidden' }).replace(
		/<span class="blank"[^>]*><\/span>/g,
		'<span class="blank">[...]</span>',
	);
	return [hidden, [filled, ...back].join('<hr>'), ...back.slice(1)];
}

function hashOfFields(fields: readonly string[]): string {
	return hashText(fields.join('\x1f'));
}

/** Braces and angles would be taken for clozes and tags. */
function escapeSource(text: string): string {
	return text.replace(/[{<&>}]/g, (char) =>
		char === '{' || char === '}'
			? `&#${char.charCodeAt(0)};`
			: `\\u00${char.charCodeAt(0).toString(16)}`,
	);
}

const SOURCE = v.pick(NOTE, ['fields', 'own']);

/** The note with the Markdown that it carries; undefined where it was edited since, or carries none. */
export function restoreSource(
	fields: readonly string[],
	names: readonly string[],
): Pick<ImportedNote, 'fields' | 'own'> | undefined {
	if (names.at(-1) !== SOURCE_FIELD) return undefined;
	const text = (fields.at(-1) ?? '').replaceAll('&#123;', '{').replaceAll('&#125;', '}');
	const shown = fields.slice(0, -1);
	try {
		if (asText(asObject(readJson(text, 'The source')).get('hash')) !== hashOfFields(shown)) return;
		const { fields: kept, own } = v.parse(SOURCE, JSON.parse(text));
		if (kept.length !== shown.length) return undefined;
		const { retired, ...traits } = own ?? { retired: undefined };
		if (!('kind' in traits)) return { fields: kept };
		return { fields: kept, own: { ...traits, ...(retired ? { retired } : {}) } };
	} catch {
		return undefined;
	}
}
