/** The keys that a number pad lacks: what each writes, and with which spaces around it. */

export interface UnitKey {
	/** What the key shows. */
	face: string;
	/** Its name, where the face does not say it. */
	name?: string;
	/** What it writes. */
	text: string;
	/** `suffix` clings to the number, `unit` stands apart from it, `operator` stands between two spaces. */
	kind: 'suffix' | 'unit' | 'operator' | 'pair';
}

const suffix = (text: string, name?: string): UnitKey => ({
	...{ face: text, text, kind: 'suffix' },
	...(name ? { name } : {}),
});
const unit = (text: string): UnitKey => ({ face: text, text, kind: 'unit' });
const operator = (text: string, name: string): UnitKey => ({
	...{ face: text, name, text, kind: 'operator' },
});

/** In the order of how often they are needed; the row scrolls. */
export const UNITS: readonly UnitKey[] = [
	suffix('k', 'thousand'),
	suffix('M', 'million'),
	suffix('B', 'billion'),
	...['KB', 'MB', 'GB', 'TB', 'PB'].map(unit),
	suffix('/s', '/s, per second'),
	suffix('/day', '/day, per day'),
	suffix('/month', '/month, per month'),
	...['ms', 'µs', 's', 'min', 'days'].map(unit),
	suffix('%', 'percent'),
	suffix('~', 'about'),
];

export const OPERATORS: readonly UnitKey[] = [
	operator('×', 'times'),
	operator('÷', 'divided by'),
	operator('+', 'plus'),
	operator('−', 'minus'),
	{ face: '( )', name: 'parentheses', text: '()', kind: 'pair' },
	{ face: '×10ⁿ', name: '×10ⁿ, times ten to the power of', text: '× 10^', kind: 'unit' },
];

/** The text of a key as it is written behind `before`. */
export function textOfKey({ kind, text }: UnitKey, before: string): string {
	const free = before === '' || /[\s(]$/.test(before);
	if (kind === 'operator') return `${free ? '' : ' '}${text} `;
	if (kind === 'unit') return free ? text : ` ${text}`;
	return text;
}
