/**
 * Files beside the database and outside of IndexedDB. Chromium's store reuses its log after a crash: where that
 * ended in the middle of a write, the next start reads it and the one after throws the whole database away.
 */

/** All that there was at one moment, and what was written since. */
export type SparePart = 'whole' | 'since';

/** In the order in which they are taken in. */
const PARTS: readonly SparePart[] = ['whole', 'since'];

const cacheOf = (name: string) => `${name}-spare`;
const keyOf = (part: SparePart) => `/spare/${part}`;

/** Whether anything is kept beside database `name`. False where the browser has no such storage. */
export async function hasSpare(name: string): Promise<boolean> {
	try {
		return await caches.has(cacheOf(name));
	} catch {
		return false;
	}
}

/**
 * Does `act` while nothing else reads what it will keep beside database `name`, in any tab or worker: what was
 * read later is kept later. Without Web Locks it is done at once.
 */
export async function inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
	return navigator.locks ? await navigator.locks.request(`${name}-spare`, act) : act();
}

/** Replaces one part. @throws where the browser has no such storage, or no room */
export async function keepSpare(name: string, part: SparePart, file: Blob): Promise<void> {
	const cache = await caches.open(cacheOf(name));
	await cache.put(keyOf(part), new Response(file));
}

/** The parts that there are, in memory, so that they outlast their being replaced. */
export async function readSpare(name: string): Promise<Blob[]> {
	const cache = await caches.open(cacheOf(name));
	const found = await Promise.all(PARTS.map((part) => cache.match(keyOf(part))));
	const there = found.filter((response) => response !== undefined);
	return Promise.all(there.map(async (response) => new Blob([await response.arrayBuffer()])));
}
