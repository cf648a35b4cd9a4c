/** Tells which of the things that an import added are needed by others, and so outlive it. */
import { mediaNames } from '../content/media-names.ts';
import type { OwnNote } from '../content/note.ts';
import { namedByType } from '../content/type-media.ts';
import { deckOfCard, noteFrom } from './note-fields.ts';
import { inSlices } from './in-slices.ts';
import { allNoteTypes } from './note-types.ts';
import { recordIds } from './record-batch.ts';
import type { RecordKind } from './record.ts';
import { allDecks } from './read-decks.ts';
import type { OnsiteDb } from './schema.ts';

/** Of these, `kind id` of each that a note, type or deck still names; within the caller's transaction. */
export async function stillNeeded(
	db: OnsiteDb,
	made: readonly { kind: RecordKind; id: string }[],
): Promise<Set<string>> {
	const ours = new Set(made.map(({ kind, id }) => `${kind} ${id}`));
	const needed = new Set<string>();
	if (made.length === 0) return needed;
	const need = (name: string) => {
		if (ours.has(name)) needed.add(name);
	};
	const ids = [...(await recordIds(db, 'note', 'note/')), ...(await recordIds(db, 'note', 'own/'))];
	await inSlices(ids, async (slice) => {
		const records = await db.records.bulkGet(slice.map((id) => ['note', id] as const));
		for (const record of records) {
			const note = record && noteFrom(record);
			if (note) for (const name of namesIn(note)) need(name);
		}
	});
	const media = made.flatMap(({ kind, id }) => (kind === 'media' ? [id] : []));
	for (const type of media.length > 0 ? await allNoteTypes(db) : []) {
		const name = `noteType ${type.id}`;
		if (!ours.has(name) || needed.has(name)) {
			media.filter(namedByType(type)).forEach((file) => need(`media ${file}`));
		}
	}
	const decks = await allDecks(db);
	const stays = (id: string) => !ours.has(`deck ${id}`) || needed.has(`deck ${id}`);
	// A deck is needed by those in it, too, or they would be roots.
	for (const { id, path } of decks) {
		if (!stays(id)) continue;
		for (const above of decks) if (isAbove(above.path, path)) need(`deck ${above.id}`);
	}
	for (const { id, presetId } of decks) {
		if (stays(id) && presetId !== undefined) need(`preset ${presetId}`);
	}
	return needed;
}

function isAbove(above: readonly string[], path: readonly string[]): boolean {
	return above.length < path.length && above.every((name, at) => name === path[at]);
}

function namesIn(note: OwnNote): string[] {
	const decks = note.ordinals.map((ordinal) => `deck ${deckOfCard(note, ordinal)}`);
	const names = [`deck ${note.deck}`, ...decks, `noteType ${note.noteType}`];
	for (const field of note.fields) {
		// Its type may say `<img src="{{Picture}}">`.
		names.push(`media ${field.trim()}`);
		for (const name of mediaNames(field)) names.push(`media ${name}`);
	}
	return names;
}
