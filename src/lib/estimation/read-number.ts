/** Reads one number as people of many countries write it, and says where two of them would disagree. */
import type { NoteKind } from './entry-note.ts';

export interface ReadNumber {
	/** A decimal that `Number` reads, with its exponent apart: `1.5` and 3 for 1.5e3. */
	digits: string;
	exponent: number;
	/** How many UTF-16 units it took. */
	length: number;
	doubt?: { kind: NoteKind; text: string; others: string[] };
	/** The digits are grouped in a way that nobody uses; the likely meanings are `others`. */
	broken?: { others: string[] };
}

const SPACES = '\u00a0\u2009\u202f';
const BODY = new RegExp(
	`(?:\\d|\\.(?=\\d))(?:\\d|[.,'’_${SPACES}](?=\\d))*(?:\\.(?![.\\d]))?`,
	'y',
);
const BODY_IN_CALL = new RegExp(`(?:\\d|\\.(?=\\d))(?:\\d|[.'’_](?=\\d))*`, 'y');
const EXPONENT = /[eE]([+\-−]?\d+)(?!\d|\.\d)/y;

/**
 * The number that begins at `start`; undefined if none does. A plain space never joins digits: 100 200 are two numbers.
 * @param inCall inside of the brackets of a function a comma parts its arguments
 */
export function readNumber(text: string, start: number, inCall: boolean): ReadNumber | undefined {
	const body = inCall ? BODY_IN_CALL : BODY;
	body.lastIndex = start;
	const [written] = body.exec(text) ?? [];
	if (written === undefined) return undefined;
	EXPONENT.lastIndex = start + written.length;
	const [tail = '', power = '0'] = EXPONENT.exec(text) ?? [];
	const read = grouped(written.replace(/\.$/, ''));
	return {
		...read,
		exponent: Number(power.replace('−', '-')),
		length: written.length + tail.length,
	};
}

type Grouped = Pick<ReadNumber, 'digits' | 'doubt' | 'broken'>;

function grouped(written: string): Grouped {
	if (/^\d+(\.\d*)?$|^\.\d+$/.test(written)) return withDot(written);
	const odd = new RegExp(`['’_${SPACES}]`, 'g');
	if (odd.test(written)) {
		const even = new RegExp(`^\\d{1,3}(['’_${SPACES}]\\d{3})+([.,]\\d+)?$`);
		const bare = written.replace(odd, '');
		return even.test(written) ? { digits: bare.replace(',', '.') } : broken(written);
	}
	const dots = written.split('.').length - 1;
	const commas = written.split(',').length - 1;
	if (commas === 0) return dottedGroups(written);
	if (dots === 0) return commas === 1 ? oneComma(written) : commaGroups(written, '');
	const [whole = '', part = ''] = written.split(/[.,](?=\d*$)/);
	if (dots === 1 && written.lastIndexOf('.') > written.lastIndexOf(',')) {
		return commaGroups(whole, `.${part}`);
	}
	if (commas === 1 && /^\d{1,3}(\.\d{3})+$/.test(whole)) {
		const digits = `${whole.replaceAll('.', '')}.${part}`;
		const text = `${written} read with dots for thousands and a decimal comma.`;
		return { digits, doubt: { kind: 'decimal-comma', text, others: [] } };
	}
	return broken(written);
}

function withDot(digits: string): Grouped {
	if (!/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return { digits };
	const text = `${digits} read with a decimal point.`;
	return { digits, doubt: { kind: 'dot-decimal', text, others: [digits.replace('.', ',')] } };
}

function dottedGroups(written: string): Grouped {
	if (!/^[1-9]\d{0,2}(\.\d{3})+$/.test(written)) return broken(written);
	const digits = written.replaceAll('.', '');
	const decimal = written.replace('.', '·').replaceAll('.', '').replace('·', '.');
	const text = `${written} read with dots for thousands.`;
	return { digits, doubt: { kind: 'dot-groups', text, others: [decimal] } };
}

function oneComma(written: string): Grouped {
	const [whole = '', part = ''] = written.split(',');
	if (part.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return { digits: whole + part };
	if (part.length > 2 && whole !== '0') return broken(written);
	const text = `${written} read with a decimal comma.`;
	const doubt = { kind: 'decimal-comma' as const, text, others: [`${whole}${part}`] };
	return { digits: `${whole}.${part}`, doubt };
}

/** @param decimals with its dot, or empty */
function commaGroups(whole: string, decimals: string): Grouped {
	const digits = whole.replaceAll(',', '') + decimals;
	if (/^[1-9]\d{0,2}(,\d{3})+$/.test(whole)) return { digits };
	if (!/^[1-9]\d?(,\d{2})+,\d{3}$/.test(whole)) return broken(whole + decimals);
	const text = `${whole} read in groups of lakh and crore.`;
	return { digits, doubt: { kind: 'lakh-groups', text, others: [] } };
}

function broken(written: string): Grouped {
	const digits = written.replace(/\D/g, '');
	const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
	const decimal =
		at > 0 ? `${written.slice(0, at).replace(/\D/g, '')}.${written.slice(at + 1)}` : digits;
	return { digits, broken: { others: [...new Set([digits, decimal])] } };
}
