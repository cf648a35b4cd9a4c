/** What can go wrong with storage, in a few kinds and in words: what happened, what is safe, what to do. */
import type { CardState } from '../scheduler/card-state.ts';

export type DbErrorKind =
	| 'storage-full'
	| 'connection-lost'
	| 'closed'
	| 'newer-version'
	| 'blocked'
	| 'upgrade-failed'
	| 'unavailable'
	| 'data-removed'
	| 'conflict'
	| 'damaged-file'
	| 'newer-file'
	| 'media-full'
	| 'moved-on'
	| 'unexpected';

interface Words {
	what: string;
	safe: string;
	todo: string;
}

const WORDS: Record<DbErrorKind, Words> = {
	'storage-full': {
		what: 'The device has no room left, so this was not saved.',
		safe: 'Everything saved before is still there.',
		todo: 'Free some space on the device, then try again.',
	},
	'connection-lost': {
		what: 'The browser lost its connection to the storage.',
		safe: 'Everything saved before is still there; the last answer is kept aside.',
		todo: 'Reload the page; the answer is then saved by itself.',
	},
	closed: {
		what: 'Another tab has updated the app, so this one can no longer save.',
		safe: 'Everything saved before is still there.',
		todo: 'Reload this tab.',
	},
	'newer-version': {
		what: 'Your data was written by a newer version of the app than this one.',
		safe: 'Nothing has been changed; this version only reads.',
		todo: 'Reload to get the newer version, or export your data.',
	},
	blocked: {
		what: 'Another tab keeps the old version of the storage open.',
		safe: 'Nothing has been changed.',
		todo: 'Close the other tabs of this app; it goes on by itself.',
	},
	'upgrade-failed': {
		what: 'The storage could not be brought to the new version.',
		safe: 'Your data is unchanged, as the old version left it.',
		todo: 'Save a copy of your data now, then reload.',
	},
	unavailable: {
		what: 'This browser offers no storage here (a private window, or storage switched off).',
		safe: 'Nothing was lost.',
		todo: 'Open the app in an ordinary window, or allow site data for it.',
	},
	'data-removed': {
		what: 'The browser has removed the data of this app.',
		safe: 'Backup files that you saved yourself are not touched by this.',
		todo: 'Try again first: that brings back what the app itself has kept. If it does not, begin anew and restore a backup file.',
	},
	conflict: {
		what: 'This card was answered in another tab meanwhile.',
		safe: 'The other answer counts; this one was not saved.',
		todo: 'Go on with the next card.',
	},
	'damaged-file': {
		what: 'This file is not a complete backup of this app.',
		safe: 'Nothing has been changed.',
		todo: 'Choose another backup file.',
	},
	'newer-file': {
		what: 'This backup was made by a newer version of the app.',
		safe: 'Nothing has been changed.',
		todo: 'Update the app (reload while online), then restore again.',
	},
	'media-full': {
		what: 'The device has no room for the pictures and sounds of this file.',
		safe: 'Nothing has been changed.',
		todo: 'Import it without them, or free some space on the device and try again.',
	},
	'moved-on': {
		what: 'Your cards have changed since the file was looked through.',
		safe: 'Nothing has been imported.',
		todo: 'Choose the file again, so that it is compared with what is here now.',
	},
	unexpected: {
		what: 'Saving failed for a reason that the app does not know.',
		safe: 'Everything saved before is still there.',
		todo: 'Try again; if it happens again, reload the page.',
	},
};

/** A failure of storage with the words to show; `message` is all three sentences. */
export class DbError extends Error {
	readonly kind: DbErrorKind;
	readonly what: string;
	readonly safe: string;
	readonly todo: string;

	/** `detail` says more about this case and is put behind what happened. */
	constructor(kind: DbErrorKind, detail = '', cause?: unknown) {
		const { what, safe, todo } = WORDS[kind];
		const whole = detail ? `${what} ${detail}` : what;
		super(`${whole} ${safe} ${todo}`, cause === undefined ? {} : { cause });
		this.name = 'DbError';
		this.kind = kind;
		this.what = whole;
		this.safe = safe;
		this.todo = todo;
	}
}

/** The card has moved on since the screen read it; `card` is how it is now, undefined where it is gone. */
export class ConflictError extends DbError {
	readonly card: CardState | undefined;

	constructor(card: CardState | undefined, cardId: string) {
		super('conflict', `(${cardId})`);
		this.name = 'ConflictError';
		this.card = card;
	}
}

/**
 * Any error of Dexie or of the DOM as one of ours. Dexie's own names mislead: a full disk comes as
 * AbortError with the quota error inside, in WebKit with nothing inside.
 */
export function asDbError(error: unknown): DbError {
	const ours = chainOf(error).find((link) => link instanceof DbError);
	if (ours instanceof DbError) return ours;
	const kind = kindOf(error);
	return new DbError(kind, kind === 'unexpected' ? `(${String(error)})` : '', error);
}

function kindOf(error: unknown): DbErrorKind {
	const chain = chainOf(error).map(wordsOf);
	const names = chain.map(({ name }) => name);
	const text = chain.map(({ message }) => message).join(' ');
	if (names.some((name) => name.startsWith('QuotaExceeded'))) return 'storage-full';
	if (/quota|disk.*full|no space/i.test(text)) return 'storage-full';
	if (/connection .*lost|connection is clos|server lost/i.test(text)) return 'connection-lost';
	if (/transaction (has|is|was) .*(finished|inactive|abort)|transaction aborted/i.test(text)) {
		return 'storage-full';
	}
	const [outer] = names;
	switch (outer) {
		case 'AbortError':
			return chain.length === 1 ? 'storage-full' : 'unexpected';
		case 'InvalidStateError':
		case 'UnknownError':
			return 'connection-lost';
		case 'DatabaseClosedError':
			return 'closed';
		case 'VersionError':
			return 'newer-version';
		case 'MissingAPIError':
		case 'MissingApiError':
		case 'SecurityError':
			return 'unavailable';
		case 'UpgradeError':
			return 'upgrade-failed';
		default:
			return 'unexpected';
	}
}

/** The error and what it wraps (Dexie's `inner`, `cause`, a bulk error's failures), outermost first. */
function chainOf(error: unknown): object[] {
	const chain: object[] = [];
	const waiting: unknown[] = [error];
	while (waiting.length > 0 && chain.length < 20) {
		const next = waiting.shift();
		if (typeof next !== 'object' || next === null || chain.includes(next)) continue;
		chain.push(next);
		const { inner, cause, failures } = next as Record<string, unknown>;
		waiting.push(inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : []));
	}
	return chain;
}

function wordsOf(link: object): { name: string; message: string } {
	const { name, message } = link as { name?: unknown; message?: unknown };
	return {
		name: typeof name === 'string' ? name : '',
		message: typeof message === 'string' ? message : '',
	};
}
