/** What the plan until the interview is made from, as it lies in the database and in the catalog. */
import { newCardOrder } from '$lib/content/study-order.ts';
import { attemptsSince } from '$lib/db/attempts.ts';
import { readToday } from '$lib/db/begin-day.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { averageAnswerMs, dayStats } from '$lib/db/counts.ts';
import { readPreset } from '$lib/db/decks.ts';
import type { InterviewRow } from '$lib/db/interview-rows.ts';
import { allInterviews } from '$lib/db/interviews.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { interviewAhead, interviewSetAt, readSettings, type Settings } from '$lib/db/settings.ts';
import { startedCards, suspendedCards } from '$lib/db/started-cards.ts';
import { readStudyDecks } from '$lib/db/study-decks.ts';
import { DAY_COUNTERS, emptyDay, type DayCount } from '$lib/db/tally.ts';
import { outlookOf } from '$lib/plan/memory-outlook.ts';
import { MOCK_MINUTES } from '$lib/plan/mock-days.ts';
import { usualMinutes } from '$lib/plan/plan-days.ts';
import type { DoneToday, PlanCard, UpkeepCard, WeekTask } from '$lib/plan/plan-task.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { studyDayOf, type Moment } from '$lib/scheduler/study-day.ts';
import type { Library } from './library.svelte.ts';
import { readPlannedDecks, type PlannedDeck } from './planned-decks.ts';

export interface PlanInputs {
	/** Study day as of which it was read. */
	today: number;
	/** Study day on which the date was set. */
	since: number;
	settings: Settings;
	/** Of the catalog. */
	preset: Preset;
	/** Cards of the catalog that were begun. */
	begun: CardState[];
	/** Ids of its cards that are suspended, new ones too. */
	suspended: ReadonlySet<string>;
	own: PlannedDeck[];
	/** Mean of the last weeks; undefined before the first answer. */
	answerMs: number | undefined;
	/** Whole mock interviews, newest first. */
	interviews: InterviewRow[];
	/** `minutes` as measured. */
	done: DoneToday;
	/** What was done today in cards. */
	answered: Pick<DayCount, 'answers' | 'news' | 'review' | 'failed' | 'cram'>;
}

/** Averages are taken over so many days. */
const RECENT_DAYS = 21;

/** @throws DbError */
export async function readPlanInputs(db: OnsiteDb, now: Moment): Promise<PlanInputs> {
	const today = Math.max(now.day, await readToday(db));
	const [setAt, settings, preset, begun, suspended, own, answerMs, all, rows, attempts, { tree }] =
		await Promise.all([
			interviewSetAt(db),
			readSettings(db),
			readPreset(db, CATALOG_DECK),
			startedCards(db, CATALOG_DECK),
			suspendedCards(db, CATALOG_DECK),
			readPlannedDecks(db, { ...now, day: today }),
			averageAnswerMs(db, today - RECENT_DAYS),
			allInterviews(db),
			dayStats(db, today),
			attemptsSince(db, today),
			readStudyDecks(db),
		]);
	const interviews = all.filter(({ only, exercise }) => !only && !exercise);
	const mocks = interviews.filter(({ day }) => day === today).length;
	const fresh = new Map<string, number>();
	for (const { deckId, news } of rows.filter(({ day }) => day === today)) {
		const root = tree.rootOf(deckId)?.deck.id ?? deckId;
		if (news > 0) fresh.set(root, (fresh.get(root) ?? 0) + news);
	}
	const answered = sumOf(rows.filter(({ day }) => day === today));
	const minutes = answered.ms / 60_000 + mocks * MOCK_MINUTES;
	const drill = attempts.some((attempt) => !attempt.void);
	const done = { minutes, fresh, mock: mocks > 0, drill, looks: answered.cram };
	const since = Math.min(today, studyDayOf(setAt, now.tz, settings.rolloverHour));
	return {
		...{ today, since, settings, preset, begun, suspended: new Set(suspended) },
		...{ own, answerMs, interviews, done, answered },
	};
}

function sumOf(rows: readonly DayCount[]): DayCount {
	const all = emptyDay(0, '');
	for (const row of rows) for (const name of DAY_COUNTERS) all[name] += row[name];
	return all;
}

/** Minutes of each weekday, Monday first. */
export function weekOf({ planWeek, minutesPerDay }: Settings): readonly number[] {
	return planWeek ?? Array.from({ length: 7 }, () => minutesPerDay);
}

/** Whether the plan is for the chosen path, for the whole catalog, or for nothing of it. */
export function scopeOf(
	{ planScope, path }: Settings,
	library: Pick<Library, 'path'>,
): Settings['planScope'] {
	return planScope === 'path' && library.path(path) === undefined ? 'catalog' : planScope;
}

/** Undefined without a date to come. Mock interviews are planned once the guide of the library is loaded. */
export function planTaskOf(
	inputs: PlanInputs,
	library: Pick<Library, 'index' | 'path' | 'pattern'>,
): WeekTask | undefined {
	const { today, since, settings, preset, own, answerMs, answered } = inputs;
	const date = interviewAhead(settings, today);
	if (date === undefined) return undefined;
	const times = answerMs === undefined ? {} : { review: answerMs / 1000 };
	const interviews = inputs.done.mock ? MOCK_MINUTES : 0;
	// By the clock or by what such work takes: otherwise whoever is quick would be given more and more.
	const minutes = Math.max(inputs.done.minutes, usualMinutes(answered, times) + interviews);
	const ofCatalog = catalogCards(inputs, library);
	return {
		...{ today, since, date, model: preset, times, done: { ...inputs.done, minutes } },
		week: weekOf(settings),
		cards: [...ofCatalog.cards, ...own.flatMap(({ cards }) => cards)],
		upkeep: [...ofCatalog.upkeep, ...own.flatMap(({ upkeep }) => upkeep)],
		beyond: own.flatMap(({ id, beyond }) =>
			beyond > 0 ? [{ group: id, noteId: id, cards: beyond }] : [],
		),
		limits: new Map([
			[CATALOG_DECK, preset.newPerDay],
			...own.map(({ id, limit }) => [id, limit] as const),
		]),
		questions: questionsInTurn(inputs, library),
	};
}

/** Those not tried yet come first, then those tried longest ago. */
function questionsInTurn(
	{ interviews }: PlanInputs,
	{ index: { questions = [] } }: Pick<Library, 'index'>,
): string[] {
	const last = new Map<string, number>();
	for (const { question, t } of interviews) {
		last.set(question, Math.max(t, last.get(question) ?? 0));
	}
	return questions
		.filter(({ retired }) => !retired)
		.map(({ id }) => id)
		.sort((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0));
}

/** What the plan is about, new cards in the order in which they come, and what comes back as well. */
function catalogCards(
	{ begun, suspended, settings, today }: PlanInputs,
	library: Pick<Library, 'index' | 'path' | 'pattern'>,
): { cards: PlanCard[]; upkeep: UpkeepCard[] } {
	const scope = scopeOf(settings, library);
	const path = library.path(settings.path);
	const steps = new Set(path?.stages.flatMap(({ steps: own }) => own.map(({ id }) => id)));
	const states = new Map(begun.map((card) => [card.id, card]));
	const cards = newCardOrder(library.index, path).flatMap((id): PlanCard[] => {
		const noteId = id.slice(0, id.indexOf('/'));
		const group = library.pattern(noteId)?.category;
		const state = states.get(id);
		const wanted = scope === 'catalog' || (scope === 'path' && steps.has(noteId));
		if (group === undefined || !wanted || suspended.has(id)) return [];
		const memory = state && { memory: outlookOf(state, today) };
		return [{ id, noteId, group, root: CATALOG_DECK, ...memory }];
	});
	const planned = new Set(cards.map(({ id }) => id));
	const upkeep = begun
		.filter(({ id }) => !suspended.has(id) && !planned.has(id))
		.map((card) => ({ id: card.id, memory: outlookOf(card, today) }));
	return { cards, upkeep };
}
