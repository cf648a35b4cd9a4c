/** The evaluation of one interview: the guess, the ticks, then the result; saved at every step. */
import type { RubricDimension } from '$lib/content/question-terms.ts';
import { RUBRIC_DIMENSIONS } from '$lib/content/question-terms.ts';
import { ownCardId } from '$lib/content/own-note.ts';
import { readMisses } from '$lib/db/card-misses.ts';
import { evaluationOf, saveEvaluation, type Evaluation } from '$lib/db/evaluations.ts';
import { eventsOf, interviewOf, type InterviewRow } from '$lib/db/interviews.ts';
import { makeMissesDue } from '$lib/db/misses.ts';
import { recordingsOf } from '$lib/db/recordings.ts';
import { addOwnCard, ownCardsOf } from '$lib/db/own-cards.ts';
import { formatQuantity } from '$lib/estimation/format-quantity.ts';
import { cardForMiss } from '$lib/interview/card-for-miss.ts';
import { sayMade } from '$lib/interview/say-made.ts';
import { parametersId } from '$lib/scheduler/default-preset.ts';
import { timeByStep } from '$lib/interview/replay-interview.ts';
import { partnerTicks, readPartnerNotes } from '$lib/interview/partner-notes.ts';
import { PHASE_OF } from '$lib/interview/plan.ts';
import type { Pin, Reached, Tick } from '$lib/interview/score-interview.ts';
import { missesToCards, type DueCard, type Miss } from '$lib/interview/summarize-interview.ts';
import type { App } from './app.svelte.ts';
import { newId, now } from './clock.ts';
import { deleteRecording } from './delete-recording.ts';
import {
	interviewCase,
	interviewOutcome,
	type InterviewCase,
	type InterviewOutcome,
} from './interview-outcome.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { offerUndo } from './offer-undo.ts';
import { textOf } from './partner.svelte.ts';
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
	#live: Live<{ misses: Set<string>; own: string[] }>;
	#recorded: Live<number>;

	constructor(app: App, id: string) {
		this.#app = app;
		this.id = id;
		this.loaded = new Loaded(() => this.#load());
		this.#live = new Live(
			async () => {
				const [misses, own] = await Promise.all([readMisses(app.db), ownCardsOf(app.db, id)]);
				const here = [...misses].filter(([, { interview }]) => interview === id);
				return { misses: new Set(here.map(([card]) => card)), own };
			},
			(error) => app.toasts.problem(error.message),
		);
		this.#recorded = new Live(
			async () => (await recordingsOf(app.db, id)).reduce((sum, { size }) => sum + size, 0),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Bytes of its recording on this device. */
	get recorded(): number {
		return this.#recorded.value ?? 0;
	}

	/** Deletes what was recorded of it; the message offers to bring it back. */
	async removeRecording(): Promise<void> {
		await deleteRecording(this.#app, this.id);
	}

	/** Cards that remember a miss of this interview. */
	get #misses(): ReadonlySet<string> | undefined {
		return this.#live.value?.misses;
	}

	get #own(): readonly string[] {
		return this.#live.value?.own ?? [];
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

	/** Takes in what a human interviewer ticked: each line with its minute, over what was ticked here. */
	async takePartnerNotes(file: File): Promise<void> {
		const { toasts } = this.#app;
		const { facts, row } = this;
		const read = readPartnerNotes(await textOf(file));
		if ('problem' in read) return toasts.problem(read.problem);
		if (!facts || read.notes.question !== row?.question) {
			return toasts.problem('These notes are of another question. Nothing was changed.');
		}
		const open = new Set(facts.lines.flatMap(({ id, verdict }) => (verdict === 'open' ? id : [])));
		const { ticks } = partnerTicks(read.notes, facts.question);
		const taken = ticks.filter(({ line }) => open.has(line));
		const lines = new Set(taken.map(({ line }) => line));
		const { ticks: mine, note: noteBefore = '' } = this.#said;
		const others = (ticks: readonly Tick[]) => ticks.filter(({ line }) => !lines.has(line));
		const note = read.notes.note.trim() === '' ? noteBefore : read.notes.note;
		this.#save({ ticks: [...others(mine), ...taken], note });
		const run = () => {
			// A result that stands is final.
			if (this.step !== 'tick') return;
			const before = mine.filter(({ line }) => lines.has(line));
			this.#save({ ticks: [...others(this.#said.ticks), ...before], note: noteBefore });
		};
		toasts.show(
			`${taken.length} ${taken.length === 1 ? 'tick' : 'ticks'} of your partner taken in.`,
			{ action: { label: 'Undo', run } },
		);
	}

	contradict(contradiction: boolean): void {
		this.#save({ contradiction });
	}

	/** Shows the result, which is final, once it is stored. */
	async reveal(): Promise<void> {
		const { facts } = this;
		if (!facts || this.step !== 'tick') return;
		const { score } = interviewOutcome(facts, this.#said);
		const reached = Object.fromEntries(
			score.dimensions.map((each) => [each.dimension, each.reached]),
		);
		const fields = { finished: now(), pattern: score.pattern, reached };
		// A result that was not stored would be gone with the page, and yet look final.
		if (!(await this.#store(fields))) return;
		this.#said = { ...this.#said, ...fields };
	}

	/** The cards were made due, and that was not undone. */
	get made(): boolean {
		const { due } = this;
		return due.some(({ card }) => this.#misses?.has(card));
	}

	/** Whether a card of the person's own was made for a miss. */
	hasOwn(miss: string): boolean {
		return this.#own.includes(this.#ownId(miss));
	}

	/** Makes the cards of all misses due; the message tells what became of them and offers to undo it. */
	async makeDue(): Promise<void> {
		const { row } = this;
		if (!row) return;
		const { db, preset } = this.#app;
		const cards = this.due.map(({ card, at }) => ({
			...{ cardId: card, interview: this.id, title: row.title },
			...(at === undefined ? {} : { at }),
		}));
		const context = { now: this.#app.moment(), params: parametersId(preset.weights), newId };
		let [told, seq]: [string, number | undefined] = ['', undefined];
		const done = await this.#app.attempt(async () => {
			const made = await makeMissesDue(db, cards, context, this.#app.writeMoment());
			[told, seq] = [sayMade(made), made.seq];
		});
		if (done) offerUndo(this.#app, told, seq);
	}

	/** Makes a card of the person's own for a miss that no card of the catalog teaches. */
	async makeOwn(id: string): Promise<void> {
		const { row, facts, outcome } = this;
		const miss = outcome?.summary.misses.find((each) => each.id === id);
		if (!row || !facts || !miss) return;
		const answerOf = (estimate: string) => {
			const ask = facts.estimates.find(({ answer }) => answer.ask.id === estimate)?.answer.ask;
			return ask ? formatQuantity(ask.target.quantity) : '';
		};
		const card = { id: this.#ownId(id), ...cardForMiss(facts.question, miss, answerOf) };
		const from = {
			...{ interview: this.id, title: row.title },
			...(miss.at === undefined ? {} : { at: miss.at }),
		};
		const { db } = this.#app;
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await addOwnCard(db, card, from, this.#app.writeMoment());
		});
		if (done) offerUndo(this.#app, 'A card is made. It comes first among the new ones.', seq);
	}

	#ownId(miss: string): string {
		return ownCardId(`${this.id}-${miss}`);
	}

	/** Shows at once and stores in order; what could not be stored is told, and stands until the page is left. */
	#save(fields: Partial<Evaluation>): void {
		this.#said = { ...this.#said, ...fields };
		void this.#store(fields);
	}

	/** Whether it was stored; a failure is told. */
	async #store(fields: Partial<Evaluation>): Promise<boolean> {
		const { db } = this.#app;
		return this.#saving.run(() =>
			this.#app.attempt(() => saveEvaluation(db, this.id, fields, this.#app.writeMoment())),
		);
	}
}
