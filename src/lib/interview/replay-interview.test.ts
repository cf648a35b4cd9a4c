import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../content/question-terms.ts';
import { applyEvent, newCourse } from './interview-course.ts';
import { HINTS, PANES, type Happening, type Moment } from './interview-event.ts';
import { MINUTE, PHASE_OF } from './plan.ts';
import { observe, replayInterview } from './replay-interview.ts';
import {
	at,
	begin,
	DRAWING,
	facts,
	minute,
	question,
	START,
} from '../../../tests/support/interview-facts.ts';

describe('the clock of an interview', () => {
	it('waits, runs, and ends by time', () => {
		expect(at(0).status).toBe('waiting');
		expect(at(10, [0, begin()])).toMatchObject({ status: 'running', remaining: 35 * MINUTE });
		expect(at(50, [0, begin()])).toMatchObject({
			...{ status: 'ended', remaining: 0, ended: { why: 'time', at: 45 * MINUTE } },
		});
	});

	it('ends by choice, and nothing happens after', () => {
		const state = at(
			90,
			...([
				[0, begin()],
				[20, { kind: 'end' }],
				[21, { kind: 'probe', probe: 'p1' }],
			] as [number, Happening][]),
		);
		expect(state.ended).toEqual({ why: 'choice', at: 20 * MINUTE });
		expect(state.revealed).toEqual([]);
	});

	it('stands still in a pause of practice, and knows none in an exam', () => {
		const paused: [number, Happening][] = [
			[10, { kind: 'pause' }],
			[30, { kind: 'resume' }],
		];
		expect(at(31, [0, begin()], ...paused).elapsed).toBe(11 * MINUTE);
		expect(at(20, [0, begin()], ...paused.slice(0, 1)).status).toBe('paused');
		expect(at(31, [0, begin({ mode: 'exam' })], ...paused).elapsed).toBe(31 * MINUTE);
	});

	it('goes on over a reload, a crash and a frozen page, because all of it is real time', () => {
		const reloaded = { wall: START + 31 * MINUTE, mono: 40, page: 'b' };
		expect(at(reloaded, [0, begin()], [10, { kind: 'beat' }]).elapsed).toBe(31 * MINUTE);
		// A page that sleeps: the steady clock stood still for 20 minutes.
		const woken = { wall: START + 30 * MINUTE, mono: 1000 + 10 * MINUTE, page: 'a' };
		const state = at(woken, [0, begin()]);
		expect(state.elapsed).toBe(30 * MINUTE);
		expect(state.gaps).toEqual([
			{ after: 'e0', ms: 20 * MINUTE, refund: 20 * MINUTE, step: 'scope', counted: true },
		]);
	});

	it('is not moved by a clock that is set back, and forgives one that is set forward', () => {
		const back = { wall: START - 60 * MINUTE, mono: 1000 + 12 * MINUTE, page: 'a' };
		expect(at(back, [0, begin()]).elapsed).toBe(12 * MINUTE);
		const year = { wall: START + 365 * 24 * 60 * MINUTE, mono: 1000 + 12 * MINUTE, page: 'a' };
		expect(at(year, [0, begin()]).ended?.why).toBe('time');
		const said: [Moment, Happening] = [year, { kind: 'discount', after: 'e0' }];
		expect(at(year, [0, begin()], said)).toMatchObject({ status: 'running', elapsed: 12 * MINUTE });
		const decade = { wall: START - 1e11, mono: 5, page: 'b' };
		expect(at(decade, [0, begin()], [10, { kind: 'beat' }]).elapsed).toBe(10 * MINUTE);
	});

	it('does not count twice what was typed before the last fact and stored behind it', () => {
		const typed: [number, Happening] = [9, { kind: 'pad', pane: 'notes', text: 'late to the log' }];
		expect(at(12, [0, begin()], [10, { kind: 'beat' }], typed).elapsed).toBe(12 * MINUTE);
		const reloaded = { wall: START + 12 * MINUTE, mono: 40, page: 'b' };
		expect(at(reloaded, [0, begin()], [10, { kind: 'beat' }], typed).elapsed).toBe(12 * MINUTE);
	});

	it('gives back in an exam what a changed clock took, and nothing for having been away', () => {
		const exam: [number, Happening] = [0, begin({ mode: 'exam' })];
		const back = { wall: START + 31 * MINUTE, mono: 40, page: 'b' };
		const left: [Moment, Happening] = [back, { kind: 'discount', after: 'e1' }];
		const away = at(back, exam, [10, { kind: 'beat' }], left);
		expect(away).toMatchObject({ elapsed: 31 * MINUTE, gaps: [{ refund: 0 }] });
		const practice = at(back, [0, begin()], [10, { kind: 'beat' }], left);
		expect(practice.elapsed).toBe(10 * MINUTE);
		const ahead = { ...minute(12), wall: START + 40 * MINUTE };
		const changed: [Moment, Happening] = [ahead, { kind: 'discount', after: 'e0' }];
		expect(at(ahead, exam, changed).elapsed).toBe(12 * MINUTE);
	});

	it('does not count again behind what a page that was left has stored late', () => {
		const beat = (mono: number): [Moment, Happening] => {
			const wall = START + (10 + mono) * MINUTE;
			return [{ wall, mono: mono * MINUTE, page: 'b' }, { kind: 'beat' }];
		};
		const typed: [number, Happening] = [10, { kind: 'pad', pane: 'notes', text: 'held back' }];
		const state = at(beat(6)[0], [0, begin()], beat(0), beat(5), typed, beat(6));
		expect(state.elapsed).toBe(16 * MINUTE);
		expect(state.pad.notes).toBe('held back');
	});

	it('may be extended or unlimited in practice only', () => {
		const more: [number, Happening] = [46, { kind: 'extend', minutes: 5 }];
		expect(at(48, [0, begin()], more)).toMatchObject({ status: 'running', remaining: 3 * MINUTE });
		expect(at(48, [0, begin({ mode: 'exam' })], more).status).toBe('ended');
		expect(at(300, [0, begin()], [1, { kind: 'limit-off' }]).remaining).toBeNull();
	});

	it('keeps what is typed after the end, beside the interview', () => {
		const state = at(46, [0, begin()], [45.5, { kind: 'pad', pane: 'notes', text: 'one more' }]);
		expect(state.late).toEqual({ notes: 'one more' });
		expect(state.pad.notes).toBe('');
	});
});

describe('the interviewer', () => {
	const ids = (state: { prompts: { id: string }[] }) => state.prompts.map(({ id }) => id);

	it('speaks at 80 % of a step and when it is overrun, once each', () => {
		expect(ids(at(4.7, [0, begin()]))).toEqual([]);
		expect(at(4.8, [0, begin()]).prompts).toEqual([
			{
				...{ id: 'nearly-scope', kind: 'nearly' },
				say: 'About a minute left for this. What is still open?',
			},
		]);
		expect(ids(at(6, [0, begin()]))).toEqual(['over-scope']);
		expect(ids(at(7, [0, begin()], [6, { kind: 'prompt', prompt: 'over-scope' }]))).toEqual([]);
		expect(at(4, [0, begin()]).nextIn).toBe(0.8 * MINUTE);
	});

	it('asks for a drawing at minute 15, and for a walk at minute 25', () => {
		const drawing: [number, Happening] = [12, { kind: 'step', to: 'drawing' }];
		expect(ids(at(15, [0, begin()], drawing))).toContain('nothing-drawn');
		const half: Happening = { kind: 'pad', pane: 'diagram', text: 'flowchart LR\na[Client]' };
		const whole: Happening = { kind: 'pad', pane: 'diagram', text: DRAWING };
		expect(ids(at(25, [0, begin()], drawing, [14, half]))).toContain('untraced');
		expect(ids(at(25, [0, begin()], drawing, [14, half]))).not.toContain('nothing-drawn');
		const state = at(25, [0, begin()], drawing, [14, whole]);
		expect(state.untraced).toEqual([]);
		expect(ids(state)).not.toContain('untraced');
	});

	it('says nothing in an exam, and gives no hint there', () => {
		const hint: Happening = { kind: 'hint', probe: 'p1', hint: 'nudge' };
		const probe: Happening = { kind: 'probe', probe: 'p1' };
		const exam = at(26, [0, begin({ mode: 'exam' })], [1, probe], [2, hint]);
		expect(exam.prompts).toEqual([]);
		expect(exam.probes[0]?.hints).toEqual([]);
		const practice = at(26, [0, begin()], [1, probe], [2, { ...hint, hint: 'sketch' }], [3, hint]);
		expect(practice.probes[0]?.hints).toEqual(['nudge']);
	});

	it('throws a curveball on its minute, or four later where the design is behind', () => {
		const depth: [number, Happening] = [24, { kind: 'step', to: 'depth' }];
		expect(at(26, [0, begin()], depth).curveballsDue).toEqual(['c1']);
		expect(at(26, [0, begin()]).curveballsDue).toEqual([]);
		expect(at(30, [0, begin()]).curveballsDue).toEqual(['c1']);
		expect(at(40, [0, begin()], depth).curveballsDue).toEqual(['c1', 'c2']);
		expect(at(40, [0, begin({ level: 'staff' })], depth).curveballsDue).toContain('c3');
		expect(at(26, [0, begin({ minutes: 60 })], depth).curveballsDue).toEqual([]);
		const thrown: [number, Happening] = [26, { kind: 'curveball', curveball: 'c1' }];
		expect(at(27, [0, begin()], depth, thrown)).toMatchObject({
			...{ curveballsDue: [], revealed: ['c1'] },
		});
	});

	it('asks the first probe of a deep dive by himself where the candidate names nothing for a minute', () => {
		const depth: [number, Happening] = [24, { kind: 'step', to: 'depth' }];
		expect(at(24.9, [0, begin()], depth).probeDue).toBeUndefined();
		expect(at(24.5, [0, begin()], depth).nextIn).toBe(0.5 * MINUTE);
		expect(at(25, [0, begin()], depth).probeDue).toBe('p1');
		const led: [number, Happening] = [24.5, { kind: 'probe', probe: 'p2', lead: 'the hot link' }];
		const next: [number, Happening] = [25, { kind: 'follow-up', probe: 'p2' }];
		const state = at(27, [0, begin()], depth, led, next, [26, { kind: 'follow-up', probe: 'p2' }]);
		expect(state.probeDue).toBeUndefined();
		expect(state.probes).toEqual([
			{ probe: 'p2', at: 24.5 * MINUTE, hints: [], lead: 'the hot link', followedUp: 25 * MINUTE },
		]);
	});

	it('answers what was asked with the authored answer, and else with the fallback', () => {
		const ask = (answers: string | null): Happening => ({
			...{ kind: 'ask', text: 'How many?', answers, by: 'typed' },
		});
		const { asked, revealed } = at(
			3,
			[0, begin()],
			[1, ask('q-scale')],
			[2, ask(null)],
			[3, ask('q-x')],
		);
		expect(asked.map(({ answer }) => answer)).toEqual([
			...[
				'Plan for 6 million new links a day.',
				question.fallback_answer,
				question.fallback_answer,
			],
		]);
		expect(revealed).toEqual(['q-scale']);
	});
});

const name = fc.constantFrom('q-scale', 'q-life', 'p1', 'p2', 'c1', 'c3', 'f1', 'nothing');
const happening: fc.Arbitrary<Happening> = fc.oneof(
	fc.record({
		...{ kind: fc.constant('start' as const), question: fc.constant(question.id) },
		...{ version: fc.constant(1), mode: fc.constantFrom('practice' as const, 'exam' as const) },
		level: fc.constantFrom('mid' as const, 'senior' as const, 'staff' as const),
		minutes: fc.integer({ min: 5, max: 90 }),
	}),
	fc.constantFrom<Happening>(
		...([{ kind: 'beat' }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'limit-off' }] as const),
		{ kind: 'end' },
	),
	fc.record({ kind: fc.constant('step' as const), to: fc.constantFrom(...STEPS) }),
	fc.record({
		...{ kind: fc.constant('ask' as const), text: fc.string(), answers: fc.option(name) },
		by: fc.constantFrom('typed' as const, 'chip' as const),
	}),
	fc.record({ kind: fc.constant('probe' as const), probe: name }),
	fc.record({ kind: fc.constant('follow-up' as const), probe: name }),
	fc.record({ kind: fc.constant('hint' as const), probe: name, hint: fc.constantFrom(...HINTS) }),
	fc.record({ kind: fc.constant('curveball' as const), curveball: name }),
	fc.record({
		...{ kind: fc.constant('pad' as const), pane: fc.constantFrom(...PANES) },
		text: fc.constantFrom('', 'a --> b', DRAWING),
	}),
	fc.record({ kind: fc.constant('discount' as const), after: fc.constantFrom('e0', 'e1', 'e2') }),
	fc.record({ kind: fc.constant('extend' as const), minutes: fc.integer({ min: -5, max: 30 }) }),
);
/** Clocks that jump in both directions, pages that reload. */
const moment = fc.record({
	wall: fc.integer({ min: START - 1e10, max: START + 1e10 }),
	mono: fc.integer({ min: 0, max: 1e8 }),
	page: fc.constantFrom('a', 'b'),
});
const history = fc
	.array(fc.tuple(moment, happening), { maxLength: 25 })
	.map((rest) => facts([minute(0), begin()], ...rest));

describe('any history', () => {
	it('replays from any prefix as it does step by step', () => {
		fc.assert(
			fc.property(history, moment, (events, now) => {
				let course = newCourse(question);
				events.forEach((event, index) => {
					course = applyEvent(course, event, question);
					const prefix = replayInterview(events.slice(0, index + 1), question, now);
					expect(observe(course, question, now)).toEqual(prefix);
				});
			}),
		);
	});

	it('is the same shuffled and with repeats', () => {
		fc.assert(
			fc.property(history, fc.infiniteStream(fc.nat()), moment, (events, chance, now) => {
				const order = new Map(events.map(({ id }) => [id, chance.next().value ?? 0]));
				const mixed = [...events, ...events.slice(0, 3)].sort(
					(a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
				);
				const replayed = replayInterview(mixed, question, now);
				expect(replayed).toEqual(replayInterview(events, question, now));
			}),
		);
	});

	it('reveals nothing that was not asked or shown', () => {
		fc.assert(
			fc.property(history, moment, (events, now) => {
				const named = new Set(
					events.flatMap((event) => {
						if (event.kind === 'ask') return event.answers ?? [];
						if (event.kind === 'probe') return event.probe;
						return event.kind === 'curveball' ? event.curveball : [];
					}),
				);
				const { revealed, asked, prompts } = replayInterview(events, question, now);
				expect(revealed.filter((id) => !named.has(id))).toEqual([]);
				const answers = new Set(
					question.clarify.filter(({ id }) => named.has(id)).map(({ a }) => a),
				);
				const said = asked.map(({ answer }) => answer);
				expect(said.every((a) => answers.has(a) || a === question.fallback_answer)).toBe(true);
				const must = question.requirements.must.map(({ t }) => t);
				expect(prompts.some(({ say }) => must.some((t) => say.includes(t)))).toBe(false);
			}),
		);
	});

	it('never counts time backward but for what was discounted, and never more than the limit', () => {
		fc.assert(
			fc.property(history, (events) => {
				let course = newCourse(question);
				for (const event of events) {
					const { elapsed } = course;
					course = applyEvent(course, event, question);
					if (event.kind !== 'discount') expect(course.elapsed).toBeGreaterThanOrEqual(elapsed);
					expect(course.elapsed).toBeGreaterThanOrEqual(0);
					expect(course.elapsed).toBeLessThanOrEqual(course.limit);
					const spent = STEPS.reduce((ms, step) => ms + course.spent[step], 0);
					expect(spent).toBe(course.elapsed);
				}
			}),
		);
	});

	it('names a next change that is one: nothing is due before it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 44 * 60 }), fc.constantFrom(...STEPS), (s, step) => {
				const events = facts([0, begin()], [0, { kind: 'step', to: step }]);
				const state = replayInterview(events, question, minute(s / 60));
				const just = minute(s / 60 + ((state.nextIn ?? 0) - 1) / MINUTE);
				const before = replayInterview(events, question, just);
				expect(state.nextIn).toBeGreaterThan(0);
				expect(before.prompts.map(({ id }) => id)).toEqual(state.prompts.map(({ id }) => id));
				expect(before.curveballsDue).toEqual(state.curveballsDue);
				expect(before.probeDue).toBe(state.probeDue);
				expect(before.phase).toBe(PHASE_OF[step]);
			}),
		);
	});
});
