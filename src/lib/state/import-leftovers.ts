/** At the start: removes what an import left that was cut off, and what was taken back before today. */
import { discardStage, stagedImports, stageLock } from '$lib/db/media-stage.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { forgetUndone } from '$lib/db/undo-import.ts';
import type { Toasts } from './toasts.svelte.ts';

/** One that was cut off has changed nothing, and could not say so itself. @param t ms since the epoch @throws DbError */
export async function clearImportLeftovers(
	{ db, toasts }: { db: OnsiteDb; toasts: Pick<Toasts, 'show'> },
	t: number,
): Promise<void> {
	for (const { id, file } of await stagedImports(db)) {
		// Another tab may be reading the file just now.
		const ended = await unlessHeld(stageLock(id), () => discardStage(db, id));
		if (ended) toasts.show(`The import of ${file} was interrupted; nothing of it was kept.`);
	}
	await forgetUndone(db, t - UNDO_MS);
}

/** An import that was taken back can be brought in again for so long. */
const UNDO_MS = 24 * 60 * 60 * 1000;

/** Does `act` where nobody holds a lock; whether it did. Without locks there is nobody to ask. */
async function unlessHeld(name: string, act: () => Promise<void>): Promise<boolean> {
	const { locks } = navigator as { locks?: LockManager };
	if (!locks) {
		await act();
		return true;
	}
	return locks.request(name, { ifAvailable: true }, async (lock) => {
		if (lock) await act();
		return lock !== null;
	});
}
