/** What a fit of parameters has found, in words. */
import { counted } from '$lib/content/counted.ts';

export interface FitShown {
	id: string;
	/** ms since the epoch. */
	t: number;
	/** Answers that it was fitted to, and those held out by which it was judged. */
	trained: number;
	held: number;
	before: { logLoss: number; rmse: number };
	after: { logLoss: number; rmse: number };
	weights: readonly number[];
	old: readonly number[];
	/** Why the old ones stay; `null` where the new ones are better. */
	kept: 'same' | 'worse' | 'chance' | null;
	applied: boolean;
}

/** Log loss with the digits in which fits differ. */
export const lossText = (loss: number): string => loss.toFixed(4);
/** RMSE in points of a hundred. */
export const rmseText = (rmse: number): string => `${(100 * rmse).toFixed(2)}%`;

/** Whether the new parameters are better, and how that is known. */
export function verdictInWords({ kept, held, before, after }: FitShown): string {
	const answers = `${counted(held, 'answer')} that the fit had not seen`;
	if (kept === 'same') return 'Kept the old because the fit found the same parameters.';
	if (kept === 'chance') {
		return `Kept the old because the gain on ${answers} is so small that it may be chance.`;
	}
	if (kept === 'worse') {
		return `Kept the old because they foretell better: on ${answers}, log loss is ${lossText(before.logLoss)} with them and ${lossText(after.logLoss)} with the new.`;
	}
	return `The new parameters foretell better: on ${answers}, log loss falls from ${lossText(before.logLoss)} to ${lossText(after.logLoss)}.`;
}

/** Why there is nothing to judge. */
export function fewInWords(answers: number, least: number): string {
	const has =
		answers === 0
			? 'No answer tells of memory yet'
			: answers === 1
				? '1 answer tells of memory so far'
				: `${answers} answers tell of memory so far`;
	return `${has}, and a fit needs ${least}: answers that came a day or more after the one before. Nothing was changed.`;
}

export const PROBLEMS = {
	missing: {
		what: 'The optimizer is not on this device yet.',
		todo: 'Connect to the network once and try again; it works offline from then on.',
	},
	unsupported: {
		what: 'This browser cannot run the optimizer.',
		todo: 'The default parameters suit most people; a newer browser can fit your own.',
	},
	stopped: {
		what: 'The optimizer gave up.',
		todo: 'Close other tabs, as it may have lacked memory, and try again. If it happens again, check the database below.',
	},
} as const;
