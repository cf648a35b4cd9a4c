/** Says to every tab of this app that something is open which must not be interrupted. */

const LOCK = 'onsite-busy';

/**
 * Holds the shared lock until the returned function is called. Locks are let go when a tab dies,
 * which a flag in storage would not be. Without Web Locks nothing is held and nothing waits.
 */
export function holdBusy(): () => void {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	void navigator.locks?.request(LOCK, { mode: 'shared' }, () => held);
	return release;
}

/** The lock as one screen holds it: once, however often it says so. */
export class BusyHold {
	#release: (() => void) | undefined;

	hold(): void {
		this.#release ??= holdBusy();
	}

	letGo(): void {
		this.#release?.();
		this.#release = undefined;
	}
}

/** Whether any tab holds it. */
export async function isBusy(): Promise<boolean> {
	const state = await navigator.locks?.query();
	return state?.held?.some((lock) => lock.name === LOCK) ?? false;
}
