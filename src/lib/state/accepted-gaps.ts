/** Which stretches away count, the person has said: asked once in this tab, also over a reload. */

const KEY = 'onsite-accepted-gaps';

function read(): string[] {
	try {
		return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
	} catch {
		return [];
	}
}

/** @param after the event behind which the stretch lies */
export function wasAccepted(after: string): boolean {
	return read().includes(after);
}

export function acceptGap(after: string): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify([...read(), after]));
	} catch {
		// It is asked again.
	}
}
