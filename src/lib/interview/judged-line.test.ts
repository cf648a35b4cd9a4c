import { describe, expect, it } from 'vitest';
import { urlShortenerInterview } from '../../../tests/support/interview.ts';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { clockText, readClock } from './clock-text.ts';
import { decisionNotes } from './decision-notes.ts';
import { findEvidence, findGates } from './find-evidence.ts';
import type { Happening, InterviewEvent } from './interview-event.ts';
import {
	countedTicks,
	judgeLines,
	ownTicks,
	pathLines,
	withOverruled,
	withShownPaths,
} from './judged-line.ts';
import { pinChoices, rankPins, samePin } from './pin-choices.ts';
import { replayInterview } from './replay-interview.ts';
import { scoreInterview, type Pin } from './score-interview.ts';

const question = shippedQuestion('url-shortener');
const { events } = urlShortenerInterview({ t: 1e12 });

function replayed(all: readonly InterviewEvent[] = events) {
	const last = all.at(-1);
	if (!last) throw new Error('no events');
	const state = replayInterview(all, question, last.at);
	const evidence = findEvidence(question, state, ['redirects', 'creates']);
	const lines = judgeLines(question, state, evidence);
	const line = (id: string) => lines.find((each) => each.id === id);
	return { state, evidence, lines, line };
}

/** The same interview with another drawing at its end. */
function drawnAs(text: string): InterviewEvent[] {
	return events.map((event) =>
		event.kind === 'pad' && event.pane === 'diagram' ? { ...event, text } : event,
	);
}

function only(start: Partial<Happening>, ...rest: Happening[]): InterviewEvent[] {
	const first = { ...events[0], ...start } as InterviewEvent;
	return [
		first,
		...rest.map((what, at): InterviewEvent => ({
			...what,
			...{ id: `x${at}`, seq: at + 1, at: { ...first.at, mono: at * 60_000 } },
		})),
	];
}

const minute: Pin = { kind: 'minute', at: 60_000 };

describe('lines that the app judges', () => {
	const { state, evidence, lines, line } = replayed();

	it('are filled in with their reason and a pin', () => {
		expect(line('r1')).toMatchObject({
			...{ verdict: 'shown', why: 'asked at 0:30 and 1:12', pin: { kind: 'minute', at: 30_000 } },
		});
		expect(line('r5')).toMatchObject({ verdict: 'not-shown' });
		expect(line('r5')?.why).toBe('no number on your pad comes near it');
		expect(line('r14')?.why).toBe('it did not come up');
		expect(line('general-operation-mid-1')).toMatchObject({
			...{ verdict: 'not-shown', why: 'the wrap-up was not reached' },
		});
		expect(ownTicks(lines).map((tick) => tick.line)).toContain('r1');
	});

	it('never come from a path in the drawing where calls and keys are asked for', () => {
		expect(line('r6')).toMatchObject({ verdict: 'open' });
		const empty = events.filter((event) => event.kind !== 'pad' || event.pane === 'diagram');
		expect(replayed(empty).line('r6')).toMatchObject({
			...{ verdict: 'not-shown', why: 'nothing stands under API or data' },
		});
	});

	it('leave to the person what a drawing may show in other words', () => {
		const loose = replayed(drawnAs('flowchart LR\na[Browser] --> b[Thing] --> c[Other thing]'));
		expect(loose.line('r8')).toMatchObject({
			...{ verdict: 'open', why: 'the app sees no such path in your drawing' },
		});
		expect(replayed(drawnAs('')).line('r8')?.verdict).toBe('not-shown');
		expect(replayed(drawnAs('')).line('general-design-mid-1')?.why).toBe('nothing was drawn');
	});

	it('count with what the person has pinned, and with nothing else', () => {
		const ticks = [
			{ line: 'r2', pin: minute },
			{ line: 'r3', pin: null },
			{ line: 'r5', pin: minute },
		];
		const counted = countedTicks(lines, ticks).map((tick) => tick.line);
		expect(counted).toContain('r1');
		expect(counted).toContain('r2');
		expect(counted).not.toContain('r3');
		expect(counted).not.toContain('r5');
	});

	it('are overruled by a pin where only the drawing was read', () => {
		const ticks = [{ line: 'r8', pin: { kind: 'node', node: 'db' } as const }];
		const loose = replayed(drawnAs('flowchart LR\na[Browser] --> b[Thing]'));
		const settled = withOverruled(question, loose.lines, loose.evidence, ticks);
		expect(loose.evidence.unseen).toContain('redirect');
		expect(settled.unseen).not.toContain('redirect');
		expect(withOverruled(question, lines, evidence, [])).toEqual(evidence);
		const [lacking] = pathLines(question, loose.state);
		expect(lacking?.t).toBe('redirect from the short link to the long one');
		const all = pathLines(question, loose.state).map(({ id }) => ({ line: id, pin: minute }));
		expect(findGates(question, loose.state)).toEqual(['no-path']);
		expect(findGates(question, withShownPaths(loose.state, all))).toEqual([]);
		expect(pathLines(question, state)).toEqual([]);
	});
});

describe('a part practiced alone', () => {
	it('is judged by its own lines and scored without the rest', () => {
		const { lines } = replayed(only({ kind: 'start', only: 'deep-dive' }, { kind: 'end' }));
		expect(new Set(lines.map(({ phase }) => phase))).toEqual(new Set(['deep-dive']));
		const score = scoreInterview(question, [], 'senior', [], lines);
		expect(score.dimensions.map(({ dimension }) => dimension)).toEqual([
			...['depth', 'trade-offs', 'operation'],
		]);
		expect(score).toMatchObject({ atAim: 0, heldDownBy: ['depth', 'trade-offs'] });
		expect(score.readsAs).toBeUndefined();
		expect(score.pattern).toMatch(/^senior on 0 of 3/);
	});

	it('of one probe asks for the lines of that probe', () => {
		const exercise = { kind: 'probe', about: 'p2' } as const;
		const { lines } = replayed(only({ kind: 'start', only: 'deep-dive', exercise }));
		expect(lines.map(({ id }) => id)).toContain('r11');
		expect(lines.map(({ id }) => id)).not.toContain('r10');
	});
});

describe('pins', () => {
	const { state } = replayed();
	const choices = pinChoices(question, state);

	it('are what stands on the pad, boxes, and what was said', () => {
		const texts = choices.map(({ text }) => text);
		expect(texts).toEqual(
			expect.arrayContaining([
				'Custom alias, expiry',
				'Redirect service',
				'You asked: uptime target',
				'You named as broken: One primary takes the writes',
			]),
		);
		expect(texts.some((text) => text.startsWith('After the change: Legal'))).toBe(true);
	});

	it('come with the likeliest first, and none is lost', () => {
		const line = { line: 'Said why shards do not help a hot link', dimension: 'depth' } as const;
		const ranked = rankPins(choices, line);
		expect(ranked[0]?.text).toBe('Hot link: copy in each redirect server for 2 s');
		expect(ranked).toHaveLength(choices.length);
	});

	it('are compared by what they name', () => {
		expect(samePin(minute, { ...minute })).toBe(true);
		expect(samePin(minute, { kind: 'minute', at: 1 })).toBe(false);
	});

	it.each([
		['31:40', 1_900_000],
		['31', 1_860_000],
		['1:02:30', 3_750_000],
		['3:75', undefined],
		['soon', undefined],
	])('reads the time %s', (text, ms) => {
		expect(readClock(text)).toBe(ms);
	});

	it('says a time as the clock does', () => {
		expect(clockText(1_900_999)).toBe('31:40');
		expect(clockText(-5)).toBe('0:00');
	});
});

describe('decisions', () => {
	it('show which options the pad names, and its lines', () => {
		const notes = decisionNotes(question, replayed().state.pad);
		const code = notes.find(({ decision }) => decision.id === 'd-code');
		expect(code?.named).toEqual([0, 1]);
		expect(code?.lines).toEqual(['Random codes with insert if absent, or a counter in blocks']);
		const empty = { ...replayed().state.pad, 'trade-offs': '', data: '', notes: '', api: '' };
		const none = decisionNotes(question, { ...empty, diagram: '', requirements: '' });
		expect(none.every(({ named, lines }) => named.length + lines.length === 0)).toBe(true);
	});
});
