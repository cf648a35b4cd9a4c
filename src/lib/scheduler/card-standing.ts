/** Where a card stands, in the words that a list of cards shows. */
import type { CardState, Flag } from './card-state.ts';
import { elapsedDays } from './entry-order.ts';
import { intervalInWords } from './interval-label.ts';
import { isSoundMemory, retrievability } from './memory-model.ts';
import type { Moment } from './study-day.ts';

export interface Standing {
	kind: 'new' | 'learning' | 'due' | 'waiting' | 'suspended' | 'put-off';
	/** For example `New`, `Due today`, `In 12 days`, `Suspended`. */
	label: string;
	/** The date behind the label where it names none, for example `Fri, Dec 4`; else ''. */
	date: string;
	/** Probability of recall now, 0 to 1; `null` without a memory. */
	recall: number | null;
	leech: boolean;
	flag: Flag;
}

const CIVIL_DAY = 86_400_000;

/** `Fri, Dec 4`, with the year where it is not this one; '' for a day that no calendar has. */
export function dayInWords(day: number, today: number): string {
	const date = new Date(day * CIVIL_DAY);
	if (Number.isNaN(date.getTime())) return '';
	const sameYear = date.getUTCFullYear() === new Date(today * CIVIL_DAY).getUTCFullYear();
	return formatOf(sameYear).format(date);
}

/** Made once, when first needed: making one takes as long as a hundred dates. */
const formats = new Map<boolean, Intl.DateTimeFormat>();

function formatOf(sameYear: boolean): Intl.DateTimeFormat {
	let format = formats.get(sameYear);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: 'UTC',
			...{ weekday: 'short', month: 'short', day: 'numeric' },
			...(sameYear ? {} : { year: 'numeric' }),
		});
		formats.set(sameYear, format);
	}
	return format;
}

/** Probability that a card would be recalled now, 0 to 1; `null` where it has no memory. */
export function recallNow(card: CardState, weights: readonly number[], now: Moment): number | null {
	if (card.phase === 'new' || !isSoundMemory(card.stability, card.difficulty)) return null;
	return retrievability(card.stability, elapsedDays(card.lastDay, now.day), weights);
}

/** Whether a card waits for its answer: by the clock in a step, else by the day. */
export function isDue(card: CardState, now: Moment): boolean {
	if (card.phase === 'new' || card.suspended || card.buriedOn >= now.day) return false;
	return card.intraday ? card.due <= now.t : card.due <= now.day;
}

function stepLabel(card: CardState, now: Moment): string {
	const minutes = Math.ceil((card.due - now.t) / 60_000);
	return minutes > 0 ? `Learning, again in ${intervalInWords(-minutes * 60)}` : 'Learning, due now';
}

function dayLabel(due: number, now: Moment): { label: string; date: string } {
	const days = due - now.day;
	if (days < 0) return { label: `Due since ${dayInWords(due, now.day)}`, date: '' };
	if (days === 0) return { label: 'Due today', date: '' };
	const label = days === 1 ? 'Tomorrow' : `In ${intervalInWords(days)}`;
	return { label, date: dayInWords(due, now.day) };
}

/** Never throws, also not for a damaged state. */
export function standingOf(
	card: CardState | undefined,
	weights: readonly number[],
	now: Moment,
): Standing {
	if (!card) return { kind: 'new', label: 'New', date: '', recall: null, leech: false, flag: 0 };
	const { leech, flag } = card;
	const shared = { date: '', recall: recallNow(card, weights, now), leech, flag };
	if (card.suspended) return { ...shared, kind: 'suspended', label: 'Suspended' };
	if (card.buriedOn >= now.day && card.buriedOn !== 0) {
		return { ...shared, kind: 'put-off', label: 'Put off until tomorrow' };
	}
	if (card.phase === 'new') return { ...shared, kind: 'new', label: 'New' };
	if (card.intraday) return { ...shared, kind: 'learning', label: stepLabel(card, now) };
	const kind = card.due <= now.day ? 'due' : 'waiting';
	return { ...shared, kind, ...dayLabel(card.due, now) };
}
