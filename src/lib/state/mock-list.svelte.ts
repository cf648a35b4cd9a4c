/** The questions as Mock lists them, each with its last attempt, and the interview that is still open. */
import { untrack } from 'svelte';
import type { QuestionSummary } from '$lib/content/library.ts';
import { allEvaluations } from '$lib/db/evaluations.ts';
import { allInterviews, openInterview, type InterviewRow } from '$lib/db/interviews.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { standingOf, type OpenMock } from './open-mock.ts';

export interface ListedQuestion {
	summary: QuestionSummary;
	/** Of whole interviews, the newest. */
	last?: { t: number; pattern?: string };
}

export class MockList {
	#app: App;
	#live: Live<{ rows: InterviewRow[]; patterns: Map<string, string>; open?: InterviewRow }>;

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			async () => {
				const [rows, evaluations, open] = await Promise.all([
					allInterviews(app.db),
					allEvaluations(app.db),
					openInterview(app.db),
				]);
				const patterns = [...evaluations].flatMap(([id, { pattern }]): [string, string][] =>
					pattern === undefined ? [] : [[id, pattern]],
				);
				return { rows, patterns: new Map(patterns), ...(open ? { open } : {}) };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Undefined while it is read. */
	readonly questions: ListedQuestion[] | undefined = $derived.by(() => {
		const stored = this.#live.value;
		if (!stored) return undefined;
		return this.#app.library.questions.map((summary) => {
			const row = stored.rows.find(
				({ id, question, only }) =>
					question === summary.id && only === undefined && id !== stored.open?.id,
			);
			if (!row) return { summary };
			const pattern = stored.patterns.get(row.id);
			return { summary, last: { t: row.t, ...(pattern === undefined ? {} : { pattern }) } };
		});
	});

	/** Whether there is an interview to look back at. */
	get any(): boolean {
		return (this.#live.value?.rows.length ?? 0) > 0;
	}

	readonly #open: InterviewRow | undefined = $derived.by(() => this.#live.value?.open);
	readonly #openId: string | undefined = $derived(this.#open?.id);
	/** How the open interview stands now; read again when another one is open. */
	readonly standing: Loaded<OpenMock> | undefined = $derived.by(() => {
		if (this.#openId === undefined) return undefined;
		const row = untrack(() => this.#open);
		return row && new Loaded(() => standingOf(this.#app, row));
	});
}
