/** Cards and their log as exporters take them. */
import type { ImportedCard, ImportedReview, ImportedSchedule } from '../deck-import/imported.ts';
import { memoryBefore, type MemoryStart } from '../scheduler/memory-start.ts';
import { applyReview } from '../scheduler/replay.ts';
import type { Review } from '../scheduler/review.ts';
import type { CardRow } from './card-row.ts';
import { readStarts } from './card-log.ts';
import { inSlices } from './in-slices.ts';
import { noteOfCard } from '../content/own-note.ts';
import type { OnsiteDb } from './schema.ts';
import type { StudyDecks } from './study-decks.ts';

/** @param today the study day, which decides whether a burial is over */
export function collectedCard(
	row: CardRow,
	{ scheduling, today }: { scheduling: boolean; today: number },
	{ start, ease }: { start: MemoryStart | undefined; ease: number },
): ImportedCard {
	const { id, noteId, deckId, position, suspended, buriedOn, buriedBy, flag } = row;
	const { ordinal } = noteOfCard(id);
	const place = { key: id, note: noteId, ordinal, deck: deckId, position };
	if (!scheduling) return { ...place, suspended: false, buried: 'none', flag: 0 };
	const schedule = scheduleOf(row, ease);
	return {
		...{ ...place, suspended, buried: buriedOn >= today && buriedOn > 0 ? buriedBy : 'none', flag },
		...(schedule ? { schedule } : {}),
		...(schedule && start ? { start } : {}),
	};
}

function scheduleOf(row: CardRow, ease: number): ImportedSchedule | undefined {
	const { phase, due, intraday, interval, reps, lapses, left, stability, difficulty, lastT } = row;
	if (phase === 'new') return undefined;
	return {
		...{ phase, due, intraday, interval, reps, lapses, left, ease, lastT },
		memory: { stability, difficulty },
	};
}

/** What each grade adds to a factor of SM-2. */
const TURNS = [0, -0.2, -0.15, 0, 0.15];

/**
 * The factor that SM-2 would have by now, 0 where the card came with none: answers here go on from it.
 * @param brought the factor that it came with
 */
export function easeNow(brought: number | undefined, log: readonly Review[]): number {
	if (brought === undefined) return 0;
	const own = log.filter(
		({ kind, dev, void: undone }) => kind === 'review' && dev !== 'import' && !undone,
	);
	const ease = own.reduce((sum, { grade }) => Math.max(1.3, sum + (TURNS[grade] ?? 0)), brought);
	return Math.round(ease * 1000) / 1000;
}

/** By card, where its log begins, for those whose log was cut short. */
export async function startsOf(
	db: OnsiteDb,
	rows: readonly CardRow[],
): Promise<Map<string, MemoryStart>> {
	const starts = new Map<string, MemoryStart>();
	await inSlices(rows, async (slice) => {
		const ids = slice.map(({ id }) => id);
		for (const [id, start] of await readStarts(db, ids)) starts.set(id, start);
	});
	return starts;
}

/** The log of the cards by time, undone answers left out. Each entry has the difficulty that followed from it. */
export function collectedLog(
	rows: readonly CardRow[],
	logs: ReadonlyMap<string, readonly Review[]>,
	starts: ReadonlyMap<string, MemoryStart>,
	decks: StudyDecks,
): ImportedReview[] {
	const collected: ImportedReview[] = [];
	for (const { id, deckId } of rows) {
		const log = logs.get(id);
		if (!log) continue;
		const { weights } = decks.presetOf(deckId);
		const start = starts.get(id);
		let memory = memoryBefore(start);
		let before = 0;
		for (const review of log) {
			if (review.void) continue;
			const { t, grade, kind, duration, next } = review;
			const isBefore = start !== undefined && t <= start.t;
			if (!isBefore) memory = applyReview(memory, review, weights);
			// What an import began with can be reckoned again only from what it was reckoned from.
			const begun = isBefore && t === start.t ? start.factor : undefined;
			const factor = begun ?? (isBefore ? 0 : factorOf(memory.difficulty));
			collected.push({ card: id, t, grade, kind, duration, next, before, factor });
			if (next !== 0) before = next;
		}
	}
	return collected.sort((a, b) => a.t - b.t);
}

/** Anki keeps a difficulty of FSRS so; 0 for none. */
function factorOf(difficulty: number): number {
	return difficulty === 0 ? 0 : Math.round(((difficulty - 1) / 9 + 0.1) * 1000);
}
