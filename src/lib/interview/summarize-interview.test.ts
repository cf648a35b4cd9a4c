import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { coverDrawing } from './drawing-coverage.ts';
import { countAmounts, findEvidence, findGates, judgeLine } from './find-evidence.ts';
import type { Happening, InterviewEvent } from './interview-event.ts';
import { MINUTE } from './plan.ts';
import { replayInterview } from './replay-interview.ts';
import { scoreInterview } from './score-interview.ts';
import { missesToCards, MOST_DUE, summarizeInterview, type Miss } from './summarize-interview.ts';

const question = shippedQuestion('url-shortener');
const moment = (at: number) => ({ wall: at * MINUTE, mono: at * MINUTE, page: 'a' });
const start: Happening = {
	...{ kind: 'start', question: question.id, version: 1, mode: 'exam', level: 'senior' },
	minutes: 45,
};
const DRAWING = `flowchart LR
c[Browser] --> lb[Load balancer] --> w[API server]
w --> db[(PostgreSQL database)]
lb --> r[Redirect service] --> ch[(Redis)] --> db
w --> z[ZooKeeper]
r --> x[Search index]`;

function interview(now: number, ...list: [at: number, what: Happening][]) {
	const all: [number, Happening][] = [[0, start], ...list];
	const events = all.map(([at, what], seq): InterviewEvent => ({
		...{ ...what, id: `e${seq}`, seq, at: moment(at) },
	}));
	return replayInterview(events, question, moment(now));
}

const ask = (answers: string): Happening => ({ kind: 'ask', text: '?', answers, by: 'typed' });

describe('a drawing', () => {
	it('is compared by its labels, with what is as good', () => {
		const coverage = coverDrawing(question, DRAWING);
		expect(coverage.missing).toEqual([]);
		expect(coverage.optional).toEqual(['click_log', 'aggregator', 'click_store']);
		expect(coverage.extra).toEqual([{ node: { id: 'x', label: 'Search index' } }]);
		expect(coverage.traced).toEqual(expect.arrayContaining(['f1', 'f2', 'f3']));
		expect(coverage.untraced).toEqual([]);
	});

	it('has no path where boxes are not joined or lack', () => {
		const loose = 'flowchart LR\nc[Client]\nlb[Load balancer]\nw[API server]\ndb[(Database)]';
		expect(coverDrawing(question, loose).untraced).toEqual(['f1', 'f2', 'f3']);
		const noCache = DRAWING.replace('ch[(Redis)] --> ', '');
		expect(coverDrawing(question, noCache).untraced).toEqual(['f2']);
		expect(coverDrawing(question, noCache).missing).toEqual(['link_cache']);
	});

	it('that was pasted by mistake is read up to a limit, with every text of the pad', () => {
		const pasted = Array.from({ length: 3000 }, (_, at) => `n${at}[Box ${at}]`).join('\n');
		expect(coverDrawing(question, pasted).boxes).toBe(200);
		expect(countAmounts('9'.repeat(200_000))).toBe(0);
		expect(countAmounts('9,'.repeat(100_000))).toBeLessThan(20_000);
	});

	it('of the reference holds all of it', () => {
		for (const id of ['url-shortener', 'news-feed']) {
			const own = shippedQuestion(id);
			const coverage = coverDrawing(own, own.design.mermaid);
			expect(coverage).toMatchObject({ missing: [], optional: [], extra: [], untraced: [] });
		}
	});
});

describe('evidence', () => {
	it.each([
		['6M links, 20,833/s, 5.5 TB', 3],
		['about 12k per second and 99.99%', 2],
		['we need a cache and 2 servers', 0],
		['10^9 rows, p99 under 50 ms', 2],
		['', 0],
	])('counts the amounts of “%s”', (text, expected) => {
		expect(countAmounts(text)).toBe(expected);
	});

	it('tells what was seen, what was not, and what only a person can judge', () => {
		const state = interview(20, [1, ask('q-scale')], [2, ask('q-ratio')]);
		const evidence = findEvidence(question, state, ['length']);
		const verdicts = new Map(question.rubric.map((line) => [line.id, judgeLine(line, evidence)]));
		expect(verdicts.get('r1')).toBe('shown');
		expect(verdicts.get('r2')).toBe('open');
		expect(verdicts.get('r5')).toBe('shown');
		expect(verdicts.get('r8')).toBe('not-shown');
		expect(verdicts.get('r12')).toBe('open');
	});

	it('finds the gates: no path, no scale', () => {
		expect(findGates(question, interview(20))).toEqual(['no-path', 'no-scale']);
		const pad: Happening = { kind: 'pad', pane: 'diagram', text: DRAWING };
		const notes: Happening = { kind: 'pad', pane: 'notes', text: '7k per second' };
		expect(findGates(question, interview(20, [5, pad], [6, notes]))).toEqual([]);
		expect(findGates(question, interview(20, [5, pad], [6, ask('q-scale')]))).toEqual([]);
	});
});

describe('the summary', () => {
	const state = interview(
		45,
		...([
			[1, ask('q-scale')],
			[2, ask('q-ratio')],
			[9, { kind: 'step', to: 'drawing' }],
			[20, { kind: 'step', to: 'depth' }],
			[22, { kind: 'probe', probe: 'p2' }],
		] as [number, Happening][]),
	);
	const evidence = findEvidence(question, state, []);
	const ticks = ['r1', 'r8'].map((line) => ({ line, pin: { kind: 'minute', at: 1 } as const }));
	const score = scoreInterview(question, ticks, 'senior', []);
	const summary = summarizeInterview(question, state, ticks, evidence, score);
	const miss = (id: string) => summary.misses.find((each) => each.id === id);

	it('keeps what was ticked, unless the pad shows that it was not there', () => {
		expect(summary.strengths).toEqual([question.rubric.find(({ id }) => id === 'r1')?.line]);
		expect(miss('r8')?.weight).toBe(10);
		expect(summary.misses.map(({ weight }) => weight)).toEqual(
			summary.misses.map(({ weight }) => weight).sort((a, b) => b - a),
		);
	});

	it('says when it was missed and what teaches it', () => {
		expect(miss('r11')).toMatchObject({ at: 22 * MINUTE, cards: ['cdn/viral-expiry'] });
		expect(miss('r11')?.patterns).toContain('near-cache');
		expect(miss('r15')?.at).toBeUndefined();
	});

	it('fills in what was not asked, drawn or reached', () => {
		expect(miss('q-life')?.what).toBe('How long do we keep a link?');
		expect(miss('link_store')?.what).toContain('Link store: ');
		expect(summary.unreached).toEqual(['numbers', 'interface', 'close']);
		expect(summary.followUps[0]).toEqual({
			...{ kind: 'phase', phase: 'deep-dive', why: 'It took 25 minutes of 16 planned.' },
		});
		expect(summary.followUps).toContainEqual({
			...{ kind: 'phase', phase: 'wrap-up', why: 'It was not reached.' },
		});
		expect(summary.followUps.length).toBeLessThanOrEqual(4);
	});

	it('makes cards due: named ones, else some of each pattern, each once', () => {
		const cardsOf = (pattern: string) =>
			pattern === 'cdn'
				? ['cdn/a', 'cdn/viral-expiry']
				: ['a', 'b', 'c'].map((each) => `${pattern}/${each}`);
		const due = missesToCards(summary.misses, cardsOf);
		expect(due.length).toBeLessThanOrEqual(MOST_DUE);
		expect(new Set(due.map(({ card }) => card)).size).toBe(due.length);
		expect(due.find(({ card }) => card === 'cdn/viral-expiry')).toMatchObject({
			...{ misses: ['r11', 'r7', 'r3'], at: 20 * MINUTE },
		});
		expect(missesToCards([], cardsOf)).toEqual([]);
	});

	it('offers no card that is gone, and joins misses that one card teaches', () => {
		const one: Miss = {
			...{ id: 'a', what: '', phase: 'clarify', weight: 5, patterns: ['x'], cards: ['x/gone'] },
		};
		const two: Miss = { ...one, id: 'b', at: 5, cards: ['x/1'] };
		expect(missesToCards([one, two], () => ['x/1', 'x/2', 'x/3'])).toEqual([
			{ card: 'x/1', misses: ['a', 'b'], at: 5 },
			{ card: 'x/2', misses: ['a'] },
		]);
	});
});
