/** Begins an interview: writes the fact with its first events, so that from here on a reload finds it. */
import type { InterviewLevel, Phase } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import { allInterviews, beginInterview } from '$lib/db/interviews.ts';
import { chooseExercise, phaseOfExercise, type ExerciseKind } from '$lib/interview/exercise.ts';
import type { Happening, InterviewEvent, Mode } from '$lib/interview/interview-event.ts';
import { openInterviewWith } from '$lib/interview/opening.ts';
import type { App } from './app.svelte.ts';
import { bothClocks, newId } from './clock.ts';
import { endWherever } from './end-mock.ts';
import { openMock, type OpenMock } from './open-mock.ts';

export interface MockPlan {
	mode: Mode;
	level: InterviewLevel;
	minutes: number;
	/** A phase alone. */
	only?: Phase | undefined;
	/** One short practice; takes precedence over `only`. */
	kind?: ExerciseKind | undefined;
}

/** It has begun, or another one is open, which the person has to decide about first. */
export type Begun = { id: string } | { open: OpenMock };

/**
 * Begins one. Where another interview is open nothing happens, unless it is the one to end: that ends first, also in
 * another tab. Resolves to undefined where it was not stored, which the person is told.
 * @param ending id of the open interview that the person wants to end
 */
export async function beginMock(
	app: App,
	question: Question,
	{ kind, only: phase, ...plan }: MockPlan,
	ending?: string,
): Promise<Begun | undefined> {
	const id = newId();
	let nothing = false;
	let open: OpenMock | undefined;
	const began = await app.attempt(async () => {
		const { db } = app;
		open = await openMock(app);
		if (open && open.row.id !== ending) return;
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
		if (open) await endWherever(app, open.row.id);
		open = undefined;
		const row = { id, question: question.id, version: question.version, title: question.title };
		await beginInterview(db, { ...row, ...plan, ...part, t, tz, day, dev }, events);
	});
	if (nothing) app.toasts.show('This question has nothing of the kind. Choose another one.');
	if (!began || nothing) return undefined;
	return open ? { open } : { id };
}

/** How many short practices of a kind there were at a question: each takes another subject. */
async function countOf(app: App, { id }: Question, kind: ExerciseKind): Promise<number> {
	const rows = await allInterviews(app.db);
	return rows.filter(({ question, exercise }) => question === id && exercise?.kind === kind).length;
}
