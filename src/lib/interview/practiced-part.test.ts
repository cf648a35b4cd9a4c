import { describe, expect, it } from 'vitest';
import type { Phase } from '../content/question-terms.ts';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { phaseOfExercise, type Exercise } from './exercise.ts';
import type { Happening, InterviewEvent } from './interview-event.ts';
import { openInterviewWith } from './opening.ts';
import { keptBack, practicedPart, SHOWN } from './practiced-part.ts';
import { replayInterview } from './replay-interview.ts';

const question = shippedQuestion('url-shortener');
const at = { wall: 0, mono: 0, page: 'a' };

function stateOf(part: { only?: Phase; exercise?: Exercise }) {
	const start: Happening = {
		...{ kind: 'start', question: question.id, version: 1, mode: 'practice', level: 'senior' },
		...{ minutes: 10, ...part },
	};
	const { happenings } = openInterviewWith(question, part);
	const events = [start, ...happenings].map((each, seq): InterviewEvent => ({
		...{ ...each, id: `e${seq}`, seq, at },
	}));
	return replayInterview(events, question, at);
}

const exercised = (kind: Exercise['kind'], about = '') =>
	stateOf({ only: phaseOfExercise(kind), exercise: { kind, about } });

describe('what a result may show of its question', () => {
	it('is everything after a whole interview, and nothing is said to be kept', () => {
		const part = practicedPart(question, stateOf({}));
		expect(part).toMatchObject({ whole: true, shown: new Set(SHOWN) });
		expect(part.probes).toHaveLength(question.probes.length);
		expect(part.decisions).toHaveLength(question.decisions.length);
		expect(keptBack(stateOf({}))).toBe('');
	});

	it('is the numbers alone after estimates', () => {
		const part = practicedPart(question, exercised('estimate'));
		expect(part).toEqual({
			...{ whole: false, shown: new Set(['estimates']) },
			...{ decisions: [], probes: [], curveballs: [] },
		});
		expect(keptBack(exercised('estimate'))).toBe(
			'Only the estimates were practiced; the rest of this question is kept for a whole interview.',
		);
	});

	it('is the one subject of a short practice', () => {
		expect(practicedPart(question, exercised('probe', 'p2'))).toMatchObject({
			...{ shown: new Set(), probes: ['p2'], curveballs: [], decisions: [] },
		});
		expect(practicedPart(question, exercised('curveball', 'c1')).curveballs).toEqual(['c1']);
		expect(practicedPart(question, exercised('defend', 'd-code')).decisions).toEqual(['d-code']);
	});

	it('keeps deep dives that did not come up when the deep dive was practiced alone', () => {
		const part = practicedPart(question, stateOf({ only: 'deep-dive' }));
		expect(part.probes).toEqual([]);
		expect(part.decisions).toHaveLength(question.decisions.length);
		expect(part.shown).toEqual(new Set());
		expect(keptBack(stateOf({ only: 'deep-dive' }))).toContain('Only the deep dive was practiced');
	});
});
