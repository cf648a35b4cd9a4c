/** Bytes and bits as people write them: KB and KiB, Mb and mb, Gbps and GBps, megabytes. */
import { unitMeaning, type Doubt, type UnitMeaning } from './unit-meaning.ts';

const LETTERS = ['', 'k', 'm', 'g', 't', 'p', 'e'];
const DECIMAL_WORDS = ['', 'kilo', 'mega', 'giga', 'tera', 'peta', 'exa'];
const BINARY_WORDS = ['', 'kibi', 'mebi', 'gibi', 'tebi', 'pebi', 'exbi'];

const SYMBOL = /^([kmgtpe]?)(i?)(b|bytes?|bits?)(ps)?$/i;
const WORD = /^([a-z]*?)(byte|bit)s?$/i;
const NAMES: Record<string, [step: number, binary: boolean]> = {
	...Object.fromEntries(DECIMAL_WORDS.map((word, step) => [word, [step, false]])),
	...Object.fromEntries(BINARY_WORDS.slice(1).map((word, i) => [word, [i + 1, true]])),
};

/**
 * The meaning of a word as an amount of data or a data rate; undefined for any other word.
 *
 * KB is 1000 bytes, KiB 1024. `b` after a capital is a bit, after a small letter most likely a byte;
 * in `bps` it is a bit, in `Bps` a byte. The lone letters B and b mean other things too and are not read here.
 */
export function dataUnit(word: string): UnitMeaning | undefined {
	const symbol = SYMBOL.exec(word);
	if (symbol) {
		const [, prefix = '', i = '', name = '', rate = ''] = symbol;
		const step = LETTERS.indexOf(prefix.toLowerCase());
		if (i !== '' && step === 0) return undefined;
		if (name.length > 1) return rate === '' ? sized(step, i !== '', /^bit/i.test(name)) : undefined;
		return letterUnit(word, { prefix, i, name, rate, step });
	}
	const [, prefix = '', name = ''] = WORD.exec(word) ?? [];
	const known = name === '' ? undefined : NAMES[prefix.toLowerCase()];
	return known && sized(known[0], known[1], name.toLowerCase() === 'bit');
}

interface Symbol {
	prefix: string;
	i: string;
	name: string;
	rate: string;
	step: number;
}

function letterUnit(word: string, { prefix, i, name, rate, step }: Symbol): UnitMeaning {
	const big =
		prefix === '' ? '' : prefix.toLowerCase() === 'k' && i === '' ? 'k' : prefix.toUpperCase();
	const per = rate === '' ? '' : '/s';
	const bytes = `${big === 'k' ? 'K' : big}${i === '' ? '' : 'i'}B${per}`;
	const bits = `${big}${i === '' ? '' : 'i'}bit${per}`;
	const asBytes = { label: `${bytes} (bytes)`, spelled: ` ${bytes}` };
	const asBits = { label: `${bits} (bits)`, spelled: ` ${bits}` };
	const allSmall = word === word.toLowerCase();
	const bit = name === 'b' && (rate !== '' || !allSmall);
	const doubtful =
		rate === ''
			? name === 'b' || prefix === 'm' || prefix === 'g' || prefix === 't' || prefix === 'p'
			: name === 'B' && (rate === 'PS' || /^[mgtp]$/.test(prefix));
	const doubt: Doubt = bit
		? {
				kind: 'bits-or-bytes',
				text: `${word} read as ${bits}: bits, 8 to a byte.`,
				others: [asBytes],
			}
		: { kind: 'bits-or-bytes', text: `${word} read as ${bytes}: bytes.`, others: [asBits] };
	return sized(step, i !== '', bit, rate !== '', doubtful ? doubt : undefined);
}

/** @param step 0 for none, 1 for kilo, 2 for mega, and so on */
function sized(
	step: number,
	binary: boolean,
	bit: boolean,
	perSecond = false,
	doubt?: Doubt,
): UnitMeaning {
	const prefix = (binary ? BINARY_WORDS : DECIMAL_WORDS)[step] ?? '';
	return unitMeaning(
		`${prefix}${bit ? 'bits' : 'bytes'}${perSecond ? ' per second' : ''}`,
		{
			exponent: binary ? 0 : 3 * step,
			factor: (binary ? 1024 ** step : 1) / (bit ? 8 : 1),
			data: 1,
			time: perSecond ? -1 : 0,
		},
		doubt ? { doubt } : {},
	);
}
