import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_DRAWING, urlShortenerInterview } from '../../../tests/support/interview.ts';
import { shippedQuestion } from '../../../tests/support/question.ts';
import type { Happening, InterviewEvent, Moment } from './interview-event.ts';
import { MINUTE } from './plan.ts';
import { changesOf, clockTimes, frameAt, replayFrames, settleLines } from './replay-frames.ts';
import { replayInterview } from './replay-interview.ts';

const question = shippedQuestion('url-shortener');
const START = Date.UTC(2026, 10, 23, 9);
const { events } = urlShortenerInterview({ t: START });
const replay = replayFrames(events, question);
const moment = (minute: number, page = 'fixture'): Moment => ({
	...{ wall: START + minute * MINUTE, mono: minute * MINUTE, page },
});

function facts(...list: [minute: number, what: Happening][]): InterviewEvent[] {
	const start: Happening = {
		...{ kind: 'start', question: question.id, version: 1, mode: 'practice', level: 'senior' },
		minutes: 45,
	};
	return [[0, start] as const, ...list].map(([minute, what], seq) => ({
		...{ ...what, id: `e${seq}`, seq, at: moment(minute) },
	}));
}
const pad = (text: string): Happening => ({ kind: 'pad', pane: 'notes', text });

describe('replayFrames', () => {
	it('shows every pane as it stood at any moment', () => {
		for (let minute = 0; minute <= 44; minute += 0.5) {
			const until = events.filter(({ at }) => at.mono <= minute * MINUTE);
			const state = replayInterview(until, question, moment(minute));
			const frame = frameAt(replay, minute * MINUTE);
			expect(frame?.pad, `minute ${minute}`).toEqual(state.pad);
			expect(frame?.step, `minute ${minute}`).toBe(state.step);
		}
	});

	it('knows the revisions of the drawing, the steps and what was thrown in', () => {
		expect(changesOf(replay, 'diagram')).toEqual([17 * MINUTE, 22 * MINUTE]);
		expect(frameAt(replay, 21.9 * MINUTE)?.pad.diagram).not.toContain('Redis');
		expect(frameAt(replay, 22 * MINUTE)?.pad.diagram).toBe(OWN_DRAWING);
		expect(replay.length).toBe(44 * MINUTE);
		expect(replay.stretches).toEqual([
			{ step: 'scope', phase: 'clarify', from: 0, to: 6.5 * MINUTE },
			{ step: 'numbers', phase: 'clarify', from: 6.5 * MINUTE, to: 10 * MINUTE },
			{ step: 'interface', phase: 'high-level', from: 10 * MINUTE, to: 14 * MINUTE },
			{ step: 'drawing', phase: 'high-level', from: 14 * MINUTE, to: 25 * MINUTE },
			{ step: 'depth', phase: 'deep-dive', from: 25 * MINUTE, to: 44 * MINUTE },
		]);
		expect(replay.marks.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
			...['probe p1', 'curveball c1', 'probe p2', 'curveball c2'],
		]);
	});

	it('is empty for an interview that never began', () => {
		const none = replayFrames([], question);
		expect(none).toEqual({ length: 0, frames: [], stretches: [], marks: [] });
		expect(frameAt(none, 5)).toBeUndefined();
	});

	it('leaves out what was typed when the time was up', () => {
		const over = replayFrames(facts([1, pad('in time')], [50, pad('late')]), question);
		expect(over.length).toBe(45 * MINUTE);
		expect(frameAt(over, 45 * MINUTE)?.pad.notes).toBe('in time');
	});

	it('takes back the clock where a stretch away was left out', () => {
		const slept = facts([1, pad('a')]).concat([
			{ ...pad('b'), id: 'b', seq: 5, at: { wall: START + 12 * MINUTE, mono: 0, page: 'b' } },
			{
				...({ kind: 'discount', after: 'e1' } as const),
				...{ id: 'd', seq: 6, at: { wall: START + 12 * MINUTE, mono: 10, page: 'b' } },
			},
			{ ...pad('c'), id: 'c', seq: 7, at: { wall: START + 13 * MINUTE, mono: MINUTE, page: 'b' } },
		]);
		const frames = replayFrames(slept, question);
		expect(frames.frames.map(({ at, pad: { notes } }) => [notes, Math.round(at / MINUTE)])).toEqual(
			[
				['', 0],
				['a', 1],
				['b', 2],
				['c', 2],
			],
		);
		const lines = [
			{ at: 12 * MINUTE, who: 'candidate' as const, text: 'x' },
			{ at: 1.5 * MINUTE, who: 'interviewer' as const, text: 'y' },
		];
		expect(settleLines(lines, frames).map(({ at }) => at)).toEqual([1.5 * MINUTE, 1.5 * MINUTE]);
	});

	it('goes forward only, whatever happened', () => {
		const what = fc.oneof(
			fc.constant<Happening>({ kind: 'pause' }),
			fc.constant<Happening>({ kind: 'resume' }),
			fc.constant<Happening>({ kind: 'end' }),
			fc.constantFrom('e1', 'e2', 'e3').map((after): Happening => ({ kind: 'discount', after })),
			fc
				.constantFrom('scope', 'depth')
				.map((to): Happening => ({ kind: 'step', to: to as 'scope' })),
			fc.string({ maxLength: 3 }).map(pad),
		);
		const list = fc.array(fc.tuple(fc.double({ min: 0, max: 90, noNaN: true }), what));
		fc.assert(
			fc.property(list, (happenings) => {
				const { frames, length, stretches } = replayFrames(facts(...happenings), question);
				const times = frames.map(({ at }) => at);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				expect(times.every((at) => at >= 0 && at <= length)).toBe(true);
				const covered = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
				expect(covered).toBeLessThanOrEqual(length);
			}),
		);
	});
});

describe('clockTimes', () => {
	it('puts a recording on the clock, pauses left out', () => {
		const paused = facts([10, { kind: 'pause' }], [15, { kind: 'resume' }], [20, { kind: 'end' }]);
		const minutes = [-1, 5, 12, 16, 30].map((minute) => moment(minute));
		expect(clockTimes(paused, question, minutes).map((ms) => ms / MINUTE)).toEqual([
			0, 5, 10, 11, 15,
		]);
	});
});
