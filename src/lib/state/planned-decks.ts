/** The person's own decks as the plan sees them: the cards of those that are to be known by the interview. */
import { candidatesOf } from '$lib/db/deck-candidates.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { readSettings } from '$lib/db/settings.ts';
import { startedCards } from '$lib/db/started-cards.ts';
import { readStudyDecks } from '$lib/db/study-decks.ts';
import { MOST_FRESH, type PlanCard } from '$lib/plan/interview-plan.ts';
import { outlookOf } from '$lib/plan/memory-outlook.ts';
import { dayOfDate, type Moment } from '$lib/scheduler/study-day.ts';
import { countRoot, rootFor } from './study-roots.ts';

export interface PlannedDeck {
	/** Of an outermost deck; its cards are planned together with those of all decks under it. */
	id: string;
	name: string;
	planned: boolean;
	/** None where it is not planned. */
	cards: PlanCard[];
	/** New cards that no plan reaches in the time. */
	beyond: number;
}

/** Reads only decks that are planned. @throws DbError */
export async function readPlannedDecks(db: OnsiteDb, now: Moment): Promise<PlannedDeck[]> {
	const [{ tree, presetOf }, { planDecks, interviewDate }] = await Promise.all([
		readStudyDecks(db),
		readSettings(db),
	]);
	const days = interviewDate === null ? 0 : Math.max(0, dayOfDate(interviewDate) - now.day);
	return Promise.all(
		tree.roots.map(async ({ deck: { id }, name }): Promise<PlannedDeck> => {
			const root = rootFor({ tree, presetOf }, id);
			if (!root || !planDecks.includes(id)) {
				return { id, name, planned: false, cards: [], beyond: 0 };
			}
			const { decks, fresh } = await countRoot(db, root, now.day);
			const newLimit = Math.min(fresh, MOST_FRESH * days);
			const [begun, waiting] = await Promise.all([
				Promise.all(root.decks.map((deckId) => startedCards(db, deckId))),
				candidatesOf(db, decks, now, { reviewLimit: 0, newLimit, order: 'due-random' }),
			]);
			const cardOf = ({ id: card, deckId }: { id: string; deckId: string }): PlanCard => ({
				...{ id: card, noteId: id, group: id, model: presetOf(deckId) },
			});
			const cards = begun
				.flat()
				.filter(({ suspended }) => !suspended)
				.map((card) => ({ ...cardOf(card), memory: outlookOf(card, now.day) }));
			const beyond = fresh - waiting.fresh.length;
			return { id, name, planned: true, cards: [...cards, ...waiting.fresh.map(cardOf)], beyond };
		}),
	);
}
