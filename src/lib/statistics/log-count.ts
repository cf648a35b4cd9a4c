/** Counts a review log once, by study day, deck and group of cards: every figure of the past is a sum over this. */
import { dayAfter } from '../scheduler/entry-order.ts';
import type { Review } from '../scheduler/review.ts';
import { copyOfCourse, freshCourse, type CardClass, type CardCourse } from './card-course.ts';
import { foresee, learnFrom } from './course-memory.ts';
import {
	DAY_SUMS,
	GROUP_PLACES,
	GROUP_SUMS,
	MATURE_DAYS,
	FORESEEN_SCALE,
	binOfRecall,
	placeOf,
	type AnswerClass,
} from './day-sums.ts';
import { addTo, emptySums, placeFor, type SumTable } from './sum-table.ts';

/** The part of a review that is counted. */
export type LogEntry = Pick<Review, 't' | 'tz' | 'day' | 'grade' | 'kind' | 'duration' | 'next'>;

/** More decks or groups than that have no place in a key. */
const MOST = 4096;
const CIVIL_DAY = 86_400_000;

export interface LogCount {
	decks: string[];
	/** FSRS parameters of each deck. */
	models: (readonly number[])[];
	groups: string[];
	courses: Map<string, CardCourse>;
	/** What was counted before, which stays as it is; this one holds only what came since. */
	under?: LogCount;
	/** Sums by `keyOfDay`, at the places of `placeOf`. */
	days: SumTable;
	/** Sums by `keyOfGroup`, at those of `GROUP_PLACES`. */
	groupDays: SumTable;
}

export function emptyLogCount(): LogCount {
	return {
		...{ decks: [], models: [], groups: [], courses: new Map() },
		...{ days: emptySums(DAY_SUMS), groupDays: emptySums(GROUP_SUMS) },
	};
}

/** A count that goes on from another, which it neither copies nor changes. */
export function countOnTop(under: LogCount): LogCount {
	const { decks, models, groups } = under;
	return {
		...emptyLogCount(),
		...{ decks: [...decks], models: [...models], groups: [...groups], under },
	};
}

/** A count with those under it, the newest first. */
export function layersOf(count: LogCount): LogCount[] {
	return [count, ...(count.under ? layersOf(count.under) : [])];
}

export function keyOfDay(day: number, deck: number): number {
	return day * MOST + deck;
}

export function keyOfGroup(day: number, deck: number, group: number): number {
	return keyOfDay(day, deck) * MOST + group;
}

/** The parts of a `keyOfDay`. */
export function dayOfKey(key: number): { day: number; deck: number } {
	const day = Math.floor(key / MOST);
	return { day, deck: key - day * MOST };
}

/** The parts of a `keyOfGroup`. */
export function groupOfKey(key: number): { day: number; deck: number; group: number } {
	const rest = Math.floor(key / MOST);
	return { ...dayOfKey(rest), group: key - rest * MOST };
}

/** The place of a name in a list that grows. @throws RangeError above 4096 names */
function placeIn(names: string[], name: string): number {
	const found = names.indexOf(name);
	if (found >= 0) return found;
	if (names.length >= MOST) throw new RangeError(`More than ${MOST} decks or groups are counted`);
	return names.push(name) - 1;
}

/** Where a card stands in the count; one that is new to it is classed. */
export function courseOf(
	count: LogCount,
	cardId: string,
	classOf: (cardId: string) => CardClass,
): CardCourse {
	let course = count.courses.get(cardId);
	if (!course) {
		const before = count.under && knownCourse(count.under, cardId);
		course = before ? copyOfCourse(before) : newCourse(count, classOf(cardId));
		count.courses.set(cardId, course);
	}
	return course;
}

/** Where a card stands in a count or those under it. */
export function knownCourse(count: LogCount, cardId: string): CardCourse | undefined {
	return count.courses.get(cardId) ?? (count.under && knownCourse(count.under, cardId));
}

function newCourse(count: LogCount, { deck, groups, weights }: CardClass): CardCourse {
	const place = placeIn(count.decks, deck);
	count.models[place] ??= weights;
	return freshCourse(
		place,
		groups.map((name) => placeIn(count.groups, name)),
	);
}

/**
 * Counts one entry that counts (not undone). Entries of a card have to come in the order of their
 * time; those of different cards in any.
 */
export function countEntry(count: LogCount, course: CardCourse, entry: LogEntry): void {
	const { t, day, grade, kind, next } = entry;
	course.lastT = Math.max(course.lastT, t);
	if (kind === 'reset') {
		const held = course.interval >= MATURE_DAYS ? -1 : 0;
		addToGroups(count, course, day, [0, 0, 0, 0, course.started ? -1 : 0, held]);
		Object.assign(course, freshCourse(course.deck, course.groups), { lastT: course.lastT });
		return;
	}
	if (kind === 'reschedule' || grade === 0) return;
	const answerClass = classOfAnswer(entry, course);
	const ms = Math.min(CIVIL_DAY, Math.max(0, Math.round(entry.duration)));
	const hour = hourOf(entry);
	const { days } = count;
	const place = placeFor(days, keyOfDay(day, course.deck));
	addTo(days, place + placeOf.answers(answerClass, grade), 1);
	addTo(days, place + placeOf.ms(answerClass), ms);
	addTo(days, place + placeOf.hourAnswers(hour), 1);
	const changes = [1, ms, 0, 0, 0, 0];
	if (kind !== 'cram') {
		const weights = count.models[course.deck] ?? [];
		if (isAsked(course, day)) {
			const recallClass = course.interval >= MATURE_DAYS ? 'mature' : 'young';
			const recalled = grade > 1 ? 1 : 0;
			addTo(days, place + placeOf.asked(recallClass), 1);
			addTo(days, place + placeOf.recalled(recallClass), recalled);
			addTo(days, place + placeOf.hourAsked(hour), 1);
			addTo(days, place + placeOf.hourRecalled(hour), recalled);
			changes[GROUP_PLACES.asked] = 1;
			changes[GROUP_PLACES.recalled] = recalled;
			const foreseen = foresee(course, day, weights);
			if (foreseen !== undefined) {
				const bin = binOfRecall(foreseen);
				addTo(days, place + placeOf.foreseenAsked(bin), 1);
				addTo(days, place + placeOf.foreseenRecalled(bin), recalled);
				addTo(days, place + placeOf.foreseen(bin), Math.round(foreseen * FORESEEN_SCALE));
			}
		}
		learnFrom(course, entry, weights);
		if (!course.started) {
			addTo(days, place + placeOf.started, 1);
			changes[GROUP_PLACES.started] = 1;
		}
		const interval = Math.max(0, next);
		const held = Number(interval >= MATURE_DAYS) - Number(course.interval >= MATURE_DAYS);
		changes[GROUP_PLACES.held] = held;
		course.started = true;
		course.interval = interval;
		course.lastDay = dayAfter(course.lastDay, day);
	}
	addToGroups(count, course, day, changes);
}

/**
 * Whether an answer tells of memory: true retention counts the first answer of a card on a study day,
 * where the last answer had sent the card away for a day or more. Answers in steps of the day, first
 * answers, practice outside of the schedule and second answers of a day do not count.
 */
function isAsked(course: CardCourse, day: number): boolean {
	return course.interval >= 1 && day > course.lastDay;
}

function classOfAnswer({ kind }: LogEntry, { interval }: CardCourse): AnswerClass {
	if (kind === 'review') return interval >= MATURE_DAYS ? 'mature' : 'young';
	return kind === 'learn' || kind === 'relearn' ? kind : 'cram';
}

/** The hour on the person's clock when the answer was given, wherever that was. */
function hourOf({ t, tz }: LogEntry): number {
	const hour = Math.floor((t + tz * 60_000) / 3_600_000) % 24;
	return hour < 0 ? hour + 24 : hour;
}

function addToGroups(
	count: LogCount,
	course: CardCourse,
	day: number,
	changes: readonly number[],
): void {
	for (const group of course.groups) {
		const place = placeFor(count.groupDays, keyOfGroup(day, course.deck, group));
		for (let at = 0; at < GROUP_SUMS; at += 1) addTo(count.groupDays, place + at, changes[at] ?? 0);
	}
}

/** Counts reviews in the order of their time (then id); undone ones are left out. */
export function countLog(
	count: LogCount,
	reviews: readonly (LogEntry & Pick<Review, 'cardId' | 'void'>)[],
	classOf: (cardId: string) => CardClass,
): LogCount {
	for (const review of reviews) {
		if (!review.void) countEntry(count, courseOf(count, review.cardId, classOf), review);
	}
	return count;
}
