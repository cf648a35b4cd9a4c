/** What a word after a number can mean: a scale, a unit, or a label for what is counted. */

export interface UnitMeaning {
	readonly what: 'scale' | 'unit' | 'label';
	/** Decimal part of the size, kept apart so that 4.35 GB is exactly 4.35e9. */
	readonly exponent: number;
	/** The rest of the size: 60 for a minute, 1/8 for a bit, 1024 for a kibi. */
	readonly factor: number;
	readonly data: number;
	readonly time: number;
	readonly money: number;
	readonly currency?: string;
	readonly share?: true;
	/** A letter, as the k of 12k: it stands directly after its number, and only once. */
	readonly letter?: true;
	/** How it is said in full: "million", "minutes". */
	readonly said: string;
	/** A spelling that has no other meaning. */
	readonly spelled: string;
	/** Said when this reading is taken although the spelling leaves room for another. */
	readonly doubt?: Doubt;
}

/** A spelling that people use for something else as well. */
export interface Doubt {
	readonly kind: 'bits-or-bytes' | 'letter-case' | 'daily';
	readonly text: string;
	/** The other readings, by a spelling that is taken to mean them. */
	readonly others: readonly { readonly label: string; readonly spelled: string }[];
}

const NOTHING = { exponent: 0, factor: 1, data: 0, time: 0, money: 0 };

/** A power of ten, as million. */
export function scaleMeaning(exponent: number, said: string, letter = false): UnitMeaning {
	return {
		...NOTHING,
		what: 'scale',
		exponent,
		said,
		spelled: ` ${said}`,
		...(letter ? { letter: true as const } : {}),
	};
}

/** A unit with its size and powers; a space stands before its unambiguous spelling. */
export function unitMeaning(
	said: string,
	size: Partial<Pick<UnitMeaning, 'exponent' | 'factor' | 'data' | 'time' | 'money'>>,
	more: Partial<Pick<UnitMeaning, 'currency' | 'share' | 'spelled' | 'doubt'>> = {},
): UnitMeaning {
	return { ...NOTHING, what: 'unit', said, spelled: ` ${said}`, ...size, ...more };
}

/** A word that only says what is counted. */
export function labelMeaning(said: string): UnitMeaning {
	return { ...NOTHING, what: 'label', said, spelled: ` ${said}` };
}
