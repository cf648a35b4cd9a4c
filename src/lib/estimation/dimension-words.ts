/** How dimensions are said, and how to give an entry the one that was asked for. */
import type { Dimension } from '../content/dimension.ts';
import { dimensionOf, type Quantity } from './quantity.ts';

export const DIMENSION_WORDS: Record<Dimension, string> = {
	count: 'a plain number',
	data: 'an amount of data',
	rate: 'a rate',
	'data-rate': 'a data rate',
	time: 'a time',
	fraction: 'a share',
	money: 'an amount of money',
	'money-rate': 'a cost per time',
};

/** What to write where a dimension is asked for and something else stands. */
export const DIMENSION_ADVICE: Record<Dimension, string> = {
	count: 'Write a plain number, as 20M or 20 million users.',
	data: 'Write a size, as 500 B, 2 KB or 3 TB.',
	rate: 'Add a time, as 12k/s or 10M/day.',
	'data-rate': 'Add /s or /day to a size, as 100 MB/s or 3 TB/day.',
	time: 'Write a time, as 200 ms, 5 min or 3 days.',
	fraction: 'Write a share, as 99.9%, 0.2 or four nines.',
	money: 'Write an amount of money, as $5k.',
	'money-rate': 'Write money per time, as $5k/month.',
};

/** What to append to an entry to give it a unit; empty where nothing obvious is missing. */
export const MISSING_UNITS: Record<Dimension, readonly string[]> = {
	count: [],
	data: [' B', ' KB', ' MB', ' GB'],
	rate: ['/s', '/day'],
	'data-rate': [' B/s', ' MB/s', ' GB/day'],
	time: [' ms', ' s', ' min'],
	fraction: ['%'],
	money: [' $'],
	'money-rate': [' $/month', ' $/year'],
};

/** The dimension of a quantity in words, also of one that has no name. */
export function sayDimension(quantity: Quantity): string {
	const name = dimensionOf(quantity);
	if (name === 'count' && quantity.labelled) return 'a count';
	if (name) return DIMENSION_WORDS[name];
	const parts = (sign: 1 | -1) =>
		(
			[
				['data', quantity.data],
				['time', quantity.time],
				['money', quantity.money],
			] as const
		).flatMap(([word, power]) => Array<string>(Math.max(0, sign * power)).fill(word));
	const [above, below] = [parts(1), parts(-1)];
	const top = above.length > 0 ? above.join(' × ') : '1';
	return [top, ...below].join(' ÷ ');
}
