/** What to do next for a question: cards, a drill or a short practice, each within a sitting, the best first. */
import type { Dimension } from '../content/dimension.ts';
import type { DrillTemplate } from '../content/drill.ts';
import type { RubricDimension } from '../content/question-terms.ts';
import type { ExerciseKind } from '../interview/exercise.ts';
import type { AnswerTimes } from '../scheduler/session-forecast.ts';
import type { EstimateRecord } from './estimate-record.ts';
import { weakestDimension } from './interview-evidence.ts';
import { nextCards, type NextCards } from './next-cards.ts';
import { SHARES, type Knowledge, type QuestionReadiness } from './question-readiness.ts';
import { shareRange } from './range.ts';

/** What a sitting is planned for. */
export const SITTING_MINUTES = 20;

/** `gain` is what the low end of the readiness gains, 0 to 1, if it goes well. */
export type NextStep =
	| ({ kind: 'cards' } & NextCards)
	| {
			kind: 'drill';
			drill: string;
			title: string;
			amount: Dimension;
			minutes: number;
			gain: number;
	  }
	| {
			kind: 'practice';
			exercise: ExerciseKind;
			why?: RubricDimension;
			minutes: number;
			gain: number;
	  }
	| { kind: 'interview'; minutes: number; gain: number };

/** The short practice that shows a dimension; what an interview's whole course shows has none. */
const EXERCISE_FOR: Readonly<Record<RubricDimension, ExerciseKind>> = {
	scope: 'clarify',
	numbers: 'estimate',
	interface: 'flaw',
	design: 'flaw',
	depth: 'probe',
	'trade-offs': 'defend',
	operation: 'probe',
	drive: 'curveball',
};

const DRILL_MINUTES = 4;
const PRACTICE_MINUTES = 8;
const INTERVIEW_MINUTES = 45;
/** From this recall on it is time to try the whole. */
const READY_TO_TRY = 0.6;
/** A practice of one dimension alone shows half of what an interview would. */
const ALONE = 0.5;

export interface DrillChoice {
	template: Pick<DrillTemplate, 'id' | 'title' | 'asks' | 'patterns'>;
	/** Whether its last attempt was right in all. */
	known: boolean;
	/** Put off or suspended. */
	away: boolean;
}

/**
 * At most one step of each kind, by gain for its time; the interview is the only one that is longer than a sitting,
 * and stands last.
 */
export function nextSteps(
	readiness: QuestionReadiness,
	amounts: readonly Dimension[],
	knowledge: Knowledge,
	drills: readonly DrillChoice[],
	times: Partial<AnswerTimes> = {},
): NextStep[] {
	const { patterns, interview, recall } = readiness;
	const cards = nextCards(patterns, knowledge, SITTING_MINUTES, times);
	const drill = nextDrill(amounts, knowledge.estimates, drills, patterns);
	const steps: NextStep[] = [
		...(cards ? [{ kind: 'cards' as const, ...cards }] : []),
		...(drill ? [drill] : []),
	];
	if (interview) {
		const why = weakestDimension(interview, knowledge.aim);
		const found = interview.dimensions.find(({ dimension }) => dimension === why);
		const gain = ALONE * SHARES.interview * (found?.weight ?? 0);
		if (why) {
			const exercise = EXERCISE_FOR[why];
			steps.push({ kind: 'practice', exercise, why, minutes: PRACTICE_MINUTES, gain });
		}
	}
	steps.sort((a, b) => b.gain / b.minutes - a.gain / a.minutes);
	const shown = interview ? interview.low : 0;
	if (recall >= READY_TO_TRY && shown < 1) {
		const gain = SHARES.interview * (1 - shown);
		steps.push({ kind: 'interview', minutes: INTERVIEW_MINUTES, gain });
	}
	return steps;
}

/** A drill for the kind of amount that right answers would raise most; one about the question's patterns if there is. */
function nextDrill(
	amounts: readonly Dimension[],
	records: Knowledge['estimates'],
	drills: readonly DrillChoice[],
	patterns: QuestionReadiness['patterns'],
): NextStep | undefined {
	const needed = new Set(patterns.map(({ pattern }) => pattern));
	const gainOf = (kind: Dimension) => {
		const { asks, right }: EstimateRecord = records.get(kind) ?? { asks: 0, right: 0 };
		const more = shareRange({ asks: asks + 1, right: right + 1 }).low;
		const times = amounts.filter((each) => each === kind).length;
		return (SHARES.estimates * (more - shareRange({ asks, right }).low) * times) / amounts.length;
	};
	const open = drills
		.filter(({ away }) => !away)
		.flatMap(({ template, known }) => {
			const own = [...new Set(template.asks.map(({ expect }) => expect))];
			const kinds = own.filter((each) => amounts.includes(each));
			const amount = kinds.sort((a, b) => gainOf(b) - gainOf(a))[0];
			if (amount === undefined) return [];
			const near = template.patterns.some((each) => needed.has(each));
			return [{ template, amount, gain: gainOf(amount), rank: (known ? 2 : 0) + (near ? 0 : 1) }];
		})
		.sort((a, b) => b.gain - a.gain || a.rank - b.rank || (a.template.id < b.template.id ? -1 : 1));
	const [best] = open;
	if (!best) return undefined;
	const { template, amount, gain } = best;
	const minutes = DRILL_MINUTES;
	return { kind: 'drill', drill: template.id, title: template.title, amount, minutes, gain };
}
