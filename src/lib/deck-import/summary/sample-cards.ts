/** A few cards of a file to look at before it is taken in: as different from each other as it has them. */
import type {
	ImportedCard,
	ImportedCollection,
	ImportedNote,
	ImportedNoteType,
} from '../imported.ts';
import { noteSides } from '../template/note-sides.ts';
import { renderImportedCard } from '../template/render-card.ts';

export interface SampleCard {
	note: ImportedNote;
	type: ImportedNoteType;
	ordinal: number;
	/** From the root down. */
	deck: readonly string[];
	/** Hashes of the pictures and sounds that it names, by name. */
	media: Readonly<Record<string, string>>;
}

/** Characters of a field; more is no sample. */
const LONGEST = 20_000;

/** @param taken cards to choose from */
export function sampleCards(
	{
		notes,
		noteTypes,
		decks,
		media,
	}: Pick<ImportedCollection, 'notes' | 'noteTypes' | 'decks' | 'media'>,
	taken: readonly ImportedCard[],
	most = 3,
): SampleCard[] {
	const chosen: ImportedCard[] = [];
	const kinds = new Set<string>();
	const byKey = new Map(notes.map((note) => [note.key, note]));
	for (const card of taken) {
		const kind = `${byKey.get(card.note)?.noteType}/${Math.min(card.ordinal, 1)}`;
		if (kinds.has(kind)) continue;
		kinds.add(kind);
		chosen.push(card);
		if (chosen.length === most) break;
	}
	// Cards of one kind are taken from all over the file.
	for (let at = 1; chosen.length < Math.min(most, taken.length); at++) {
		const card = taken[Math.floor((at * (taken.length - 1)) / most)];
		const next = card && !chosen.includes(card) ? card : taken.find((c) => !chosen.includes(c));
		if (next) chosen.push(next);
	}
	const types = new Map(noteTypes.map((type) => [type.key, type]));
	const paths = new Map(decks.map(({ key, path }) => [key, path]));
	const hashes = new Map(media.map(({ name, hash }) => [name, hash]));
	return chosen.flatMap(({ note: key, ordinal, deck }) => {
		const note = byKey.get(key);
		const type = note && types.get(note.noteType);
		if (!type) return [];
		const fields = note.fields.map((field) => field.slice(0, LONGEST));
		const sample = { note: { ...note, fields }, type, ordinal, deck: paths.get(deck) ?? [] };
		return [{ ...sample, media: mediaOf(sample, hashes) }];
	});
}

function mediaOf(
	{ note, type, ordinal, deck }: Omit<SampleCard, 'media'>,
	hashes: ReadonlyMap<string, string>,
): Record<string, string> {
	const look = { deck, media: () => undefined };
	const { missing } =
		type.text === 'html'
			? renderImportedCard(note, type, ordinal, look)
			: noteSides(note, type, ordinal, look);
	const named = missing.flatMap((name) => {
		const hash = hashes.get(name);
		return hash === undefined ? [] : [[name, hash] as const];
	});
	return Object.fromEntries(named);
}
