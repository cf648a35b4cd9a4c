/** Which cards a session is about, and how many of them today's limits still allow. */
import { cardsByIds, cardsOfNote, queueCandidates } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { todayCounts } from '$lib/db/counts.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { limitsLeft, newInPart } from '$lib/scheduler/limits.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { makeQueue, type Queue } from '$lib/scheduler/queue.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';

export interface SessionOptions {
	/** Ends after the card during which so many minutes have passed; `null` for no end. */
	minutes: number | null;
	/** Only this pattern's cards, due or not; `null` for what is due. */
	pattern: string | null;
	/** Only these cards by id, due or not. */
	cards?: readonly string[];
	/** New cards of the day in all that this session may reach, where that is beyond the limit. */
	newUntil: number;
	/** Reviews and steps alone: new cards wait while a backlog is worked off. */
	withoutNew?: boolean;
}

/** Whether a session is about chosen cards, whatever is due. */
export function isChosen({ pattern, cards }: Pick<SessionOptions, 'pattern' | 'cards'>): boolean {
	return pattern !== null || cards !== undefined;
}

/** Reviews read at a time: a session that gets through them reads the next ones. */
const REVIEWS_AT_ONCE = 50;

/** The `newUntil` that lets so many more new cards in than today's limit, or than were learned already. */
export async function newUntilWith(
	extra: number,
	db: OnsiteDb,
	preset: Preset,
	now: Moment,
): Promise<number> {
	const { done } = await todayCounts(db, CATALOG_DECK, now.day);
	return Math.max(preset.newPerDay, done.news) + extra;
}

/** The queue of a session as of now. */
export async function loadQueue(
	db: OnsiteDb,
	preset: Preset,
	now: Moment,
	options: SessionOptions,
): Promise<Queue> {
	if (options.cards) return queueOf(await cardsByIds(db, options.cards), preset, now);
	if (options.pattern !== null) {
		return queueOf(await cardsOfNote(db, options.pattern), preset, now);
	}
	const mostNew = options.withoutNew ? 0 : Math.max(preset.newPerDay, options.newUntil);
	// Both at once: no more rows than these can be allowed, whatever the counters say.
	const [{ done, due }, candidates] = await Promise.all([
		todayCounts(db, CATALOG_DECK, now.day),
		queueCandidates(db, CATALOG_DECK, now, {
			...{ reviewLimit: REVIEWS_AT_ONCE, newLimit: mostNew, order: preset.reviewOrder },
		}),
	]);
	const beyond = options.newUntil - done.news;
	const rules = beyond > 0 ? { ...preset, newIgnoresReviewLimit: true } : preset;
	const left = limitsLeft(rules, { new: done.news, review: done.review });
	left.new = options.withoutNew ? 0 : Math.max(left.new, beyond);
	// Where the order needs to see all that is due, the store hands out all of it.
	const reviewLimit = Math.min(REVIEWS_AT_ONCE, left.review);
	const atHand = preset.reviewOrder === 'due-random' ? Math.min(due, reviewLimit) : due;
	left.new = newInPart({ left, due, atHand }, rules);
	const { learning, reviews, fresh } = candidates;
	const taken = preset.reviewOrder === 'due-random' ? reviews.slice(0, reviewLimit) : reviews;
	const part = [...learning, ...taken, ...fresh.slice(0, left.new)];
	return makeQueue(part, { now, preset: rules, left });
}

/** All of these cards that may be studied, whether due or not: FSRS knows what an early answer is worth. */
function queueOf(cards: CardState[], preset: Preset, now: Moment): Queue {
	const open = cards.filter((card) => !card.suspended && card.buriedOn < now.day);
	const inSteps = open.filter((card) => card.intraday);
	return {
		learning: inSteps.map((card) => ({ card, at: card.due })).sort((a, b) => a.at - b.at),
		main: open
			.filter((card) => !card.intraday && (card.phase === 'new' || card.lastDay < now.day))
			.sort((a, b) => a.position - b.position),
		last: '',
		learnAhead: preset.learnAhead * 1000,
	};
}
