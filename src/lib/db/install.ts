/** Knows this installation in two places, so that data removed by the browser are not taken for a first visit. */
import type { OnsiteDb } from './schema.ts';

/** Where the install id is kept beside the database; `localStorage` in the app. Neither may throw. */
export interface InstallMarker {
	read(): string | null;
	write(text: string): void;
}

export interface Mark {
	/** Id of the installation, which is the device id. */
	id: string;
	/** Wall clock when the database was last seen, ms since the epoch. */
	seen: number;
	/** Version of the database when last seen. */
	schema: number;
}

/** The mark left at the last start, `undefined` where there is none or it cannot be read. */
export function readMark(marker: InstallMarker): Mark | undefined {
	try {
		const mark = JSON.parse(marker.read() ?? 'null') as Partial<Mark> | null;
		if (typeof mark?.id !== 'string' || mark.id === '') return undefined;
		return { id: mark.id, seen: Number(mark.seen) || 0, schema: Number(mark.schema) || 0 };
	} catch {
		return undefined;
	}
}

export function writeMark(marker: InstallMarker, mark: Mark): void {
	marker.write(JSON.stringify(mark));
}

/** The install id within the database, `undefined` where it was never set up. */
export async function readInstall(db: OnsiteDb): Promise<string | undefined> {
	const row = await db.meta.get('install');
	return typeof row?.value === 'string' ? row.value : undefined;
}
