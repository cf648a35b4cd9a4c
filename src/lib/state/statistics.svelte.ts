/** What the statistics show: the figures of the span and the deck that are looked at. */
import { FROM_INTERVIEWS, FROM_INTERVIEWS_DECK } from '$lib/content/own-note.ts';
import type { DrillTemplate } from '$lib/content/drill.ts';
import { allAttempts } from '$lib/db/attempts.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { readStudyDecks, type StudyDecks } from '$lib/db/study-decks.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { drillStats } from '$lib/estimation/drill-stats.ts';
import type { App } from './app.svelte.ts';
import { DRILLS, statisticsDeck } from './card-classes.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import type { Figures } from './statistics-figures.ts';
import { startStatistics } from './statistics-job.ts';
import type { Span } from './statistics-messages.ts';

export type { Span } from './statistics-messages.ts';

/** What the filter offers. */
export interface DeckChoice {
	/** '' for all. */
	value: string;
	/** The deck's name, with those of the decks above it by their depth alone. */
	name: string;
	/** 0 for what lies in nothing else. */
	depth: number;
}

interface Stored {
	attempts: DrillAttempt[];
	decks: StudyDecks;
}

export class Statistics {
	span = $state<Span>('quarter');
	/** The deck that is looked at, with those under it; '' for all. */
	deck = $state('');
	/** The path that is looked at; '' for the chosen one. */
	path = $state('');
	/** What went wrong, in words; '' while nothing has. */
	problem = $state('');
	/** Undefined until they are counted for the first time. */
	figures = $state.raw<Figures>();

	#app: App;
	#stored: Live<Stored>;
	#drills: Loaded<DrillTemplate[]>;

	/** Only to be made where effects may be, as it counts again whenever history changes. */
	constructor(app: App) {
		this.#app = app;
		this.#drills = new Loaded(() => app.library.drills());
		this.#stored = new Live(
			async () => {
				const [attempts, decks] = await Promise.all([allAttempts(app.db), readStudyDecks(app.db)]);
				return { attempts, decks };
			},
			(error) => (this.problem = error.message),
		);
		$effect(() => {
			const { patterns, paths } = app.library.index;
			const catalog = {
				patterns: patterns.map(({ id, category, cards }) => ({ id, category, cards })),
				paths,
			};
			const place = { install: app.writeMoment().dev, keeps: !app.readOnly, catalog };
			const job = startStatistics(app.db, place, (answer) => {
				if (answer.kind === 'figures') this.figures = answer.figures;
				else this.problem = answer.message;
			});
			$effect(() => {
				// Another day is another look.
				void app.today;
				const { span } = this;
				const [decks, path] = [this.#decksLookedAt, this.#path?.id ?? ''];
				job.look({ span, decks, path, now: app.moment() });
			});
			return () => job.stop();
		});
	}

	get today(): number {
		return this.#app.today;
	}

	/** Whether anything was ever answered; `undefined` until it is counted. */
	get begun(): boolean | undefined {
		return this.figures?.begun;
	}

	/** Only decks in which, or under which, something was answered. */
	readonly decks: DeckChoice[] = $derived.by(() => {
		const answered = new Set(this.figures?.answered);
		const { tree } = this.#stored.value?.decks ?? {};
		const own = (tree?.all() ?? []).filter(({ deck }) =>
			tree?.under(deck.id).some((each) => answered.has(each.deck.id)),
		);
		const ends = [
			{ value: CATALOG_DECK, name: 'Catalog' },
			{ value: DRILLS, name: 'Estimation drills' },
			{ value: FROM_INTERVIEWS_DECK, name: FROM_INTERVIEWS },
		].filter(({ value }) => answered.has(value) && !tree?.node(value));
		return [
			{ value: '', name: 'All', depth: 0 },
			...ends.map((each) => ({ ...each, depth: 0 })),
			...own.map(({ deck: { id }, name, depth }) => ({ value: id, name, depth })),
		];
	});

	/** `null` for all. */
	readonly #decksLookedAt: string[] | null = $derived.by(() => {
		if (this.deck === '') return null;
		const under = this.#stored.value?.decks.tree.under(this.deck) ?? [];
		return under.length > 0 ? under.map(({ deck }) => deck.id) : [this.deck];
	});

	/** Whether a card lies in a deck that is looked at. */
	looksAt({ id, deckId }: { id: string; deckId: string }): boolean {
		return this.#decksLookedAt?.includes(statisticsDeck(id, deckId)) ?? true;
	}

	/** The recall that is aimed at in the catalog. */
	get catalogTarget(): number {
		return this.#app.preset.desiredRetention;
	}

	readonly #path = $derived.by(() => {
		const { library, settings } = this.#app;
		return library.path(this.path || settings.path) ?? library.paths[0];
	});

	/** The curve of a path, its cards, and the paths there are. */
	readonly curve = $derived.by(() => {
		const { library } = this.#app;
		const [points, path] = [this.figures?.curve, this.#path];
		if (!points || !path) return undefined;
		const patterns = path.stages.flatMap(({ steps }) => steps).map(({ id }) => library.pattern(id));
		const cards = patterns.flatMap((pattern) => pattern?.cards ?? []);
		return {
			...{ path: path.id, points },
			paths: library.paths.map(({ id, name }) => ({ value: id, name })),
			cards: cards.filter(({ retired }) => !retired).length,
		};
	});

	/** Estimates of all time; `undefined` without one, and while the drills are loaded. */
	readonly estimates = $derived.by(() => {
		const [stored, drills] = [this.#stored.value, this.#drills.value];
		if (!stored || !drills || (this.deck !== '' && this.deck !== DRILLS)) return undefined;
		const topics = new Map(drills.map(({ id, topic }) => [id, topic]));
		const stats = drillStats(stored.attempts, (id) => topics.get(id));
		return stats.asks > 0 ? stats : undefined;
	});
}
