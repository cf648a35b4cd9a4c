/** Keeps beside the database what is written to it, while the app runs; nothing waits for it. */
import { changesAfter, exportSince, lastChange } from '$lib/db/export-since.ts';
import { watch } from '$lib/db/live.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { inTurn, keepSpare } from '$lib/db/spare-store.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';

/** Answers that come in a burst are kept together. */
const SETTLED_MS = 250;
/** More changes are not gathered again after every answer: a copy of everything takes their place, once. */
const MANY = 2_000;

/**
 * Follows the changes of any tab. The copy of everything is made by `takeSnapshot` at every start; what comes in
 * by the thousand is left to the next one, which is made when nobody looks.
 * @returns what stops it
 */
export function keepSpareCopy(db: OnsiteDb, moment: () => WriteMoment): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let wholesale = false;
	/** The last change that a copy of everything holds, made by this tab. */
	let held = 0;
	let newest = 0;

	const keep = async () => {
		if (newest <= held) return;
		if ((await changesAfter(db, held)) > MANY) return keepWhole();
		const since = await exportSince(db, held, moment());
		if (!since) return;
		wholesale ||= since.wholesale;
		await keepSpare(db.name, 'since', since.file);
	};
	const keepWhole = async () => {
		const { exportBackup } = await import('$lib/db/backup.ts');
		const seq = await lastChange(db);
		await keepSpare(db.name, 'whole', await exportBackup(db, moment(), { media: false }));
		[held, wholesale] = [seq, false];
	};
	const stopWatching = watch(
		() => lastChange(db),
		(seq) => {
			newest = seq;
			if (seq > held) timer ??= setTimeout(later, SETTLED_MS);
		},
		() => {},
	);
	const later = () => {
		timer = undefined;
		void oneAtATime(db.name, keep);
	};
	const left = () => {
		if (wholesale && document.visibilityState === 'hidden') void oneAtATime(db.name, keepWhole);
	};
	document.addEventListener('visibilitychange', left);
	return () => {
		clearTimeout(timer);
		stopWatching();
		document.removeEventListener('visibilitychange', left);
	};
}

/** A failure leaves what is kept as it is. */
async function oneAtATime(name: string, act: () => Promise<void>): Promise<void> {
	try {
		await inTurn(name, act);
	} catch {
		// No room, or the browser has no such storage: the database itself has it all.
	}
}
