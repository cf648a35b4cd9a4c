/** What to take from an interview: strengths, misses with what teaches them, and what to do next. */
import { STEPS, type Phase, type Step } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { judgeLine, type Evidence } from './find-evidence.ts';
import { MINUTE, PHASE_OF } from './plan.ts';
import type { InterviewState } from './replay-interview.ts';
import type { InterviewScore, Tick } from './score-interview.ts';

export interface Miss {
	/** Id of the line, clarifying question, component, probe or curveball. */
	id: string;
	/** What was missed, in the words of the question. */
	what: string;
	phase: Phase;
	/** Percent of the rubric; 0 for what no line weighs. */
	weight: number;
	/** Patterns that teach it, the best first. */
	patterns: string[];
	/** Single cards that teach it. */
	cards: string[];
	/** When it could have been shown, in milliseconds of the interview; undefined for what was never reached. */
	at?: number;
}

export interface Summary {
	/** Question lines that were ticked with evidence, the heaviest first. */
	strengths: string[];
	/** The heaviest first. */
	misses: Miss[];
	/** Steps never entered: filled in by the app, not by the person. */
	unreached: Step[];
	/** What to practice next, at most four, the most useful first. */
	followUps: FollowUp[];
}

export type FollowUp =
	| { kind: 'phase'; phase: Phase; why: string }
	| { kind: 'probe'; probe: string; why: string }
	| { kind: 'estimates'; why: string }
	| { kind: 'curveball'; curveball: string; why: string };

/** Sums an interview up. Lines that the evidence rules out are misses whatever was ticked. */
export function summarizeInterview(
	question: Question,
	state: InterviewState,
	ticks: readonly Tick[],
	evidence: Evidence,
	score: InterviewScore,
): Summary {
	const ticked = new Set(ticks.filter(({ pin }) => pin !== null).map(({ line }) => line));
	const held = question.rubric.filter(
		(line) => ticked.has(line.id) && judgeLine(line, evidence) !== 'not-shown',
	);
	const heavy = <T extends { weight: number }>(list: T[]) =>
		list.toSorted((a, b) => b.weight - a.weight);
	const missed = question.rubric.filter((line) => !held.includes(line));
	const misses = [
		...missed.map((line) =>
			missOf(question, state, {
				...{ id: line.id, what: line.line, phase: line.phase, weight: line.weight },
				patterns: line.patterns,
				from: line.from.filter((id) => !evidence.seen.includes(id)),
			}),
		),
		...silentMisses(
			question,
			state,
			missed.flatMap(({ from }) => from),
		),
	];
	return {
		strengths: heavy(held).map(({ line }) => line),
		misses: heavy(misses),
		unreached: (state.plan?.steps ?? [])
			.map(({ step }) => step)
			.filter((step) => !state.visited.includes(step)),
		followUps: followUps(question, state, score, evidence),
	};
}

interface MissSource {
	id: string;
	what: string;
	phase: Phase;
	weight: number;
	patterns: readonly string[];
	from: readonly string[];
}

function missOf(question: Question, state: InterviewState, source: MissSource): Miss {
	const { id, what, phase, weight } = source;
	const teaching = [
		...source.patterns,
		...[id, ...source.from].flatMap((each) => question.cards_on_miss[each] ?? []),
	];
	const at = momentOf(state, [id, ...source.from], phase);
	return {
		...{ id, what, phase, weight },
		patterns: [...new Set(teaching.filter((each) => !each.includes('/')))],
		cards: [...new Set(teaching.filter((each) => each.includes('/')))],
		...(at === undefined ? {} : { at }),
	};
}

/** Must-ask questions and must-have components that no missed line names already. */
function silentMisses(question: Question, state: InterviewState, named: readonly string[]): Miss[] {
	const asked = new Set(state.asked.flatMap(({ answers }) => answers ?? []));
	const unasked = question.clarify
		.filter(({ id, need }) => need === 'must' && !asked.has(id))
		.map(({ id, ask }): MissSource => ({
			...{ id, what: ask, phase: 'clarify', weight: 0, patterns: [], from: [] },
		}));
	const undrawn = question.design.components
		.filter(({ id }) => state.coverage.missing.includes(id))
		.map(({ id, name, why }): MissSource => ({
			...{ id, what: `${name}: ${why}`, phase: 'high-level', weight: 0, patterns: [], from: [] },
		}));
	return [...unasked, ...undrawn]
		.filter(({ id }) => !named.includes(id))
		.map((source) => missOf(question, state, source));
}

/** The moment of the probe or curveball that a miss belongs to, else the end of its phase. */
function momentOf(state: InterviewState, ids: readonly string[], phase: Phase): number | undefined {
	const moments = [
		...state.probes.filter(({ probe }) => ids.includes(probe)),
		...state.curveballs.filter(({ curveball }) => ids.includes(curveball)),
	].map(({ at }) => at);
	if (moments.length > 0) return Math.min(...moments);
	if (!state.visited.some((step) => PHASE_OF[step] === phase)) return undefined;
	const until = STEPS.findLastIndex((step) => PHASE_OF[step] === phase);
	return STEPS.slice(0, until + 1).reduce((sum, step) => sum + state.spent[step], 0);
}

const MOST_FOLLOW_UPS = 4;
/** A phase this much over its plan is worth practicing alone. */
const OVERRUN = 1.5;

function followUps(
	question: Question,
	state: InterviewState,
	{ heldDownBy }: InterviewScore,
	{ unseen }: Evidence,
): FollowUp[] {
	const list: FollowUp[] = [];
	for (const { phase, budget } of state.plan?.phases ?? []) {
		const steps = STEPS.filter((step) => PHASE_OF[step] === phase);
		const spent = steps.reduce((sum, step) => sum + state.spent[step], 0);
		if (!steps.some((step) => state.visited.includes(step))) {
			list.push({ kind: 'phase', phase, why: 'It was not reached.' });
		} else if (spent > budget * OVERRUN) {
			const why = `It took ${Math.round(spent / MINUTE)} minutes of ${Math.round(budget / MINUTE)} planned.`;
			list.push({ kind: 'phase', phase, why });
		}
	}
	if (heldDownBy.includes('numbers')) {
		list.push({ kind: 'estimates', why: 'Numbers hold the result down.' });
	}
	const probe = question.probes.find(({ id }) => unseen.includes(id));
	if (probe && (heldDownBy.includes('depth') || heldDownBy.includes('operation'))) {
		list.push({ kind: 'probe', probe: probe.id, why: 'Depth holds the result down.' });
	}
	const curveball = question.curveballs.find(({ id }) => unseen.includes(id));
	if (curveball) {
		const why = 'No assumption was named that it broke.';
		list.push({ kind: 'curveball', curveball: curveball.id, why });
	}
	return list.slice(0, MOST_FOLLOW_UPS);
}

export interface DueCard {
	card: string;
	/** Ids of the misses that it teaches. */
	misses: string[];
	/** The earliest moment of those, in milliseconds of the interview: "missed at 31:40". */
	at?: number;
}

/** Enough to repair an interview in one sitting. */
export const MOST_DUE = 12;

/**
 * Which cards to make due for what was missed: named cards first, then the cards of each pattern, the heaviest
 * miss first. Each card once. Says nothing about memory: a card is made due, never graded.
 * @param cardsOf ids of the cards of a pattern that may be offered, the most telling first
 * @param each how many cards a pattern gives at most
 */
export function missesToCards(
	misses: readonly Miss[],
	cardsOf: (pattern: string) => readonly string[],
	each = 2,
): DueCard[] {
	const due = new Map<string, DueCard>();
	const add = (card: string, { id, at }: Miss) => {
		const before = due.get(card);
		if (!before && due.size >= MOST_DUE) return;
		const first = [before?.at, at].filter((ms) => ms !== undefined);
		const ids = [...(before?.misses ?? []), ...(before?.misses.includes(id) ? [] : [id])];
		const when = first.length > 0 ? { at: Math.min(...first) } : {};
		due.set(card, { card, misses: ids, ...when });
	};
	for (const miss of misses) {
		const known = miss.cards.filter((card) =>
			cardsOf(card.slice(0, card.indexOf('/'))).includes(card),
		);
		for (const card of known) add(card, miss);
		if (known.length > 0) continue;
		for (const pattern of miss.patterns) {
			for (const card of cardsOf(pattern).slice(0, each)) add(card, miss);
		}
	}
	return [...due.values()];
}
