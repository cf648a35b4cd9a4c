/** The fixed interviewer: finds the authored question behind a typed one, or says that it is not sure. */
import type { Chip } from '../content/question-terms.ts';
import type { Clarification, Question } from '../content/question.ts';
import type { IndexedQuestion, Meanings, QuestionIndex } from './question-index.ts';

/** `confidence` is from 0 to 1. */
export type Match =
	| { kind: 'answer'; id: string; confidence: number }
	/** Two or three questions (one where nothing else is like it) to choose from, the likeliest first. Show their `ask`, never their answer. */
	| { kind: 'did-you-mean'; ids: string[]; confidence: number }
	| { kind: 'fallback'; confidence: number };

/** From here on an answer is given at once. */
export const SURE = 0.74;
/** The second-best must be this much less likely. */
const MARGIN = 0.08;
/** A telling word that the question does not know may turn it into another one: then it is only offered. */
const WHOLE = 0.8;
/** Below it nothing is offered. */
const CLOSE = 0.5;
/** What is offered beside the likeliest. */
const BESIDE = 0.36;
const FAINT = 0.2;
const MOST_OFFERED = 3;

/**
 * Compares a typed question with the authored ones, without a network and always with the same result. Word
 * forms, synonyms and typos are taken care of.
 */
export function matchQuestion(text: string, index: QuestionIndex): Match {
	const typed = index.read(text);
	const ranked = index.questions
		.map((question) => ({ id: question.id, ...likeness(typed, question, index) }))
		.sort((a, b) => b.score - a.score);
	const [best, second] = ranked;
	if (!best || best.score < CLOSE) return { kind: 'fallback', confidence: best?.score ?? 0 };
	const confidence = best.score;
	const clear = confidence - (second?.score ?? 0) >= MARGIN;
	if (confidence >= SURE && clear && best.share >= WHOLE) {
		return { kind: 'answer', id: best.id, confidence };
	}
	// Two at least where anything is like it: one alone would look like an answer.
	const offered = ranked
		.slice(0, MOST_OFFERED)
		.filter(({ score }, at) => score >= (at < 2 ? FAINT : BESIDE));
	return { kind: 'did-you-mean', ids: offered.map(({ id }) => id), confidence };
}

/**
 * How much of the nearest phrase was said, and how much of what was said belongs to the question: the geometric
 * mean of both, so that neither a single common word nor a long text around a phrase is enough.
 */
function likeness(
	typed: Meanings,
	{ phrases, all }: IndexedQuestion,
	index: QuestionIndex,
): { score: number; share: number } {
	let said = 0;
	let known = 0;
	for (const [meaning, sure] of typed) {
		said += index.weightOf(meaning);
		if (all.has(meaning)) known += index.weightOf(meaning) * sure;
	}
	if (said === 0) return { score: 0, share: 0 };
	const share = known / said;
	const covered = phrases.map((phrase) => {
		let whole = 0;
		let met = 0;
		for (const meaning of phrase.keys()) {
			whole += index.weightOf(meaning);
			met += index.weightOf(meaning) * (typed.get(meaning) ?? 0);
		}
		return met / whole;
	});
	return { score: Math.sqrt(share * Math.max(...covered, 0)), share };
}

const NEEDS: readonly Clarification['need'][] = ['must', 'good', 'trivia'];

/**
 * The question behind a chip: the most important one under it that was not asked yet; undefined where none is
 * left, which the fallback answers.
 */
export function questionOfChip(
	question: Question,
	chip: Chip,
	asked: readonly (string | null)[],
): Clarification | undefined {
	return question.clarify
		.filter((each) => each.chip === chip && !asked.includes(each.id))
		.sort((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need))[0];
}
