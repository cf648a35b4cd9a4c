/** The person's own decks as the plan sees them: the cards that are to be known by the interview, and what comes beside. */
import { candidatesOf } from '$lib/db/deck-candidates.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { interviewAhead, readSettings } from '$lib/db/settings.ts';
import { startedCards } from '$lib/db/started-cards.ts';
import { readStudyDecks } from '$lib/db/study-decks.ts';
import { outlookOf } from '$lib/plan/memory-outlook.ts';
import { MOST_LATER } from '$lib/plan/plan-advice.ts';
import { MOST_FRESH } from '$lib/plan/plan-days.ts';
import type { PlanCard, UpkeepCard } from '$lib/plan/plan-task.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';
import { countRoot, rootFor } from './study-roots.ts';

export interface PlannedDeck {
	/** Of an outermost deck; its cards are planned together with those of all decks under it. */
	id: string;
	name: string;
	planned: boolean;
	/** None where it is not planned. */
	cards: PlanCard[];
	/** Where it is not planned, but comes in the daily review: what was begun of it. */
	upkeep: UpkeepCard[];
	/** New cards that no plan reaches, not even one with a date as much later as is ever advised. */
	beyond: number;
	/** New cards a day by its options. */
	limit: number;
}

/** Reads nothing of decks that are neither planned nor daily. @throws DbError */
export async function readPlannedDecks(db: OnsiteDb, now: Moment): Promise<PlannedDeck[]> {
	const [{ tree, presetOf }, settings] = await Promise.all([readStudyDecks(db), readSettings(db)]);
	const days = (interviewAhead(settings, now.day) ?? now.day) - now.day + MOST_LATER;
	return Promise.all(
		tree.roots.map(async ({ deck: { id, daily }, name }): Promise<PlannedDeck> => {
			const planned = settings.planDecks.includes(id);
			const limit = presetOf(id).newPerDay;
			const nothing = { id, name, planned, cards: [], upkeep: [], beyond: 0, limit };
			const root = rootFor({ tree, presetOf }, id);
			if (!root || !(planned || daily)) return nothing;
			const begun = (await Promise.all(root.decks.map((each) => startedCards(db, each))))
				.flat()
				.filter(({ suspended }) => !suspended);
			const remembered = (card: CardState) => ({
				...{ id: card.id, memory: outlookOf(card, now.day), model: presetOf(card.deckId) },
			});
			if (!planned) return { ...nothing, upkeep: begun.map(remembered) };
			const { decks, fresh } = await countRoot(db, root, now.day);
			const newLimit = Math.min(fresh, MOST_FRESH * days);
			const waiting = await candidatesOf(db, decks, now, {
				...{ reviewLimit: 0, newLimit, order: 'due-random' },
			});
			const place = { noteId: id, group: id, root: id };
			const cards = [
				...begun.map((card) => ({ ...remembered(card), ...place })),
				...waiting.fresh.map((card) => ({
					...{ ...place, id: card.id, model: presetOf(card.deckId) },
				})),
			];
			return { ...nothing, cards, beyond: fresh - waiting.fresh.length };
		}),
	);
}
