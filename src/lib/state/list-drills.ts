/** Puts together what is known of each drill: its template, where its schedule stands, how it went last. */
import type { DrillTemplate } from '$lib/content/drill.ts';
import { drillCardId } from '$lib/content/drill-id.ts';
import type { Choosable } from '$lib/estimation/choose-drills.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import { isDue, standingOf, type Standing } from '$lib/scheduler/card-standing.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';

export interface ListedDrill extends Choosable {
	template: DrillTemplate;
	/** Its schedule; undefined before the drill was taken in. */
	card: CardState | undefined;
	standing: Standing;
	/** The latest that counts; undefined before the first. */
	lastAttempt: DrillAttempt | undefined;
}

/** Retired drills are left out unless they were begun. @param attempts oldest first */
export function listDrills(
	templates: readonly DrillTemplate[],
	cards: readonly CardState[],
	attempts: readonly DrillAttempt[],
	preset: Preset,
	moment: Moment,
): ListedDrill[] {
	const byId = new Map(cards.map((card) => [card.id, card]));
	const last = new Map(
		attempts.flatMap((attempt) => (attempt.void ? [] : [[attempt.drill, attempt] as const])),
	);
	return templates
		.map((template): ListedDrill => {
			const card = byId.get(drillCardId(template.id));
			return {
				template,
				card,
				standing: standingOf(card, preset.weights ?? DEFAULT_PRESET.weights, moment),
				lastAttempt: last.get(template.id),
				due: card !== undefined && isDue(card, moment),
				fresh: card === undefined || card.phase === 'new',
				away: card !== undefined && (card.suspended || card.buriedOn >= moment.day),
			};
		})
		.filter(({ template, fresh }) => !(template.retired && fresh));
}
