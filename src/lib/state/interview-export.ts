/** What leaves the app of an interview: a file for oneself, and a package for a reader. */
import { interviewMarkdown } from '$lib/interview/interview-markdown.ts';
import { readerPackage } from '$lib/interview/reader-package.ts';
import { wholeConversation } from '$lib/interview/whole-conversation.ts';
import type { Evaluation } from '$lib/db/evaluations.ts';
import type { InterviewRow } from '$lib/db/interviews.ts';
import type { App } from './app.svelte.ts';
import { deliverFile } from './deliver-file.ts';
import type { InterviewCase, InterviewOutcome } from './interview-outcome.ts';

/** The local day, as `2026-11-23`. */
function dayOf({ t, tz }: Pick<InterviewRow, 't' | 'tz'>): string {
	return new Date(t + tz * 60_000).toISOString().slice(0, 10);
}

/** The whole interview as Markdown; before its evaluation is finished, without an outcome, it gives nothing away. */
export function interviewText(
	row: InterviewRow,
	{ question, events, state }: InterviewCase,
	{ predicted, note }: Evaluation,
	outcome: InterviewOutcome | undefined,
): string {
	return interviewMarkdown({
		...{ question, state, date: dayOf(row) },
		said: wholeConversation(question, events),
		...(outcome ? { result: resultOf(outcome) } : {}),
	});

	function resultOf({ score, ticks, summary }: InterviewOutcome) {
		return {
			...{ score, predicted, ticks, misses: summary.misses },
			...(note === undefined ? {} : { note }),
		};
	}
}

/** Hands the Markdown over as a file; what became of it is told. */
export async function saveInterview(app: App, row: InterviewRow, text: string): Promise<void> {
	const file = new Blob([text], { type: 'text/markdown' });
	if ((await deliverFile(file, interviewFileName(row))) === 'delivered') {
		app.toasts.show('Saved as a Markdown file.');
	}
}

/** The name of the file that holds it. */
function interviewFileName(row: InterviewRow): string {
	return `${row.question}-${dayOf(row)}.md`;
}

/** The text for an outside reader or AI, without any of the reference answers. */
export function packageText({ question, events, state }: InterviewCase): string {
	return readerPackage(question, state, wholeConversation(question, events));
}
