/** How long things take: two sources eight years apart, and the order of magnitude that outlives both. */
import { formatQuantity } from './format-quantity.ts';
import { quantityOf } from './quantity.ts';
import { amount, words, type ReferenceCell, type ReferenceTable } from './reference-table.ts';

/** ns in 2012 and in 2020. */
const ROWS: readonly (readonly [what: string, in2012: number | null, in2020: number | null])[] = [
	['L1 cache reference', 0.5, 1],
	['Branch mispredict', 5, 3],
	['L2 cache reference', 7, 4],
	['Mutex lock or unlock', 25, 17],
	['Main memory reference', 100, 100],
	['Compress 1 KB', 3_000, 2_000],
	['Send 1 KB over 1 Gbps', 10_000, null],
	['Read 1 MB from memory', 250_000, 3_000],
	['Random read from SSD', 150_000, 16_000],
	['Round trip in a datacenter', 500_000, 500_000],
	['Read 1 MB from SSD', 1_000_000, 49_000],
	['Seek on a hard disk', 10_000_000, 2_000_000],
	['Read 1 MB from a hard disk', 20_000_000, 825_000],
	['Round trip California to the Netherlands', 150_000_000, 150_000_000],
];

function time(ns: number): ReferenceCell {
	return amount(formatQuantity(quantityOf(ns / 1e9, 'time')));
}

/** The power of ten next to both sources. */
export function orderOf(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + Math.log10(value), 0) / values.length;
	return 10 ** Math.round(mean);
}

export const LATENCY: ReferenceTable = {
	id: 'latency',
	name: 'Latency',
	columns: ['Operation', 'Order', '2012', '2020'],
	rows: ROWS.map(([what, in2012, in2020]) => [
		words(what),
		time(orderOf([in2012, in2020].filter((value) => value !== null))),
		in2012 === null ? words('–') : time(in2012),
		in2020 === null ? words('–') : time(in2020),
	]),
	about:
		'2012: Jeff Dean’s numbers as collected by Jonas Bonér. 2020: extrapolated by Colin Scott, UC Berkeley. They differ most for memory and disks; remember the order.',
};
