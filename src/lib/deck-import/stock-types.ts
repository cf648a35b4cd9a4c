/** The note types that formats without any have: as Anki names them, in HTML or in Markdown. */
import { STOCK, type StockName } from '../content/stock-note-types.ts';
import type { ImportedNoteType, TextFormat } from './imported.ts';

/**
 * The stock type of a name, with its fields called as the file calls them; a Basic one of as many fields
 * as wanted for any other name: the first is asked, the others are the answer.
 * @param unknown what a type of another name is
 */
export function stockType(
	name: string,
	text: TextFormat,
	fields: readonly string[],
	unknown: 'plain' | 'cloze' = 'plain',
): ImportedNoteType {
	const key = `${text}/${name}/${unknown}/${fields.join('\x1f')}`;
	const stock = Object.hasOwn(STOCK, name) ? STOCK[name as StockName] : undefined;
	if (stock && fields.length <= stock.fields.length) {
		return { ...stock, key, name, text, css: '' };
	}
	const kind = stock?.kind ?? unknown;
	const [first = 'Front', ...others] = unique(fields);
	const shown = kind === 'cloze' ? `{{cloze:${first}}}` : `{{${first}}}`;
	const rest = others
		.map((field) => `{{#${field}}}<div>{{${field}}}</div>{{/${field}}}`)
		.join('\n');
	const head = kind === 'cloze' ? shown : '{{FrontSide}}';
	const back = `${head}\n\n<hr id=answer>\n\n${rest}`;
	const templates = [{ name: 'Card 1', front: shown, back }];
	return { key, name, kind, text, fields: [first, ...others], templates, css: '' };
}

/** The stock type that a name means; Anki adds `+` or a few digits where it has another type of the name. */
export function stockName(name: string): StockName | undefined {
	const plain = name.replace(/(\+|-[0-9a-f]{5})+$/, '');
	return Object.hasOwn(STOCK, plain) ? (plain as StockName) : undefined;
}

/** Names that a template can hold, each once. */
function unique(names: readonly string[]): string[] {
	const seen = new Set<string>();
	return names.map((name, at) => {
		const plain = name.replace(/[{}:"#^/]/g, ' ').trim() || `Field ${at + 1}`;
		const own = seen.has(plain) ? `${plain} ${at + 1}` : plain;
		seen.add(own);
		return own;
	});
}
