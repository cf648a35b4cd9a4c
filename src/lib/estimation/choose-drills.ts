/** Which drills a sitting holds: what is due comes first, then what is new or goes badly, topics mixed. */
import type { DrillTemplate } from '../content/drill.ts';
import type { DrillAttempt } from './drill-attempt.ts';
import { seededRandom } from './seeded-random.ts';

export interface Choosable {
	template: Pick<DrillTemplate, 'id' | 'topic' | 'quick' | 'asks' | 'level'>;
	due: boolean;
	/** Never graded. */
	fresh: boolean;
	/** Suspended or put off: left out. */
	away: boolean;
}

/** Drills of a daily mixed set: about ten minutes. */
export const DAILY_DRILLS = 5;
/** Of these, walks through a whole system at most. */
const MOST_WALKS = 1;
const WALK = 3;

/**
 * The mixed set of study day `day`. It stays the same all day: what was done of it stays in it, at its front, and what
 * was practiced otherwise gives its place to the next.
 * @param attempts oldest first
 */
export function dailyDrills<T extends Choosable>(
	all: readonly T[],
	attempts: readonly DrillAttempt[],
	day: number,
): { drills: T[]; done: number } {
	const today = attempts.filter((attempt) => attempt.day === day && !attempt.void);
	const inSet = new Set(today.filter(({ mode }) => mode === 'daily').map(({ drill }) => drill));
	const practiced = new Set(today.map(({ drill }) => drill));
	const chosen = [...inSet].flatMap((id) => all.find(({ template }) => template.id === id) ?? []);
	const done = chosen.length;
	const topics = new Set<string>(chosen.map(({ template }) => template.topic));
	let walks = chosen.filter(({ template }) => template.asks.length >= WALK).length;
	const ranked = rank(all, attempts, String(day)).filter(
		({ template }) => !practiced.has(template.id),
	);
	// First a drill of each topic, then whatever ranks highest.
	for (const fill of [false, true]) {
		for (const each of ranked) {
			if (chosen.length >= DAILY_DRILLS) break;
			const { topic, asks } = each.template;
			const walk = asks.length >= WALK;
			if (chosen.includes(each) || (!fill && topics.has(topic))) continue;
			if (walk && walks >= MOST_WALKS) continue;
			chosen.push(each);
			topics.add(topic);
			if (walk) walks += 1;
		}
	}
	return { drills: chosen, done };
}

/** Quick ones for a set against the clock, in the order in which they come; all of them, as nobody knows how far one gets. */
export function quickDrills<T extends Choosable>(
	all: readonly T[],
	attempts: readonly DrillAttempt[],
	seed: string,
): T[] {
	return rank(
		all.filter(({ template }) => template.quick),
		attempts,
		seed,
	);
}

/** Due before badly known before new before well known, easier levels of new ones first; chance within. */
function rank<T extends Choosable>(
	all: readonly T[],
	attempts: readonly DrillAttempt[],
	seed: string,
): T[] {
	const last = new Map<string, DrillAttempt>();
	for (const attempt of attempts) if (!attempt.void) last.set(attempt.drill, attempt);
	const went = (id: string) => {
		const asks = last.get(id)?.asks ?? [];
		return asks.every(({ band }) => band === 'spot-on' || band === 'good');
	};
	const levels = ['beginner', 'intermediate', 'advanced', 'expert'];
	const place = ({ template, due, fresh }: T) => {
		if (due) return 0;
		if (fresh) return 2 + levels.indexOf(template.level) / 10;
		return went(template.id) ? 3 : 1;
	};
	return all
		.filter(({ away }) => !away)
		.map((each) => ({ each, at: place(each), chance: seededRandom(seed + each.template.id)() }))
		.sort((a, b) => a.at - b.at || a.chance - b.chance)
		.map(({ each }) => each);
}
