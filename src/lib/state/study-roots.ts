/** What one set of daily limits is about: the catalog, or an outermost deck with all under it. */
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { dueUntil, todayCounts, type TodayCounts } from '$lib/db/counts.ts';
import type { DeckWork } from '$lib/db/deck-candidates.ts';
import { reading } from '$lib/db/atomic.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { interviewAhead, readSettings } from '$lib/db/settings.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import type { DayCount } from '$lib/db/tally.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';

export interface StudyRoot {
	/** Id of the deck that is studied: the root, or the one under it that was asked for. */
	deckId: string;
	name: string;
	/** Whose limits hold, and whose order. */
	preset: Preset;
	/** Decks whose cards come. */
	decks: readonly string[];
	/** Decks whose cards count against the limits. */
	counted: readonly string[];
}

/** What waits in a root, and what was done of it today. */
export interface RootCounts extends Pick<TodayCounts, 'fresh' | 'learning' | 'due'> {
	done: Pick<DayCount, 'news' | 'review' | 'answers'>;
	decks: DeckWork[];
}

export function catalogRoot(preset: Preset): StudyRoot {
	const [decks, name] = [[CATALOG_DECK], 'Catalog'];
	return { deckId: CATALOG_DECK, name, preset, decks, counted: decks };
}

/** The root decks that come in the daily review: those that always do, and those that a plan is about. */
export function dailyRoots(
	{ tree, presetOf }: Pick<StudyDecks, 'tree' | 'presetOf'>,
	planned: readonly string[] = [],
): StudyRoot[] {
	return tree.roots
		.filter(({ deck }) => deck.daily || planned.includes(deck.id))
		.flatMap(({ deck }) => rootFor({ tree, presetOf }, deck.id) ?? []);
}

/** What is studied where one deck was asked for: it and those under it, within the limits of its root. */
export function rootFor(
	{ tree, presetOf }: Pick<StudyDecks, 'tree' | 'presetOf'>,
	deckId: string,
): StudyRoot | undefined {
	const root = tree.rootOf(deckId);
	if (!root) return undefined;
	const idsUnder = (id: string) => tree.under(id).map(({ deck }) => deck.id);
	return {
		...{ deckId, name: tree.node(deckId)?.deck.path.join(' › ') ?? '' },
		preset: presetOf(root.deck.id),
		...{ decks: idsUnder(deckId), counted: idsUnder(root.deck.id) },
	};
}

/** From counters alone. @throws DbError */
export async function countRoot(db: OnsiteDb, root: StudyRoot, day: number): Promise<RootCounts> {
	if (root.deckId === CATALOG_DECK) return fromCatalog(await todayCounts(db, CATALOG_DECK, day));
	return reading(db, ['totals', 'dueCounts', 'days'], async () => {
		const [totals, done] = await Promise.all([
			db.totals.bulkGet([...root.decks]),
			db.days.bulkGet(root.counted.map((deckId) => [day, deckId] as [number, string])),
		]);
		const decks = await Promise.all(
			totals
				.filter((total) => total !== undefined)
				.map(async ({ deckId, new: fresh, intraday: learning, due }): Promise<DeckWork> => {
					const rows = due > 0 ? await dueUntil(db, deckId, day) : [];
					return { deckId, fresh, learning, due: sumOf(rows.map(({ cards }) => cards)) };
				}),
		);
		const days = done.filter((row) => row !== undefined);
		return {
			fresh: sumOf(decks.map(({ fresh }) => fresh)),
			learning: sumOf(decks.map(({ learning }) => learning)),
			due: sumOf(decks.map(({ due }) => due)),
			done: {
				news: sumOf(days.map(({ news }) => news)),
				review: sumOf(days.map(({ review }) => review)),
				answers: sumOf(days.map(({ answers }) => answers)),
			},
			decks,
		};
	});
}

export function fromCatalog({ fresh, learning, due, done }: TodayCounts): RootCounts {
	return { fresh, learning, due, done, decks: [{ deckId: CATALOG_DECK, fresh, learning, due }] };
}

/** A root with what waits in it. */
export interface CountedRoot {
	root: StudyRoot;
	counts: RootCounts;
}

/** Of several roots the one in which new cards beyond the limit are learned: the first that has any or had. */
export function beyondAt(roots: readonly CountedRoot[]): number {
	return roots.findIndex(
		({ root, counts }) => counts.fresh > 0 || counts.done.news > root.preset.newPerDay,
	);
}

/**
 * The catalog with the daily decks and those of a plan, or one deck, each with its counts; decks are read only where
 * cards wait outside of the catalog.
 */
export async function rootsOf(
	db: OnsiteDb,
	preset: Preset,
	now: Pick<Moment, 'day'>,
	deck?: string,
): Promise<{ roots: CountedRoot[]; decks: StudyDecks | undefined }> {
	if (deck !== undefined && deck !== CATALOG_DECK) {
		const decks = await readStudyDecks(db);
		const root = rootFor(decks, deck);
		return { roots: root ? [await counted(db, root, now.day)] : [], decks };
	}
	const counts = await todayCounts(db, CATALOG_DECK, now.day);
	const catalog = { root: catalogRoot(preset), counts: fromCatalog(counts) };
	if (deck === CATALOG_DECK || counts.elsewhere.length === 0) {
		return { roots: [catalog], decks: undefined };
	}
	const [decks, settings] = await Promise.all([readStudyDecks(db), readSettings(db)]);
	const planned = interviewAhead(settings, now.day) === undefined ? [] : settings.planDecks;
	const holding = new Set(counts.elsewhere.map(({ deckId }) => deckId));
	const daily = dailyRoots(decks, planned).filter((root) =>
		root.decks.some((id) => holding.has(id)),
	);
	const own = await Promise.all(daily.map((root) => counted(db, root, now.day)));
	return { roots: [catalog, ...own], decks };
}

async function counted(db: OnsiteDb, root: StudyRoot, day: number): Promise<CountedRoot> {
	return { root, counts: await countRoot(db, root, day) };
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
