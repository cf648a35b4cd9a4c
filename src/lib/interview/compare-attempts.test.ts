import { describe, expect, it } from 'vitest';
import { urlShortenerInterview } from '../../../tests/support/interview.ts';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { compareAttempts, type Attempt } from './compare-attempts.ts';
import type { InterviewEvent } from './interview-event.ts';
import { MINUTE } from './plan.ts';
import { replayInterview } from './replay-interview.ts';

const question = shippedQuestion('url-shortener');
const { events } = urlShortenerInterview({ t: Date.UTC(2026, 10, 23, 9) });
const [first] = question.estimates;

function attempt(facts: readonly InterviewEvent[], more: Partial<Attempt> = {}): Attempt {
	const state = replayInterview(facts, question, facts.at(-1)!.at);
	return { state, reached: {}, estimates: [], ...more };
}

const whole = attempt(events, {
	reached: { scope: 2, depth: 1 },
	estimates: [{ id: first!.id, text: 'creates = 70/s', right: true }],
});
const begun = attempt(events.slice(0, 3), {
	reached: { scope: 1 },
	estimates: [{ id: first!.id, text: '', right: false }],
});

describe('compareAttempts', () => {
	const compared = compareAttempts(question, begun, whole);

	it('sets levels, time, questions, boxes, paths and numbers side by side', () => {
		expect(compared.dimensions).toEqual([
			{ dimension: 'scope', before: 1, after: 2 },
			{ dimension: 'depth', before: undefined, after: 1 },
		]);
		expect(compared.phases.find(({ phase }) => phase === 'deep-dive')).toMatchObject({
			before: { spent: 0, budget: 16 * MINUTE },
			after: { spent: 19 * MINUTE, budget: 16 * MINUTE },
		});
		const asked = compared.questions.filter(({ after }) => after !== undefined);
		expect(asked.map(({ id }) => id)).toContain('q-availability');
		expect(compared.questions.find(({ id }) => id === 'q-scale')).toMatchObject({
			...{ must: true, before: 30_000, after: 30_000 },
		});
		expect(compared.components.find(({ after }) => after === 'Redis')).toMatchObject({
			before: undefined,
		});
		expect(compared.requirements.every(({ before }) => before === false)).toBe(true);
		expect(compared.requirements.some(({ after }) => after)).toBe(true);
		expect(compared.estimates[0]).toMatchObject({ before: undefined, after: { right: true } });
	});

	it('names must-haves that neither has, and nothing else that neither has', () => {
		const { questions, components } = compareAttempts(question, begun, begun);
		const lacking = [...questions, ...components].filter(({ after }) => after === undefined);
		expect(lacking.length).toBeGreaterThan(3);
		expect(lacking.every(({ must }) => must)).toBe(true);
	});

	it('turns around with the attempts', () => {
		const back = compareAttempts(question, whole, begun);
		expect(back.dimensions).toEqual(
			compared.dimensions.map(({ before, after, ...rest }) => ({
				...{ ...rest, before: after, after: before },
			})),
		);
	});

	it('compares a phase that was practiced alone with the whole', () => {
		const [start, ...rest] = events;
		const alone = attempt([{ ...start!, only: 'clarify' } as InterviewEvent, ...rest]);
		const { phases } = compareAttempts(question, alone, whole);
		expect(phases.map(({ phase, before }) => [phase, before !== undefined])).toEqual([
			['clarify', true],
			['high-level', false],
			['deep-dive', false],
			['wrap-up', false],
		]);
	});
});
