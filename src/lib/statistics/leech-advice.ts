/** What the history of a card that keeps being forgotten suggests to do about it. */
import type { Review } from '../scheduler/review.ts';
import { medianOf } from './histogram.ts';

export interface LeechAdvice {
	/** What stands out, in words. */
	finding: string;
	advice: string;
	/** Whether what it asks for is too much for one card. */
	split: boolean;
}

/** Seconds of thinking above which a card asks for more than one thing. */
const LONG = 30;
/** Days below which it was never really learned. */
const SOON = 4;

/**
 * @param log every entry of the card in the order of time; undone ones are left out
 * @param own of a note of the person's own, which has no pattern to read
 */
export function leechAdvice(log: readonly Review[], own: boolean): LeechAdvice {
	const answers = log.filter(
		({ void: undone, grade, kind }) => !undone && grade > 0 && kind !== 'cram',
	);
	const intervals = answers.flatMap(({ kind, grade }, at) => {
		const before = answers[at - 1]?.next ?? 0;
		return kind === 'review' && grade === 1 && before > 0 ? [before] : [];
	});
	const seconds = medianOf(answers.map(({ duration }) => duration / 1000)) ?? 0;
	const middle = medianOf(intervals) ?? 0;
	if (seconds >= LONG) {
		return {
			finding: `An answer takes you ${Math.round(seconds)} s: it may ask for several things at once.`,
			advice: own
				? 'Split it: let it ask for one thing, and make a note of its own for each of the others.'
				: 'Split it: edit it to ask for one thing, and let the pattern’s other cards ask the rest.',
			split: true,
		};
	}
	if (middle <= SOON) {
		return {
			finding: 'It is forgotten within days: it has not been understood yet.',
			advice: own
				? 'Go back to where you read it, then put the answer into words of your own.'
				: 'Read the pattern again, then put the answer into words of your own.',
			split: false,
		};
	}
	return {
		finding: `It is forgotten after about ${Math.round(middle)} days, again and again.`,
		advice: 'Tie it to an example that you know, or ask it the other way round.',
		split: false,
	};
}
