/** Cards that the person or a rule has marked. */
import { marksFrom, stateOf } from './card-row.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import type { CardState } from '../scheduler/card-state.ts';

/** Every suspended, flagged or leech card of the decks that are still shown, by id. */
export async function markedCards(db: OnsiteDb): Promise<CardState[]> {
	const marked = (await recordsOf(db, 'mark')).filter(({ fields }) => {
		const { suspended, flag, leech } = marksFrom(fields);
		return suspended || flag !== 0 || leech;
	});
	const rows = await db.cards.bulkGet(marked.map(({ id }) => id));
	return rows.filter((row) => row !== undefined && !row.gone).map((row) => stateOf(row!));
}
