/** The drills as the Estimate page lists them: by topic with where each stands, what is due, and today's sets. */
import type { DrillTemplate } from '$lib/content/drill.ts';
import { DRILL_TOPICS, type DrillTopic } from '$lib/content/drill-topic.ts';
import { allAttempts, drillCards } from '$lib/db/attempts.ts';
import { readToday } from '$lib/db/begin-day.ts';
import { dailyDrills } from '$lib/estimation/choose-drills.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { drillStats, type DrillStats } from '$lib/estimation/drill-stats.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';
import { listDrills, type ListedDrill } from './list-drills.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';

export interface DrillListView {
	/** All that are not retired, easier ones first. */
	drills: ListedDrill[];
	/** In the order of `DRILL_TOPICS` of those that have any. */
	topics: { topic: DrillTopic; drills: ListedDrill[] }[];
	due: ListedDrill[];
	quick: ListedDrill[];
	/** Today's mixed set; the first `done` of it are done. */
	daily: { drills: ListedDrill[]; done: number };
	stats: DrillStats;
}

export class DrillList {
	#app: Pick<App, 'db' | 'library' | 'preset' | 'moment' | 'toasts'>;
	#templates: Loaded<DrillTemplate[]>;
	#live: Live<{ cards: CardState[]; attempts: DrillAttempt[] }>;

	constructor(app: Pick<App, 'db' | 'library' | 'preset' | 'moment' | 'toasts'>) {
		this.#app = app;
		this.#templates = new Loaded(() => app.library.drills());
		this.#live = new Live(
			async () => {
				const [cards, attempts] = await Promise.all([
					drillCards(app.db),
					allAttempts(app.db),
					// A new day makes a new set.
					readToday(app.db),
				]);
				return { cards, attempts };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Why there are no drills, in words; '' while nothing went wrong. Then `retry`. */
	get problem(): string {
		return this.#templates.problem;
	}

	retry(): void {
		void this.#templates.retry();
	}

	/** Waiting for so long that it should show. */
	get slow(): boolean {
		return this.#templates.slow;
	}

	/** Undefined while it is read. */
	readonly view: DrillListView | undefined = $derived.by(() => {
		const templates = this.#templates.value;
		const stored = this.#live.value;
		return templates && stored && this.#viewOf(templates, stored.cards, stored.attempts);
	});

	#viewOf(templates: DrillTemplate[], cards: CardState[], attempts: DrillAttempt[]): DrillListView {
		const { preset } = this.#app;
		const moment = this.#app.moment();
		const drills = listDrills(templates, cards, attempts, preset, moment);
		return {
			drills,
			topics: DRILL_TOPICS.flatMap((topic) => {
				const own = drills.filter(({ template }) => template.topic === topic);
				return own.length > 0 ? { topic, drills: own } : [];
			}),
			due: drills.filter(({ due }) => due),
			quick: drills.filter(({ template }) => template.quick),
			daily: dailyDrills(drills, attempts, moment.day),
			stats: drillStats(attempts, (id) => templates.find((each) => each.id === id)?.topic),
		};
	}
}
