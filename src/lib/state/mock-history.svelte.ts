/** Every interview that was kept, with what came of it, and how levels and guesses changed over time. */
import { allEvaluations, type Evaluation } from '$lib/db/evaluations.ts';
import {
	allInterviews,
	deleteInterview,
	openInterview,
	restoreInterview,
	type InterviewRow,
} from '$lib/db/interviews.ts';
import { allRecordings, dropOrphanedRecordings } from '$lib/db/recordings.ts';
import {
	calibrationTrend,
	dimensionTrends,
	type DimensionTrend,
} from '$lib/interview/dimension-trend.ts';
import type { App } from './app.svelte.ts';
import { deleteRecording } from './delete-recording.ts';
import { Live } from './live.svelte.ts';

export interface KeptInterview {
	row: InterviewRow;
	/** `open` where it may still be resumed, `unjudged` where its evaluation is not finished. */
	standing: 'open' | 'unjudged' | 'judged';
	pattern: string;
	/** Bytes of its recording on this device. */
	recorded: number;
	/** The attempt at the same question before this one, whole like this one. */
	before?: string;
}

interface Stored {
	rows: InterviewRow[];
	evaluations: Map<string, Evaluation>;
	open: InterviewRow | undefined;
	/** Bytes by interview. */
	recorded: Map<string, number>;
}

export class MockHistory {
	#app: App;
	#live: Live<Stored>;

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			async () => {
				const [rows, evaluations, open, pieces] = await Promise.all([
					allInterviews(app.db),
					allEvaluations(app.db),
					openInterview(app.db),
					allRecordings(app.db),
				]);
				const recorded = new Map<string, number>();
				for (const { interview, size } of pieces) {
					recorded.set(interview, (recorded.get(interview) ?? 0) + size);
				}
				return { rows, evaluations, open, recorded };
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
				recorded: stored.recorded.get(row.id) ?? 0,
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

	/** Removes what is left of interviews that were deleted on an earlier day; without a word, also where it fails. */
	async tidy(): Promise<void> {
		const { db, readOnly } = this.#app;
		// The next visit tries again.
		if (!readOnly) await dropOrphanedRecordings(db, this.#app.moment().day).catch(() => {});
	}

	/** Deletes what was recorded of an interview; the message offers to bring it back. */
	async removeRecording({ id }: InterviewRow): Promise<void> {
		await deleteRecording(this.#app, id);
	}

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
