import { expect, test } from 'vitest';
import { checkScenarios } from './check-scenarios.ts';
import { describeMistake } from './mistake.ts';
import { readScenarios } from './read-catalog-lists.ts';

const KNOWN = new Set(['bulkhead', 'timeout']);
const FILE = 'decks/scenarios.yaml';

function mistakesOf(text: string): string[] {
	const { value, lineOf, mistakes } = readScenarios(FILE, text);
	return [...mistakes, ...checkScenarios(FILE, value ?? [], KNOWN, lineOf)].map(describeMistake);
}

test('a list of needs with patterns that have a page is without mistakes', () => {
	const text = `- { id: slow, need: "One slow dependency", patterns: [bulkhead, timeout] }\n`;
	expect(mistakesOf(text)).toEqual([]);
	expect(readScenarios(FILE, text).value).toEqual([
		{ id: 'slow', need: 'One slow dependency', patterns: ['bulkhead', 'timeout'] },
	]);
});

test('each mistake is reported with its line and what would be right', () => {
	const text = [
		'- { id: slow, need: "One slow dependency", patterns: [bulkhead, bulkhead] }',
		'- { id: slow, need: "One Slow Dependency", patterns: [bulkhaed] }',
		`- { id: long, need: "${'x'.repeat(91)}", patterns: [timeout] }`,
	].join('\n');
	expect(mistakesOf(text)).toEqual([
		`${FILE}:1: "bulkhead" is named twice; keep one`,
		`${FILE}:2: the id "slow" stands on line 1 already; keep one`,
		`${FILE}:2: the need "One Slow Dependency" stands on line 1 already; keep one`,
		`${FILE}:2: the pattern "bulkhaed" has no page; name a pattern that has one, or remove it`,
		`${FILE}:3: the need has 91 characters; at most 90`,
	]);
});

test('a scenario without patterns, and an unknown key, are mistakes', () => {
	expect(mistakesOf('- { id: a, need: "b", patterns: [] }')).toEqual([
		expect.stringMatching(/^decks\/scenarios\.yaml:1: /),
	]);
	expect(mistakesOf('- { id: a, need: "b", patterns: [timeout], because: c }')).toEqual([
		expect.stringContaining('unknown key'),
	]);
});

test('a catalog without the file has no scenarios', () => {
	expect(readScenarios(FILE, '[]').value).toEqual([]);
});
