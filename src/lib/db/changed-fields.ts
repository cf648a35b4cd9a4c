/** Leaves of an edit only what it changes: each field that is written again would win over a later edit elsewhere. */
import { inSlices } from './in-slices.ts';
import type { Fields, Json } from './record.ts';
import type { OnsiteDb } from './schema.ts';

/**
 * The edits without fields that stand as they are, and without records of which nothing changes.
 * @param aside fields that are no change by themselves, such as the time of the last one
 */
export async function changedFields<Edit extends { kind: string; id: string; fields: Fields }>(
	db: OnsiteDb,
	edits: readonly Edit[],
	aside: readonly string[] = [],
): Promise<Edit[]> {
	const changed: Edit[] = [];
	await inSlices(edits, async (slice) => {
		const keys = slice.map(({ kind, id }) => [kind, id] as [never, string]);
		const stored = await db.records.bulkGet(keys);
		slice.forEach((edit, at) => {
			const old = stored[at]?.fields ?? {};
			const names = Object.keys(edit.fields).filter(
				(name) => textOf(name, old[name]) !== textOf(name, edit.fields[name]),
			);
			if (names.every((name) => aside.includes(name))) return;
			const fields = Object.fromEntries(names.map((name) => [name, edit.fields[name] ?? null]));
			changed.push({ ...edit, fields });
		});
	});
	return changed;
}

/** A field that is not there says what `null` and `false` say; a deck of which nothing is said is daily. */
function textOf(name: string, value: Json | undefined): string {
	if (name === 'daily') return JSON.stringify(value !== false);
	return JSON.stringify(value === undefined || value === false ? null : value);
}
