/** What the import worker needs of the database, bound to a connection of its own. */
import { applyImport } from '$lib/db/apply-import.ts';
import { existingState } from '$lib/db/existing-state.ts';
import { discardStage, MediaStage, stageLock } from '$lib/db/media-stage.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import { allDecks } from '$lib/db/read-decks.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import type { ImportPlan } from '$lib/deck-import/judge/import-plan.ts';
import type { ImportStore } from './import-task.ts';

export interface ImportStoreOptions {
	database: string;
	/** Of the import. */
	id: string;
	/** Of the file. */
	name: string;
	/** At which it began. */
	moment: WriteMoment;
}

/** @throws DbError */
export async function openImportStore(options: ImportStoreOptions): Promise<ImportStore> {
	const { database, id, name, moment } = options;
	// What happens to the database later, the page is told too.
	const db = await openBeside(database, moment.dev, () => {}, { writes: true });
	// Held for the life of the worker: another tab takes a stage without it for left over.
	void navigator.locks?.request(stageLock(id), () => new Promise(() => {}));
	let stage: MediaStage | undefined;
	return {
		existing: () => existingState(db),
		async beginMedia() {
			await discardStage(db, id);
			stage = new MediaStage(db, { id, file: name, t: moment.t });
			return stage.keep;
		},
		endMedia: async () => stage?.flush(),
		async write(plan, { daily, moment, watch }) {
			await applyImport(db, plan, { id, file: name, moment, daily, watch });
			return rootsOf(db, plan);
		},
	};
}

/** Ids of the decks at the root of those that the cards went to. */
async function rootsOf(db: OnsiteDb, { addDecks, knownDecks }: ImportPlan): Promise<string[]> {
	const decks = await allDecks(db);
	const known = new Set(knownDecks.values());
	const paths = new Set(addDecks.map(({ path }) => path.join('::')));
	const touched = decks.filter(
		({ id, path, origin }) => known.has(id) || paths.has(origin ?? path.join('::')),
	);
	const names = new Set(touched.map(({ path }) => path[0]));
	return decks.filter(({ path }) => path.length === 1 && names.has(path[0])).map(({ id }) => id);
}
