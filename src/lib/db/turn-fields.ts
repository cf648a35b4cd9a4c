/** Writes fields back as they were before an act, or as it left them. */
import { inSlices } from './in-slices.ts';
import type { Json } from './record.ts';
import type { RecordEdit, RecordWriter } from './record-writer.ts';
import type { FieldChange, OnsiteDb } from './schema.ts';

/** Writes back the fields that still are as the action left them; later changes by others stay. Says what it wrote. */
export async function turnFields(
	db: OnsiteDb,
	records: RecordWriter,
	changes: readonly FieldChange[],
	back: boolean,
): Promise<RecordEdit[]> {
	const edits: RecordEdit[] = [];
	await inSlices(changes, async (slice) => {
		const stored = await db.records.bulkGet(slice.map(({ kind, id }) => [kind, id] as const));
		slice.forEach(({ kind, id, from, to }, at) => {
			const [expected, target] = back ? [to, from] : [from, to];
			const current = stored[at]?.fields ?? {};
			const names = Object.keys(to).filter((name) => same(current[name], expected[name]));
			if (names.length === 0) return;
			const fields = Object.fromEntries(names.map((name) => [name, target[name] ?? null]));
			edits.push({ kind, id, fields });
		});
	});
	await records.writeAll(edits);
	return edits;
}

/** `null` stands for a field that was never written. */
function same(a: Json | undefined, b: Json | undefined): boolean {
	return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
