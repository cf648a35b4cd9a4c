/** Begins an interview: writes the fact with its first events, so that from here on a reload finds it. */
import type { InterviewLevel, Phase } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import { settleDrafts } from '$lib/db/drafts.ts';
import { allInterviews, appendEvents, beginInterview, openInterview } from '$lib/db/interviews.ts';
import { chooseExercise, phaseOfExercise, type ExerciseKind } from '$lib/interview/exercise.ts';
import type { Happening, InterviewEvent, Mode } from '$lib/interview/interview-event.ts';
import { openInterviewWith } from '$lib/interview/opening.ts';
import type { App } from './app.svelte.ts';
import { bothClocks, newId } from './clock.ts';

export interface MockPlan {
	mode: Mode;
	level: InterviewLevel;
	minutes: number;
	/** A phase alone. */
	only?: Phase | undefined;
	/** One short practice; takes precedence over `only`. */
	kind?: ExerciseKind | undefined;
}

/**
 * Begins one; an interview that is still open ends. Resolves to its id, or to undefined where it was not stored,
 * which the person is told.
 */
export async function beginMock(
	app: App,
	question: Question,
	{ kind, only: phase, ...plan }: MockPlan,
): Promise<string | undefined> {
	const id = newId();
	let nothing = false;
	const began = await app.attempt(async () => {
		const { db } = app;
		const exercise =
			kind && chooseExercise(question, kind, plan.level, await countOf(app, question, kind));
		nothing = kind !== undefined && exercise === undefined;
		if (nothing) return;
		const only = exercise ? phaseOfExercise(exercise.kind) : phase;
		const part = { ...(only ? { only } : {}), ...(exercise ? { exercise } : {}) };
		const start: Happening = {
			...{ kind: 'start', question: question.id, version: question.version },
			...plan,
			...part,
		};
		const at = bothClocks();
		const { happenings } = openInterviewWith(question, part);
		const events = [start, ...happenings].map((each, seq): InterviewEvent => ({
			...{ ...each, id: newId(), seq, at },
		}));
		const { t, tz, day } = app.moment();
		const { dev } = app.writeMoment();
		await endOpen(app);
		const row = { id, question: question.id, version: question.version, title: question.title };
		await beginInterview(db, { ...row, ...plan, ...part, t, tz, day, dev }, events);
	});
	if (nothing) app.toasts.show('This question has nothing of the kind. Choose another one.');
	return began && !nothing ? id : undefined;
}

/** How many short practices of a kind there were at a question: each takes another subject. */
async function countOf(app: App, { id }: Question, kind: ExerciseKind): Promise<number> {
	const rows = await allInterviews(app.db);
	return rows.filter(({ question, exercise }) => question === id && exercise?.kind === kind).length;
}

async function endOpen({ db }: App): Promise<void> {
	const open = await openInterview(db);
	if (open) await appendEnd(db, open.id);
}

async function appendEnd(db: App['db'], id: string): Promise<void> {
	const seq = ((await settleDrafts(db, id, newId)).at(-1)?.seq ?? -1) + 1;
	await appendEvents(db, id, [{ kind: 'end', id: newId(), seq, at: bothClocks() }]);
}

/** Ends an interview from outside; it stays in the history. A failure is said in words. */
export async function endMock(app: App, id: string): Promise<void> {
	const ended = await app.attempt(() => appendEnd(app.db, id));
	if (ended) app.toasts.show('Ended. What you have written is kept.');
}
