/** How an interview begins: what the interviewer says first, where one writes first, and what is given beforehand. */
import type { Phase } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { otherOption, type Exercise } from './exercise.ts';
import { drawingWithout } from './flawed-drawing.ts';
import type { Happening, Pane } from './interview-event.ts';

export interface Opening {
	/** A line of the interviewer each. */
	say: string[];
	/** The pane that one needs first. */
	pane: Pane;
	/** What happens at once after `start`: a given drawing, the probe or the change that it is about. */
	happenings: Happening[];
}

/** How an interview begins: whole, with one phase of it, or with one exercise. */
export function openInterviewWith(
	question: Question,
	part: { only?: Phase | undefined; exercise?: Exercise | undefined } = {},
): Opening {
	const { only, exercise } = part;
	if (exercise) return openExercise(question, exercise);
	const { prompt } = question;
	if (only === 'high-level') {
		const say = [prompt, `Take this as agreed. ${agreed(question)}`, 'Draw me the whole of it.'];
		return { say, pane: 'api', happenings: [] };
	}
	if (only === 'deep-dive') {
		const say = [prompt, 'Take this drawing as yours. Which part is worth taking apart?'];
		return { say, pane: 'notes', happenings: [given(question.design.mermaid)] };
	}
	if (only === 'wrap-up') {
		const say = [prompt, 'Take this drawing as yours. What would give way first?'];
		return { say, pane: 'notes', happenings: [given(question.design.mermaid)] };
	}
	return { say: [prompt], pane: 'requirements', happenings: [] };
}

function openExercise(question: Question, { kind, about }: Exercise): Opening {
	const { prompt, design } = question;
	const drawing = given(design.mermaid);
	switch (kind) {
		case 'clarify':
			return {
				say: [prompt, 'Only this today: ask what you need to know before you draw anything.'],
				...{ pane: 'requirements', happenings: [] },
			};
		case 'estimate':
			return {
				say: [prompt, 'Only the numbers today. Work out what decides something, and say what.'],
				...{ pane: 'estimates', happenings: [] },
			};
		case 'probe':
			return {
				say: [prompt, 'Take this drawing as yours. One question about it:'],
				...{ pane: 'notes', happenings: [drawing, { kind: 'probe', probe: about }] },
			};
		case 'curveball':
			return {
				say: [prompt, 'This is how it was built. Then something changed:'],
				...{ pane: 'notes', happenings: [drawing, { kind: 'curveball', curveball: about }] },
			};
		case 'flaw':
			return {
				say: [
					prompt,
					'This drawing lacks one box that it needs. Find it, draw it in, and note what goes wrong without it.',
				],
				...{ pane: 'diagram', happenings: [given(drawingWithout(question, about))] },
			};
		case 'defend': {
			const decision = question.decisions.find(({ id }) => id === about);
			return {
				say: [
					prompt,
					`${decision?.q ?? ''} Suppose it is to be: ${otherOption(question, about) ?? ''}. Defend that. When is it the better choice, what does it cost, and what would make you switch?`,
				],
				...{ pane: 'trade-offs', happenings: [drawing] },
			};
		}
	}
}

function given(text: string): Happening {
	return { kind: 'pad', pane: 'diagram', text };
}

function agreed({ requirements: { must, nfr } }: Question): string {
	return [...must, ...nfr].map(({ t }) => `${t.charAt(0).toUpperCase()}${t.slice(1)}.`).join(' ');
}
