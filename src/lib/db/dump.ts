/** Reads every row of a database of any version, without Dexie and without changing it: the rescue file. */
import { openRaw } from './open-raw.ts';

const DUMP_FILE_TYPE = 'application/json';

/** Hours of sound, or many pictures, would not fit into a text, nor beside themselves on a small device; they stay where they are. */
const LEFT_OUT = ['recordings', 'recordingBytes', 'media'];

export interface Dump {
	format: 'onsite-dump';
	/** Schema version as the app counts it. */
	version: number;
	/** Recordings and media are left out: their tables are empty here. */
	tables: Record<string, unknown[]>;
}

/** Version and rows of a database, `undefined` where there is none. */
export async function dumpDatabase(name: string): Promise<Dump | undefined> {
	const raw = await openRaw(name);
	if (!raw) return undefined;
	try {
		const tables: Dump['tables'] = {};
		const names = [...raw.objectStoreNames];
		if (names.length > 0) {
			const transaction = raw.transaction(names, 'readonly');
			await Promise.all(
				names.map(async (table) => {
					const left = LEFT_OUT.includes(table);
					tables[table] = left ? [] : await resultOf(transaction.objectStore(table).getAll());
				}),
			);
		}
		return { format: 'onsite-dump', version: raw.version / 10, tables };
	} finally {
		raw.close();
	}
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** A dump as a file: JSON, bytes as `{"$bytes": base64}`. */
export function dumpFile(dump: Dump): Blob {
	return new Blob([dumpText(dump)], { type: DUMP_FILE_TYPE });
}

/** A dump as JSON text, tables and rows one a line. */
export function dumpText(dump: Dump): string {
	const tables = Object.entries(dump.tables).map(([name, rows]) => {
		const lines = rows.map((row) => `\n\t\t\t${JSON.stringify(row, bytesAsText)}`);
		return `\n\t\t${JSON.stringify(name)}: [${lines.join(',')}${lines.length > 0 ? '\n\t\t' : ''}]`;
	});
	const head = `\t"format": "${dump.format}",\n\t"version": ${dump.version},`;
	return `{\n${head}\n\t"tables": {${tables.join(',')}\n\t}\n}\n`;
}

function bytesAsText(_key: string, value: unknown): unknown {
	if (!(value instanceof Uint8Array)) return value;
	let text = '';
	for (const byte of value) text += String.fromCharCode(byte);
	return { $bytes: btoa(text) };
}

/** The dump in a text that `dumpText` made. */
export function parseDump(text: string): Dump {
	return JSON.parse(text, (_key, value: unknown) => {
		if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
		return Uint8Array.from(atob(String(value.$bytes)), (char) => char.charCodeAt(0));
	}) as Dump;
}
