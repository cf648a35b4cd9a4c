/** The small storage beside the database: it may be blocked or full, and nothing may hang on it. */
import type { InstallMarker } from '$lib/db/open.ts';
import type { SpillStorage } from '$lib/db/spill.ts';

const INSTALL = 'onsite-install';

/** Remembers across a loss of the database that there was one. */
export const installMarker: InstallMarker = {
	read() {
		try {
			return localStorage.getItem(INSTALL);
		} catch {
			return null;
		}
	},
	write(text) {
		try {
			localStorage.setItem(INSTALL, text);
		} catch {
			// Without the marker a removal cannot be told from a first visit; nothing else is lost.
		}
	},
};

/** Where an answer waits that the database could not take. Access itself may throw, so it happens late. */
export const spillStorage: SpillStorage = {
	getItem(key) {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	},
	setItem: (key, value) => localStorage.setItem(key, value),
	removeItem(key) {
		try {
			localStorage.removeItem(key);
		} catch {
			// It could not have been written either.
		}
	},
};
