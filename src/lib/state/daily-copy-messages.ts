/** What the page tells the worker that copies the collection, and what it is told. */
import type { DbErrorKind } from '$lib/db/db-error.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';

export interface CopyTask {
	/** Name of the database. */
	database: string;
	/** Id of the installation. */
	install: string;
	moment: WriteMoment;
}

export type CopyEnd = { done: true } | { problem: DbErrorKind };
