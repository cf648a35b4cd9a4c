import { describe, expect, test } from 'vitest';
import { importFaults } from './import-rules.ts';
import { areaOf, importsOf, isTest, sourceFiles } from './source-files.ts';

const src = sourceFiles('src');

/** Whether the rules notice that such a file imports such a thing. */
function noticed(path: string, name: string): boolean {
	const line = `import { x } from '${name}';`;
	const text = path.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>` : line;
	return importFaults([{ path, text }]).length === 1;
}

describe('imports', () => {
	test('run one way, as DESIGN.md draws them', () => {
		expect(importFaults(src)).toEqual([]);
	});

	test('are read from every source file there is', () => {
		const areas = new Set(src.map(({ path }) => areaOf(path)));
		expect([...areas]).toEqual(
			expect.arrayContaining(['content', 'scheduler', 'db', 'state', 'components', 'routes']),
		);
		expect(src.flatMap(importsOf).length).toBeGreaterThan(200);
	});

	test.each([
		['src/lib/content/card.ts', '../scheduler/review.ts'],
		['src/lib/content/card.ts', 'svelte'],
		['src/lib/content/card.ts', 'node:fs'],
		['src/lib/scheduler/queue.ts', '../db/act.ts'],
		['src/lib/scheduler/queue.ts', '$lib/state/clock.ts'],
		['src/lib/db/act.ts', '../state/clock.ts'],
		['src/lib/db/act.ts', 'ts-fsrs'],
		['src/lib/deck-import/imported.ts', '../db/act.ts'],
		['src/lib/deck-import/imported.ts', 'dexie'],
		['src/lib/state/today.svelte.ts', 'dexie'],
		['src/lib/state/today.svelte.ts', '@zip.js/zip.js/lib/zip-core-native.js'],
		['src/lib/state/today.svelte.ts', '$lib/components/Sheet.svelte'],
		['src/lib/components/Sheet.svelte', '$lib/state/app.svelte.ts'],
		['src/lib/components/Sheet.svelte', '../db/act.ts'],
		['src/lib/components/deep/Sheet.svelte', '../../../lib/db/act.ts'],
		['src/routes/+page.svelte', '$lib/db/act.ts'],
		['src/routes/+page.svelte', 'dexie/dist/dexie.js'],
		['src/routes/review/+page.svelte', '../../lib/db/act.ts'],
		['src/routes/+page.svelte', '$lib/content/decks.server.ts'],
		['src/routes/+page.svelte', '../../scripts/steps.js'],
		['src/service-worker.ts', './lib/state/clock.ts'],
	])('a rule notices that %s imports %s', (path, name) => {
		expect(noticed(path, name)).toBe(true);
	});

	test.each([
		['src/lib/db/act.ts', 'dexie'],
		['src/lib/scheduler/answer.ts', 'ts-fsrs'],
		['src/lib/deck-import/imported.ts', '../scheduler/review.ts'],
		['src/lib/state/app.svelte.ts', '$lib/db/open.ts'],
		['src/routes/+page.svelte', '$lib/state/app.svelte.ts'],
		['src/routes/library/+server.ts', '$lib/content/decks.server.ts'],
	])('the rules let %s import %s', (path, name) => {
		expect(noticed(path, name)).toBe(false);
	});

	test('dynamic imports and types count too', () => {
		const path = 'src/routes/+page.ts';
		expect(importFaults([{ path, text: "await import('$lib/db/act.ts')" }])).toHaveLength(1);
		expect(importFaults([{ path, text: "import type { A } from '$lib/db/act.ts'" }])).toHaveLength(
			1,
		);
	});

	test('nothing but commands and tool settings reaches into scripts', () => {
		const faults = [...src, ...sourceFiles('bench'), ...sourceFiles('tests')].flatMap((file) =>
			importsOf(file)
				.filter((to) => to.startsWith('scripts/') && !mayUseScripts(file.path))
				.map((to) => `${file.path} imports ${to}`),
		);
		expect(faults).toEqual([]);
	});
});

/** Tests and measurements drive what the commands offer: the server, the search for a browser. */
function mayUseScripts(path: string): boolean {
	return path.startsWith('tests/') || path.startsWith('bench/') || isTest(path);
}
