/** Looks at what moving the dates of a preset's cards would do, moves them as one act, and back as another. */
import type { CardState } from '../scheduler/card-state.ts';
import { rescheduleCard } from '../scheduler/manual-entry.ts';
import { moveDates, type DateMove, type DateMoves } from '../scheduler/move-dates.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Moment } from '../scheduler/study-day.ts';
import { parametersId } from '../scheduler/default-preset.ts';
import { commitAct } from './act.ts';
import { reading } from './atomic.ts';
import { fieldsOfMove, type LastMove } from './last-move.ts';
import { decksOfPreset } from './preset-cards.ts';
import type { OnsiteDb } from './schema.ts';
import { startedCards } from './started-cards.ts';

interface Writer {
	now: Moment;
	dev: string;
	newId: () => string;
}

/** Where the options in force would put the cards of a preset's decks; nothing is written. @throws DbError */
export async function datesOfPreset(
	db: OnsiteDb,
	preset: Preset,
	today: number,
): Promise<DateMoves> {
	const cards: CardState[] = [];
	await reading(db, ['cards', 'totals', 'records'], async () => {
		for (const deckId of await decksOfPreset(db, preset.id)) {
			for (const card of await startedCards(db, deckId)) cards.push(card);
		}
	});
	return moveDates(cards, today, preset);
}

/**
 * Moves all of these dates in one transaction, each with an entry in the card's log, and keeps in the
 * preset what finds them again (see `datesBefore`).
 * @returns the number of the act
 * @throws ConflictError where a card was answered since it was looked at, DbError; nothing is changed then
 */
export async function rescheduleAll(
	db: OnsiteDb,
	preset: Preset,
	moves: readonly DateMove[],
	writer: Writer,
): Promise<number | undefined> {
	const { now, dev } = writer;
	return reschedule(db, preset, moves, writer, 'Move dates', {
		t: now.t,
		dev,
		count: moves.length,
	});
}

/**
 * Moves dates back to where `datesBefore` has found them, with entries of their own: no answer and no
 * earlier entry is touched.
 * @returns and throws as `rescheduleAll`
 */
export async function moveBack(
	db: OnsiteDb,
	preset: Preset,
	moves: readonly DateMove[],
	writer: Writer,
): Promise<number | undefined> {
	return reschedule(db, preset, moves, writer, 'Move dates back', null);
}

async function reschedule(
	db: OnsiteDb,
	preset: Preset,
	moves: readonly DateMove[],
	{ now, dev, newId }: Writer,
	name: string,
	moved: LastMove | null,
): Promise<number | undefined> {
	const params = parametersId(preset.weights);
	const entries = moves.map(({ card, to }) => {
		const entry = rescheduleCard(card, to, { now, params }, { id: newId(), dev });
		return { review: entry.review, before: card, after: entry.card };
	});
	return commitAct(db, {
		...{ name, entries, moment: { t: now.t, day: now.day, dev } },
		edits: [{ kind: 'preset', id: preset.id, fields: fieldsOfMove(moved) }],
	});
}
