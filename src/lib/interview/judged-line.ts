/** The lines of an evaluation: those that the app has judged, with its reason, and those that the person judges. */
import type { InterviewLevel, Phase, RubricDimension } from '../content/question-terms.ts';
import type { Question, RubricLine } from '../content/question.ts';
import type { ExerciseKind } from './exercise.ts';
import { clockText } from './clock-text.ts';
import { judgeLine, type Evidence, type Verdict } from './find-evidence.ts';
import { PHASE_OF } from './plan.ts';
import type { InterviewState } from './replay-interview.ts';
import { linesOf, type Pin, type Tick } from './score-interview.ts';

export interface JudgedLine {
	id: string;
	dimension: RubricDimension;
	level: InterviewLevel;
	phase: Phase;
	line: string;
	verdict: Verdict;
	/** Why the app has judged so: "asked at 3:10"; for an open line, what the app could not see. */
	why: string;
	/** What the app pins its own tick to. */
	pin?: Pin;
}

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
	clarify: 'clarifying',
	'high-level': 'the high-level design',
	'deep-dive': 'the deep dive',
	'wrap-up': 'the wrap-up',
};

/**
 * Every line of the interview in the order of the rubric, each with what the app knows of it. Where a phase was
 * practiced alone, only its own lines.
 */
export function judgeLines(
	question: Question,
	state: InterviewState,
	evidence: Evidence,
): JudgedLine[] {
	const own = new Map(question.rubric.map((line) => [line.id, line]));
	return linesOf(question)
		.filter((line) => isAsked(line, own.get(line.id)?.from ?? [], state))
		.map((line) => ({ ...line, ...judged(question, state, evidence, own.get(line.id), line) }));
}

/** What a short practice is judged by. */
const EXERCISED: Readonly<Record<ExerciseKind, readonly RubricDimension[]>> = {
	clarify: ['scope'],
	estimate: ['numbers'],
	probe: ['depth'],
	curveball: ['drive', 'operation'],
	flaw: ['design'],
	defend: ['trade-offs'],
};

/** Whether a line is about what was practiced: always, in a whole interview. */
function isAsked(
	{ phase, dimension }: Pick<JudgedLine, 'phase' | 'dimension'>,
	from: readonly string[],
	{ plan, exercise }: InterviewState,
): boolean {
	if (!exercise) return plan?.phases.some((each) => each.phase === phase) ?? false;
	if (!EXERCISED[exercise.kind].includes(dimension)) return false;
	return exercise.about === '' || from.length === 0 || from.includes(exercise.about);
}

/** Must-haves whose path the app does not see and the candidate did not claim while drawing. */
export function pathLines(question: Question, state: InterviewState): { id: string; t: string }[] {
	return question.requirements.must.flatMap(({ id, t }) =>
		state.untraced.includes(id) ? { id: pathLine(id), t } : [],
	);
}

/** Under this id a tick says that a must-have has its path after all. */
function pathLine(requirement: string): string {
	return `path-${requirement}`;
}

/** The state as the person sees it: must-haves whose path was shown by a pin are no longer without one. */
export function withShownPaths(state: InterviewState, ticks: readonly Tick[]): InterviewState {
	const shownPaths = new Set(ticks.filter(({ pin }) => pin !== null).map(({ line }) => line));
	return { ...state, untraced: state.untraced.filter((id) => !shownPaths.has(pathLine(id))) };
}

/**
 * The evidence without what the person has overruled: the app reads drawings by the labels of their boxes, and may
 * miss what anyone can see.
 */
export function withOverruled(
	question: Question,
	lines: readonly JudgedLine[],
	evidence: Evidence,
	ticks: readonly Tick[],
): Evidence {
	const ticked = new Set(countedTicks(lines, ticks).map(({ line }) => line));
	const overruled = new Set(
		question.rubric.filter(({ id }) => ticked.has(id)).flatMap(({ from }) => from),
	);
	return { seen: evidence.seen, unseen: evidence.unseen.filter((id) => !overruled.has(id)) };
}

/** What the app ticks by itself, with where it can be seen. */
export function ownTicks(lines: readonly JudgedLine[]): Tick[] {
	return lines.flatMap(({ id, verdict, pin }) =>
		verdict === 'shown' && pin ? [{ line: id, pin }] : [],
	);
}

/** All ticks that count: the app's own, and those of the person that have evidence and that nothing rules out. */
export function countedTicks(lines: readonly JudgedLine[], ticks: readonly Tick[]): Tick[] {
	const open = new Set(lines.filter(({ verdict }) => verdict === 'open').map(({ id }) => id));
	return [...ownTicks(lines), ...ticks.filter(({ line, pin }) => pin !== null && open.has(line))];
}

type Judgment = Pick<JudgedLine, 'verdict' | 'why' | 'pin'>;

const OPEN: Judgment = { verdict: 'open', why: '' };
const missing = (why: string): Judgment => ({ verdict: 'not-shown', why });

function judged(
	question: Question,
	state: InterviewState,
	evidence: Evidence,
	own: RubricLine | undefined,
	{ id, phase, dimension }: { id: string; phase: Phase; dimension: RubricDimension },
): Judgment {
	if (id === 'general-design-mid-1') return judgePaths(question, state);
	if (dimension === 'interface' && id !== 'general-interface-staff-1') {
		if (state.pad.api.trim() === '' && state.pad.data.trim() === '') {
			return missing('nothing stands under API or data');
		}
		// A path in the drawing says nothing of calls and keys.
		return OPEN;
	}
	const verdict = own ? judgeLine(own, evidence) : 'open';
	if (own && verdict === 'shown') return shown(question, state, own.from);
	if (own && verdict === 'not-shown') {
		const why = sayMissing(question, state, own.from);
		const fuzzy = state.coverage.boxes > 1 && own.from.every((each) => isDrawn(question, each));
		return fuzzy ? { verdict: 'open', why: `the app sees ${why}` } : missing(why);
	}
	const visited = state.visited.some((step) => PHASE_OF[step] === phase);
	if ((own?.from ?? []).length > 0 || visited || state.exercise) return OPEN;
	return missing(`${PHASE_WORDS[phase]} was not reached`);
}

/** Whether an id is looked for in the drawing. */
function isDrawn({ design, requirements }: Question, id: string): boolean {
	return [...design.components, ...design.flows, ...requirements.must].some(
		(each) => each.id === id,
	);
}

function judgePaths(question: Question, state: InterviewState): Judgment {
	if (state.coverage.boxes === 0) return missing('nothing was drawn');
	const lacking = question.requirements.must.filter(({ id }) => state.untraced.includes(id));
	if (lacking.length > 0) return missing(`no path for: ${lacking.map(({ t }) => t).join('; ')}`);
	if (state.coverage.untraced.length > 0) return OPEN;
	const node = state.coverage.found[0]?.node.id;
	const why = 'every must-have has its path in the drawing';
	return { verdict: 'shown', why, ...(node === undefined ? {} : { pin: { kind: 'node', node } }) };
}

function shown(question: Question, state: InterviewState, from: readonly string[]): Judgment {
	const asked = state.asked.filter(({ answers }) => answers !== null && from.includes(answers));
	const times = [...new Set(asked.map(({ at }) => clockText(at)))];
	const boxes = state.coverage.found.filter(({ component }) => from.includes(component));
	const estimates = question.estimates.filter(({ id }) => from.includes(id));
	const flows = question.design.flows.some(({ id }) => from.includes(id));
	const traced = question.requirements.must.some(({ id }) => from.includes(id));
	const why = [
		...(times.length > 0 ? [`asked at ${listed(times)}`] : []),
		...(boxes.length > 0 ? [`drawn as ${listed(boxes.map(({ node }) => node.label))}`] : []),
		...(estimates.length > 0 ? ['the number on your pad is right'] : []),
		...(flows || traced ? ['the path is in your drawing'] : []),
	].join(', ');
	return { verdict: 'shown', why, pin: pinOf(question, state, from) };
}

/** The first place where what decides a line can be seen. */
function pinOf(question: Question, state: InterviewState, from: readonly string[]): Pin {
	const asked = state.asked.find(({ answers }) => answers !== null && from.includes(answers));
	if (asked) return { kind: 'minute', at: asked.at };
	const box = state.coverage.found.find(({ component }) => from.includes(component));
	const path = question.design.flows.find(({ id }) => from.includes(id))?.path ?? [];
	const onPath = state.coverage.found.find(({ component }) => path.includes(component));
	const node = box ?? onPath;
	if (node) return { kind: 'node', node: node.node.id };
	return { kind: 'note', text: state.pad.estimates.split('\n')[0]?.trim() ?? '' };
}

function sayMissing(question: Question, state: InterviewState, from: readonly string[]): string {
	const has = (list: readonly { id: string }[]) => list.some(({ id }) => from.includes(id));
	const thrown = state.curveballs.some(({ curveball }) => from.includes(curveball));
	return [
		...(has(question.clarify) ? ['never asked'] : []),
		...(has(question.estimates) ? ['no number on your pad comes near it'] : []),
		...(has(question.design.components) ? ['no such box in your drawing'] : []),
		...(has(question.design.flows) || has(question.requirements.must)
			? ['no such path in your drawing']
			: []),
		...(has(question.probes) ? ['it did not come up'] : []),
		...(has(question.curveballs)
			? [thrown ? 'no broken assumption was named' : 'no change came up']
			: []),
	].join(', ');
}

function listed(names: readonly string[]): string {
	return names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
