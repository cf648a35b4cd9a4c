/** What an import changes of notes and cards that are here, within its transaction. */
import { noteOfCard } from '../content/own-note.ts';
import { MARK_FIELDS, marksFrom, marksOf, newRow, rowOf, type CardRow } from './card-row.ts';
import { readToday } from './begin-day.ts';
import { DbError } from './db-error.ts';
import type { CardChange, ImportRows, NotePatch } from './import-row-maker.ts';
import { noteFrom } from './note-fields.ts';
import type { Fields, Json, StampedRecord } from './record.ts';
import { ROWS_AT_ONCE, type RecordBatch } from './record-batch.ts';
import type { ImportUndo, MarkChange, OnsiteDb } from './schema.ts';

type Changes = Pick<ImportUndo, 'cards' | 'studied' | 'marks' | 'edits'>;

/** Writes patches of notes and changes of cards; the counters go into `rows.days`. @throws DbError `moved-on` */
export async function changeCards(
	db: OnsiteDb,
	rows: ImportRows,
	records: RecordBatch,
): Promise<Changes> {
	const done: Changes = { cards: [], studied: [], marks: [], edits: [] };
	const today = await readToday(db);
	const patches = [...rows.patches];
	const positions = new Map<string, number>();
	for (let at = 0; at < patches.length; at += ROWS_AT_ONCE) {
		const some = patches.slice(at, at + ROWS_AT_ONCE);
		const stored = await db.records.bulkGet(some.map(([id]) => ['note', id] as const));
		const writes = some.map(([id, patch], index) => {
			const fields = patchedFields(stored[index], patch);
			const note = noteFrom({ id, fields: { ...stored[index]?.fields, ...fields } });
			if (!note) throw new DbError('moved-on');
			positions.set(id, note.position);
			return { kind: 'note', id, fields } as const;
		});
		done.edits.push(...(await records.write(writes)));
	}
	for (let at = 0; at < rows.changed.length; at += ROWS_AT_ONCE) {
		const some = rows.changed.slice(at, at + ROWS_AT_ONCE);
		const stored = await db.cards.bulkGet(some.map(({ id }) => id));
		const written = some.map((change, index) => {
			const { noteId } = noteOfCard(change.id);
			const old = stored[index];
			const next = changedRow(old, change, positions.get(noteId) ?? 0, today);
			if (!old) done.cards.push(change.id);
			else if (change.memory) done.studied.push(change.id);
			rows.days.move(old, next);
			return next;
		});
		await db.cards.bulkPut(written);
		const marks = some.flatMap((change, index) => markChange(stored[index], change) ?? []);
		await records.write(
			marks.map(({ cardId, to }) => ({ kind: 'mark', id: cardId, fields: to as Fields })),
		);
		done.marks.push(...marks);
	}
	return done;
}

function patchedFields(old: StampedRecord | undefined, patch: NotePatch): Fields {
	const { ordinals, decks, starts, eases, deck } = old?.fields ?? {};
	const fields: Fields = { ...patch.fields };
	if (patch.ordinals.length + patch.gone.length > 0) {
		const all = new Set([...listOf(ordinals), ...patch.ordinals]);
		for (const ordinal of patch.gone) all.delete(ordinal);
		fields['ordinals'] = [...all].sort((a, b) => Number(a) - Number(b));
		const elsewhere = Object.entries(patch.decks).filter(([, home]) => home !== deck);
		if (elsewhere.length > 0)
			fields['decks'] = { ...mapOf(decks), ...Object.fromEntries(elsewhere) };
	}
	if (Object.keys(patch.starts).length > 0) {
		fields['starts'] = { ...mapOf(starts), ...(patch.starts as unknown as Record<string, Json>) };
	}
	if (Object.keys(patch.eases).length > 0) {
		fields['eases'] = { ...mapOf(eases), ...patch.eases };
	}
	return fields;
}

function listOf(value: Json | undefined): Json[] {
	return Array.isArray(value) ? value : [];
}

function mapOf(value: Json | undefined): Record<string, Json> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function changedRow(
	old: CardRow | undefined,
	{ id, deckId, memory, marks }: CardChange,
	position: number,
	today: number,
): CardRow {
	const moved = old && old.deckId !== deckId;
	const answered = old && memory && (old.phase !== 'new' || old.lastEntryT > 0);
	if (moved || answered) throw new DbError('moved-on');
	const row = old ?? newRow(id, noteOfCard(id).noteId, deckId, position);
	const marked = marksFrom({ ...marksOf(row), ...marks } as Fields);
	return rowOf({ ...row, ...memory, ...marked }, today, false);
}

function markChange(old: CardRow | undefined, { id, marks }: CardChange): MarkChange | undefined {
	const before = old && marksOf(old);
	const names = MARK_FIELDS.filter(
		(name) => marks[name] !== undefined && marks[name] !== before?.[name],
	);
	if (names.length === 0) return undefined;
	const to = Object.fromEntries(names.map((name) => [name, marks[name]]));
	const from = Object.fromEntries(names.map((name) => [name, before?.[name] ?? null]));
	return { cardId: id, from, to };
}
