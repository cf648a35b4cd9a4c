/** Finds what the candidate's own words are about: a part to go into, a requirement that was written down. */
import type { Clarification, Question } from '../content/question.ts';
import { EMPTY_WORDS } from './general-words.ts';
import { matchQuestion } from './match-question.ts';
import { indexQuestion } from './question-index.ts';
import { stem, stemsOf } from './word-forms.ts';

/** Nobody says more than this to name a part. */
const LONGEST = 200;

/** The surest of some texts that words are about; undefined where none is like them. */
function nearest(
	text: string,
	question: Question,
	among: readonly { id: string; says: readonly string[] }[],
): string | undefined {
	const clarify = among.map(({ id, says }): Clarification => {
		const [ask = '', ...match] = says;
		return { id, need: 'good', chip: 'features', ask, match, a: '', sets: [] };
	});
	const match = matchQuestion(text, indexQuestion({ ...question, clarify }));
	if (match.kind === 'answer') return match.id;
	return match.kind === 'did-you-mean' ? match.ids[0] : undefined;
}

const EMPTY = new Set(EMPTY_WORDS.map(stem));
/** So much of what was said must belong to a probe. */
const SHARE = 0.5;

/**
 * The probe that belongs to what a candidate wants to go into; undefined where none does. A few words are enough:
 * what counts is how many of them a probe knows, and how few other probes do.
 * @param open ids of the probes that may still be asked
 */
export function matchLead(
	text: string,
	{ probes }: Question,
	open: readonly string[],
): string | undefined {
	const typed = [...new Set(stemsOf(text.slice(0, LONGEST)))].filter((each) => !EMPTY.has(each));
	const known = probes.map(({ id, ask, good, follow_up, patterns }) => ({
		id,
		stems: new Set(stemsOf([ask, follow_up, ...good.mid, ...good.senior, ...patterns].join(' '))),
	}));
	const ranked = known
		.filter(({ id }) => open.includes(id))
		.map(({ id, stems }) => {
			const met = typed.filter((each) => stems.has(each));
			const rare = met.map((each) => 1 / known.filter((other) => other.stems.has(each)).length);
			return { id, share: met.length / typed.length, score: rare.reduce((a, b) => a + b, 0) };
		})
		.filter(({ share }) => share >= SHARE)
		.toSorted((a, b) => b.score - a.score);
	return ranked[0]?.id;
}

/** The requirement behind a line of the candidate's own list; undefined where none is like it. */
export function matchRequirement(text: string, question: Question): string | undefined {
	const { must, nice, nfr } = question.requirements;
	const among = [...must, ...nice, ...nfr].map(({ id, t }) => ({ id, says: [t] }));
	return nearest(text, question, among);
}
