/** The review log of a collection, in our kinds; entries that cannot be are left out and counted. */
import type { Grade, ReviewKind } from '../../scheduler/review.ts';
import type { ImportedCard, ImportedReview } from '../imported.ts';
import { idColumn, numberColumn } from './columns.ts';
import type { NoteReading } from './read-notes.ts';

export interface ReviewReading extends NoteReading {
	cards: ReadonlyMap<string, ImportedCard>;
	/** ms since the epoch. */
	now: number;
	/** Of Anki's schedulers. */
	scheduler: number;
}

/** Entries of before Anki are damage. */
const FIRST = Date.UTC(2005, 0, 1);
/** A clock may have been ahead by this much when the entry was made. */
const AHEAD = 86_400_000;
const LONGEST = 36_500;
const MOST_SECONDS = 31_536_000;

/** By time. */
export function readReviews(reading: ReviewReading): ImportedReview[] {
	const { file, limits, watch, skipped } = reading;
	const reviews: ImportedReview[] = [];
	if (!file.has('revlog')) return reviews;
	const total = file.count('revlog');
	const names = ['id', 'ease', 'ivl', 'lastIvl', 'factor', 'time', 'type'];
	const columns = [idColumn('cid'), ...names.map(numberColumn)];
	file.each(`SELECT ${columns} FROM revlog ORDER BY id LIMIT ${limits.reviews}`, (row, number) => {
		if (number % 5000 === 0) watch({ stage: 'history', done: number, total });
		const review = reviewOf(row, reading);
		if (typeof review === 'string') skipped.add('review', number, '', review);
		else reviews.push(review);
	});
	if (total > limits.reviews) {
		skipped.add('review', limits.reviews + 1, '', `only ${limits.reviews} are taken`);
	}
	return reviews;
}

function reviewOf(row: unknown[], reading: ReviewReading): ImportedReview | string {
	const [card, ...numbers] = row;
	if (typeof card !== 'string' || !reading.cards.has(card)) return 'its card is missing';
	if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) {
		return 'its numbers cannot be read';
	}
	const [t = 0, ease = 0, next = 0, before = 0, factor = 0, time = 0, type = 0] =
		numbers as number[];
	if (t > reading.now + AHEAD) return 'it lies in the future';
	if (t < FIRST) return 'it lies before the beginning of Anki';
	if (!Number.isInteger(ease) || ease < 0 || ease > 4) return `its grade ${ease} is not known`;
	if (!Number.isInteger(type) || type < 0 || type > 5) return `its kind ${type} is not known`;
	const kind = kindOf(type, ease, factor);
	const graded = kind !== 'reset' && kind !== 'reschedule';
	return {
		card,
		t: Math.trunc(t),
		grade: graded ? gradeOf(ease, type, reading.scheduler) : 0,
		kind,
		duration: Math.min(Math.max(0, Math.trunc(time)), 86_400_000),
		next: interval(next),
		before: interval(before),
		factor: Math.min(Math.max(0, Math.trunc(factor)), 100_000),
	};
}

/** Without a grade an entry is an act by hand: one without a factor forgets, another moves the date. */
function kindOf(type: number, ease: number, factor: number): ReviewKind {
	if (ease === 0 || type === 4 || type === 5) {
		return factor === 0 && type !== 5 ? 'reset' : 'reschedule';
	}
	if (type === 3) return factor === 0 ? 'cram' : 'review';
	return type === 0 ? 'learn' : type === 1 ? 'review' : 'relearn';
}

/** The first scheduler had three buttons while learning: Again, Good, Easy. */
function gradeOf(ease: number, type: number, scheduler: number): Grade {
	const three = scheduler === 1 && (type === 0 || type === 2) && (ease === 2 || ease === 3);
	return (three ? ease + 1 : ease) as Grade;
}

/** Days when positive, seconds when negative. */
function interval(value: number): number {
	return Math.min(Math.max(Math.trunc(value), -MOST_SECONDS), LONGEST);
}
