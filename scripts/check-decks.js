/** `npm run check:decks`: lists every mistake in decks/ with its file and line; `--accept-ids` takes new card ids in. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeckFiles } from './deck-files.js';
import { loadModule, ROOT } from './load-module.js';
import { checkMermaid } from './check-mermaid.js';

/** @type {typeof import('../src/lib/content/read-catalog.ts')} */
const { readCatalog } = await loadModule('src/lib/content/read-catalog.ts');
/** @type {typeof import('../src/lib/content/released-ids.ts')} */
const { IDS_FILE, writeIds } = await loadModule('src/lib/content/released-ids.ts');
/** @type {typeof import('../src/lib/content/mistake.ts')} */
const { describeMistake, sortMistakes } = await loadModule('src/lib/content/mistake.ts');

const files = readDeckFiles('.md', '.yaml', '.txt', '.svg');
files.delete('decks/README.md');

if (process.argv.includes('--accept-ids')) {
	const listed = (files.get(IDS_FILE) ?? '').split(/\r?\n/).filter(Boolean);
	const now = readCatalog(files).read.flatMap(({ cards }) => cards.map(({ card }) => card.id));
	const text = writeIds([...listed, ...now]);
	writeFileSync(join(ROOT, IDS_FILE), text);
	files.set(IDS_FILE, text);
}
const { read, mistakes } = readCatalog(files);
const cards = read.flatMap((pattern) => pattern.cards.map(({ card }) => card));
mistakes.push(...(await checkMermaid(read)));

for (const mistake of sortMistakes(mistakes)) console.log(describeMistake(mistake));

/** @type {Record<string, number>} */
const kinds = {};
for (const { kind } of cards) kinds[kind] = (kinds[kind] ?? 0) + 1;
const bare = read.filter((pattern) => pattern.diagrams.length === 0);
const words = read.reduce((sum, pattern) => sum + pattern.words, 0);
console.log(`
${read.length} patterns, ${words} words on their pages
${cards.length} cards: ${Object.entries(kinds)
	.sort((a, b) => b[1] - a[1])
	.map(([kind, count]) => `${count} ${kind}`)
	.join(', ')}
${read.reduce((sum, pattern) => sum + pattern.diagrams.length, 0)} diagrams; ${bare.length} patterns without: ${bare.map(({ id }) => id).join(', ') || 'none'}
${mistakes.length === 0 ? 'No mistakes.' : `${mistakes.length} mistakes.`}`);
process.exitCode = mistakes.length > 0 ? 1 : 0;
