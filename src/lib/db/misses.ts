/** Brings cards back because an interview showed that they are needed; memory is left as it is. */
import type { CardState } from '../scheduler/card-state.ts';
import { rescheduleCard } from '../scheduler/manual-entry.ts';
import type { Moment } from '../scheduler/study-day.ts';
import { commitAct, type Act, type Entry } from './act.ts';
import type { CardMiss } from './card-misses.ts';
import { HELD, QUEUE, stateOf, type CardRow } from './card-row.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface MissedCard extends CardMiss {
	cardId: string;
}

/** What became of each card, by id. */
export interface MadeDue {
	/** Under study: due today, now or before already. */
	due: string[];
	/** Not studied yet: first among the new cards, as many a day as the limit of new cards lets in. */
	next: string[];
	/** First cards of patterns that were not begun: they come right before those of `next` that build on them. */
	introduced: string[];
	/** Put off until tomorrow before: they come then. */
	buried: string[];
	/** Suspended, and left so. */
	suspended: string[];
	/** Not in the catalog of this device. */
	unknown: string[];
	/** Number of the act, for `undoAct`; `undefined` where nothing changed. */
	seq: number | undefined;
}

/**
 * Makes cards due for what was missed, in one transaction and one act to undo. A card under study is moved to today
 * by an entry that leaves stability and difficulty alone; one in a step of today or due already stays where it is.
 * Every card that comes back remembers its miss until it is answered.
 * @param misses the most important first; of a card that is named twice the first counts
 * @throws ConflictError where a card was answered meanwhile, DbError; nothing is changed then
 */
export async function makeMissesDue(
	db: OnsiteDb,
	misses: readonly MissedCard[],
	context: { now: Moment; params: string; newId: () => string },
	moment: WriteMoment,
): Promise<MadeDue> {
	const made: MadeDue = {
		...{ due: [], next: [], introduced: [], buried: [], suspended: [], unknown: [] },
		seq: undefined,
	};
	const entries: Entry[] = [];
	const edits: NonNullable<Act['edits']>[number][] = [];
	const marks: NonNullable<Act['marks']>[number][] = [];
	const putAhead = (cardId: string) =>
		marks.push({ cardId, to: { ahead: moment.t - marks.length } });
	const first = new Map(misses.toReversed().map((miss) => [miss.cardId, miss]));
	const ids = [...new Set(misses.map(({ cardId }) => cardId))];
	const rows = await db.cards.bulkGet(ids);
	for (const [at, cardId] of ids.entries()) {
		const [row, miss] = [rows[at], first.get(cardId)];
		if (!row || row.gone || !miss) {
			made.unknown.push(cardId);
			continue;
		}
		const before = stateOf(row);
		if (before.suspended) {
			made.suspended.push(cardId);
			continue;
		}
		if (before.phase === 'new') {
			for (const { id } of await groundOf(db, row, ids)) {
				if (made.introduced.includes(id)) continue;
				made.introduced.push(id);
				putAhead(id);
			}
			putAhead(cardId);
		} else if (!before.intraday && before.due > moment.day) {
			const stamp = { id: context.newId(), dev: moment.dev };
			const { review, card } = rescheduleCard(before, moment.day, context, stamp);
			entries.push({ review, before, after: card });
		}
		made[listOf(before, moment.day)].push(cardId);
		edits.push({ kind: 'miss', id: cardId, fields: fieldsOf(miss, before) });
	}
	made.seq = await commitAct(db, { name: 'Make misses due', entries, marks, edits, moment });
	return made;
}

function listOf(card: CardState, day: number): 'buried' | 'next' | 'due' {
	if (card.buriedOn >= day) return 'buried';
	return card.phase === 'new' ? 'next' : 'due';
}

/** The card that lays the ground for a new one, where nothing of its pattern was begun: at most one. */
async function groundOf(db: OnsiteDb, row: CardRow, chosen: readonly string[]): Promise<CardRow[]> {
	const siblings = (await db.cards.where('noteId').equals(row.noteId).toArray()).filter(
		(card) => !card.gone,
	);
	if (siblings.some(({ phase }) => phase !== 'new')) return [];
	const [ground] = siblings
		.filter((card) => card.queue === QUEUE.new && card.position < HELD)
		.sort((a, b) => a.position - b.position);
	if (!ground || ground.position >= row.position || chosen.includes(ground.id)) return [];
	return [ground];
}

function fieldsOf({ interview, title, at }: CardMiss, { reps }: CardState): Fields {
	return { interview, title, at: at ?? null, reps };
}
