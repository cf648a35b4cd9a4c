/** The note types that formats without any have: as Anki names them, in HTML or in Markdown. */
import type { ImportedNoteType, ImportedTemplate, TextFormat } from './imported.ts';

const card = (front: string, back: string, name = 'Card 1'): ImportedTemplate => ({
	...{ name, front, back },
});
const FORWARD = card('{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}');
const BACKWARD = card('{{Back}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}', 'Card 2');

const STOCK: Record<string, Pick<ImportedNoteType, 'fields' | 'templates' | 'kind'>> = {
	Basic: { kind: 'plain', fields: ['Front', 'Back'], templates: [FORWARD] },
	'Basic (and reversed card)': {
		...{ kind: 'plain', fields: ['Front', 'Back'], templates: [FORWARD, BACKWARD] },
	},
	'Basic (optional reversed card)': {
		...{ kind: 'plain', fields: ['Front', 'Back', 'Add Reverse'] },
		templates: [
			FORWARD,
			{ ...BACKWARD, front: `{{#Add Reverse}}${BACKWARD.front}{{/Add Reverse}}` },
		],
	},
	'Basic (type in the answer)': {
		...{ kind: 'plain', fields: ['Front', 'Back'] },
		templates: [
			card(
				'{{Front}}\n\n{{type:Back}}',
				'{{Front}}\n\n<hr id=answer>\n\n{{type:Back}}\n\n{{Back}}',
			),
		],
	},
	Cloze: {
		...{ kind: 'cloze', fields: ['Text', 'Back Extra'] },
		templates: [card('{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}', 'Cloze')],
	},
};

/**
 * The stock type of a name, with its fields called as the file calls them; a Basic one of as many fields
 * as wanted for any other name: the first is asked, the others are the answer.
 */
export function stockType(
	name: string,
	text: TextFormat,
	fields: readonly string[],
): ImportedNoteType {
	const key = `${text}/${name}/${fields.join('\x1f')}`;
	const stock = Object.hasOwn(STOCK, name) ? STOCK[name] : undefined;
	if (stock && fields.length <= stock.fields.length) {
		return { ...stock, key, name, text, css: '' };
	}
	const kind = stock?.kind ?? 'plain';
	const [first = 'Front', ...others] = unique(fields);
	const shown = kind === 'cloze' ? `{{cloze:${first}}}` : `{{${first}}}`;
	const rest = others
		.map((field) => `{{#${field}}}<div>{{${field}}}</div>{{/${field}}}`)
		.join('\n');
	const head = kind === 'cloze' ? shown : '{{FrontSide}}';
	const templates = [card(shown, `${head}\n\n<hr id=answer>\n\n${rest}`)];
	return { key, name, kind, text, fields: [first, ...others], templates, css: '' };
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
