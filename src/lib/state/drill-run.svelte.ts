/** One drill under way: its asks one after the other, the scratch pad beside them, the verdicts and the grade they speak for. */
import type { DrillTemplate } from '$lib/content/drill.ts';
import {
	answerAsk,
	readFor,
	recordOf,
	skipAsk,
	suggestionOf,
	unitFaultOf,
	type AskAnswer,
} from '$lib/estimation/answer-ask.ts';
import type { GradeSuggestion } from '$lib/estimation/band.ts';
import type { DrillAttempt, DrillMode } from '$lib/estimation/drill-attempt.ts';
import {
	instantiateDrill,
	type AskInstance,
	type DrillInstance,
} from '$lib/estimation/drill-instance.ts';
import type { EntryFault } from '$lib/estimation/entry-fault.ts';
import { gradeOfAll } from '$lib/estimation/follow-through.ts';
import type { Quantity } from '$lib/estimation/quantity.ts';
import { readEntry, type Reading } from '$lib/estimation/read-entry.ts';
import { readPad, type PadLine } from '$lib/estimation/read-pad.ts';
import { soWhatOf, type SoWhat } from '$lib/estimation/so-what.ts';
import { workedSteps, type WorkedStep } from '$lib/estimation/worked-steps.ts';
import { newId, now } from './clock.ts';
import { keepRunning, readRunning, type RunningDrill } from './running-drill.ts';
import { Stopwatch } from './stopwatch.ts';

/** What the caller adds to make an attempt a fact. */
export type AttemptStamp = Pick<DrillAttempt, 't' | 'tz' | 'day' | 'dev'> & { reviewId?: string };

export class DrillRun {
	readonly drill: DrillInstance;
	readonly mode: DrillMode;

	/** What stands in the field of the ask that is up; bind an input to it. */
	entry = $state('');
	/** The scratch pad, lines parted by \n; bind a text area to it. */
	pad = $state('');
	/** Answers so far, one for each ask that was dealt with. */
	answers = $state.raw<AskAnswer[]>([]);
	/** `asking` for an ask, `told` while the last answer's verdict shows, `finished` after all of them. */
	phase = $state<'asking' | 'told' | 'finished'>('asking');
	/** Why the last press of Enter was not taken; gone when the entry changes or is pressed again. */
	refusal = $state.raw<EntryFault>();
	/** What the person assumes in place of given numbers, as typed, by the name of the input. */
	assumed = $state.raw<Record<string, string>>({});

	#onfinished: () => void;
	#watch = new Stopwatch();
	#earlier = 0;
	#refused = $state('');

	/** The ask that is up, or whose verdict shows; undefined when all is done. */
	readonly ask: AskInstance | undefined = $derived.by(() => {
		if (this.phase === 'finished') return undefined;
		return this.drill.asks[this.answers.length - (this.phase === 'told' ? 1 : 0)];
	});
	/** The answer whose verdict shows. */
	readonly told: AskAnswer | undefined = $derived(
		this.phase === 'told' ? this.answers.at(-1) : undefined,
	);
	/** The pad line by line, as it calculates while one types. */
	readonly padLines: PadLine[] = $derived.by(() => readPad(this.pad.split('\n')));
	/** How the entry reads so far; undefined while it is empty. */
	readonly reading: Reading | EntryFault | undefined = $derived.by(() => {
		const { ask } = this;
		if (!ask || this.phase !== 'asking' || this.entry.trim() === '') return undefined;
		return readFor(ask, this.entry, this.#names);
	});
	/** The grade that the answers speak for, once all asks are dealt with. */
	readonly suggestion: GradeSuggestion | undefined = $derived.by(() => {
		if (this.answers.length < this.drill.asks.length) return undefined;
		return gradeOfAll(this.answers.map(suggestionOf));
	});

	readonly #names: ReadonlyMap<string, Quantity> = $derived.by(() => {
		const names = new Map<string, Quantity>();
		for (const { name, result } of this.padLines) {
			if (name !== undefined && result?.ok) names.set(name, result.quantity);
		}
		return names;
	});
	/** The person's numbers: what was assumed, and what was answered so far. */
	readonly #own: ReadonlyMap<string, Quantity> = $derived.by(() => {
		const own = new Map<string, Quantity>();
		for (const [name, text] of Object.entries(this.assumed)) {
			const reading = readEntry(text);
			if (reading.ok) own.set(name, reading.quantity);
		}
		for (const { ask, reading } of this.answers) if (reading) own.set(ask.id, reading.quantity);
		return own;
	});

	/**
	 * Draws fresh numbers, unless this very drill was under way in this tab before a reload.
	 * @param onfinished called when the last ask is dealt with; not for a drill that a reload finds finished
	 * @throws RangeError or FormulaError for a template that the content check would refuse
	 */
	constructor(template: DrillTemplate, mode: DrillMode, onfinished: () => void = () => {}) {
		const running = readRunning();
		const same = running?.drill === template.id && running.mode === mode ? running : undefined;
		this.drill = instantiateDrill(template, same?.seed ?? newId().slice(-12));
		this.mode = mode;
		this.#onfinished = () => {};
		if (same) this.#resume(same);
		this.#onfinished = onfinished;
		this.#watch.start(now());
	}

	/** ms of looking at it so far. */
	get elapsed(): number {
		return this.#earlier + this.#watch.read(now());
	}

	/** The time in which nobody can see the drill does not count. */
	look(visible: boolean): void {
		if (visible) this.#watch.resume(now());
		else {
			this.#watch.pause(now());
			this.keep();
		}
	}

	/**
	 * Answers the ask with the entry; resolves to whether it was taken. What nobody could judge is refused, with the
	 * reason in `refusal`. A number without its unit, or with another one, is given back once, as an interviewer would
	 * ask "of what?"; pressed again it is judged.
	 */
	submit(): boolean {
		const { ask, reading } = this;
		if (!ask || this.phase !== 'asking') return false;
		const read = reading ?? readFor(ask, this.entry, this.#names);
		const pressedAgain = this.refusal !== undefined && this.#refused === this.entry;
		if (!read.ok && !(unitFaultOf(read) && pressedAgain)) {
			this.refusal = read;
			this.#refused = this.entry;
			return false;
		}
		const answer = answerAsk(this.drill, ask, this.entry.trim(), this.#own, this.#names);
		if (answer) this.#take(answer);
		return answer !== undefined;
	}

	/** The fault to show with the entry as it stands: that of the last press, until the entry changes. */
	get refusalShown(): EntryFault | undefined {
		return this.#refused === this.entry ? this.refusal : undefined;
	}

	/** Leaves the ask open: it counts as not known, and its solution shows. */
	skip(): void {
		if (this.ask && this.phase === 'asking') this.#take(skipAsk(this.ask));
	}

	/** What the number of the last answer decides; the question stands in `decisionOf`. */
	choose(option: number): void {
		const last = this.answers.at(-1);
		if (!last || this.phase !== 'told' || last.choice !== undefined) return;
		this.answers = [...this.answers.slice(0, -1), { ...last, choice: option }];
		this.keep();
	}

	/** From a verdict to the next ask, or to the end. */
	goOn(): void {
		if (this.phase !== 'told') return;
		this.entry = '';
		const over = this.answers.length === this.drill.asks.length;
		this.phase = over ? 'finished' : 'asking';
		this.keep();
		if (over) this.#onfinished();
	}

	/** Assumes something else in place of a given number; '' goes back to it. Only before the first answer. */
	assume(name: string, text: string): void {
		if (this.answers.length > 0) return;
		const assumed = { ...this.assumed, [name]: text };
		if (text.trim() === '') delete assumed[name];
		this.assumed = assumed;
		this.keep();
	}

	/** Which decision hangs on the number of an ask; undefined where its author asks none. */
	decisionOf(ask: AskInstance): SoWhat | undefined {
		return soWhatOf(ask);
	}

	/** The worked solution of an ask: from the person's own earlier numbers, or with those of the drill. */
	stepsOf(ask: AskInstance, from: 'own' | 'drill' = 'drill'): WorkedStep[] {
		return workedSteps(this.drill, ask, from === 'own' ? this.#own : new Map());
	}

	/** The fact of this go. */
	attempt({ reviewId, ...stamp }: AttemptStamp): DrillAttempt {
		const { assumed, drill, mode } = this;
		return {
			...{ id: newId(), ...stamp, drill: drill.template.id, seed: drill.seed, mode },
			...(reviewId === undefined ? {} : { reviewId }),
			asks: this.answers.map(recordOf),
			...(Object.keys(assumed).length > 0 ? { assumed: { ...assumed } } : {}),
			pad: this.pad === '' ? [] : this.pad.split('\n'),
			duration: Math.round(this.elapsed),
		};
	}

	/** Remembers the drill for a reload of this tab; call also when the page is hidden. */
	keep(): void {
		const { entry, pad, mode, assumed, drill } = this;
		keepRunning({
			...{ drill: drill.template.id, seed: drill.seed, mode, entry, pad, assumed },
			answers: this.answers.map(({ text, choice }) => ({
				text,
				...(choice === undefined ? {} : { choice }),
			})),
			told: this.phase === 'told',
			duration: this.elapsed,
		});
	}

	/** The drill is over or given up: a reload begins another. */
	letGo(): void {
		// Another one may be under way by now.
		if (readRunning()?.seed === this.drill.seed) keepRunning(undefined);
	}

	#take(answer: AskAnswer): void {
		this.answers = [...this.answers, answer];
		this.phase = 'told';
		this.refusal = undefined;
		this.keep();
	}

	/** Answers again what was answered before the reload. */
	#resume(running: RunningDrill): void {
		this.assumed = running.assumed ?? {};
		this.pad = running.pad;
		for (const { text, choice } of running.answers) {
			const { ask } = this;
			if (!ask) break;
			this.#take(
				(text && answerAsk(this.drill, ask, text, this.#own, this.#names)) || skipAsk(ask),
			);
			if (typeof choice === 'number') this.choose(choice);
			this.goOn();
		}
		if (running.told && this.answers.length > 0) this.phase = 'told';
		this.entry = running.entry;
		this.#earlier = running.duration;
		this.keep();
	}
}
