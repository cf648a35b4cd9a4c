/** What a session of the day keeps to until the interview, from wherever it is begun: what Today's numbers follow too. */
import { planMark, readKeptPlan } from '$lib/db/kept-plan.ts';
import { hasStudied } from '$lib/db/counts.ts';
import { interviewAhead } from '$lib/db/settings.ts';
import { ruleOf, type DayRule, type PlannedToday } from '$lib/plan/planned-today.ts';
import type { App } from './app.svelte.ts';

type RuleApp = Pick<App, 'db' | 'library' | 'moment' | 'preset' | 'readOnly' | 'settings'>;

/** Undefined without a date, and where nothing can be planned: then the options alone hold. @throws DbError */
export async function dayRule(app: RuleApp): Promise<DayRule | undefined> {
	const { db, preset, settings } = app;
	const { day } = app.moment();
	if (interviewAhead(settings, day) === undefined) return undefined;
	const kept = await readKeptPlan(db, day, planMark(settings, preset.newPerDay));
	const planned = kept?.planned ?? (await planNow(app));
	return planned && ruleOf(planned);
}

async function planNow(app: RuleApp): Promise<PlannedToday | undefined> {
	// The very first card waits for nothing: it is new in any plan.
	if (!(await hasStudied(app.db))) return undefined;
	try {
		const { readPlannedToday } = await import('./planned-today.svelte.ts');
		return await readPlannedToday(app);
	} catch {
		return undefined;
	}
}
