import { describe, expect, it } from 'vitest';
import { OWN_DRAWING, urlShortenerInterview } from '../../../tests/support/interview.ts';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { findEvidence, findGates } from './find-evidence.ts';
import type { InterviewEvent } from './interview-event.ts';
import { interviewMarkdown, type InterviewRecord } from './interview-markdown.ts';
import { fenced, plainLine } from './markdown-text.ts';
import { readerPackage } from './reader-package.ts';
import { replayInterview } from './replay-interview.ts';
import { linesOf, scoreInterview, type Tick } from './score-interview.ts';
import type { SpokenLine } from './spoken-line.ts';
import { summarizeInterview } from './summarize-interview.ts';

const question = shippedQuestion('url-shortener');
const { events } = urlShortenerInterview({ t: Date.UTC(2026, 10, 23, 9) });
const state = replayInterview(events, question, events.at(-1)!.at);
const said: SpokenLine[] = [
	{ at: 30_000, who: 'candidate', text: 'How many links per day?' },
	{ at: 30_000, who: 'interviewer', text: 'Plan for *6 million*.' },
	{ at: 390_000, who: 'note', text: '', step: 'numbers' },
];

function record(): InterviewRecord {
	const [line] = linesOf(question);
	const ticks: Tick[] = [{ line: line!.id, pin: { kind: 'minute', at: 30_000 } }];
	const evidence = findEvidence(question, state, []);
	const score = scoreInterview(question, ticks, 'senior', findGates(question, state));
	const { misses } = summarizeInterview(question, state, ticks, evidence, score);
	const result = { score, ticks, misses, predicted: { scope: 2 as const }, note: 'Slept badly.' };
	return { question, state, date: '2026-11-23', said, result };
}

describe('interviewMarkdown', () => {
	const text = interviewMarkdown(record());

	it('holds the plan with the time, what was said, the pad, the drawing and the result', () => {
		expect(text).toMatch(/^# .*\n\n2026-11-23 · 45 minutes · practice · aimed at senior\n/);
		expect(text).toContain('| Clarify | 5–8 min | 8 min | 10:00 |');
		expect(text).toContain('| Wrap-up | 5–10 min | 6 min | not reached |');
		expect(text).toContain('- 0:30 Interviewer: Plan for \\*6 million\\*.');
		expect(text).toContain('- 6:30 (Numbers)');
		expect(text).toContain(`## Drawing\n\n\`\`\`mermaid\n${OWN_DRAWING}\n\`\`\``);
		expect(text).toContain(`## Estimates\n\n\`\`\`\n${state.pad.estimates}\n\`\`\``);
		expect(text).toMatch(/\| Scope \| below mid \| senior \|/);
		expect(text).toMatch(/### Shown\n\n- .* \(at 0:30\)/);
		expect(text).toMatch(/### Missed\n\n- .* \((at \d+:\d\d|not reached)\)/);
		expect(text).toContain('### Note\n\n```\nSlept badly.\n```');
	});

	it('gives nothing of the result away before there is one', () => {
		const open: InterviewRecord = record();
		delete open.result;
		const before = interviewMarkdown(open);
		expect(before).not.toContain('## Result');
		expect(before).not.toContain('Missed');
		expect(text.startsWith(before.trimEnd())).toBe(true);
	});

	it('names what was typed when the time was up as such', () => {
		const late = { ...state, late: { notes: 'Too late' } };
		expect(interviewMarkdown({ ...record(), state: late })).toContain(
			'## Notes, after the time was up\n\n```\nToo late\n```',
		);
	});
});

describe('what a person typed', () => {
	it('stays within its fence and within its line', () => {
		expect(fenced('a\n```\nb')).toBe('````\na\n```\nb\n````');
		expect(fenced('`````')).toBe('``````\n`````\n``````');
		expect(plainLine('# a\n*b* [c](d) <e>')).toBe('\\# a \\*b\\* \\[c\\](d) \\<e\\>');
	});
});

describe('readerPackage', () => {
	const text = readerPackage(question, state, said);

	it('asks for quotes, and for "not shown" where there is none', () => {
		expect(text).toMatch(/quote/);
		expect(text).toContain('"not shown"');
	});

	it('holds the prompt, the transcript, the pad and every line of the rubric', () => {
		expect(text).toContain(question.prompt);
		expect(text).toContain('0:30 Candidate: How many links per day?');
		expect(text).toContain(OWN_DRAWING);
		for (const { id, line } of linesOf(question)) {
			expect(text).toContain(`- ${id} (`);
			expect(text).toContain(line);
		}
	});

	it('holds none of the reference answers', () => {
		expect(text).not.toContain(question.tests);
		expect(text).not.toContain(question.design.mermaid.trim());
		for (const { pick } of question.decisions) expect(text).not.toContain(pick);
		for (const { good } of question.probes) {
			for (const each of good.senior) expect(text).not.toContain(each);
		}
	});

	it('says what is empty, and cuts what was pasted', () => {
		const pad = { ...state.pad, notes: '', api: 'x'.repeat(200_000) };
		const cut = readerPackage(question, { ...state, pad }, []);
		expect(cut).toContain('Left empty: Notes.');
		expect(cut).toContain('[180000 more characters]');
		expect(cut).toContain('(nothing was said)');
		expect(cut.length).toBeLessThan(60_000);
	});

	it('judges a phase that was practiced alone by its own lines', () => {
		const [start] = events;
		const only = replayInterview(
			[{ ...start!, only: 'clarify' } as InterviewEvent],
			question,
			start!.at,
		);
		const short = readerPackage(question, only, said);
		expect(short).toContain('## Scope');
		expect(short).not.toContain('## Depth');
	});
});
