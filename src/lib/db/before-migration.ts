/** What is kept before the database is brought to a newer version. */
import { dumpDatabase, dumpFile } from './dump.ts';

/**
 * Keeps every row as it is before an upgrade to version `code`; an upgrade without that copy does not
 * take place.
 * @param t ms since the epoch
 */
export async function keepBeforeMigration(name: string, t: number, code: number): Promise<void> {
	const dump = await dumpDatabase(name);
	if (!dump || dump.version >= code) return;
	const today = dump.tables['meta']?.find((row) => (row as { key?: unknown }).key === 'today');
	const day = Number((today as { value?: unknown } | undefined)?.value) || 0;
	const { keepSnapshot } = await import('./snapshots.ts');
	await keepSnapshot(name, dumpFile(dump), 'before-migration', { t, day });
}
