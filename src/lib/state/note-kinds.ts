/** The kinds of notes that a person makes here. */
import {
	BASIC_TYPE,
	CLOZE_TYPE,
	OPTIONAL_REVERSED_TYPE,
	REVERSED_TYPE,
} from '$lib/content/own-note-types.ts';
import type { NoteType } from '$lib/content/note.ts';

export interface NoteKind {
	id: string;
	name: string;
	/** What cards it makes. */
	what: string;
	type: NoteType;
	/** Whether the answer is typed and compared. */
	typed: boolean;
}

export const NOTE_KINDS: readonly NoteKind[] = [
	{
		...{ id: 'basic', name: 'Question and answer', what: 'One card.' },
		...{ type: BASIC_TYPE, typed: false },
	},
	{
		...{
			id: 'reversed',
			name: 'Both directions',
			what: 'Two cards: each side asks for the other.',
		},
		...{ type: REVERSED_TYPE, typed: false },
	},
	{
		...{ id: 'optional', name: 'Reversed where asked' },
		what: 'A second card, if the last field holds anything.',
		...{ type: OPTIONAL_REVERSED_TYPE, typed: false },
	},
	{
		...{ id: 'cloze', name: 'Fill in the blank' },
		what: 'One card for each number of a blank.',
		...{ type: CLOZE_TYPE, typed: false },
	},
	{
		...{ id: 'number', name: 'Number to type' },
		what: 'One card; what you type is compared.',
		...{ type: BASIC_TYPE, typed: true },
	},
];
