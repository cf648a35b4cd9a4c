/** Questions about the meanings of a word that several parts of the parser ask. */
import type { UnitMeaning } from './unit-meaning.ts';
import { meaningsOf } from './unit-words.ts';

/** The meaning as a time, if there is one. */
export function timeMeaning(meanings: readonly UnitMeaning[] | undefined): UnitMeaning | undefined {
	return meanings?.find(({ what, data, time }) => what === 'unit' && data === 0 && time === 1);
}

/** `daily` and its like: a rate or only a word beside what is counted. */
export function isAdverb(meanings: readonly UnitMeaning[]): boolean {
	return meanings.length === 2 && meanings.some(isAdverbial);
}

/** A unit that may follow another one: 5 TB daily. */
export function isAdverbial({ what, said, time }: UnitMeaning): boolean {
	return what === 'unit' && time === -1 && /^an? /.test(said);
}

/** Words for people, of whom one counts the active ones by the day. */
export function isPeople(word: string): boolean {
	return /^(dau|mau|users?|people|persons?|visitors?|customers?|viewers?|listeners?|players?|readers?|riders?|drivers?|actives?)$/i.test(
		word,
	);
}

/** A scale written as a word, as million. */
export function isScaleWord(word: string): boolean {
	const meaning = meaningsOf(word)?.[0];
	return meaning?.what === 'scale' && !meaning.letter;
}

/** The currency that a sign or word stands for. */
export function currencyOf(word: string): string | undefined {
	return meaningsOf(word)?.[0]?.currency;
}
