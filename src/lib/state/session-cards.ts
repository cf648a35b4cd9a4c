/** Which cards a session is about, and how many of them today's limits still allow. */
import { queueCandidates, type Candidates } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { candidatesOf } from '$lib/db/deck-candidates.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { StudyDecks } from '$lib/db/study-decks.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { newStill, type DayRule } from '$lib/plan/planned-today.ts';
import { limitsLeft, newInPart } from '$lib/scheduler/limits.ts';
import { mergeQueues } from '$lib/scheduler/merge-queues.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { makeQueue, type Queue } from '$lib/scheduler/queue.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';
import { beyondAt, rootsOf, type RootCounts, type StudyRoot } from './study-roots.ts';

export interface SessionOptions {
	/** Ends after the card during which so many minutes have passed; `null` for no end. */
	minutes: number | null;
	/** Only this pattern's cards, due or not; `null` for what is due. */
	pattern: string | null;
	/** Only these cards by id, due or not. */
	cards?: readonly string[];
	/** What is due of this deck and of those under it, in the daily review or not. */
	deck?: string;
	/** Only flagged and often forgotten cards, due or not. */
	marked?: boolean;
	/** Only so many cards of all that were begun: those that are recalled least. */
	weakest?: number;
	/** The answers leave the schedule alone; of a deck all cards come, due or not. */
	cram?: boolean;
	/** New cards of the day in all that this session may reach, where that is beyond the limit. */
	newUntil: number;
	/** The most new cards of the day in all, by root, where a plan has placed them; what is not listed begins none. */
	planned?: ReadonlyMap<string, number>;
	/** Of the reviews the weakest come first, whatever the order of the deck: not all of them fit into the time. */
	weakestFirst?: boolean;
	/** Reviews and steps alone: new cards wait while a backlog is worked off. */
	withoutNew?: boolean;
	/** What the day's review keeps to, as of now; other sessions are about what was chosen for them. */
	rule?: () => Promise<DayRule | undefined>;
}

/** `extra`: new cards beyond today's limit; `newUntil`: as an earlier session of the day had it. */
export type BegunOptions = Omit<SessionOptions, 'newUntil'> & { extra: number; newUntil?: number };

/** The cards of a session with the options by which each is answered. */
export interface SessionCards {
	queue: Queue;
	/** `undefined` where all of them are the catalog's. */
	decks: StudyDecks | undefined;
}

type Choice = Pick<SessionOptions, 'pattern' | 'cards' | 'marked' | 'weakest' | 'cram'>;

/** Whether a session is about chosen cards, whatever is due. */
export function isChosen({ pattern, cards, marked, weakest, cram }: Choice): boolean {
	return Boolean(pattern !== null || cards || marked || weakest || cram);
}

/** With what the rule of the day says, where the session is the day's review. @throws DbError */
export async function asRuled(options: SessionOptions): Promise<SessionOptions> {
	if (!options.rule || options.deck !== undefined || isChosen(options)) return options;
	return { ...options, ...(await options.rule()) };
}

/** Reviews read at a time: a session that gets through them reads the next ones. */
const REVIEWS_AT_ONCE = 50;

/**
 * The `newUntil` that lets so many more new cards in than today's limit or plan, or than were learned already.
 * With several roots it speaks of the one that `beyondAt` finds.
 */
export async function newUntilWith(
	extra: number,
	db: OnsiteDb,
	preset: Preset,
	now: Moment,
	{ deck, planned }: Pick<SessionOptions, 'deck' | 'planned'> = {},
): Promise<number> {
	const { roots } = await rootsOf(db, preset, now, deck);
	const most = roots[beyondAt(roots)];
	if (!most) return 0;
	const usual = most.root.preset.newPerDay;
	const until = planned ? Math.min(usual, planned.get(most.root.deckId) ?? 0) : usual;
	return Math.max(until, most.counts.done.news) + extra;
}

/** The queue of a session as of now. */
export async function loadCards(
	db: OnsiteDb,
	preset: Preset,
	now: Moment,
	options: SessionOptions,
): Promise<SessionCards> {
	if (isChosen(options)) {
		const [{ chosenCards }, { cramQueue }] = await Promise.all([
			import('./chosen-cards.ts'),
			import('$lib/scheduler/cram.ts'),
		]);
		const { cards, decks } = await chosenCards(db, preset, now, options);
		return { queue: options.cram ? cramQueue(cards) : queueOf(cards, preset, now), decks };
	}
	const ordered = <Options extends Pick<Preset, 'reviewOrder'>>(own: Options): Options =>
		options.weakestFirst ? { ...own, reviewOrder: 'retrievability' } : own;
	const fromCatalogOnly = { reviewLimit: REVIEWS_AT_ONCE, newLimit: mostNew(preset, options) };
	// Both at once: no more rows than these can be allowed, whatever the counters say.
	const [{ roots, decks }, ofCatalog] = await Promise.all([
		rootsOf(db, preset, now, options.deck),
		options.deck === undefined || options.deck === CATALOG_DECK
			? queueCandidates(db, CATALOG_DECK, now, {
					...fromCatalogOnly,
					order: ordered(preset).reviewOrder,
				})
			: undefined,
	]);
	const beyond = beyondAt(roots);
	const queues = await Promise.all(
		roots.map(async ({ root, counts }, at) => {
			const own = at === beyond ? options : { ...options, newUntil: 0 };
			const limits = { reviewLimit: REVIEWS_AT_ONCE, newLimit: mostNew(root.preset, own) };
			const found =
				root.deckId === CATALOG_DECK && ofCatalog
					? ofCatalog
					: await candidatesOf(db, counts.decks, now, {
							...limits,
							order: ordered(root.preset).reviewOrder,
						});
			return queueWithin({ ...root, preset: ordered(root.preset) }, counts, found, now, own);
		}),
	);
	const [only] = queues;
	const learnAhead = (roots[0]?.root.preset ?? preset).learnAhead * 1000;
	const queue = queues.length === 1 && only ? only : mergeQueues(queues, learnAhead);
	if (!decks) return { queue, decks };
	const aheadIn = new Map(
		roots.flatMap(({ root }) => root.decks.map((id) => [id, aheadOf(id, decks, preset)] as const)),
	);
	return { queue: { ...queue, aheadIn }, decks };
}

function aheadOf(deckId: string, decks: StudyDecks, preset: Preset): number {
	return (deckId === CATALOG_DECK ? preset : decks.presetOf(deckId)).learnAhead * 1000;
}

function mostNew({ newPerDay }: Preset, { withoutNew, newUntil }: SessionOptions): number {
	return withoutNew ? 0 : Math.max(newPerDay, newUntil);
}

/** What the limits of a root let through of the cards that the store has found in it. */
function queueWithin(
	{ preset, deckId }: StudyRoot,
	{ done, due }: RootCounts,
	{ learning, reviews, fresh }: Candidates,
	now: Moment,
	options: SessionOptions,
): Queue {
	const beyond = options.newUntil - done.news;
	const rules = beyond > 0 ? { ...preset, newIgnoresReviewLimit: true } : preset;
	const left = limitsLeft(rules, { new: done.news, review: done.review });
	const { planned } = options;
	if (planned) left.new = Math.min(left.new, newStill(planned, deckId, done.news));
	left.new = options.withoutNew ? 0 : Math.max(left.new, beyond);
	// Where the order needs to see all that is due, the store hands out all of it.
	const reviewLimit = Math.min(REVIEWS_AT_ONCE, left.review);
	const atHand = preset.reviewOrder === 'due-random' ? Math.min(due, reviewLimit) : due;
	left.new = newInPart({ left, due, atHand }, rules);
	const taken = preset.reviewOrder === 'due-random' ? reviews.slice(0, reviewLimit) : reviews;
	const part = [...learning, ...taken, ...fresh.slice(0, left.new)];
	return makeQueue(part, { now, preset: rules, left });
}

/** All of these cards that may be studied, whether due or not: FSRS knows what an early answer is worth. */
function queueOf(cards: readonly CardState[], preset: Preset, now: Moment): Queue {
	const open = cards.filter((card) => !card.suspended && card.buriedOn < now.day);
	const inSteps = open.filter((card) => card.intraday);
	return {
		learning: inSteps.map((card) => ({ card, at: card.due })).sort((a, b) => a.at - b.at),
		main: open.filter((card) => !card.intraday && (card.phase === 'new' || card.lastDay < now.day)),
		last: '',
		learnAhead: preset.learnAhead * 1000,
	};
}
