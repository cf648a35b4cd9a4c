/** Which buttons were pressed, and how the hours of the day go. */
import { GRADES, type Grade } from '../scheduler/review.ts';
import { placeOf, type AnswerClass } from './day-sums.ts';
import type { Sums } from './log-range.ts';
import type { Recall } from './retention.ts';

export interface Buttons {
	name: string;
	/** Presses of Again, Hard, Good, Easy. */
	presses: Record<Grade, number>;
	total: number;
}

const ROWS: { name: string; classes: AnswerClass[] }[] = [
	{ name: 'Learning', classes: ['learn', 'relearn'] },
	{ name: 'Young', classes: ['young'] },
	{ name: 'Mature', classes: ['mature'] },
];

/** Presses while learning (again), and of young and mature cards; practice outside of the schedule is left out. */
export function buttonsOf(sums: Sums): Buttons[] {
	return ROWS.map(({ name, classes }) => {
		const counts = GRADES.map((grade) =>
			classes.reduce((sum, kind) => sum + (sums[placeOf.answers(kind, grade)] ?? 0), 0),
		);
		const [again = 0, hard = 0, good = 0, easy = 0] = counts;
		const presses = { 1: again, 2: hard, 3: good, 4: easy };
		return { name, presses, total: again + hard + good + easy };
	});
}

export interface HourFigures extends Recall {
	/** 0 to 23, on the clock that the person had then. */
	hour: number;
	answers: number;
}

/** Answers and true retention by the hour of the day in the zone of each answer. */
export function hoursOf(sums: Sums): HourFigures[] {
	return Array.from({ length: 24 }, (_, hour) => ({
		hour,
		answers: sums[placeOf.hourAnswers(hour)] ?? 0,
		asked: sums[placeOf.hourAsked(hour)] ?? 0,
		recalled: sums[placeOf.hourRecalled(hour)] ?? 0,
	}));
}
