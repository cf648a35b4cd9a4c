/** Which of the drafts of new notes is this editor's: no two write into one, and one that was left is found again. */
import { readDraft } from './note-draft.ts';

export interface DraftSlot {
	/** What `note-draft` calls it by. */
	id: string;
	/** Leaves it, with what is in it, to whoever opens the next. */
	leave(): void;
}

/** As many new notes are typed at once at most. */
const MOST = 20;
/** A tab that is loaded anew may not have let go of its own yet. */
const PATIENCE_MS = 500;
const OWN = 'onsite-note-slot';

const IDS = Array.from({ length: MOST }, (_, at) => (at === 0 ? '' : `new-${at + 1}`));

/** One that no other editor holds: that of this tab before, then any in which something was left, then an empty one. */
export async function takeDraftSlot(): Promise<DraftSlot> {
	const left = IDS.filter((id) => readDraft(id) !== undefined);
	const own = left.find((id) => id === ownSlot());
	const order = new Set([...(own === undefined ? [] : [own]), ...left, ...IDS]);
	for (const id of order) {
		const leave = await hold(id, id === own);
		if (leave) {
			keepOwn(id);
			return { id, leave };
		}
	}
	return { id: '', leave: () => {} };
}

function hold(id: string, patient: boolean): Promise<(() => void) | undefined> {
	// A browser without Web Locks has one tab as far as we can tell.
	if (!navigator.locks) return Promise.resolve(() => {});
	const options = patient ? { signal: AbortSignal.timeout(PATIENCE_MS) } : { ifAvailable: true };
	return new Promise((resolve) => {
		navigator.locks
			.request(`onsite-note-draft-${id || 'new'}`, options, (lock) => {
				if (!lock) return resolve(undefined);
				return new Promise<void>((free) => resolve(free));
			})
			.catch(() => resolve(undefined));
	});
}

function ownSlot(): string | null {
	try {
		return sessionStorage.getItem(OWN);
	} catch {
		return null;
	}
}

function keepOwn(id: string): void {
	try {
		sessionStorage.setItem(OWN, id);
	} catch {
		// Then another draft may come first after a reload.
	}
}
