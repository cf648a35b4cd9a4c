/** Searches that the person keeps under a name. */
import { commitAct } from './act.ts';
import { recordsOf } from './records.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface SavedSearch {
	id: string;
	name: string;
	/** As typed. */
	query: string;
}

/** Every kept search, by name. */
export async function savedSearches(db: OnsiteDb): Promise<SavedSearch[]> {
	const records = await recordsOf(db, 'search');
	const searches = records.flatMap(({ id, fields }): SavedSearch[] => {
		const { name, query, deleted } = fields;
		if (deleted === true || typeof name !== 'string' || typeof query !== 'string') return [];
		return [{ id, name, query }];
	});
	return searches.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** Keeps a search, or gives a kept one another name; an act to undo. @throws DbError */
export async function saveSearch(
	db: OnsiteDb,
	{ id, name, query }: SavedSearch,
	moment: WriteMoment,
): Promise<number | undefined> {
	return write(db, 'Save search', id, { name, query, deleted: false }, moment);
}

/** An act to undo; resolves to its number. @throws DbError */
export async function deleteSearch(
	db: OnsiteDb,
	id: string,
	moment: WriteMoment,
): Promise<number | undefined> {
	return write(db, 'Delete search', id, { deleted: true }, moment);
}

async function write(
	db: OnsiteDb,
	name: string,
	id: string,
	fields: Fields,
	moment: WriteMoment,
): Promise<number | undefined> {
	return commitAct(db, { name, edits: [{ kind: 'search', id, fields }], moment });
}
