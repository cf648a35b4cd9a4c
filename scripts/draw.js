/** `npm run draw`: draws the mermaid fences of decks/ that have no drawing yet, and removes drawings without a fence. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readDeckFiles } from './deck-files.js';
import { findBrowser } from './find-browser.js';
import { loadModule, ROOT } from './load-module.js';

const { resolve } = createRequire(import.meta.url);

/** @type {typeof import('../src/lib/content/read-catalog.ts')} */
const { readCatalog } = await loadModule('src/lib/content/read-catalog.ts');
/** @type {typeof import('../src/lib/content/diagram.ts')} */
const { describeDiagram, drawingName, DRAWINGS_FOLDER } = await loadModule(
	'src/lib/content/diagram.ts',
);
/** @type {typeof import('../src/lib/state/clean-drawing.ts')} */
const { cleanDrawing } = await loadModule('src/lib/state/clean-drawing.ts');
/** @type {typeof import('../src/lib/state/drawing-theme.ts')} */
const { COLORS, FALLBACKS, FONT_SIZE, mermaidConfig } = await loadModule(
	'src/lib/state/drawing-theme.ts',
);

/** The typeface that the boxes of the catalog are measured with. */
const FONT = 'Drawing Sans';

const { read, drawings } = readCatalog(readDeckFiles('.md', '.yaml', '.svg'));
const fences = new Map(
	read.flatMap(({ file, id, diagrams }) =>
		diagrams.map((fence) => [drawingName(id, fence.text), { file, fence }]),
	),
);
const stale = [...drawings.keys()].filter((name) => !fences.has(name));
const missing = [...fences].filter(([name]) => !drawings.has(name));

/** A page that holds mermaid and the typeface that boxes are measured with. */
async function openPage() {
	const { path } = findBrowser();
	const browser = await chromium.launch(path ? { executablePath: path } : {});
	const page = await browser.newPage();
	await page.setContent('<!doctype html><html lang="en"><body></body></html>');
	for (const subset of ['latin-ext', 'greek', 'latin']) {
		const file = resolve(`@fontsource/inter/files/inter-${subset}-400-normal.woff2`);
		await page.evaluate(
			async ([family, data]) => {
				const face = new FontFace(family, `url(data:font/woff2;base64,${data})`);
				document.fonts.add(await face.load());
			},
			/** @type {[string, string]} */ ([FONT, readFileSync(file, 'base64')]),
		);
	}
	await page.addScriptTag({ path: resolve('mermaid/dist/mermaid.min.js') });
	return { browser, page };
}

/** @param {import('playwright').Page} page @param {string} name @param {string} fence */
async function drawOne(page, name, fence) {
	const participants = fence.match(/^\s*(participant|actor)\s/gm)?.length ?? 0;
	const config = mermaidConfig(FONT, participants);
	const svg = await page.evaluate(
		async ({ text, config }) => {
			const mermaid = Reflect.get(window, 'mermaid');
			document.body.innerHTML = '';
			mermaid.initialize(config);
			return /** @type {string} */ ((await mermaid.render('drawing', text)).svg);
		},
		{ text: fence, config },
	);
	const { svg: clean, unknown } = await page.evaluate(cleanDrawing, {
		svg,
		host: 'body',
		prefix: name.replace(/\.svg$/, ''),
		description: describeDiagram(fence),
		colors: COLORS,
		fallbacks: FALLBACKS,
		fontSize: FONT_SIZE,
	});
	if (unknown.length > 0) throw new Error(`colors without a name: ${unknown.join(', ')}`);
	return clean;
}

let failed = 0;
mkdirSync(join(ROOT, DRAWINGS_FOLDER), { recursive: true });
for (const name of stale) rmSync(join(ROOT, DRAWINGS_FOLDER, name));
if (missing.length > 0) {
	const { browser, page } = await openPage();
	try {
		for (const [name, { file, fence }] of missing) {
			try {
				writeFileSync(join(ROOT, DRAWINGS_FOLDER, name), await drawOne(page, name, fence.text));
			} catch (error) {
				failed++;
				console.error(
					`${file}:${fence.line}: cannot draw this: ${error instanceof Error ? error.message : error}`,
				);
			}
		}
	} finally {
		await browser.close();
	}
}
console.log(
	`${missing.length - failed} drawn, ${stale.length} removed, ${fences.size - missing.length} as they were.`,
);
process.exitCode = failed > 0 ? 1 : 0;
