/** An answer as it will be stored: the entry of the log, the card after it, the attempt at its drill. */
import type { CompiledCard } from '$lib/content/card.ts';
import { answerCard } from '$lib/scheduler/answer.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { cramCard } from '$lib/scheduler/cram.ts';
import type { AnswerContext } from '$lib/scheduler/outcome.ts';
import type { Grade } from '$lib/scheduler/review.ts';
import { newId } from './clock.ts';
import type { DrillRun } from './drill-run.svelte.ts';
import type { OwnAnswer } from './session-store.ts';

/** @param up what was on the screen; `duration` in ms; `dev` the id of this device */
export function ownAnswer(
	before: CardState,
	grade: Grade,
	up: {
		context: AnswerContext;
		content: CompiledCard | undefined;
		drill: DrillRun | undefined;
		cram: boolean;
		duration: number;
		dev: string;
	},
): OwnAnswer {
	const { context, content, drill, duration, dev } = up;
	const { t, tz, day } = context.now;
	const capped = !drill && content?.kind !== 'say' && content?.kind !== 'diagram';
	const answerTo = up.cram ? cramCard : answerCard;
	const stamp = { id: newId(), dev, duration, capped };
	const { review, card: after, becameLeech } = answerTo(before, grade, context, stamp);
	const attempt = drill?.attempt({ t, tz, day, dev, reviewId: review.id });
	return { review, before, after, becameLeech, attempt, moment: { t, day, dev } };
}
