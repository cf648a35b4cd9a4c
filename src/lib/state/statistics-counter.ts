/** Reads and counts for the statistics, and counts again whenever the data change. Runs in a worker. */
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { holdsClasses, type SealedCount } from '$lib/db/kept-count.ts';
import { watch } from '$lib/db/live.ts';
import {
	countWhole,
	isCurrent,
	recentLog,
	withRecent,
	type RecentLog,
} from '$lib/db/log-statistics.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { sealedCount } from '$lib/db/sealed-count.ts';
import { studiedCards, type StudiedCards } from '$lib/db/studied-cards.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import { limitsLeft } from '$lib/scheduler/limits.ts';
import type { LogCount } from '$lib/statistics/log-count.ts';
import { cardClasses, type CatalogParts } from './card-classes.ts';
import { statisticsFigures, type CardsNow } from './statistics-figures.ts';
import type { Look, StatisticsAnswer } from './statistics-messages.ts';
import {
	catalogRoot,
	countRoot,
	dailyRoots,
	type RootCounts,
	type StudyRoot,
} from './study-roots.ts';

interface Stored {
	log: RecentLog;
	studied: StudiedCards;
	decks: StudyDecks;
	/** Where new cards come from in the daily review. */
	roots: { root: StudyRoot; counts: RootCounts }[];
}

export class StatisticsCounter {
	#db: OnsiteDb;
	#catalog: CatalogParts;
	#tell: (answer: StatisticsAnswer) => void;
	#look: Look | undefined;
	#counted: { count: LogCount; cards: CardsNow } | undefined;
	#sealed: SealedCount | undefined;
	#turn = 0;
	#stop: (() => void) | undefined;

	constructor(db: OnsiteDb, catalog: CatalogParts, tell: (answer: StatisticsAnswer) => void) {
		this.#db = db;
		this.#catalog = catalog;
		this.#tell = tell;
	}

	/** Figures for this come now, and again after every change of the data, until another look. */
	look(look: Look): void {
		const { day } = this.#look?.now ?? {};
		this.#look = look;
		// What was done today, and what may still be begun, is another on another day.
		if (day !== look.now.day) this.#watch(look.now.day);
		else this.#show();
	}

	stop(): void {
		this.#stop?.();
		this.#turn += 1;
	}

	#watch(day: number): void {
		this.#stop?.();
		this.#stop = watch(
			() => this.#read(day),
			(stored) => void this.#recount(stored),
			({ message }) => this.#tell({ kind: 'problem', message }),
		);
	}

	async #read(day: number): Promise<Stored> {
		const [log, studied, decks] = await Promise.all([
			recentLog(this.#db),
			studiedCards(this.#db),
			readStudyDecks(this.#db),
		]);
		const all = [catalogRoot(decks.presetOf(CATALOG_DECK)), ...dailyRoots(decks)];
		const counts = await Promise.all(all.map((root) => countRoot(this.#db, root, day)));
		const roots = counts.flatMap((each, at) => {
			const root = all[at];
			return root ? [{ root, counts: each }] : [];
		});
		return { log, studied, decks, roots };
	}

	async #recount({ log, studied, decks, roots }: Stored): Promise<void> {
		const turn = ++this.#turn;
		const known = new Map<string, readonly number[]>();
		const weightsOf = (deckId: string) => {
			const found = known.get(deckId) ?? decks.presetOf(deckId).weights;
			known.set(deckId, found);
			return found;
		};
		const classOf = cardClasses(this.#catalog, studied, weightsOf);
		try {
			const before = this.#sealed;
			const holds = before && isCurrent(before, log) && holdsClasses(before.count, classOf);
			const sealed = holds ? before : await sealedCount(this.#db, log, classOf);
			const count = withRecent(sealed, log, classOf) ?? (await countWhole(this.#db, classOf));
			if (turn !== this.#turn) return;
			this.#sealed = sealed;
			const fresh = roots.map(({ root: { preset }, counts: { decks: waiting, done } }) => ({
				freshOf: new Map(waiting.map((deck) => [deck.deckId, deck.fresh])),
				...{ preset, newToday: limitsLeft(preset, { new: done.news, review: done.review }).new },
			}));
			const targetOf = (deckId: string) => decks.presetOf(deckId).desiredRetention;
			this.#counted = { count, cards: { cards: studied.cards, weightsOf, targetOf, fresh } };
			this.#show();
		} catch (problem) {
			this.#tell({ kind: 'problem', message: asDbError(problem).message });
		}
	}

	#show(): void {
		if (!this.#look || !this.#counted) return;
		const { count, cards } = this.#counted;
		const figures = statisticsFigures(count, cards, this.#look, this.#catalog);
		this.#tell({ kind: 'figures', figures });
	}
}
