/** Why a file cannot come in, in words: what happened, what is safe, what to do. */
import { asDbError, DbError } from '$lib/db/db-error.ts';
import { ImportError } from '$lib/deck-import/import-error.ts';
import type { ImportFailure } from './import-message.ts';

const SAFE = 'Nothing has been changed.';

/** Any error on the way in. */
export function importFailure(problem: unknown): ImportFailure {
	if (problem instanceof ImportError) {
		return { what: problem.what, safe: SAFE, todo: problem.accepted };
	}
	if (isUnreadable(problem)) {
		return {
			...{
				what: 'The file cannot be read: it was moved, changed or removed, or it is a folder.',
				safe: SAFE,
			},
			todo: 'Choose it again.',
		};
	}
	if (isOutOfMemory(problem)) {
		return {
			...{ what: 'The file needs more memory than this device gives.', safe: SAFE },
			todo: 'Export a part of it, such as a single deck, or bring it in on another device.',
		};
	}
	const error = asDbError(problem);
	if (error.kind === 'unexpected' && !(problem instanceof DbError)) {
		return {
			...{ what: `Reading failed for a reason that the app does not know (${String(problem)}).` },
			...{ safe: SAFE, todo: 'Try again; if it happens again, export the file anew.' },
		};
	}
	const { what, todo } = error;
	return { what, safe: SAFE, todo, ...(/-full$/.test(error.kind) ? { full: true } : {}) };
}

/** The browser opens a file only while it is as it was when it was chosen. */
function isUnreadable(problem: unknown): boolean {
	return (
		problem instanceof DOMException && /^(NotFound|NotReadable|Security)Error$/.test(problem.name)
	);
}

function isOutOfMemory(problem: unknown): boolean {
	const text = String(problem);
	return (
		(problem instanceof RangeError && /alloc|array (buffer )?length|string length/i.test(text)) ||
		/out of memory|cannot enlarge memory|memory access out of bounds/i.test(text)
	);
}
