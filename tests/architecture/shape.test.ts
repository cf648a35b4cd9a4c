import { describe, expect, test } from 'vitest';
import { isTest, sourceFiles, type SourceFile } from './source-files.ts';

/** What reaches the browser. */
const app = sourceFiles('src').filter(({ path }) => !isTest(path));
const all = ['src', 'tests', 'scripts', 'bench'].flatMap(sourceFiles);

const LINES = 400;

function badNames(files: readonly SourceFile[]): string[] {
	const names = /^(index|utils?|helpers?|types|common|misc|stores?)(\.svelte|\.server)?\.(ts|js)$/;
	const folders = /\/(utils?|helpers?|common|misc|stores?)\//;
	return files
		.map(({ path }) => path)
		.filter((path) => names.test(path.split('/').at(-1) ?? '') || folders.test(path));
}

function tooLong(files: readonly SourceFile[]): string[] {
	return files
		.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
		.filter(({ lines }) => lines > LINES)
		.map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Writing HTML is kept to two components, whose contracts say what may come there. */
function htmlWriters(files: readonly SourceFile[]): string[] {
	const writes =
		/\{@html\b|\.(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|setHTMLUnsafe|[dD]ocument\.write/;
	return files.filter(({ text }) => writes.test(text)).map(({ path }) => path);
}

/** Addresses of other hosts that code could load; links for people and names of XML dialects load nothing. */
function foreignAddresses(files: readonly SourceFile[]): string[] {
	return files.flatMap(({ path, text }) => {
		const code = text
			.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
			.replace(/^\s*\/\/.*$/gm, '')
			.replace(/<a\b[^>]*\bhref=["']https:\/\/[^"']+["']/g, '');
		const found = code.match(/\b(?:https?|wss?):\/\/[\w.-]+|["'(]\/\/[\w-]+\.[\w.-]+/g) ?? [];
		return found
			.filter((address) => !/\/\/www\.w3\.org$/.test(address))
			.map((address) => `${path}: ${address}`);
	});
}

describe('shape of the sources', () => {
	test('no file is a drawer for anything', () => {
		expect(badNames(all)).toEqual([]);
		const bad = [
			'src/lib/db/index.ts',
			'src/lib/utils/x.ts',
			'src/lib/types.ts',
			'scripts/helpers.js',
		];
		expect(badNames(bad.map((path) => ({ path, text: '' })))).toEqual(bad);
	});

	test(`no file is longer than ${LINES} lines`, () => {
		expect(tooLong(all)).toEqual([]);
		expect(tooLong([{ path: 'long.ts', text: 'x\n'.repeat(LINES + 1) }])).toHaveLength(1);
	});

	test('only RichText writes HTML, and CardDocument the empty page of its frame', () => {
		expect(htmlWriters(app)).toEqual([
			'src/lib/components/RichText.svelte',
			'src/lib/components/card/CardDocument.svelte',
		]);
		for (const text of ['{@html x}', 'a.innerHTML = x', 'a.insertAdjacentHTML("x", y)']) {
			expect(htmlWriters([{ path: 'bad.svelte', text }])).toEqual(['bad.svelte']);
		}
	});

	test('no code is made at run time', () => {
		const makers = (files: readonly SourceFile[]) =>
			files.filter(({ text }) => /\beval\(|new Function\(|\bimportScripts\(/.test(text));
		expect(makers(app).map(({ path }) => path)).toEqual([]);
		expect(makers([{ path: 'bad.ts', text: 'eval(x)' }])).toHaveLength(1);
	});

	test('nothing is loaded from another host', () => {
		expect(foreignAddresses([...app, ...sourceFiles('static')])).toEqual([]);
		for (const text of [
			"fetch('https://example.org/x')",
			'<img src="//cdn.example.org/x.png">',
			"@import url('https://fonts.example.org/css')",
		]) {
			expect(foreignAddresses([{ path: 'bad.svelte', text }])).toHaveLength(1);
		}
		expect(
			foreignAddresses([{ path: 'a.svelte', text: '<a href="https://x.org/">x</a>' }]),
		).toEqual([]);
	});
});
