/** "Why this date?" for a card as it stands, whatever its state. */
import type { CardState } from './card-state.ts';
import { elapsedDays } from './entry-order.ts';
import {
	easyDaySentence,
	figure,
	inDays,
	percent,
	rangeSentence,
	weekdayName,
	type Explanation,
} from './explanation.ts';
import { fuzzRange } from './fuzz.ts';
import { intervalInWords } from './interval-label.ts';
import { easyDayOf } from './load-balance.ts';
import { intervalDays, isSoundMemory, retrievability } from './memory-model.ts';
import type { Preset } from './preset.ts';
import { dateOfDay, type Moment } from './study-day.ts';

function isOnCalendar(day: number): boolean {
	return Number.isInteger(day) && Math.abs(day) < 700_000;
}

function dayPhrase(day: number, today: number): string {
	if (!isOnCalendar(day)) return 'on a date that cannot be';
	const date = `${weekdayName(day)} ${dateOfDay(day)}`;
	if (day === today) return 'today';
	return day > today ? `in ${inDays(day - today)}, on ${date}` : `since ${date}`;
}

function headlineOf(card: CardState, now: Moment): string {
	if (card.suspended) return 'Suspended: it does not come until you take it back.';
	if (card.buriedOn >= now.day) {
		return card.buriedBy === 'sibling'
			? 'Put off until the next study day, since a card of the same note was shown today.'
			: 'Put off until the next study day, as you asked.';
	}
	if (card.phase === 'new' && card.ahead > 0) {
		return 'New: it comes before the other new cards, as it was missed in an interview.';
	}
	if (card.phase === 'new') return `New: it waits for its turn, at position ${card.position}.`;
	if (!card.intraday) return `Due ${dayPhrase(card.due, now.day)}.`;
	const wait = (card.due - now.t) / 1000;
	return wait > 0 ? `In a step: due in ${intervalInWords(-wait)}.` : 'In a step: due now.';
}

/** What would follow once a mark that holds the card back is gone. */
function markReasons(card: CardState, now: Moment): string[] {
	const held = card.suspended || card.buriedOn >= now.day;
	return [
		...(card.leech
			? [`It is a leech: forgotten ${card.lapses} times. Rewriting it helps most.`]
			: []),
		...(held && card.phase !== 'new' && !card.intraday
			? [`By its memory it is due ${dayPhrase(card.due, now.day)}.`]
			: []),
	];
}

function stepReasons(card: CardState, preset: Preset): string[] {
	if (card.phase !== 'learning' && card.phase !== 'relearning') return [];
	const steps = card.phase === 'learning' ? preset.learningSteps : preset.relearningSteps;
	const name = card.phase === 'learning' ? 'learning' : 'relearning';
	if (card.left === 0) return [`It is in ${name}; FSRS set the wait, as the deck has no steps.`];
	return [
		`It is in ${name}, with ${card.left} of ${Math.max(card.left, steps.length)} steps left. ` +
			(card.intraday
				? 'Steps within a day go by the clock.'
				: 'This step takes a day or more, or reached past the end of the study day.'),
	];
}

function reviewReasons(card: CardState, preset: Preset): string[] {
	const { weights, desiredRetention, maximumInterval, easyDays } = preset;
	const raw = intervalDays(card.stability, desiredRetention, weights);
	const byAnswer = card.lastDay + card.interval;
	if (card.due !== byAnswer) {
		const answered = isOnCalendar(byAnswer)
			? `; by the last answer it was ${dateOfDay(byAnswer)}`
			: '';
		return [`Its day was moved by hand${answered}. The memory itself was left alone.`];
	}
	const range = fuzzRange(raw, 1, maximumInterval);
	const inRange = card.interval >= range.lower && card.interval <= range.upper;
	const easy = easyDaySentence(card.due, easyDayOf(card.due, easyDays));
	return [
		`Recall falls to your target of ${percent(desiredRetention)} after ${inDays(raw)}.`,
		inRange
			? rangeSentence(raw, range) +
				(range.lower < range.upper
					? ` Chance and the load of those days gave ${inDays(card.interval)}.`
					: '')
			: `The last answer gave ${inDays(card.interval)}, by the options and limits of that day.`,
		...(easy ? [easy] : []),
	];
}

function numbersOf(card: CardState, preset: Preset, now: Moment): Explanation['numbers'] {
	const counts = [
		{ label: 'Answers', value: String(card.reps) },
		{ label: 'Lapses', value: String(card.lapses) },
	];
	if (!isSoundMemory(card.stability, card.difficulty)) return counts;
	const recall = retrievability(card.stability, elapsedDays(card.lastDay, now.day), preset.weights);
	return [
		{ label: 'Stability', value: inDays(card.stability) },
		{ label: 'Difficulty', value: `${figure(card.difficulty)} of 10` },
		{ label: 'Recall today', value: percent(recall) },
		{ label: 'Target', value: percent(preset.desiredRetention) },
		{ label: 'Last interval', value: inDays(card.interval) },
		...counts,
	];
}

/** Why a card stands where it stands; never throws, also not for a damaged state. */
export function explainCard(card: CardState, preset: Preset, now: Moment): Explanation {
	const isNew = card.phase === 'new';
	const damaged = !isNew && !isSoundMemory(card.stability, card.difficulty);
	const reasons = isNew
		? [`The deck brings ${preset.newPerDay} new cards a day, in the order of its author.`]
		: damaged
			? ['Its stored memory is damaged; it starts anew with the next answer.']
			: [
					...stepReasons(card, preset),
					...(card.phase === 'review' ? reviewReasons(card, preset) : []),
				];
	return {
		headline: headlineOf(card, now),
		reasons: [...reasons, ...markReasons(card, now)],
		numbers: numbersOf(card, preset, now),
	};
}
