/** The evaluation of one interview: the guess, the ticks, then the result; saved at every step. */
import type { RubricDimension } from '$lib/content/question-terms.ts';
import { RUBRIC_DIMENSIONS } from '$lib/content/question-terms.ts';
import { evaluationOf, saveEvaluation, type Evaluation } from '$lib/db/evaluations.ts';
import { eventsOf, interviewOf, type InterviewRow } from '$lib/db/interviews.ts';
import { timeByStep } from '$lib/interview/replay-interview.ts';
import { PHASE_OF } from '$lib/interview/plan.ts';
import type { Pin, Reached } from '$lib/interview/score-interview.ts';
import { missesToCards, type DueCard, type Miss } from '$lib/interview/summarize-interview.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import {
	interviewCase,
	interviewOutcome,
	type InterviewCase,
	type InterviewOutcome,
} from './interview-outcome.ts';
import { Loaded } from './loaded.svelte.ts';
import { Serial } from './serial.ts';

interface Loading {
	row: InterviewRow;
	/** Undefined where the catalog no longer has the question. */
	facts: InterviewCase | undefined;
}

const NOTHING: Evaluation = { predicted: {}, ticks: [], contradiction: false };

export class MockResult {
	readonly id: string;
	/** `undefined` as its value while it loads; null for an interview that is not there. */
	readonly loaded: Loaded<Loading | null>;
	#app: App;
	#said = $state.raw<Evaluation>(NOTHING);
	/** The guesses are made and left: from here on they stand. */
	#guessed = $state(false);
	#saving = new Serial();

	constructor(app: App, id: string) {
		this.#app = app;
		this.id = id;
		this.loaded = new Loaded(() => this.#load());
	}

	async #load(): Promise<Loading | null> {
		const { db, library } = this.#app;
		const row = await interviewOf(db, this.id);
		if (!row) return null;
		const [events, said, question] = await Promise.all([
			eventsOf(db, this.id),
			evaluationOf(db, this.id),
			library.question(row.question),
		]);
		this.#said = said ?? NOTHING;
		const facts = question && interviewCase(question, events);
		this.#guessed = this.#said.ticks.length > 0;
		return { row, facts };
	}

	get row(): InterviewRow | undefined {
		return this.loaded.value?.row;
	}

	get facts(): InterviewCase | undefined {
		return this.loaded.value?.facts;
	}

	get said(): Evaluation {
		return this.#said;
	}

	/** Those that were practiced. */
	readonly dimensions: RubricDimension[] = $derived.by(() => {
		const asked = new Set(this.facts?.lines.map(({ dimension }) => dimension));
		return RUBRIC_DIMENSIONS.filter((dimension) => asked.has(dimension));
	});

	/** `running` where the interview has not ended yet. */
	readonly step: 'running' | 'predict' | 'tick' | 'shown' = $derived.by(() => {
		if (this.#said.finished !== undefined) return 'shown';
		if (this.facts?.state.status !== 'ended') return 'running';
		return this.#guessed && this.allGuessed ? 'tick' : 'predict';
	});

	get allGuessed(): boolean {
		return this.dimensions.every((dimension) => this.#said.predicted[dimension] !== undefined);
	}

	/** What it comes to; only for the last step. */
	readonly outcome: InterviewOutcome | undefined = $derived.by(() => {
		const { facts } = this;
		return facts && this.step === 'shown' ? interviewOutcome(facts, this.#said) : undefined;
	});

	/** Time by step against the plan. */
	readonly steps = $derived.by(() => {
		const state = this.facts?.state;
		if (!state) return [];
		return timeByStep(state).map((each) => ({
			...each,
			...{ phase: PHASE_OF[each.step], visited: state.visited.includes(each.step) },
		}));
	});

	/** The cards that teach what was missed. */
	readonly due: DueCard[] = $derived.by(() => {
		const { outcome } = this;
		return outcome ? missesToCards(outcome.summary.misses, (id) => this.#cardsOf(id)) : [];
	});

	/** Whether some card of the catalog teaches a miss. */
	hasCard({ cards, patterns }: Miss): boolean {
		const known = (card: string) => this.#cardsOf(card.slice(0, card.indexOf('/'))).includes(card);
		return cards.some(known) || patterns.some((id) => this.#cardsOf(id).length > 0);
	}

	#cardsOf(pattern: string): string[] {
		const { id, cards } = this.#app.library.pattern(pattern) ?? { id: '', cards: [] };
		return cards.flatMap(({ slug, retired }) => (retired ? [] : `${id}/${slug}`));
	}

	predict(dimension: RubricDimension, level: Reached): void {
		this.#save({ predicted: { ...this.#said.predicted, [dimension]: level } });
	}

	/** From the guesses to the evidence. */
	goOn(): void {
		if (this.allGuessed) this.#guessed = true;
	}

	/** Back to the guesses, as long as nothing was ticked: later they would no longer be guesses. */
	goBack(): void {
		if (this.#said.ticks.length === 0) this.#guessed = false;
	}

	/** Ticks a line where it can be seen; null takes the tick away. */
	pin(line: string, pin: Pin | null): void {
		const others = this.#said.ticks.filter((tick) => tick.line !== line);
		this.#save({ ticks: pin ? [...others, { line, pin }] : others });
	}

	contradict(contradiction: boolean): void {
		this.#save({ contradiction });
	}

	/** Shows the result, which is final. */
	reveal(): void {
		const { facts } = this;
		if (!facts || this.step !== 'tick') return;
		const { score } = interviewOutcome(facts, this.#said);
		const reached = Object.fromEntries(
			score.dimensions.map((each) => [each.dimension, each.reached]),
		);
		this.#save({ finished: now(), pattern: score.pattern, reached });
	}

	/** Shows at once and stores in order; what could not be stored is told, and stands until the page is left. */
	#save(fields: Partial<Evaluation>): void {
		this.#said = { ...this.#said, ...fields };
		void this.#saving.run(() =>
			this.#app.attempt(() =>
				saveEvaluation(this.#app.db, this.id, fields, this.#app.writeMoment()),
			),
		);
	}
}
