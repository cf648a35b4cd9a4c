import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.js';
import { fitEngine } from './scripts/fit-engine.js';
import { drawingGroups, lateFiles, lateWorkers } from './scripts/late-files.js';
import { startParts } from './scripts/start-modules.js';

const browser = findBrowser();
const partOf = startParts();
const inPart =
	(part: ReturnType<typeof partOf>) => (id: string, graph: Parameters<typeof partOf>[1]) =>
		partOf(id, graph) === part ? part : null;

/** What turns Markdown and imported cards into HTML: large, and needed only where there are such cards. */
const MARKDOWN =
	/\/node_modules\/(highlight\.js|markdown-it|linkify-it|mdurl|uc\.micro|entities|punycode\.js)\/|\/lib\/(content\/(render-markdown|compile-card|visible-text)|deck-import\/template\/(markdown-html|note-sides|render-card)|state\/(compile-note|own-card))\.ts/;
const STORE =
	/\/(lib\/(db|scheduler)|valibot)\/|\/lib\/(content\/(?!(render-markdown|compile-card|visible-text)\.ts)|deck-import\/template\/(html-text|cloze|note-text)\.ts)/;
/** What judges HTML: the drawings of diagrams need it too, without Markdown. */
const GATE =
	/\/lib\/(state\/(sanitize|sanitize-card|clean-css)|deck-import\/template\/(card-markup|refused-content))\.ts/;

export default defineConfig({
	plugins: [lateFiles(), fitEngine(), sveltekit()],
	worker: { plugins: () => [lateWorkers(), fitEngine()] },
	// Bundled ahead for development it would lose its way to its WebAssembly.
	optimizeDeps: { exclude: ['fsrs-browser'] },
	// The package's own entry is the build for browsers of 2017, which costs a start time and bytes.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	build: {
		rolldownOptions: {
			// Kit prerenders inside a plugin hook, so the timing notice appears on every build; and what the
			// browser loads late the build itself needs at once, which is no mistake.
			checks: { pluginTimings: false, ineffectiveDynamicImport: false },
			output: {
				// What two screens share goes into a few files: thirty small ones cost a first visit 12 kB and
				// a cold start their round trips. What the start needs comes first and takes nothing else
				// along; what only one lazy import needs stays apart.
				codeSplitting: {
					groups: [
						{ name: inPart('app'), priority: 4 },
						{ name: inPart('today'), priority: 3.95, minShareCount: 1 },
						// Above what reads Markdown, of which it must take nothing along.
						{ name: 'store', test: STORE, priority: 3.9 },
						{ name: 'gate', test: GATE, priority: 3.7, minShareCount: 1 },
						{ name: 'markdown', test: MARKDOWN, priority: 3.4, minShareCount: 1 },
						{
							name: 'estimation',
							test: /\/lib\/((components\/)?estimat|state\/(drill|list-drills|running-drill))/,
							priority: 2,
						},
						{ name: 'pan-zoom', test: /\/components\/diagram\/PanZoom/, priority: 2.5 },
						{
							name: 'mock',
							test: /\/lib\/(interview|components\/(mock|diagram|recording)|state\/(mock|mermaid|recorder))/,
							priority: 2,
						},
						{ name: 'places', priority: 1 },
						...drawingGroups,
					].map((group) => ({ minShareCount: 2, ...group })),
				},
			},
		},
	},
	test: {
		expect: { requireAssertions: true },
		// Not a measure of speed: a test that hangs ends, and a slow machine is not held against one that does not.
		testTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['{src,tests}/**/*.test.ts'],
					exclude: ['**/*.browser.test.ts', 'tests/e2e/**'],
				},
			},
			{
				extends: true,
				// Found only once a worker asks for them, they would reload the page in the middle of a test.
				optimizeDeps: {
					include: ['@zip.js/zip.js/lib/zip-core-native.js', 'fzstd', 'papaparse', 'sql.js'],
				},
				test: {
					name: 'browser',
					include: ['{src,tests}/**/*.browser.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: browser.path ? { executablePath: browser.path } : {},
						}),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
