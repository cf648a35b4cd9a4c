import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { partnerTicks, readPartnerNotes, writePartnerNotes } from './partner-notes.ts';

const question = shippedQuestion('url-shortener');
const notes = {
	...{ question: 'url-shortener', version: 1, note: 'Draw earlier.' },
	ticks: [
		{ line: 'r1', at: 90_000 },
		{ line: 'general-scope-mid-1', at: 120_000 },
	],
};

describe('the notes of a partner', () => {
	it('come back from their file as they were', () => {
		expect(readPartnerNotes(writePartnerNotes(notes))).toEqual({ notes });
	});

	it.each([
		['nothing', ''],
		['no JSON', '{'],
		['another file', '{"format":"onsite-backup/1"}'],
		['a list', '[]'],
		[
			'a minute that is none',
			JSON.stringify({ format: 'onsite-partner/1', ...notes, ticks: [{ line: 'r1', at: -1 }] }),
		],
		[
			'too many ticks',
			JSON.stringify({
				format: 'onsite-partner/1',
				...notes,
				ticks: Array(201).fill(notes.ticks[0]),
			}),
		],
		[
			'an id that is a path',
			JSON.stringify({ format: 'onsite-partner/1', ...notes, question: '../x' }),
		],
	])('are refused in words: %s', (_, text) => {
		expect(readPartnerNotes(text)).toEqual({
			problem: expect.stringMatching(/no file of a partner/),
		});
	});

	it('bring nothing else along', () => {
		const text = writePartnerNotes(notes).replace(
			'"note"',
			'"__proto__": {"bad": 1}, "more": 1, "note"',
		);
		expect(readPartnerNotes(text)).toEqual({ notes });
		expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
	});

	it('become ticks with their minute, each line once, unknown ones counted', () => {
		const ticks = [...notes.ticks, { line: 'r1', at: 150_000 }, { line: 'gone', at: 1 }];
		expect(partnerTicks({ ...notes, ticks }, question)).toEqual({
			ticks: [
				{ line: 'r1', pin: { kind: 'minute', at: 150_000 } },
				{ line: 'general-scope-mid-1', pin: { kind: 'minute', at: 120_000 } },
			],
			unknown: 1,
		});
	});

	it('are read without fault, whatever the file holds', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				const read = readPartnerNotes(text);
				expect('notes' in read || read.problem.length > 0).toBe(true);
			}),
		);
	});
});
