/** Foresees the study day that has begun, before anything is answered on it, and keeps that. */
import { averageAnswerMs } from '$lib/db/counts.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { candidatesOf } from '$lib/db/deck-candidates.ts';
import { readPreset } from '$lib/db/decks.ts';
import { keepForecast, wantsForecast } from '$lib/db/forecasts.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { presetOfDeck } from '$lib/db/study-decks.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import { recallNow } from '$lib/scheduler/card-standing.ts';
import { planDay } from '$lib/scheduler/day-plan.ts';
import { limitsLeft } from '$lib/scheduler/limits.ts';
import { sessionMinutes } from '$lib/scheduler/session-forecast.ts';
import type { Moment } from '$lib/scheduler/study-day.ts';
import { expectedRecalled, type ForecastPart } from '$lib/statistics/day-forecast.ts';
import type { PlannedToday } from '$lib/plan/planned-today.ts';
import { rootsOf, type CountedRoot } from './study-roots.ts';

/** Averages are taken over so many days. */
const RECENT_DAYS = 21;
/** Where more is due, these tell for the rest. */
const SAMPLE = 400;

/**
 * Does nothing where the day is begun, or nothing is to be done on it.
 * @param readPlanned what a plan until an interview has placed on the day
 * @throws DbError
 */
export async function keepTodayForecast(
	db: OnsiteDb,
	now: Moment,
	moment: WriteMoment,
	readPlanned: () => Promise<PlannedToday | undefined> = async () => undefined,
): Promise<void> {
	const { day } = now;
	if (!(await wantsForecast(db, day))) return;
	const [{ roots }, answerMs, planned] = await Promise.all([
		rootsOf(db, await readPreset(db, CATALOG_DECK), now),
		averageAnswerMs(db, day - RECENT_DAYS),
		readPlanned(),
	]);
	const times = answerMs === undefined ? {} : { review: answerMs / 1000 };
	const all = roots.map(({ root, counts }) => {
		const left = limitsLeft(root.preset, { new: counts.done.news, review: counts.done.review });
		const most = planned ? (planned.newUntil.get(root.deckId) ?? 0) : Infinity;
		return {
			waiting: { new: counts.fresh, review: counts.due, learning: counts.learning },
			left: { ...left, new: Math.min(left.new, most) },
			...{ preset: root.preset, goesBeyond: false },
		};
	});
	const whole = planDay(all, [], Infinity, times).work;
	// Where more is due than the plan has time for, its part is foreseen: none on a day off.
	const part = planned && planned.unfit > 0 ? planned.reviews / Math.max(1, whole.review) : 1;
	const work = { ...whole, review: Math.round(whole.review * Math.min(1, part)) };
	if (work.new + work.review === 0) return;
	const minutes = sessionMinutes(work, times);
	const parts = await Promise.all(
		roots.map(async (root, at): Promise<ForecastPart> => {
			const due = planDay(all.slice(at, at + 1), [], Infinity).work.review;
			const reviews = (due * work.review) / Math.max(1, whole.review);
			return { reviews, recalls: await recallsOf(db, root, reviews, now) };
		}),
	);
	const recalled = expectedRecalled(parts);
	const decks = roots
		.flatMap(({ counts }) => counts.decks)
		.filter(({ fresh, learning, due }) => fresh + learning + due > 0)
		.map(({ deckId }) => deckId);
	const forecast = { reviews: work.review, recalled, fresh: work.new, minutes, decks };
	await keepForecast(db, day, forecast, moment);
}

/** Recall of what comes first of a root's due cards, as many as `reviews` or a sample of them. */
async function recallsOf(
	db: OnsiteDb,
	{ root, counts }: CountedRoot,
	reviews: number,
	now: Moment,
): Promise<number[]> {
	const decks = counts.decks.filter(({ due }) => due > 0);
	const weights = new Map<string, readonly number[]>();
	for (const { deckId } of decks) weights.set(deckId, (await presetOfDeck(db, deckId)).weights);
	const reviewLimit = Math.min(SAMPLE, Math.ceil(reviews));
	const candidates = await candidatesOf(db, decks, now, {
		...{ reviewLimit, newLimit: 0, order: root.preset.reviewOrder },
	});
	return candidates.reviews
		.slice(0, reviewLimit)
		.map((card) => recallNow(card, weights.get(card.deckId) ?? root.preset.weights, now) ?? 0);
}
