/** Decks of the person's own with cards in them, as an import or the editor leaves them. */
import { BASIC_TYPE } from '../../src/lib/content/own-note-types.ts';
import { newRow, type CardRow } from '../../src/lib/db/card-row.ts';
import { addToCounters } from '../../src/lib/db/counters.ts';
import type { Fields } from '../../src/lib/db/record.ts';
import { RecordWriter } from '../../src/lib/db/record-writer.ts';
import type { OnsiteDb } from '../../src/lib/db/schema.ts';
import { Tally } from '../../src/lib/db/tally.ts';
import type { WriteMoment } from '../../src/lib/db/write-moment.ts';

export interface DeckGiven {
	/** Joined by `/`. */
	path: string;
	presetId?: string;
	daily?: boolean;
	/** How many new cards lie in it. */
	cards?: number;
}

/** Adds decks by name; the id of one is `deck/<name>`, its cards are `note/<name>-<number>/0`. */
export async function addDecks(
	db: OnsiteDb,
	decks: Readonly<Record<string, DeckGiven>>,
	moment: WriteMoment,
): Promise<void> {
	for (const [name, { path, presetId, daily = true, cards = 0 }] of Object.entries(decks)) {
		const deck: Fields = { path: path.split('/'), description: '', daily };
		await db.transaction('rw', db.tables, async () => {
			const records = new RecordWriter(db, moment);
			await records.write('deck', `deck/${name}`, { ...deck, ...(presetId ? { presetId } : {}) });
			const rows: CardRow[] = [];
			for (let at = 0; at < cards; at += 1) {
				const id = `note/${name}-${at}`;
				const fields = [`${name} question ${at}`, `${name} answer ${at}`];
				await records.write('note', id, {
					...{ guid: id, noteType: BASIC_TYPE.id, fields, tags: [], modified: moment.t },
					...{ deck: `deck/${name}`, decks: {}, ordinals: [0], position: at },
				});
				rows.push(newRow(`${id}/0`, id, `deck/${name}`, at));
			}
			const tally = new Tally();
			for (const row of rows) tally.move(undefined, row);
			await db.cards.bulkAdd(rows);
			await addToCounters(db, tally);
			await records.save();
		});
	}
}

/** Adds a preset, or changes one, the default one too. */
export async function addPreset(
	db: OnsiteDb,
	id: string,
	fields: Fields,
	moment: WriteMoment,
): Promise<void> {
	await db.transaction('rw', db.tables, async () => {
		const records = new RecordWriter(db, moment);
		await records.write('preset', id, fields);
		await records.save();
	});
}
