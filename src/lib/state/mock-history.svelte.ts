/** Every interview that was kept, with what came of it, and how levels and guesses changed over time. */
import { allEvaluations, type Evaluation } from '$lib/db/evaluations.ts';
import {
	allInterviews,
	deleteInterview,
	openInterview,
	restoreInterview,
	type InterviewRow,
} from '$lib/db/interviews.ts';
import {
	calibrationTrend,
	dimensionTrends,
	type DimensionTrend,
} from '$lib/interview/dimension-trend.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export interface KeptInterview {
	row: InterviewRow;
	/** `open` where it may still be resumed, `unjudged` where its evaluation is not finished. */
	standing: 'open' | 'unjudged' | 'judged';
	pattern: string;
	/** The attempt at the same question before this one, whole like this one. */
	before?: string;
}

interface Stored {
	rows: InterviewRow[];
	evaluations: Map<string, Evaluation>;
	open: InterviewRow | undefined;
}

export class MockHistory {
	#app: App;
	#live: Live<Stored>;

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			async () => {
				const [rows, evaluations, open] = await Promise.all([
					allInterviews(app.db),
					allEvaluations(app.db),
					openInterview(app.db),
				]);
				return { rows, evaluations, open };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Newest first; undefined until the first answer of the database. */
	readonly kept: KeptInterview[] | undefined = $derived.by(() => {
		const stored = this.#live.value;
		return stored?.rows.map((row, at) => {
			const evaluation = stored.evaluations.get(row.id);
			const before = stored.rows
				.slice(at + 1)
				.find((each) => each.question === row.question && !each.only && !row.only);
			const judged = evaluation?.finished !== undefined;
			return {
				...{ row, pattern: evaluation?.pattern ?? '' },
				standing: judged ? 'judged' : row.id === stored.open?.id ? 'open' : 'unjudged',
				...(before ? { before: before.id } : {}),
			};
		});
	});

	/** Whole interviews that were judged. */
	readonly #judged = $derived.by(() => {
		const { rows = [], evaluations } = this.#live.value ?? {};
		return rows
			.filter(({ only }) => only === undefined)
			.flatMap((row) => {
				const { finished, reached, predicted = {} } = evaluations?.get(row.id) ?? {};
				return finished === undefined || !reached ? [] : { t: row.t, reached, predicted };
			});
	});

	/** Levels of whole interviews by dimension, oldest first. */
	readonly levels: DimensionTrend[] = $derived(dimensionTrends(this.#judged));
	/** Guessed less reached on average, by interview, oldest first. */
	readonly gaps: { t: number; gap: number }[] = $derived(calibrationTrend(this.#judged));

	/** Hides an interview; the message offers to bring it back. */
	async remove({ id, title }: InterviewRow): Promise<void> {
		const { db, toasts } = this.#app;
		const removed = await this.#app.attempt(() => deleteInterview(db, id, this.#app.writeMoment()));
		if (!removed) return;
		const run = () =>
			void this.#app.attempt(() => restoreInterview(db, id, this.#app.writeMoment()));
		toasts.show(`Deleted: ${title}`, { action: { label: 'Undo', run } });
	}
}
