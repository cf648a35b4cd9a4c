/** The dictionary of the calculator: every word or sign that may follow a number, with all that it can mean. */
import { dataUnit } from './data-units.ts';
import { isLabel } from './labels.ts';
import { labelMeaning, scaleMeaning, unitMeaning, type UnitMeaning } from './unit-meaning.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A month is 30 days and a year 365, as in an interview. */
export const MONTH = 30 * DAY;
export const YEAR = 365 * DAY;

const million = scaleMeaning(6, 'million', true);
const billion = scaleMeaning(9, 'billion', true);
const minutes = time('minutes', MINUTE);
const bytes = unitMeaning('bytes', { data: 1 });
const bits = unitMeaning('bits', { data: 1, factor: 1 / 8 });
const countedBits = { ...labelMeaning('bits'), spelled: ' digits' };

/** Spellings with two meanings; the asked dimension decides, the first is tried first. */
const TORN: Record<string, readonly UnitMeaning[]> = {
	B: [billion, bytes],
	m: [million, minutes],
	b: [billion, bits],
};

const LETTERS: Record<string, UnitMeaning> = {
	k: scaleMeaning(3, 'thousand', true),
	K: scaleMeaning(3, 'thousand', true),
	M: million,
	G: scaleMeaning(9, 'billion', true),
	T: scaleMeaning(12, 'trillion', true),
	P: scaleMeaning(15, 'quadrillion', true),
};

const SCALES: Record<string, readonly [exponent: number, said: string]> = {
	hundred: [2, 'hundred'],
	thousand: [3, 'thousand'],
	lakh: [5, 'lakh'],
	lac: [5, 'lakh'],
	million: [6, 'million'],
	mn: [6, 'million'],
	mln: [6, 'million'],
	mio: [6, 'million'],
	crore: [7, 'crore'],
	billion: [9, 'billion'],
	bn: [9, 'billion'],
	bln: [9, 'billion'],
	trillion: [12, 'trillion'],
	tn: [12, 'trillion'],
	trn: [12, 'trillion'],
	quadrillion: [15, 'quadrillion'],
	quintillion: [18, 'quintillion'],
};

const TIMES: readonly (readonly [
	names: string,
	said: string,
	factor: number,
	exponent?: number,
])[] = [
	['ns nanosecond nanosec', 'nanoseconds', 1, -9],
	['us µs μs microsecond microsec', 'microseconds', 1, -6],
	['ms millisecond millisec msec', 'milliseconds', 1, -3],
	['s sec second', 'seconds', 1],
	['min minute', 'minutes', MINUTE],
	['h hr hour', 'hours', HOUR],
	['d day', 'days', DAY],
	['w wk week', 'weeks', 7 * DAY],
	['mo month mth', 'months', MONTH],
	['y yr year', 'years', YEAR],
];

// Not ppm: that is parts per million to everybody else.
const RATES = /^(k|m|g)?(?:(?:q|r|t|w|io|tx|req|msg)(ps|pm|ph|pd)|[fpe](ps))$/;
const PERIODS: Record<string, readonly [factor: number, said: string]> = {
	ps: [1, 'per second'],
	pm: [MINUTE, 'per minute'],
	ph: [HOUR, 'per hour'],
	pd: [DAY, 'per day'],
};
const HERTZ = /^(k|m|g)?hz$/;

const ADVERBS: Record<string, readonly [factor: number, said: string]> = {
	hourly: [HOUR, 'an hour'],
	daily: [DAY, 'a day'],
	weekly: [7 * DAY, 'a week'],
	monthly: [MONTH, 'a month'],
	yearly: [YEAR, 'a year'],
	annually: [YEAR, 'a year'],
};

const CURRENCIES: Record<string, string> = {
	$: '$',
	usd: '$',
	dollar: '$',
	buck: '$',
	'€': '€',
	eur: '€',
	euro: '€',
	'£': '£',
	gbp: '£',
	'¥': '¥',
	jpy: '¥',
	yen: '¥',
	'₹': '₹',
	inr: '₹',
	rupee: '₹',
};

const fixed = new Map<string, UnitMeaning>();
for (const [word, [exponent, said]] of Object.entries(SCALES)) {
	fixed.set(word, scaleMeaning(exponent, said));
	if (word.length > 3) fixed.set(`${word}s`, scaleMeaning(exponent, said));
}
fixed.set('lacs', scaleMeaning(5, 'lakh'));
for (const [names, said, factor, exponent = 0] of TIMES) {
	for (const name of names.split(' ')) {
		fixed.set(name, time(said, factor, exponent));
		if (name.length > 2 || /^(hr|wk|yr|mo)$/.test(name))
			fixed.set(`${name}s`, time(said, factor, exponent));
	}
}
for (const [word, currency] of Object.entries(CURRENCIES)) {
	const meaning = unitMeaning(currency, { money: 1 }, { currency });
	fixed.set(word, meaning);
	if (/^[a-z]{4,}$/.test(word)) fixed.set(`${word}s`, meaning);
}
for (const word of ['cent', 'cents', '¢']) {
	fixed.set(word, unitMeaning('cents', { money: 1, exponent: -2 }, { currency: '$' }));
}
for (const word of ['%', 'percent', 'pct', 'percents']) {
	fixed.set(word, unitMeaning('percent', { exponent: -2 }, { share: true, spelled: '%' }));
}
for (const word of ['octet', 'octets']) fixed.set(word, bytes);
fixed.set('‰', unitMeaning('per mille', { exponent: -3 }, { share: true, spelled: '‰' }));

/** Scales that a phone writes with a capital in the middle of nothing, such as 10Kqps. */
const GLUED = /^([kKMBGT])([a-z]{2,})$/;

const found = new Map<string, readonly UnitMeaning[] | undefined>();

/** All that a word or sign can mean after a number, the likeliest first; undefined for an unknown one. */
export function meaningsOf(word: string): readonly UnitMeaning[] | undefined {
	if (found.has(word)) return found.get(word);
	const meanings = lookUp(word);
	// Words come from people: only short ones are remembered, and not without end.
	if (word.length <= 16 && found.size < 5000) found.set(word, meanings);
	return meanings;
}

/** The meanings that go together as one word, as k and users in "10kusers". */
export function gluedMeanings(word: string): readonly [UnitMeaning, UnitMeaning] | undefined {
	const [, letter = '', rest = ''] = GLUED.exec(word) ?? [];
	const scale = letter === 'B' ? billion : LETTERS[letter];
	return scale && isLabel(rest) ? [scale, labelMeaning(rest)] : undefined;
}

function lookUp(word: string): readonly UnitMeaning[] | undefined {
	const torn = Object.hasOwn(TORN, word) ? TORN[word] : undefined;
	if (torn) return torn;
	const letter = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined;
	if (letter) return [letter];
	if (/^bits?$/i.test(word)) return [bits, countedBits];
	const small = word.toLowerCase();
	const adverb = adverbMeaning(small);
	if (adverb) return [adverb, labelMeaning(small)];
	const one = fixed.get(word) ?? dataUnit(word) ?? rate(small);
	if (one) return [one];
	const inSmall = fixed.get(small);
	if (inSmall) return [small.length <= 2 ? doubtCase(word, inSmall) : inSmall];
	return isLabel(small) ? [labelMeaning(small)] : undefined;
}

function time(said: string, factor: number, exponent = 0): UnitMeaning {
	return unitMeaning(said, { time: 1, factor, exponent });
}

/** "10M daily requests" is a rate, "10M daily users" a number of people. */
function adverbMeaning(word: string): UnitMeaning | undefined {
	const period = Object.hasOwn(ADVERBS, word) ? ADVERBS[word] : undefined;
	return period && unitMeaning(period[1], { time: -1, factor: 1 / period[0] });
}

function rate(word: string): UnitMeaning | undefined {
	const [, prefix, many, single] = RATES.exec(word) ?? [];
	const period = many ?? single ?? '';
	const per = Object.hasOwn(PERIODS, period) ? PERIODS[period] : undefined;
	const exponent = (letter: string | undefined) => 3 * ' kmg'.indexOf(letter ?? ' ');
	if (per) return unitMeaning(per[1], { time: -1, factor: 1 / per[0], exponent: exponent(prefix) });
	const hertz = HERTZ.exec(word);
	return hertz ? unitMeaning('per second', { time: -1, exponent: exponent(hertz[1]) }) : undefined;
}

function doubtCase(word: string, meaning: UnitMeaning): UnitMeaning {
	const text = `${word} read as ${meaning.said}.`;
	return { ...meaning, doubt: { kind: 'letter-case', text, others: [] } };
}
