/** What of the HTML and the styles of a file no card will show: in words for the whole, and note by note. */
import { placeOfNote, type ImportedCollection, type RemarkList } from '../imported.ts';
import { Remarks } from '../remarks.ts';
import {
	addRefused,
	countRefused,
	countRefusedCss,
	nothingRefused,
	refusedInWords,
} from '../template/refused-content.ts';

export interface RefusedRemarks {
	/** '' for nothing. */
	words: string;
	list: RemarkList;
}

/** A file is judged again at every choice, and its notes are the same. */
const known = new WeakMap<ImportedCollection['notes'], RefusedRemarks>();

export function refusedRemarks(
	collection: Pick<ImportedCollection, 'notes' | 'noteTypes' | 'places'>,
): RefusedRemarks {
	const { notes, noteTypes } = collection;
	const before = known.get(notes);
	if (before) return before;
	const all = nothingRefused();
	const remarks = new Remarks();
	const note = (kind: 'note' | 'type', number: number, label: string, count: typeof all) => {
		const words = refusedInWords(count);
		if (words === '') return;
		addRefused(all, count);
		remarks.add(kind, number, label, `no card will show ${words}`);
	};
	noteTypes.forEach(({ name, css, templates }, at) => {
		const count = countRefusedCss(css);
		for (const { front, back } of templates) {
			addRefused(addRefused(count, countRefused(front)), countRefused(back));
		}
		note('type', at + 1, name, count);
	});
	notes.forEach(({ fields }, at) => {
		if (!fields.some((field) => field.includes('<'))) return;
		const count = nothingRefused();
		for (const field of fields) addRefused(count, countRefused(field));
		note('note', placeOfNote(collection, at), fields[0] ?? '', count);
	});
	const result = { words: refusedInWords(all), list: remarks.list() };
	known.set(notes, result);
	return result;
}
