/** Days to come, played through card by card under the daily limits: what a desired retention costs and brings. */
import { fuzzRange, pickInRange } from '../scheduler/fuzz.ts';
import {
	intervalDays,
	nextMemory,
	retrievability,
	type MemoryState,
} from '../scheduler/memory-model.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Grade } from '../scheduler/review.ts';
import { chance } from '../scheduler/seed.ts';
import type { AnswerTimes } from '../scheduler/session-forecast.ts';

/** A begun card; days are study day numbers. */
export interface SimulatedCard extends MemoryState {
	/** Day of the last answer. */
	lastDay: number;
	/** Day on which it comes back; before today it waits already. */
	due: number;
}

/** Cards that share a daily limit. */
export interface SimulatedDeck {
	cards: readonly SimulatedCard[];
	/** Cards that were never answered. */
	fresh: number;
}

export type SimulatedPreset = Pick<
	Preset,
	| ('weights' | 'desiredRetention' | 'maximumInterval' | 'newPerDay' | 'reviewsPerDay')
	| ('newIgnoresReviewLimit' | 'learningSteps' | 'relearningSteps')
>;

export interface SimulationTask {
	/** The first day, on which nothing is done yet. */
	today: number;
	/** How many days are played. */
	days: number;
	deck: SimulatedDeck;
	preset: SimulatedPreset;
	/** Seconds. */
	times: AnswerTimes;
	/** A number from 0 up to, not including, 1 for an answer of a card: by words alone, so that it is repeatable. */
	draw?: (what: string, card: number, answer: number) => number;
}

export interface SimulatedDay {
	/** Cards that wait, those of the days before included. */
	due: number;
	reviews: number;
	/** Of these, how many were forgotten. */
	forgotten: number;
	/** Cards begun. */
	fresh: number;
	/** Cards that wait on, as the limit was reached. */
	left: number;
	seconds: number;
	/** Cards that would be recalled at the end of the day if all were asked: the sum of their probabilities. */
	known: number;
}

/** First answers of which every fifth is Again; a card recalled is Good. */
const FIRST_AGAIN = 0.2;

const drawn = (what: string, card: number, answer: number) => chance(what, card, answer);

/**
 * Plays day after day: what waits longest first, up to the limit, then new cards, as many as the
 * limits leave. A review is recalled with the probability of the memory model. `known` is summed on the
 * first day, on every `knownEvery`-th, which ends a week, and on the last one; in between it is that of
 * the latest such day.
 */
export function simulateDays(task: SimulationTask, knownEvery = 7): SimulatedDay[] {
	const play = new Play(task);
	const days: SimulatedDay[] = [];
	let known = 0;
	for (let at = 0; at < task.days; at += 1) {
		const day = play.day(at);
		const isSummed = (at + 1) % knownEvery === 0 || at === task.days - 1;
		if (at === 0 || isSummed) known = play.known(at);
		days.push({ ...day, known });
	}
	return days;
}

class Play {
	readonly #task: SimulationTask;
	readonly #cards: (SimulatedCard & { answers: number })[];
	/** Places of cards by the day on which they come back, from today on. */
	readonly #due: number[][];
	/** Those that wait from earlier days, the longest first. */
	#waiting: number[] = [];
	#fresh: number;

	constructor(task: SimulationTask) {
		this.#task = task;
		this.#cards = task.deck.cards.map((card) => ({ ...card, answers: 0 }));
		this.#fresh = task.deck.fresh;
		this.#due = Array.from({ length: task.days }, () => []);
		const places = [...this.#cards.keys()];
		places.sort((a, b) => (this.#cards[a]?.due ?? 0) - (this.#cards[b]?.due ?? 0));
		for (const place of places) {
			const at = (this.#cards[place]?.due ?? 0) - task.today;
			if (at < 0) this.#waiting.push(place);
			else this.#due[at]?.push(place);
		}
	}

	day(at: number): Omit<SimulatedDay, 'known'> {
		const { preset, times } = this.#task;
		const waiting = [...this.#waiting, ...(this.#due[at] ?? [])];
		const reviewed = waiting.slice(0, preset.reviewsPerDay);
		this.#waiting = waiting.slice(reviewed.length);
		let [forgotten, steps] = [0, 0];
		for (const place of reviewed) {
			const extra = this.#review(place, at);
			if (extra === null) continue;
			forgotten += 1;
			steps += extra;
		}
		const room = preset.newIgnoresReviewLimit ? Infinity : preset.reviewsPerDay - reviewed.length;
		const fresh = Math.max(0, Math.min(this.#fresh, preset.newPerDay, room));
		for (let count = 0; count < fresh; count += 1) steps += this.#begin(at);
		this.#fresh -= fresh;
		const seconds = reviewed.length * times.review + fresh * times.new + steps * times.step;
		return {
			...{ due: waiting.length, reviews: reviewed.length, forgotten },
			...{ fresh, left: this.#waiting.length, seconds },
		};
	}

	known(at: number): number {
		const { today, preset } = this.#task;
		return this.#cards.reduce(
			(sum, { stability, lastDay }) =>
				sum + retrievability(stability, today + at - lastDay, preset.weights),
			0,
		);
	}

	#draw(what: string, place: number): number {
		return (this.#task.draw ?? drawn)(what, place, this.#cards[place]?.answers ?? 0);
	}

	/** `null` where it was recalled, else the steps that it took to learn it again. */
	#review(place: number, at: number): number | null {
		const card = this.#cards[place];
		if (!card) return null;
		const { today, preset } = this.#task;
		const elapsed = Math.max(0, today + at - card.lastDay);
		const recall = retrievability(card.stability, elapsed, preset.weights);
		const recalled = this.#draw('recall', place) < recall;
		const steps = recalled ? 0 : preset.relearningSteps.length;
		this.#place(place, answered(card, elapsed, recalled ? 3 : 1, steps, preset), at);
		return recalled ? null : steps;
	}

	/** The steps that a card took on its first day. */
	#begin(at: number): number {
		const { today, preset } = this.#task;
		const place = this.#cards.length;
		this.#cards.push({ stability: 0, difficulty: 0, lastDay: today + at, due: 0, answers: 0 });
		const again = this.#draw('first', place) < FIRST_AGAIN;
		// Good goes on to the second step; Again begins with the first.
		const steps = Math.max(0, preset.learningSteps.length - (again ? 0 : 1));
		this.#place(place, answered(null, 0, again ? 1 : 3, steps, preset), at);
		return steps;
	}

	/** Puts a card down until its memory falls to the target. */
	#place(place: number, memory: MemoryState, at: number): void {
		const { today, days, preset } = this.#task;
		const card = this.#cards[place];
		if (!card) return;
		const raw = intervalDays(memory.stability, preset.desiredRetention, preset.weights);
		const range = fuzzRange(raw, 1, Math.max(1, preset.maximumInterval));
		const interval = pickInRange(range, this.#draw('days', place));
		card.stability = memory.stability;
		card.difficulty = memory.difficulty;
		card.lastDay = today + at;
		card.due = today + at + interval;
		card.answers += 1;
		if (at + interval < days) this.#due[at + interval]?.push(place);
	}
}

/** Memory after an answer and the steps of the same day, each taken for Good. */
function answered(
	before: MemoryState | null,
	elapsed: number,
	grade: Grade,
	steps: number,
	{ weights }: SimulatedPreset,
): MemoryState {
	let memory = nextMemory(before, elapsed, grade, weights);
	for (let step = 0; step < steps; step += 1) memory = nextMemory(memory, 0, 3, weights);
	return memory;
}

/** The same days of several decks together. */
export function sumOfDecks(decks: readonly (readonly SimulatedDay[])[]): SimulatedDay[] {
	const sum = (at: number, name: keyof SimulatedDay) =>
		decks.reduce((total, days) => total + (days[at]?.[name] ?? 0), 0);
	return Array.from({ length: Math.max(0, ...decks.map(({ length }) => length)) }, (_, at) => ({
		...{ due: sum(at, 'due'), reviews: sum(at, 'reviews'), forgotten: sum(at, 'forgotten') },
		...{ fresh: sum(at, 'fresh'), left: sum(at, 'left') },
		...{ seconds: sum(at, 'seconds'), known: sum(at, 'known') },
	}));
}
