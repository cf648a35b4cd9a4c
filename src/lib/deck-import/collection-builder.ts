/** Gathers notes one by one into a collection, for formats in which a card is a piece of text. */
import { hashText } from '../content/hash.ts';
import type {
	FileSilence,
	ImportedCard,
	ImportedCollection,
	ImportedDeck,
	ImportedMedia,
	ImportedNote,
	ImportedNoteType,
	ImportedReview,
	ImportedSchedule,
	OwnTraits,
	SourceFormat,
} from './imported.ts';
import { Remarks } from './remarks.ts';
import { clozeNumbers } from './template/cloze.ts';

export interface NewNote {
	/** Line or row in the file, from 1. */
	number: number;
	type: ImportedNoteType;
	fields: readonly string[];
	tags: readonly string[];
	deck: readonly string[];
	/** Where the file has none, the content gives one: an edit then makes a new note. */
	guid?: string;
	own?: OwnTraits;
	modified?: number;
	/** By ordinal; absent for new cards. */
	schedules?: readonly (ImportedSchedule | undefined)[];
	suspended?: boolean;
}

export class CollectionBuilder {
	readonly skipped: Remarks;
	readonly repaired: Remarks;
	private readonly types = new Map<string, ImportedNoteType>();
	private readonly notes = new Map<string, { note: ImportedNote; number: number }>();
	private readonly decks = new Map<string, ImportedDeck>();
	private readonly cards: ImportedCard[] = [];
	readonly media: ImportedMedia[] = [];
	readonly reviews: ImportedReview[] = [];

	constructor(
		private readonly format: SourceFormat,
		private readonly origin: string,
		remarks: { skipped?: Remarks; repaired?: Remarks } = {},
	) {
		this.skipped = remarks.skipped ?? new Remarks();
		this.repaired = remarks.repaired ?? new Remarks();
	}

	/** Adds a note with its cards; an equal one of before is left out and reported. @returns keys of its cards */
	add(note: NewNote): string[] {
		const { number, type, own } = note;
		const fields = type.fields.map((_, at) => note.fields[at] ?? '');
		const label = (fields[0] ?? '').slice(0, 80);
		if ((fields[0] ?? '').trim() === '') {
			this.skipped.add('note', number, '', 'its first field is empty');
			return [];
		}
		const ordinals = ordinalsOf(type, fields);
		if (ordinals.length === 0) {
			this.skipped.add('note', number, label, 'it hides nothing, as a cloze must');
			return [];
		}
		const guid = note.guid || `${this.format}:${hashText([type.name, fields[0]].join('\x1f'))}`;
		const before = this.notes.get(guid);
		if (before) {
			const same = before.note.fields.join('\x1f') === fields.join('\x1f');
			const other = `${this.format === 'mochi' ? 'card' : 'line'} ${before.number}`;
			const alike = note.guid ? `${other} has its name already` : `${other} asks the same`;
			this.skipped.add('note', number, label, same ? `it is the same as ${other}` : alike);
			return [];
		}
		this.types.set(type.key, type);
		const { tags, modified = 0 } = note;
		const kept = { key: guid, guid, noteType: type.key, fields, tags, modified };
		this.notes.set(guid, { note: { ...kept, ...(own ? { own } : {}) }, number });
		const deck = this.deckOf(note.deck);
		return ordinals.map((ordinal) => {
			const key = `${guid}/${ordinal}`;
			const schedule = note.schedules?.[ordinal];
			this.cards.push({
				...{ key, note: guid, ordinal, deck, position: this.cards.length },
				...{ suspended: note.suspended ?? false, buried: 'none', flag: 0 },
				...(schedule ? { schedule } : {}),
			});
			return key;
		});
	}

	private deckOf(path: readonly string[]): string {
		const clean = path.map((part) => part.trim()).filter((part) => part !== '');
		const names = clean.length > 0 ? clean : ['Imported'];
		const key = names.join('::');
		if (!this.decks.has(key)) this.decks.set(key, { key, path: names, description: '' });
		return key;
	}

	finish(silent?: FileSilence): ImportedCollection {
		return {
			...{ format: this.format, origin: this.origin, made: 0, presets: [] },
			...(silent ? { silent } : {}),
			noteTypes: [...this.types.values()],
			notes: [...this.notes.values()].map(({ note }) => note),
			places: new Map([...this.notes].map(([key, { number }]) => [key, number])),
			cards: this.cards,
			decks: [...this.decks.values()],
			media: this.media,
			reviews: this.reviews.sort((a, b) => a.t - b.t),
			skipped: this.skipped.list(),
			repaired: this.repaired.list(),
		};
	}
}

/** Which cards a note of a type has. */
function ordinalsOf(type: ImportedNoteType, fields: readonly string[]): number[] {
	if (type.kind === 'plain') {
		return type.templates.flatMap(({ front }, at) => (isAsked(front, type, fields) ? [at] : []));
	}
	return clozeNumbers(fields.join('\n')).map((number) => number - 1);
}

/** A reversed card that depends on a field exists only where that is filled. */
function isAsked(front: string, type: ImportedNoteType, fields: readonly string[]): boolean {
	const condition = /^\{\{#([^}]+)\}\}/.exec(front)?.[1];
	return condition === undefined || (fields[type.fields.indexOf(condition)] ?? '').trim() !== '';
}
