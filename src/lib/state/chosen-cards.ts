/** The cards of a session that is about chosen ones, whatever is due. */
import { cardsByIds, cardsOfNote } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { todayCounts } from '$lib/db/counts.ts';
import { markedCards } from '$lib/db/marked-cards.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { startedCards, studyableCards } from '$lib/db/started-cards.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';
import { weakestFirst } from '$lib/scheduler/weakest-first.ts';
import type { SessionOptions } from './session-cards.ts';

/**
 * The cards in the order in which they come: crammed by id as given, else by their place among new ones;
 * of a deck, and of what was marked, the weakest first.
 * @param preset of the catalog @throws DbError
 */
export async function chosenCards(
	db: OnsiteDb,
	preset: Preset,
	now: Moment,
	options: SessionOptions,
): Promise<{ cards: CardState[]; decks: StudyDecks | undefined }> {
	const { cards: ids, pattern, deck } = options;
	const found = ids
		? await cardsByIds(db, ids)
		: pattern !== null
			? await cardsOfNote(db, pattern)
			: undefined;
	if (!(ids && options.cram)) found?.sort((a, b) => a.position - b.position);
	if (found && found.every(({ deckId }) => deckId === CATALOG_DECK)) {
		return { cards: found, decks: undefined };
	}
	const decks = await readStudyDecks(db);
	if (found) return { cards: found, decks };
	const weights = ({ deckId }: CardState) =>
		(deckId === CATALOG_DECK ? preset : decks.presetOf(deckId)).weights;
	const all = options.marked
		? (await markedCards(db)).filter(({ flag, leech }) => flag !== 0 || leech)
		: options.weakest
			? await allStarted(db, now)
			: await inDecks(db, idsUnder(decks, deck ?? CATALOG_DECK));
	const open = all.filter((card) => !card.suspended && card.buriedOn < now.day);
	return { cards: weakestFirst(open, weights, now).slice(0, options.weakest || Infinity), decks };
}

function idsUnder({ tree }: StudyDecks, deckId: string): string[] {
	if (deckId === CATALOG_DECK) return [deckId];
	return tree.under(deckId).map(({ deck }) => deck.id);
}

async function inDecks(db: OnsiteDb, deckIds: readonly string[]): Promise<CardState[]> {
	return (await Promise.all(deckIds.map((id) => studyableCards(db, id)))).flat();
}

async function allStarted(db: OnsiteDb, now: Moment): Promise<CardState[]> {
	const { elsewhere } = await todayCounts(db, CATALOG_DECK, now.day);
	const deckIds = [CATALOG_DECK, ...elsewhere.map(({ deckId }) => deckId)];
	return (await Promise.all(deckIds.map((id) => startedCards(db, id)))).flat();
}
