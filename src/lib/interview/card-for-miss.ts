/** A card for what was missed where the catalog has none: what to show, and the answer of the question. */
import type { Question } from '../content/question.ts';
import type { Miss } from './summarize-interview.ts';

export interface CardText {
	/** Markdown, both. */
	front: string;
	back: string;
}

/**
 * The front is what was missed, the back what the question says about all that decides it.
 * @param answerOf the answer of an estimate in words, by its id
 */
export function cardForMiss(
	question: Question,
	{ id, what }: Pick<Miss, 'id' | 'what'>,
	answerOf: (estimate: string) => string,
): CardText {
	const from = question.rubric.find((line) => line.id === id)?.from ?? [id];
	const answers = from.flatMap((each) => answerTo(question, each, answerOf));
	const asked = question.clarify.some((each) => each.id === id);
	const front = asked
		? `${question.title}: what does the design depend on when you ask “${what}”`
		: `${question.title}: what would have shown this? ${what}.`;
	const back = answers.length > 0 ? answers : [`What the question is about: ${question.tests}`];
	return { front, back: back.join('\n\n') };
}

function answerTo(
	question: Question,
	id: string,
	answerOf: (estimate: string) => string,
): string[] {
	const { clarify, estimates, decisions, probes, curveballs, design, requirements } = question;
	const asked = clarify.find((each) => each.id === id);
	if (asked) return [asked.a];
	const estimate = estimates.find((each) => each.id === id);
	if (estimate) return [`${estimate.ask} ${answerOf(id)}. ${estimate.so_what}`];
	const decision = decisions.find((each) => each.id === id);
	if (decision) return [`${decision.q} ${decision.pick}`];
	const probe = probes.find((each) => each.id === id);
	if (probe) return [`${probe.ask} ${probe.hints.sketch}`];
	const curveball = curveballs.find((each) => each.id === id);
	if (curveball) return [`${curveball.say} ${curveball.good.join('. ')}.`];
	const box = design.components.find((each) => each.id === id);
	if (box) return [`${box.name}: ${box.why}`];
	const flow = design.flows.find((each) => each.id === id);
	if (flow) return [flow.say.join(' ')];
	const { must, nice, nfr } = requirements;
	const requirement = [...must, ...nice, ...nfr].find((each) => each.id === id);
	return requirement ? [requirement.t] : [];
}
