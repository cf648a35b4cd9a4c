/** Draws one number of a drill, from the seed and its own name alone, so that another input changes nothing here. */
import type { DrillInput } from '../content/drill.ts';
import { formatIn, formatQuantity } from './format-quantity.ts';
import { friendlyNumbers } from './friendly-number.ts';
import { unitByText } from './formula-unit.ts';
import { dimensionOf, type Quantity } from './quantity.ts';
import { seededRandom } from './seeded-random.ts';

export interface DrawnInput {
	name: string;
	/** What it is, such as "daily users". */
	say: string;
	quantity: Quantity;
	/** As it stands in the story: `50 million`, `2 KB`, or the words of a named case. */
	shown: string;
	/** The number itself is hidden in a named case. */
	hidden: boolean;
	/** What one may assume instead, in canonical units; without it only the given number is sensible. */
	plausible?: { low: number; high: number };
	/** Where sources disagree, in canonical units. */
	between?: { low: number; high: number };
}

/** Every number that may be drawn, in the unit of the input, rising or as written. */
export function drawable(input: DrillInput): number[] {
	if (input.pick) return input.pick.map(({ is }) => is);
	if (input.of) return input.of;
	if (input.is !== undefined) return [input.is];
	const whole = input.whole ?? input.unit === '1';
	return friendlyNumbers(input.from ?? 0, input.to ?? 0, whole);
}

/** @throws RangeError where the input has an unknown unit or nothing to draw */
export function drawInput(name: string, input: DrillInput, seed: string): DrawnInput {
	const unit = unitByText(input.unit);
	if (!unit) throw new RangeError(`the input “${name}” has an unknown unit, “${input.unit}”`);
	const values = drawable(input);
	const index = Math.floor(seededRandom(`${seed}/${name}`)() * values.length);
	const value = values[index];
	if (value === undefined) throw new RangeError(`the input “${name}” has no number to draw`);
	const quantity = { ...unit, value: value * unit.value };
	const chosen = input.pick?.[index];
	const scaled = (low: number, high: number) => ({
		low: low * unit.value,
		high: high * unit.value,
	});
	const { plausible } = input;
	return {
		name,
		say: input.say,
		quantity,
		shown: chosen?.say ?? showIn(quantity, input.unit),
		hidden: chosen !== undefined,
		...(plausible ? { plausible: scaled(...plausible) } : {}),
		...(chosen && (chosen.low !== undefined || chosen.high !== undefined)
			? { between: scaled(chosen.low ?? chosen.is, chosen.high ?? chosen.is) }
			: {}),
	};
}

const WORDS: Record<string, string> = {
	'/day': ' a day',
	'/s': ' per second',
	'/hour': ' an hour',
	'/minute': ' a minute',
	'/month': ' a month',
	'/year': ' a year',
};
const PLURALS = new Set(['minute', 'hour', 'day', 'week', 'month', 'year']);

/** In the unit in which it was drawn, since that is how its author wants it said. */
function showIn(quantity: Quantity, text: string): string {
	const size = unitByText(text)?.value ?? 1;
	const unit = { symbol: '', words: '', exponent: 0, factor: size };
	if (dimensionOf(quantity) === undefined)
		return formatIn(quantity, unit, 'symbol', 6) + text.slice(1);
	if (text === '1' || text === '%' || text === '$') return formatQuantity(quantity, 6);
	const period = text.replace(/^[1$](?=\/)/, '');
	const tail = WORDS[period] ?? (PLURALS.has(text) ? ` ${text}s` : ` ${text}`);
	return formatIn(quantity, { ...unit, symbol: tail }, 'symbol', 6);
}
