/** The numbers that people look up while they estimate. */
import { formatQuantity } from './format-quantity.ts';
import { LATENCY } from './latency-table.ts';
import { quantityOf } from './quantity.ts';
import { amount, words, type ReferenceTable } from './reference-table.ts';
import { groupDigits, shortNumber } from './short-number.ts';
import { DAY, MONTH, YEAR } from './unit-words.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (power: number) => [...String(power)].map((digit) => SUPERSCRIPTS[Number(digit)]);
const power = (base: number, exponent: number) =>
	amount(`${base}^${exponent}`, `${base}${raised(exponent).join('')}`);

const POWERS: ReferenceTable = {
	id: 'powers',
	name: 'Powers of two',
	columns: ['Power', 'About', 'Exactly'],
	rows: [7, 8, 10, 16, 20, 30, 32, 40, 50, 63, 64].map((exponent) => {
		const exact = (2n ** BigInt(exponent)).toString();
		const short = formatQuantity(quantityOf(2 ** exponent, 'count'), 2);
		return [power(2, exponent), amount(short), amount(groupDigits(exact))];
	}),
	about: '2¹⁰ is about 10³, so every ten powers of two are three zeros.',
};

const AVAILABILITY: ReferenceTable = {
	id: 'availability',
	name: 'Availability',
	columns: ['Available', 'Down a day', 'A month', 'A year'],
	rows: ['90%', '99%', '99.5%', '99.9%', '99.95%', '99.99%', '99.999%', '99.9999%'].map((share) => {
		const missing = (100 - Number(share.slice(0, -1))) / 100;
		const down = (period: number) => amount(formatQuantity(quantityOf(missing * period, 'time')));
		return [amount(share), down(DAY), down(MONTH), down(YEAR)];
	}),
	about: 'A month of 30 days and a year of 365. One nine more is a tenth of the downtime.',
};

const SIZES: ReferenceTable = {
	id: 'sizes',
	name: 'Common sizes',
	columns: ['What', 'Size'],
	rows: (
		[
			['Character, ASCII', '1 byte'],
			['Integer of 32 bits, IPv4 address', '4 bytes'],
			['Long, double, timestamp, numeric id', '8 bytes'],
			['UUID, IPv6 address', '16 bytes'],
			['SHA-256 hash', '32 bytes'],
			['UUID as text', '36 bytes'],
			['URL', '100 bytes'],
			['Line of a log', '200 bytes'],
			['Short post with its metadata', '1 KB'],
			['JSON answer of an API', '2 KB'],
			['Page of text', '5 KB'],
			['Thumbnail', '20 KB'],
			['Web page without images', '100 KB'],
			['Photo for the web', '300 KB'],
			['Photo of a phone', '3 MB'],
			['Minute of music', '1 MB'],
			['Minute of video, 1080p', '40 MB'],
			['Hour of video, 1080p', '2 GB'],
		] as const
	).map(([what, size]) => [words(what), amount(size)]),
	about: 'Typical sizes to assume aloud where the question gives none. Say what you assume.',
};

const RATES: ReferenceTable = {
	id: 'rates',
	name: 'Time and rates',
	columns: ['What', 'Exactly', 'In the head'],
	rows: [
		[words('Seconds in a day'), amount('86,400'), power(10, 5)],
		[words('Seconds in a month'), amount(groupDigits(String(MONTH))), amount('2.5 million')],
		[words('Seconds in a year'), amount(groupDigits(String(YEAR))), amount('30 million')],
		...(['1 million', '100 million', '1 billion'] as const).map((count, step) => {
			const daily = [1e6, 1e8, 1e9][step] ?? 0;
			return [
				words(`${count} a day`),
				amount(formatQuantity(quantityOf(daily / DAY, 'rate'))),
				amount(`${shortNumber(daily / 1e5)}/s`),
			];
		}),
		[words('1 Gbps'), amount('125 MB/s'), amount('100 MB/s')],
		[words('1 MB/s for a day'), amount('86.4 GB'), amount('100 GB')],
		[words('1 KB a second for a year'), amount('31.5 GB'), amount('30 GB')],
	],
	about: 'A day of 10⁵ seconds is 16% off, which never changes a design.',
};

const UNITS: ReferenceTable = {
	id: 'units',
	name: 'Units',
	columns: ['Write', 'It means'],
	rows: (
		[
			[['k', 'M', 'B', 'T'], 'thousand, million, billion, trillion'],
			[['lakh', 'crore'], '100,000 and 10 million'],
			[['KB', 'MB', 'GB', 'TB', 'PB'], 'bytes by steps of 1000'],
			[['KiB', 'MiB', 'GiB', 'TiB'], 'bytes by steps of 1024'],
			[['Mbit', 'Gbit', 'Mbps', 'Gbps'], 'bits, 8 to a byte; bps is per second'],
			[['/s', '/min', '/h', '/day', '/month', '/year'], 'per period; a month has 30 days'],
			[['qps', 'rps', 'rpm'], 'queries or requests per second or minute'],
			[['ns', 'µs', 'ms', 's', 'min', 'h', 'days', 'years'], 'time'],
			[['%', 'nines'], 'a share; four nines are 99.99%'],
			[['$', '$/month'], 'money'],
		] as const
	).map(([units, meaning]) => [...units.map((unit) => amount(unit)), words(meaning)]),
	about:
		'Words such as users or requests may follow a number. Ranges (10-20 GB), ~, ≈, <, >, powers (2^10, 10⁹) and names (reads = 10M/day) are understood.',
};

/** In the order in which they are offered. */
export const REFERENCE_TABLES: readonly ReferenceTable[] = [
	LATENCY,
	POWERS,
	AVAILABILITY,
	SIZES,
	RATES,
	UNITS,
];
