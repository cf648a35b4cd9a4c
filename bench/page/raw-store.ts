/** IndexedDB without a library, as the baseline writes and reads; and a witness of what the app reads and writes. */

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

export function openRaw(name: string, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
	const request = indexedDB.open(name);
	request.onupgradeneeded = () => upgrade?.(request.result);
	return resultOf(request);
}

export type Put = { store: string; row: Record<string, unknown> };

/** Writes rows in one transaction that is on the disk when this resolves. */
export function putAll(db: IDBDatabase, puts: readonly Put[]): Promise<void> {
	const stores = [...new Set(puts.map(({ store }) => store))];
	const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
	for (const { store, row } of puts) transaction.objectStore(store).put(row);
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
}

const WRITES = ['put', 'add'] as const;

/** Rows that an act writes, as it wrote them. */
export async function writesOf(act: () => Promise<unknown>): Promise<Put[]> {
	const puts: Put[] = [];
	const native = WRITES.map((name) => IDBObjectStore.prototype[name]);
	WRITES.forEach((name, at) => {
		IDBObjectStore.prototype[name] = function (this: IDBObjectStore, row: unknown, key) {
			puts.push({ store: this.name, row: row as Put['row'] });
			return native[at]?.call(this, row, key) as IDBRequest<IDBValidKey>;
		};
	});
	try {
		await act();
	} finally {
		WRITES.forEach((name, at) => {
			const write = native[at];
			if (write) IDBObjectStore.prototype[name] = write;
		});
	}
	return puts;
}

const READS = ['get', 'getAll', 'getAllKeys', 'getKey', 'openCursor', 'openKeyCursor', 'count'];

/** Rows or keys that an act has read, by table; a step of a cursor and a counted row are each a row read. */
export async function readsOf(act: () => Promise<unknown>): Promise<Record<string, number>> {
	const rows: Record<string, number> = {};
	const undo: (() => void)[] = [];
	for (const { prototype } of [IDBObjectStore, IDBIndex]) {
		const methods = prototype as unknown as Record<string, (...args: unknown[]) => IDBRequest>;
		for (const name of READS) {
			const native = methods[name];
			if (!native) continue;
			methods[name] = function (this: IDBObjectStore | IDBIndex, ...args) {
				const request = native.apply(this, args);
				const store = 'objectStore' in this ? this.objectStore.name : this.name;
				request.addEventListener('success', () => {
					rows[store] = (rows[store] ?? 0) + rowsIn(request.result);
				});
				return request;
			};
			undo.push(() => (methods[name] = native));
		}
	}
	try {
		await act();
	} finally {
		for (const restore of undo) restore();
	}
	return rows;
}

function rowsIn(result: unknown): number {
	if (Array.isArray(result)) return result.length;
	if (typeof result === 'number') return result;
	return result === undefined || result === null ? 0 : 1;
}
