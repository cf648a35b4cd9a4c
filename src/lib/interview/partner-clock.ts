/** The clock of whoever interviews: started, paused, and read from time stamps alone. */
import type { Plan, PlannedStep } from './plan.ts';

export interface PartnerClock {
	/** Milliseconds counted up to the last pause. */
	counted: number;
	/** When it was started, in ms since 1970; null while it stands. */
	since: number | null;
}

export const STOPPED: PartnerClock = { counted: 0, since: null };

/** Milliseconds that count at a moment; a clock that was set back never takes any away. */
export function elapsedOf({ counted, since }: PartnerClock, now: number): number {
	return counted + (since === null ? 0 : Math.max(0, now - since));
}

export function startOrPause(clock: PartnerClock, now: number): PartnerClock {
	const counted = elapsedOf(clock, now);
	return { counted, since: clock.since === null ? now : null };
}

/** The step that the plan has for a moment, with when it ends; the last one from there on. */
export function plannedAt(plan: Plan, at: number): PlannedStep & { until: number } {
	let until = 0;
	for (const step of plan.steps) {
		until += step.budget;
		if (at < until) return { ...step, until };
	}
	const last = plan.steps.at(-1);
	if (!last) throw new Error('A plan has steps.');
	return { ...last, until };
}
