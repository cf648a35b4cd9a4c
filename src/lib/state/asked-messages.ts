/** What an editor asks of the worker that knows all notes, and what it is told. */
import type { Known } from '$lib/content/asked-before.ts';

export type Asking =
	/** Name of the database, and id of the installation. */
	| { open: { name: string; install: string } }
	/** The first field as a reader sees it; `self` is the id of the note, '' for a new one. */
	| { text: string; self: string };

/** Told when everything is read, at each question from then on, and where a note has changed. */
export interface Told {
	/** Notes that ask what was asked last, or nearly so. */
	like: Known[];
	/** Of all notes, sorted; missing where no note has changed since they were told. */
	tags?: string[];
}
