/** The comparison of two attempts as rows of tables: both sides in words, and which way it went. */
import { clockText } from '$lib/interview/clock-text.ts';
import type { AttemptComparison, Pair } from '$lib/interview/compare-attempts.ts';
import { DIMENSION_NAMES, PHASE_NAMES } from '$lib/interview/part-names.ts';
import { REACHED_NAMES } from '../mock-result/result-words.ts';

export interface PairRow {
	name: string;
	before: string;
	after: string;
	change: '' | 'better' | 'worse' | 'other';
}

export interface PairGroup {
	title: string;
	rows: PairRow[];
}

/** Groups that have rows; within each, what changed comes first. */
export function pairGroups(comparison: AttemptComparison): PairGroup[] {
	const { dimensions, phases, requirements, questions, components, estimates } = comparison;
	const groups: PairGroup[] = [
		{
			title: 'Levels',
			rows: dimensions.map((each) => ({
				name: DIMENSION_NAMES[each.dimension],
				...both(each, (level) => REACHED_NAMES[level], 'not judged'),
				change: way(each, (level) => level),
			})),
		},
		{
			title: 'Must-haves with a path',
			rows: requirements.map((each) => ({
				name: each.t,
				...both(each, (traced) => (traced ? 'has its path' : 'none'), '–'),
				change: way(each, Number),
			})),
		},
		{
			title: 'Questions asked',
			rows: questions.map((each) => ({
				name: each.ask,
				...both(each, clockText, 'not asked'),
				change: gained(each),
			})),
		},
		{
			title: 'Components',
			rows: components.map((each) => ({
				name: each.name,
				...both(each, (label) => label, 'not drawn'),
				change: gained(each),
			})),
		},
		{
			title: 'Estimates',
			rows: estimates.map((each) => ({
				name: each.ask,
				...both(each, ({ text, right }) => `${text} (${right ? 'right' : 'off'})`, 'none'),
				change: way(
					{ before: each.before?.right ?? false, after: each.after?.right ?? false },
					Number,
				),
			})),
		},
		{
			title: 'Time',
			rows: phases.map((each) => ({
				name: PHASE_NAMES[each.phase],
				...both(each, ({ spent, budget }) => `${clockText(spent)} of ${clockText(budget)}`, '–'),
				change: '' as const,
			})),
		},
	];
	const rank = ({ change }: PairRow) => (change === '' ? 1 : 0);
	return groups
		.filter(({ rows }) => rows.length > 0)
		.map(({ title, rows }) => ({ title, rows: rows.toSorted((a, b) => rank(a) - rank(b)) }));
}

function both<T>(
	{ before, after }: Pair<T>,
	say: (value: T) => string,
	none: string,
): { before: string; after: string } {
	return {
		before: before === undefined ? none : say(before),
		after: after === undefined ? none : say(after),
	};
}

function way<T>({ before, after }: Pair<T>, size: (value: T) => number): PairRow['change'] {
	if (before === undefined || after === undefined) return '';
	const by = size(after) - size(before);
	return by === 0 ? '' : by > 0 ? 'better' : 'worse';
}

/** What is there now and was not is better, the other way round worse; when it came makes no difference. */
function gained({ before, after }: Pair<unknown>): PairRow['change'] {
	if ((before === undefined) === (after === undefined)) return '';
	return before === undefined ? 'better' : 'worse';
}

/** "2 dimensions went up, 1 down." */
export function pairSentence({ dimensions }: AttemptComparison): string {
	const ways = dimensions.map((each) => way(each, (level) => level));
	const count = (change: string) => ways.filter((each) => each === change).length;
	const [up, down] = [count('better'), count('worse')];
	if (dimensions.some(({ before, after }) => before === undefined || after === undefined)) {
		return 'Levels can be compared when both attempts are evaluated.';
	}
	if (up === 0 && down === 0) return 'Every dimension reads as it did before.';
	const said = (n: number, word: string) => `${n} ${n === 1 ? 'dimension' : 'dimensions'} ${word}`;
	return [
		...(up > 0 ? [`${said(up, 'went up')}.`] : []),
		...(down > 0 ? [`${said(down, 'went down')}.`] : []),
	].join(' ');
}
