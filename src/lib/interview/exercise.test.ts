import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { chooseExercise, EXERCISES, otherOption, phaseOfExercise } from './exercise.ts';
import { drawingWithout, removableComponents } from './flawed-drawing.ts';
import { coverDrawing } from './drawing-coverage.ts';
import type { Happening, InterviewEvent } from './interview-event.ts';
import { openInterviewWith } from './opening.ts';
import { MINUTE } from './plan.ts';
import { replayInterview } from './replay-interview.ts';

const question = shippedQuestion('url-shortener');
const at = (minute: number) => ({ wall: minute * MINUTE, mono: minute * MINUTE, page: 'a' });

describe.each(EXERCISES)('the short practice "%s"', (kind) => {
	const exercise = chooseExercise(question, kind, 'senior', 0);
	const start: Happening = {
		...{ kind: 'start', question: question.id, version: 1, mode: 'practice', level: 'senior' },
		...{ minutes: 8, only: phaseOfExercise(kind), ...(exercise ? { exercise } : {}) },
	};
	const { say, pane, happenings } = openInterviewWith(question, { exercise });
	const events = [start, ...happenings].map((each, seq): InterviewEvent => ({
		...{ ...each, id: `e${seq}`, seq, at: at(0) },
	}));

	it('takes all the time for its one step, and throws nothing else in', () => {
		const state = replayInterview(events, question, at(5));
		expect(state).toMatchObject({ status: 'running', remaining: 3 * MINUTE, exercise });
		expect(state.plan?.steps).toHaveLength(1);
		expect(state.curveballsDue).toEqual([]);
		expect(state.probeDue).toBeUndefined();
		expect(replayInterview(events, question, at(8)).ended?.why).toBe('time');
	});

	it('says what to do, where to write, and shows nothing but its own subject', () => {
		expect(say.length).toBeGreaterThan(1);
		expect(say.join(' ')).not.toMatch(/undefined|\. \. |: \./);
		expect(pane).toBeTruthy();
		const { revealed } = replayInterview(events, question, at(1));
		expect(revealed).toEqual(kind === 'probe' || kind === 'curveball' ? [exercise?.about] : []);
	});
});

describe('what a short practice is about', () => {
	it('takes turns, and stays at the level', () => {
		const probes = [0, 1, 2, 3, 4].map(
			(before) => chooseExercise(question, 'probe', 'senior', before)?.about,
		);
		expect(new Set(probes)).toEqual(new Set(['p1', 'p2', 'p3', 'p4']));
		expect(chooseExercise(question, 'curveball', 'mid', 7)?.about).toBe('c1');
	});

	it('is nothing where the question has none', () => {
		const bare = { ...question, design: { ...question.design, flows: [] } };
		expect(chooseExercise(bare, 'flaw', 'senior', 0)).toBeUndefined();
	});

	it('defends what the reference did not take', () => {
		expect(otherOption(question, 'd-status')).toBe('301');
		expect(otherOption(question, 'd-code')).not.toMatch(/^random/);
		expect(otherOption(question, 'none')).toBeUndefined();
	});
});

describe('a flawed drawing', () => {
	it.each(removableComponents(question))('without %s lacks that and nothing else', (id) => {
		const text = drawingWithout(question, id);
		const { missing } = coverDrawing(question, text);
		expect(missing).toEqual([id]);
		expect(text).not.toContain(id);
		expect(coverDrawing(question, design()).missing).toEqual([]);
	});

	it('may lack one of several boxes, and never the client', () => {
		const ids = removableComponents(question);
		expect(ids.length).toBeGreaterThan(2);
		expect(ids).not.toContain('client');
	});

	function design() {
		return question.design.mermaid;
	}
});
