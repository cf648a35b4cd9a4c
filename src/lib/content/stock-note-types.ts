/** The note types that every Anki has, without their text format. */
import type { NoteTemplate, NoteType } from './note.ts';

const card = (front: string, back: string, name = 'Card 1'): NoteTemplate => ({
	...{ name, front, back },
});
const FORWARD = card('{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}');
const BACKWARD = card('{{Back}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}', 'Card 2');

export type StockName =
	| ('Basic' | 'Basic (and reversed card)' | 'Basic (optional reversed card)')
	| ('Basic (type in the answer)' | 'Cloze');

export const STOCK: Record<StockName, Pick<NoteType, 'fields' | 'templates' | 'kind'>> = {
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
