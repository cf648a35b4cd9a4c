/** Guards in the source what no run can show: what may stand inside a transaction, and who opens one. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
	.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** A foreign promise awaited inside lets the transaction commit half of its writes. */
const FOREIGN =
	/\b(fetch|setTimeout|queueMicrotask|Response|CompressionStream|subtle|navigator)\b|arrayBuffer\(|import\(/;

/** The text of the call that begins at `start`, to its closing bracket. */
function callAt(text: string, start: number): string {
	let depth = 0;
	for (let at = text.indexOf('(', start); at < text.length; at += 1) {
		if (text[at] === '(') depth += 1;
		if (text[at] === ')' && (depth -= 1) === 0) return text.slice(start, at + 1);
	}
	return text.slice(start);
}

function callsIn(text: string): string[] {
	return [...text.matchAll(/\b(atomically|reading)\(/g)]
		.filter(({ index }) => !/function (atomically|reading)$/.test(text.slice(0, index + 10)))
		.map(({ index }) => callAt(text, index));
}

describe('transactions', () => {
	it('are opened by atomic.ts only, with a function that is itself async', () => {
		const openers = files.filter(({ text }) => /\.transaction\(\s*(mode|'rw?')/.test(text));
		for (const { name, text } of openers) {
			for (const { index } of text.matchAll(/\.transaction\(\s*(mode|'rw?')/g)) {
				expect(callAt(text, index), name).toMatch(/async \(\) =>/);
			}
		}
		expect(openers.map(({ name }) => name)).toContain('atomic.ts');
	});

	it('await nothing foreign', () => {
		const calls = files.flatMap(({ name, text }) => callsIn(text).map((call) => ({ name, call })));
		expect(calls.length).toBeGreaterThan(10);
		for (const { name, call } of calls) expect(call, name).not.toMatch(FOREIGN);
	});

	it('are recognised by this very test where they do', () => {
		const bad = "await atomically(db, ['cards'], async () => { await fetch('/x'); });";
		expect(callsIn(bad)).toHaveLength(1);
		expect(callsIn(bad)[0]).toMatch(FOREIGN);
	});
});

describe('the folder', () => {
	it('reads no clock and makes no ids', () => {
		for (const { name, text } of files) {
			expect(text, name).not.toMatch(/Date\.now|Math\.random|new Date\(\)|randomUUID/);
		}
	});
});
