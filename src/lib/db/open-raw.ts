/** Opens a database without Dexie, as it is: for those who must see it before anything upgrades it. */

/** Opens a database as it is; `undefined` where there is none (and none is made). */
export function openRaw(name: string): Promise<IDBDatabase | undefined> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		let missing = false;
		request.onupgradeneeded = () => {
			missing = true;
			request.transaction?.abort();
		};
		request.onsuccess = () => {
			const raw = request.result;
			raw.onversionchange = () => raw.close();
			resolve(raw);
		};
		request.onerror = () => (missing ? resolve(undefined) : reject(request.error));
	});
}

/** The version of a database as the app counts it; 0 where there is none (and none is made). */
export async function storedVersion(name: string): Promise<number> {
	const raw = await openRaw(name);
	raw?.close();
	return (raw?.version ?? 0) / 10;
}
