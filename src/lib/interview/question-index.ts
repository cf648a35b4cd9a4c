/** The clarifying questions of an interview as sets of weighted meanings, ready to be compared with a typed one. */
import type { Question } from '../content/question.ts';
import { editDistance } from './edit-distance.ts';
import { EMPTY_WORDS, GENERAL_SYNONYMS } from './general-words.ts';
import { stem, wordsOf } from './word-forms.ts';

/** What a text means: each meaning with how surely it was read, below 1 where a typo was mended. */
export type Meanings = ReadonlyMap<string, number>;

export interface IndexedQuestion {
	id: string;
	phrases: Meanings[];
	/** Every meaning of any of its phrases. */
	all: ReadonlySet<string>;
}

export interface QuestionIndex {
	questions: IndexedQuestion[];
	/** How telling a meaning is: high where few questions have it. */
	weightOf(meaning: string): number;
	read(text: string): Meanings;
}

/** Nobody asks a longer question; what is pasted behind it is not read. */
const LONGEST = 400;
const MENDED = 0.85;
/** A word that no question has counts against a match, less than a telling one. */
const UNKNOWN = 0.8;

/** Builds the index of a question; build it once for an interview. */
export function indexQuestion(question: Question): QuestionIndex {
	const sayings = sayingsOf([...question.synonyms, ...GENERAL_SYNONYMS]);
	const phrases = question.clarify.flatMap(({ ask, match }) => [ask, ...match]);
	const words = wordsKnown([...phrases, ...question.synonyms.flat(), ...GENERAL_SYNONYMS.flat()]);
	const read = (text: string) => meaningsOf(text.slice(0, LONGEST), sayings, words);
	const questions = question.clarify.map(({ id, ask, match }): IndexedQuestion => {
		const own = [ask, ...match].map(read).filter((meanings) => meanings.size > 0);
		return { id, phrases: own, all: new Set(own.flatMap((each) => [...each.keys()])) };
	});
	const spread = new Map<string, number>();
	for (const { all } of questions) {
		for (const meaning of all) spread.set(meaning, (spread.get(meaning) ?? 0) + 1);
	}
	const weightOf = (meaning: string) => {
		const among = spread.get(meaning);
		const most = Math.log(1 + questions.length);
		return among === undefined ? most * UNKNOWN : Math.log(1 + questions.length / among);
	};
	return { questions, weightOf, read };
}

interface Saying {
	stems: string[];
	means: string;
}

/** Phrases with their meaning, the longest first; a phrase of two groups has the meaning of the first. */
function sayingsOf(groups: readonly (readonly string[])[]): Map<string, Saying[]> {
	const sayings = new Map<string, Saying[]>();
	const taken = new Set<string>();
	for (const group of groups) {
		const means = `=${group[0] ?? ''}`;
		for (const phrase of group) {
			const stems = wordsOf(phrase).map(stem);
			const key = stems.join(' ');
			const [first] = stems;
			if (first === undefined || taken.has(key)) continue;
			taken.add(key);
			sayings.set(first, [...(sayings.get(first) ?? []), { stems, means }]);
		}
	}
	for (const list of sayings.values()) list.sort((a, b) => b.stems.length - a.stems.length);
	return sayings;
}

/** Known words by their stem. */
function wordsKnown(phrases: readonly string[]): Map<string, string[]> {
	const known = new Map<string, string[]>();
	for (const word of [...phrases.flatMap(wordsOf), ...EMPTY_WORDS]) {
		const list = known.get(stem(word)) ?? [];
		if (!list.includes(word)) known.set(stem(word), [...list, word]);
	}
	return known;
}

const EMPTY = new Set(EMPTY_WORDS.map(stem));

function meaningsOf(
	text: string,
	sayings: ReadonlyMap<string, Saying[]>,
	words: ReadonlyMap<string, string[]>,
): Meanings {
	const read = wordsOf(text).map((word) => mend(word, words));
	const meanings = new Map<string, number>();
	for (let at = 0; at < read.length;) {
		const first = read[at]?.stem ?? '';
		const saying = sayings
			.get(first)
			?.find(({ stems }) => stems.every((each, k) => read[at + k]?.stem === each));
		const length = saying?.stems.length ?? 1;
		const sure = Math.min(...read.slice(at, at + length).map((each) => each.sure));
		if (saying) meanings.set(saying.means, Math.max(sure, meanings.get(saying.means) ?? 0));
		else if (!EMPTY.has(first)) meanings.set(first, Math.max(sure, meanings.get(first) ?? 0));
		at += length;
	}
	return meanings;
}

/** The stem of a word, or of the one known word that it is a slip of. */
function mend(word: string, words: ReadonlyMap<string, string[]>): { stem: string; sure: number } {
	const own = stem(word);
	if (words.has(own) || word.length < 4 || /\d/.test(word)) return { stem: own, sure: 1 };
	const most = word.length >= 8 ? 2 : 1;
	let best: { stem: string; slips: number } | undefined;
	for (const [known, forms] of words) {
		for (const form of forms) {
			if (form.length < 4 || !startsAlike(word, form)) continue;
			const slips = editDistance(word, form, most);
			// One changed letter makes another short word: cost and post, lines and links.
			if (slips > most || (word.length < 6 && form.length === word.length && !swapped(word, form)))
				continue;
			if (!best || slips < best.slips) best = { stem: known, slips };
		}
	}
	return best ? { stem: best.stem, sure: MENDED } : { stem: own, sure: 1 };
}

function startsAlike(a: string, b: string): boolean {
	return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

function swapped(a: string, b: string): boolean {
	return [...a].sort().join('') === [...b].sort().join('');
}
