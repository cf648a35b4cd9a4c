/** What is read for the screen goes before what is copied for safety: both want the same storage at once. */

const lockOf = (name: string) => `${name}-reads`;

/**
 * Says to every tab that the screen waits for much of database `name`, until the returned function is called.
 * Without Web Locks nothing is held and nothing waits.
 */
export function holdReads(name: string): () => void {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	void navigator.locks?.request(lockOf(name), { mode: 'shared' }, () => held);
	return release;
}

/** Resolves when no screen waits for what it reads. */
export async function afterReads(name: string): Promise<void> {
	await navigator.locks?.request(lockOf(name), () => {});
}
