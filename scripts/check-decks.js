/**
 * `npm run check:decks`: lists every mistake in decks/ with its file and line.
 * `-- --accept-ids` takes new ids in; `-- --similar` lists cards that resemble each other.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSimilar, reportTotals } from './catalog-report.js';
import { checkMermaid } from './check-mermaid.js';
import { readDeckFiles } from './deck-files.js';
import { loadModule, ROOT } from './load-module.js';

/** @type {typeof import('../src/lib/content/read-catalog.ts')} */
const { readCatalog, releasableIds } = await loadModule('src/lib/content/read-catalog.ts');
/** @type {typeof import('../src/lib/estimation/drill-mistakes.ts')} */
const { drillMistakes } = await loadModule('src/lib/estimation/drill-mistakes.ts');
/** @type {typeof import('../src/lib/estimation/question-mistakes.ts')} */
const { questionMistakes } = await loadModule('src/lib/estimation/question-mistakes.ts');
/** @type {typeof import('../src/lib/content/released-ids.ts')} */
const { IDS_FILE, writeIds } = await loadModule('src/lib/content/released-ids.ts');
/** @type {typeof import('../src/lib/content/mistake.ts')} */
const { describeMistake, sortMistakes } = await loadModule('src/lib/content/mistake.ts');

const files = readDeckFiles('.md', '.yaml', '.txt', '.svg');
files.delete('decks/README.md');

if (process.argv.includes('--accept-ids')) {
	const listed = (files.get(IDS_FILE) ?? '').split(/\r?\n/).filter(Boolean);
	const { read, drills, questions } = readCatalog(files);
	const text = writeIds([...listed, ...releasableIds(read, drills, questions)]);
	writeFileSync(join(ROOT, IDS_FILE), text);
	files.set(IDS_FILE, text);
}
const catalog = readCatalog(files);
const mistakes = [
	...catalog.mistakes,
	...drillMistakes(catalog.drills),
	...questionMistakes(catalog.questions),
	...(await checkMermaid(catalog.read, catalog.questions)),
];

for (const mistake of sortMistakes(mistakes)) console.log(describeMistake(mistake));
if (process.argv.includes('--similar')) console.log(listSimilar(catalog).join('\n'));
console.log(`
${reportTotals(catalog, files)}
${mistakes.length === 0 ? 'No mistakes.' : `Mistakes: ${mistakes.length}.`}`);
process.exitCode = mistakes.length > 0 ? 1 : 0;
