/** Makes every cache anew from the truth, and tells where the stored one differed. */
import { noteOfCard } from '../content/own-note.ts';
import { NEVER_SEEN, type Memory } from '../scheduler/card-state.ts';
import { compareState, replay } from '../scheduler/replay.ts';
import type { Review } from '../scheduler/review.ts';
import { readToday } from './begin-day.ts';
import { byTime } from './review-fact.ts';
import { breathe } from './breathe.ts';
import { weightsOf } from './card-log.ts';
import { MARK_FIELDS, marksFrom, marksOf, rowOf, type CardRow } from './card-row.ts';
import { allReviews } from './history.ts';
import { startOfCard } from './note-places.ts';
import { addMissing, misplaced, placeOf } from './rebuild-rows.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import { countsOf, Tally } from './tally.ts';

export interface Finding {
	kind:
		| ('memory' | 'marks' | 'queue' | 'orphan' | 'days' | 'due' | 'totals')
		| ('catalog' | 'note' | 'deck' | 'media')
		| ('preset' | 'import' | 'log' | 'answer')
		| ('statistics' | 'interview');
	/** In words. */
	text: string;
	/** Cards concerned; empty for counters. */
	cardIds: string[];
	/** What it lacks is nowhere on this device, so that no repair can mend it. */
	lasting?: true;
}

/** So many cards are replayed between two turns of the screen. */
const AT_ONCE = 500;

interface Rebuilt {
	/** Rows that have to be written. */
	changed: CardRow[];
	/** All counters, counted anew. */
	tally: Tally;
	findings: Finding[];
}

/**
 * Compares within the caller's transaction, which must span every table it reads. `added` are cards
 * that are not stored yet.
 */
export async function rebuild(db: OnsiteDb, added: readonly CardRow[] = []): Promise<Rebuilt> {
	const today = await readToday(db);
	const logs = byCard(await allReviews(db));
	const marks = new Map((await recordsOf(db, 'mark')).map(({ id, fields }) => [id, fields]));
	const notes = new Map((await recordsOf(db, 'note')).map(({ id, fields }) => [id, fields]));
	const rows = await db.cards.toArray();
	const result: Rebuilt = { changed: [], tally: new Tally(), findings: [] };
	const weights = new Map<string, readonly number[]>();
	const stored = new Set(rows.map(({ id }) => id));
	const given = new Set(added.map(({ id }) => id));
	for (const row of added) rows.push(row);
	result.findings.push(...addMissing(rows, notes, logs.keys()));
	for (const [at, row] of rows.entries()) {
		if (at % AT_ONCE === 0) await breathe(db);
		const place = placeOf(row, notes);
		const { deckId, position } = place ?? row;
		const log = (logs.get(row.id) ?? []).sort(byTime);
		if (!weights.has(deckId)) weights.set(deckId, await weightsOf(db, deckId));
		const start = startOfCard(notes.get(noteOfCard(row.id).noteId), row.id);
		const memory =
			log.length + (start ? 1 : 0) === 0
				? NEVER_SEEN
				: replay(log, weights.get(deckId) ?? [], start);
		const state = { ...row, deckId, position, ...memory, ...marksFrom(marks.get(row.id) ?? {}) };
		const next = rowOf(state, today, place === undefined);
		const astray = stored.has(row.id) ? misplaced(row, place) : [];
		// That it was missing is said already.
		const isMissing = !stored.has(row.id) && !given.has(row.id);
		const differs = isMissing ? [] : differences(row, next, memory);
		const findings = astray.length > 0 ? astray : differs;
		if (findings.length > 0 || !stored.has(row.id)) result.changed.push(next);
		result.findings.push(...findings);
		result.tally.move(undefined, next);
		for (const count of countsOf(log, deckId, start)) result.tally.day(count);
	}
	result.findings.push(...(await counterFindings(db, result.tally)));
	return result;
}

function byCard(reviews: readonly Review[]): Map<string, Review[]> {
	const logs = new Map<string, Review[]>();
	for (const review of reviews) {
		const log = logs.get(review.cardId);
		if (log) log.push(review);
		else logs.set(review.cardId, [review]);
	}
	return logs;
}

function differences(stored: CardRow, next: CardRow, memory: Memory): Finding[] {
	const findings: Finding[] = [];
	const cardIds = [stored.id];
	for (const { text } of compareState(stored, memory)) {
		findings.push({ kind: 'memory', text: `Card ${stored.id}: ${text}`, cardIds });
	}
	const marks = marksOf(stored);
	for (const name of MARK_FIELDS.filter((field) => marks[field] !== next[field])) {
		const text = `Card ${stored.id}: ${name} is ${marks[name]}, it was set to ${next[name]}`;
		findings.push({ kind: 'marks', text, cardIds });
	}
	const placed = stored.queue === next.queue && stored.order === next.order;
	if (!placed || stored.tie !== next.tie) {
		const text = `Card ${stored.id} waits in the wrong place (${stored.queue}, ${stored.order}).`;
		findings.push({ kind: 'queue', text, cardIds });
	}
	return findings;
}

/** The counters of a tally as rows; those that count nothing are left out, as they are in the tables. */
function rowsOf(tally: Tally) {
	const counts = (row: object) =>
		Object.entries(row).some(
			([name, value]) => name !== 'day' && typeof value === 'number' && value,
		);
	return {
		days: [...tally.days.values()].filter(counts),
		dueCounts: [...tally.due.values()].filter(counts),
		totals: [...tally.totals.values()].filter(counts),
	};
}

async function counterFindings(db: OnsiteDb, tally: Tally): Promise<Finding[]> {
	const { days, dueCounts, totals } = rowsOf(tally);
	return [
		...compareCounters('days', await db.days.toArray(), days, (r) => `${r.deckId}, day ${r.day}`),
		...compareCounters(
			'due',
			await db.dueCounts.toArray(),
			dueCounts,
			(r) => `${r.deckId}, day ${r.day}`,
		),
		...compareCounters('totals', await db.totals.toArray(), totals, (r) => r.deckId),
	];
}

function compareCounters<Row extends object>(
	kind: 'days' | 'due' | 'totals',
	stored: readonly Row[],
	counted: readonly Row[],
	nameOf: (row: Row) => string,
): Finding[] {
	const before = new Map(stored.map((row) => [nameOf(row), canonical(row)]));
	const after = new Map(counted.map((row) => [nameOf(row), canonical(row)]));
	return [...new Set([...before.keys(), ...after.keys()])]
		.filter((name) => before.get(name) !== after.get(name))
		.map((name) => {
			const text = `Counter ${kind} (${name}): ${gapInWords(before.get(name), after.get(name))}.`;
			return { kind, text, cardIds: [] };
		});
}

/** What differs of two rows, as `canonical` has them; `undefined` for one that is not there. */
function gapInWords(before: string | undefined, after: string | undefined): string {
	const countsIn = (text = '[]') => {
		const entries = (JSON.parse(text) as [string, unknown][]).filter(
			([name, value]) => typeof value === 'number' && name !== 'day',
		);
		return new Map(entries);
	};
	const [was, is] = [countsIn(before), countsIn(after)];
	const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
		(name) => (was.get(name) ?? 0) !== (is.get(name) ?? 0),
	);
	return differing
		.map(
			(name) => `${name} says ${Number(was.get(name) ?? 0)}, counted ${Number(is.get(name) ?? 0)}`,
		)
		.join('; ');
}

function canonical(row: object): string {
	return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rebuilds and writes all caches within the caller's transaction over all tables. */
export async function rebuildCaches(
	db: OnsiteDb,
	added: readonly CardRow[] = [],
): Promise<Finding[]> {
	const { changed, tally, findings } = await rebuild(db, added);
	const { days, dueCounts, totals } = rowsOf(tally);
	await Promise.all([db.days.clear(), db.dueCounts.clear(), db.totals.clear()]);
	// Counted anew at the next look at statistics.
	await db.meta.delete('counted');
	await Promise.all([
		db.cards.bulkPut(changed),
		db.days.bulkAdd(days),
		db.dueCounts.bulkAdd(dueCounts),
		db.totals.bulkAdd(totals),
	]);
	return findings;
}
