import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPattern } from './read-pattern.ts';
import { readCatalog } from './read-catalog.ts';

const FILE = 'decks/patterns/caching/sample.md';

/** Lines that move the state machine, in any order, between arbitrary ones. */
const line = fc.oneof(
	fc.constantFrom(
		'---',
		'# A',
		'## Problem',
		'## Cards',
		'### a',
		'### a',
		'#### b',
		'```',
		'```mermaid',
		'~~~',
		'kind: say',
		'kind: cloze',
		'level: x',
		'also: [a]',
		'Q: ==x==',
		'C: ==x==',
		'A: **b**',
		'- [ ] p',
		'related: [{ id: a }]',
		'id: sample',
		'  accDescr: x',
		'|a|',
		'***',
		'\t',
		'',
	),
	fc.string(),
	fc.string({ unit: 'binary' }),
);
const file = fc
	.array(line, { maxLength: 40 })
	.chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

describe('reading arbitrary text', () => {
	it('never throws, and names lines that exist', () => {
		fc.assert(
			fc.property(file, (text) => {
				const { mistakes } = readPattern(FILE, text);
				const last = text.split(/\r\n|\r|\n/).length;
				expect(mistakes.length).toBeGreaterThan(0);
				for (const { line: at } of mistakes) {
					expect(at).toBeGreaterThanOrEqual(1);
					expect(at).toBeLessThanOrEqual(last);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('never throws for lists either', () => {
		fc.assert(
			fc.property(file, file, (a, b) => {
				const files = new Map([
					['decks/categories.yaml', a],
					['decks/paths/x.yaml', b],
				]);
				expect(readCatalog(files).mistakes).toBeInstanceOf(Array);
			}),
			{ numRuns: 500 },
		);
	});
});
