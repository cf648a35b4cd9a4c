/** How the minutes of an interview are divided: the framework's four phases, and the finer steps inside them. */
import { PHASES, STEPS, type Phase, type Step } from '../content/question-terms.ts';

export interface PlannedStep {
	step: Step;
	phase: Phase;
	/** In milliseconds. */
	budget: number;
}

export interface PlannedPhase {
	phase: Phase;
	/** In milliseconds: the sum of its steps. */
	budget: number;
	/** What the framework allows it, in minutes; only in a plan of 45 or 60 minutes. */
	framework?: readonly [least: number, most: number];
}

export interface Plan {
	minutes: number;
	/** In milliseconds. The budgets of the steps sum to it, and so do those of the phases. */
	total: number;
	steps: readonly PlannedStep[];
	phases: readonly PlannedPhase[];
}

export const PHASE_OF: Readonly<Record<Step, Phase>> = {
	scope: 'clarify',
	numbers: 'clarify',
	interface: 'high-level',
	drawing: 'high-level',
	depth: 'deep-dive',
	close: 'wrap-up',
};

export const MINUTE = 60_000;
export const FEWEST_MINUTES = 5;
export const MOST_MINUTES = 180;

type PerStep = Readonly<Record<Step, number>>;
type Ranges = Readonly<Record<Phase, readonly [number, number]>>;

/** In minutes. Chosen so that each phase stays within what the framework allows it. */
const BUDGETS: Readonly<Record<45 | 60, PerStep>> = {
	45: { scope: 6, numbers: 2, interface: 4, drawing: 11, depth: 16, close: 6 },
	60: { scope: 7, numbers: 3, interface: 6, drawing: 14, depth: 23, close: 7 },
};

const FRAMEWORK: Readonly<Record<45 | 60, Ranges>> = {
	45: { clarify: [5, 8], 'high-level': [10, 15], 'deep-dive': [15, 18], 'wrap-up': [5, 10] },
	60: { clarify: [5, 10], 'high-level': [15, 20], 'deep-dive': [20, 25], 'wrap-up': [5, 10] },
};

/**
 * The plan for a length. Other lengths than 45 and 60 share their time out like the nearer of both.
 * @param minutes kept between 5 and 180, to the whole minute
 * @param only a phase or step that is practiced alone: all the time goes to it
 */
export function planInterview(minutes: number, only?: Phase | Step): Plan {
	const whole = Math.min(MOST_MINUTES, Math.max(FEWEST_MINUTES, Math.round(minutes) || 0));
	const length = whole < 53 ? 45 : 60;
	const named = STEPS.filter((step) => only === undefined || [step, PHASE_OF[step]].includes(only));
	const total = whole * MINUTE;
	const shares = named.map((step) => BUDGETS[length][step]);
	const sum = shares.reduce((a, b) => a + b, 0);
	let before = 0;
	let given = 0;
	const steps = named.map((step, at): PlannedStep => {
		before += shares[at] ?? 0;
		// Rounded on the running sum, so that no second is lost or given twice.
		const until = Math.round((total * before) / sum / 1000) * 1000;
		const budget = until - given;
		given = until;
		return { step, phase: PHASE_OF[step], budget };
	});
	const phases = PHASES.flatMap((phase): PlannedPhase[] => {
		const own = steps.filter((each) => each.phase === phase);
		if (own.length === 0) return [];
		const budget = own.reduce((ms, each) => ms + each.budget, 0);
		const known = only === undefined && (whole === 45 || whole === 60);
		return [{ phase, budget, ...(known ? { framework: FRAMEWORK[length][phase] } : {}) }];
	});
	return { minutes: whole, total, steps, phases };
}
