/** Every folder here is a deck file and what reading it must give: `expected.json`, or the mistakes in `errors.txt`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeMistake, sortMistakes } from '../../src/lib/content/mistake.ts';
import { readPattern } from '../../src/lib/content/read-pattern.ts';

const FOLDER = import.meta.dirname;
const cases = readdirSync(FOLDER, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

describe('reading a pattern file', () => {
	it.each(cases)('%s', async (name) => {
		const text = readFileSync(join(FOLDER, name, 'input.md'), 'utf8');
		const file = `decks/patterns/resilience/${name}.md`;
		const { source, mistakes } = readPattern(file, text);
		const lines = sortMistakes(mistakes).map((mistake) =>
			describeMistake(mistake).slice(file.length + 1),
		);
		if (existsSync(join(FOLDER, name, 'expected.json'))) {
			expect(lines).toEqual([]);
			await expect(`${JSON.stringify(source, null, '\t')}\n`).toMatchFileSnapshot(
				join(FOLDER, name, 'expected.json'),
			);
		} else {
			await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, name, 'errors.txt'));
			expect(lines).not.toEqual([]);
		}
	});
});
