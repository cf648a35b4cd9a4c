import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { fitText } from './fit-text.ts';
import { matchLead, matchRequirement } from './match-lead.ts';
import { readRequirements, writeRequirements } from './requirement-list.ts';

const question = shippedQuestion('url-shortener');
const line = fc.stringMatching(/^[a-z0-9][a-z0-9 %<]{0,20}[a-z0-9]$/);
const items = fc.array(fc.record({ text: line, traced: fc.boolean() }), { maxLength: 6 });

describe('a list of requirements', () => {
	it('reads back what it wrote', () => {
		const headless = ({ text }: { text: string }) => !/^(functional|non|nfr)/.test(text);
		fc.assert(
			fc.property(items, items, (functional, quality) => {
				const list = {
					functional: functional.filter(headless),
					quality: quality.filter(headless),
				};
				expect(readRequirements(writeRequirements(list))).toEqual(list);
			}),
		);
	});

	it('reads what was pasted from elsewhere', () => {
		const list = readRequirements('create a link\n* redirect\n\n## Non-functional:\n- p99 < 50 ms');
		expect(list.functional.map(({ text }) => text)).toEqual(['create a link', 'redirect']);
		expect(list.quality).toEqual([{ text: 'p99 < 50 ms', traced: false }]);
	});
});

describe('a text with a limit', () => {
	it('loses nothing that stood there before', () => {
		const any = fc.string({ unit: 'grapheme', maxLength: 30 });
		fc.assert(
			fc.property(any, any, any, fc.nat(40), (head, tail, put, more) => {
				const before = head + tail;
				const limit = before.length + more;
				const { text, leftOut } = fitText(before, head + put + tail, limit);
				expect(text.length).toBeLessThanOrEqual(limit);
				// Where what is put in repeats what stands beside it, either may be the one that is kept.
				const kept = [...Array(before.length + 1).keys()].some(
					(at) => text.startsWith(before.slice(0, at)) && text.endsWith(before.slice(at)),
				);
				expect(kept).toBe(true);
				expect(text.length + leftOut).toBe(before.length + put.length);
			}),
		);
	});
});

describe("a candidate's own words", () => {
	it.each([
		['the hot link', 'p2'],
		['code clashes, two servers make the same code', 'p1'],
		['multiple regions', 'p5'],
	])('"%s" lead to the probe %s', (text, probe) => {
		expect(matchLead(text, question, ['p1', 'p2', 'p3', 'p4', 'p5'])).toBe(probe);
	});

	it('lead to no probe that may not be asked, and to none that they are not like', () => {
		expect(matchLead('the hot link', question, [])).toBeUndefined();
		expect(matchLead('the weather in Rome', question, ['p1', 'p2'])).toBeUndefined();
	});

	it.each([
		['redirect short link to long link', 'f2'],
		['create short links', 'f1'],
		['custom alias and expiry', 'f3'],
		['p99 of redirect below 50 ms', 'n1'],
	])('"%s" are the requirement %s', (text, id) => {
		expect(matchRequirement(text, question)).toBe(id);
	});

	it('are no requirement where they say something else', () => {
		expect(matchRequirement('dark mode', question)).toBeUndefined();
	});
});
