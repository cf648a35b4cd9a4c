/** Cards of a file that is not in yet, ready to look at. */
import type { CompiledCard } from '$lib/content/card.ts';
import { ownNoteId, noteCardId } from '$lib/content/own-note.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { mediaOfHash } from '$lib/db/media.ts';
import type { SampleCard } from '$lib/deck-import/summary/sample-cards.ts';
import { compileNote } from './compile-note.ts';

/** As they will be shown when they are studied. @throws DbError */
export function compileSamples(
	db: OnsiteDb,
	samples: readonly SampleCard[],
): Promise<CompiledCard[]> {
	return Promise.all(
		samples.map(({ note, type, ordinal, deck, media }, at) =>
			compileNote(noteCardId(ownNoteId(`sample${at}`), ordinal), {
				note: { ...note, ...(note.own ? { traits: note.own } : {}) },
				...{ type: { ...type, id: type.key }, ordinal, deck },
				media: async (name) => {
					const hash = Object.hasOwn(media, name) ? media[name] : undefined;
					return hash === undefined ? undefined : mediaOfHash(db, hash);
				},
			}),
		),
	);
}
