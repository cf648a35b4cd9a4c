/** Two attempts at one question, read from the database and held side by side. */
import { evaluationOf } from '$lib/db/evaluations.ts';
import { eventsOf, interviewOf, type InterviewRow } from '$lib/db/interviews.ts';
import {
	compareAttempts,
	type Attempt,
	type AttemptComparison,
} from '$lib/interview/compare-attempts.ts';
import type { App } from './app.svelte.ts';
import { interviewCase } from './interview-outcome.ts';

export interface ComparedMocks {
	before: InterviewRow;
	after: InterviewRow;
	comparison: AttemptComparison;
}

/** The older one first, in whichever order they are named; null where they are not attempts at one question. */
export async function compareMocks(app: App, a: string, b: string): Promise<ComparedMocks | null> {
	const rows = await Promise.all([interviewOf(app.db, a), interviewOf(app.db, b)]);
	const [before, after] = rows.flatMap((row) => row ?? []).sort((one, two) => one.t - two.t);
	if (!before || !after || before.question !== after.question) return null;
	const question = await app.library.question(before.question);
	if (!question) return null;
	const attemptOf = async ({ id }: InterviewRow): Promise<Attempt> => {
		const [events, evaluation] = await Promise.all([
			eventsOf(app.db, id),
			evaluationOf(app.db, id),
		]);
		const { state, estimates } = interviewCase(question, events);
		return {
			state,
			reached: evaluation?.reached ?? {},
			estimates: estimates.map(({ answer, right }) => ({
				...{ id: answer.ask.id, text: answer.text, right },
			})),
		};
	};
	const [first, second] = [await attemptOf(before), await attemptOf(after)];
	return { before, after, comparison: compareAttempts(question, first, second) };
}
