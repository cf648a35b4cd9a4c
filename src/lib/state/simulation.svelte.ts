/** What each desired retention would cost and bring until a day, over the person's own cards and limits. */
import { averageAnswerMs } from '$lib/db/counts.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { simulatedDecks, type DeckGroup } from '$lib/db/simulated-decks.ts';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import { USUAL_TIMES } from '$lib/scheduler/session-forecast.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { RetentionOutlook } from '$lib/statistics/retention-choice.ts';
import type { App } from './app.svelte.ts';
import { startSimulation } from './simulation-job.ts';
import type { SimulationOrder } from './simulation-messages.ts';

/** The three to choose from come first; the others show the whole range, in even steps. */
const SIDE_BY_SIDE = [0.85, 0.9, 0.95];
const WHOLE_RANGE = [0.7, 0.73, 0.76, 0.79, 0.82, 0.85, 0.88, 0.91, 0.94, 0.97];
/** Averages are taken over so many days. */
const RECENT_DAYS = 21;

export type Span = 'interview' | 'quarter' | 'half' | 'year';
const SPAN_DAYS = { quarter: 91, half: 182, year: 365 };

export class Simulation {
	span = $state<Span>('quarter');
	/** As they come, by retention. */
	outlooks = $state.raw<readonly RetentionOutlook[]>([]);
	running = $state(false);
	/** Why there is none, in words; '' while nothing has failed. */
	problem = $state('');
	/** Whether there is any card to simulate; `undefined` until they are read. */
	empty = $state<boolean>();

	#app: App;
	#preset: () => Preset;
	#stop = () => {};
	#turn = 0;
	/** Id of the preset that `outlooks` are of. */
	#played = '';

	/** @param preset whose decks are simulated; numbers of another one are no longer shown once it is run */
	constructor(app: App, preset: () => Preset) {
		this.#app = app;
		this.#preset = preset;
		if (this.interview !== undefined) this.span = 'interview';
	}

	/** Study day of an interview to come. */
	get interview(): number | undefined {
		const { interviewDate } = this.#app.settings;
		const day = interviewDate === null ? undefined : dayOfDate(interviewDate);
		return day !== undefined && day > this.#app.today ? day : undefined;
	}

	/** Days that are played through, from today on. */
	get days(): number {
		if (this.span !== 'interview') return SPAN_DAYS[this.span];
		return (this.interview ?? this.#app.today + SPAN_DAYS.quarter) - this.#app.today;
	}

	/** The desired retention in force. */
	get current(): number {
		return this.#preset().desiredRetention;
	}

	/** Plays all retentions through anew. */
	async run(): Promise<void> {
		const turn = ++this.#turn;
		this.#stop();
		this.running = true;
		this.problem = '';
		try {
			const { db, today } = this.#app;
			const preset = this.#preset();
			if (preset.id !== this.#played) this.outlooks = [];
			this.#played = preset.id;
			const [groups, ms] = await Promise.all([
				simulatedDecks(db, preset.id),
				averageAnswerMs(db, today - RECENT_DAYS),
			]);
			if (turn !== this.#turn) return;
			const decks = groups.map((group) => asSimulated(group, today));
			this.empty = decks.every(({ cards, fresh }) => cards.length + fresh === 0);
			if (this.empty) return;
			const { done, stop } = startSimulation(
				{
					...{ today, days: this.days, decks },
					preset,
					times: { ...USUAL_TIMES, ...(ms === undefined ? {} : { review: ms / 1000 }) },
					retentions: [...new Set([...SIDE_BY_SIDE, this.current, ...WHOLE_RANGE])],
				},
				(outlook) => turn === this.#turn && this.#take(outlook),
			);
			this.#stop = stop;
			await done;
		} catch (problem) {
			if (turn === this.#turn) this.problem = asDbError(problem).message;
		} finally {
			if (turn === this.#turn) this.running = false;
		}
	}

	/** The numbers of the span before stay until those of the new one have come. */
	#take(outlook: RetentionOutlook): void {
		const days = outlook.days.length;
		const others = this.outlooks.filter(
			(each) => each.retention !== outlook.retention && each.days.length === days,
		);
		this.outlooks = [...others, outlook].sort((a, b) => a.retention - b.retention);
	}

	/** Ends what runs. */
	stop(): void {
		this.#turn += 1;
		this.#stop();
		this.running = false;
	}

	/** The three to choose from, with the one in force among them. */
	readonly choices = $derived.by(() => {
		const shown = new Set([...SIDE_BY_SIDE, this.current]);
		return this.outlooks.filter(({ retention }) => shown.has(retention));
	});

	/** The whole range, as far as it is played through. */
	readonly range = $derived.by(() =>
		this.outlooks.filter(({ retention }) => WHOLE_RANGE.includes(retention)),
	);
}

function asSimulated(
	{ cards, fresh, limits }: DeckGroup,
	today: number,
): SimulationOrder['decks'][number] {
	return {
		...{ fresh, limits },
		cards: cards.map(({ stability, difficulty, lastDay, due, intraday }) => ({
			...{ stability, difficulty, lastDay, due: intraday ? today : due },
		})),
	};
}
