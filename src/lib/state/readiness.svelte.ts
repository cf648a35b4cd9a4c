/** How ready the person is for each interview question, and what would raise it most, as of now. */
import { cardsInOrder } from '$lib/content/study-order.ts';
import type { DrillTemplate } from '$lib/content/drill.ts';
import type { QuestionSummary } from '$lib/content/library.ts';
import { allAttempts } from '$lib/db/attempts.ts';
import { readToday } from '$lib/db/begin-day.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { averageAnswerMs } from '$lib/db/counts.ts';
import { allEvaluations, type Evaluation } from '$lib/db/evaluations.ts';
import { allInterviews, type InterviewRow } from '$lib/db/interviews.ts';
import { startedCards } from '$lib/db/started-cards.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { estimateRecords } from '$lib/readiness/estimate-record.ts';
import type { JudgedAttempt } from '$lib/readiness/interview-evidence.ts';
import { nextSteps, type DrillChoice, type NextStep } from '$lib/readiness/next-step.ts';
import type { NeededCard } from '$lib/readiness/pattern-recall.ts';
import {
	questionReadiness,
	type Knowledge,
	type QuestionReadiness,
} from '$lib/readiness/question-readiness.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';
import { listDrills } from './list-drills.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { lastChoice } from './mock-choice.ts';

export interface ReadyQuestion {
	summary: QuestionSummary;
	readiness: QuestionReadiness;
	/** Whether a whole interview was begun with it, judged or not. */
	tried: boolean;
}

interface Stored {
	cards: CardState[];
	attempts: DrillAttempt[];
	interviews: InterviewRow[];
	evaluations: Map<string, Evaluation>;
	answerMs: number | undefined;
}

/** Averages are taken over so many days. */
const RECENT_DAYS = 21;

export class Readiness {
	#app: App;
	#stored: Live<Stored>;
	#guide: Loaded<true>;
	#drills: Loaded<DrillTemplate[]>;
	/** The level aimed at in the last interview that was set up. */
	aim = $state(lastChoice().level);

	constructor(app: App) {
		this.#app = app;
		this.#guide = new Loaded(() => app.library.loadGuide().then(() => true));
		this.#drills = new Loaded(() => app.library.drills());
		this.#stored = new Live(
			async () => {
				const day = app.moment().day;
				const [cards, attempts, interviews, evaluations, answerMs] = await Promise.all([
					startedCards(app.db, CATALOG_DECK),
					allAttempts(app.db),
					allInterviews(app.db),
					allEvaluations(app.db),
					averageAnswerMs(app.db, day - RECENT_DAYS),
					// On another day less is recalled.
					readToday(app.db),
				]);
				return { cards, attempts, interviews, evaluations, answerMs };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Why there is nothing to see, in words; then `retry`. */
	get problem(): string {
		return this.#guide.problem || this.#drills.problem;
	}

	/** Whether there is something to see, or it is known that there will be nothing. */
	get settled(): boolean {
		return this.questions !== undefined || this.problem !== '';
	}

	retry(): void {
		if (this.#guide.problem) void this.#guide.retry();
		if (this.#drills.problem) void this.#drills.retry();
	}

	readonly #knowledge: Knowledge | undefined = $derived.by(() => {
		const [stored, drills] = [this.#stored.value, this.#drills.value];
		if (!stored || !drills || !this.#guide.value) return undefined;
		const { library, preset } = this.#app;
		const states = new Map(stored.cards.map((card) => [card.id, card]));
		return {
			aim: this.aim,
			cardsOf: (id) => {
				const pattern = library.pattern(id);
				return (pattern ? cardsInOrder(pattern) : []).map((card): NeededCard => {
					const state = states.get(card);
					return { id: card, ...(state ? { state } : {}) };
				});
			},
			estimates: estimateRecords(stored.attempts, drills),
			weights: preset.weights,
			now: this.#app.moment(),
		};
	});

	/** In the order of the catalog; undefined while it is read. */
	readonly questions: ReadyQuestion[] | undefined = $derived.by(() => {
		const [stored, knowledge] = [this.#stored.value, this.#knowledge];
		if (!stored || !knowledge) return undefined;
		return this.#app.library.questions.map((summary): ReadyQuestion => {
			const whole = stored.interviews.filter(
				({ question, only }) => question === summary.id && only === undefined,
			);
			const judged = lastJudged(whole, stored.evaluations);
			const readiness = questionReadiness(summary.needs, knowledge, judged);
			return { summary, readiness, tried: whole.length > 0 };
		});
	});

	of(question: string): ReadyQuestion | undefined {
		return this.questions?.find(({ summary }) => summary.id === question);
	}

	/** What to do next for a question, the best first. */
	stepsFor({ summary, readiness }: ReadyQuestion): NextStep[] {
		const [stored, knowledge] = [this.#stored.value, this.#knowledge];
		if (!stored || !knowledge) return [];
		const { answerMs } = stored;
		const times = answerMs === undefined ? {} : { review: answerMs / 1000 };
		return nextSteps(
			readiness,
			summary.needs.amounts,
			knowledge,
			this.#drillChoices(stored),
			times,
		);
	}

	#drillChoices({ cards, attempts }: Stored): DrillChoice[] {
		const { preset } = this.#app;
		const templates = (this.#drills.value ?? []).filter(({ retired }) => !retired);
		return listDrills(templates, cards, attempts, preset, this.#app.moment()).map(
			({ template, lastAttempt, away }) => ({
				...{ template, away },
				known:
					lastAttempt?.asks.every(({ band }) => band === 'spot-on' || band === 'good') ?? false,
			}),
		);
	}
}

/** The newest of these interviews whose result was shown. @param rows newest first */
function lastJudged(
	rows: readonly InterviewRow[],
	evaluations: ReadonlyMap<string, Evaluation>,
): JudgedAttempt | undefined {
	for (const { id, day } of rows) {
		const { finished, reached } = evaluations.get(id) ?? {};
		if (finished !== undefined && reached) return { day, reached };
	}
	return undefined;
}
