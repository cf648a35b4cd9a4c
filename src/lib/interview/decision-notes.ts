/** What a candidate wrote about each decision of the question: which options the pad speaks of. */
import type { Decision, Question } from '../content/question.ts';
import { EMPTY_WORDS } from './general-words.ts';
import { PANES, type Pane } from './interview-event.ts';
import { stem, stemsOf } from './word-forms.ts';

export interface DecisionNotes {
	decision: Decision;
	/** Places in `options` of those that the pad names, in order. */
	named: number[];
	/** The lines of the pad that name them. */
	lines: string[];
}

const EMPTY = new Set(EMPTY_WORDS.map(stem));
const MOST_LINES = 4;
const LONGEST = 20_000;

/**
 * An option is named by a line that holds enough of the words that tell it from its rivals. It says what was written,
 * not what was chosen: that only a person can judge.
 */
export function decisionNotes(
	{ decisions }: Question,
	pad: Readonly<Record<Pane, string>>,
): DecisionNotes[] {
	const lines = PANES.flatMap((pane) => pad[pane].slice(0, LONGEST).split('\n')).flatMap((line) =>
		line.trim() === '' ? [] : [{ text: line.trim(), words: new Set(telling(line)) }],
	);
	return decisions.map((decision) => {
		const options = tellingApart(decision);
		const found = options.map((words) => {
			const enough = Math.min(2, words.size);
			return lines.filter(({ words: said }) => {
				const shared = [...words].filter((word) => said.has(word));
				return enough > 0 && shared.length >= enough;
			});
		});
		const named = found.flatMap((own, at) => (own.length > 0 ? [at] : []));
		const texts = lines.filter((line) => found.some((own) => own.includes(line)));
		return {
			...{ decision, named },
			lines: [...new Set(texts.map(({ text }) => text))].slice(0, MOST_LINES),
		};
	});
}

function telling(text: string): string[] {
	return stemsOf(text).filter((word) => !EMPTY.has(word));
}

/** For each option the words that no other option has. */
function tellingApart({ options }: Decision): Set<string>[] {
	const words = options.map(({ o }) => new Set(telling(o)));
	return words.map((own, at) => {
		const others = words.filter((_, other) => other !== at);
		return new Set([...own].filter((word) => !others.some((other) => other.has(word))));
	});
}
