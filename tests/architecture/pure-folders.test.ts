import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { isTest, ROOT, sourceFiles } from './source-files.ts';

const PURE = [
	'content',
	'scheduler',
	'interview',
	'estimation',
	'statistics',
	'plan',
	'browse',
	'readiness',
	'deck-import',
];

const files = sourceFiles('src/lib')
	.filter(({ path }) => PURE.some((folder) => path.startsWith(`src/lib/${folder}/`)))
	.filter(
		({ path }) => /\.ts$/.test(path) && !/\.(server|worker)\.ts$/.test(path) && !isTest(path),
	);

const options: ts.CompilerOptions = {
	lib: ['lib.esnext.d.ts'],
	types: [],
	target: ts.ScriptTarget.ESNext,
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	allowImportingTsExtensions: true,
	noEmit: true,
	strict: true,
	noUncheckedIndexedAccess: true,
	exactOptionalPropertyTypes: true,
	skipLibCheck: true,
};

/** Packages may ask for the DOM's or Node's types on their own account; here nobody gets them. */
const ELSEWHERE = /lib\.(dom|webworker|scripthost)[\w.]*\.d\.ts$|node_modules\/@types\/node\//;

/** What reading files needs, and both browsers and Node have outside of any page. */
const BYTES = {
	[join(ROOT, 'src/lib/deck-import/bytes.d.ts')]: `
		declare class TextDecoder {
			constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
			decode(bytes?: Uint8Array): string;
		}
		declare class TextEncoder { encode(text: string): Uint8Array<ArrayBuffer>; }
		declare const crypto: {
			subtle: { digest(name: 'SHA-1' | 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
		};
	`,
};

/** What the compiler says of files where there is no DOM, no Node, no console; `extra` are made up, by path. */
function complaints(paths: string[], extra: Record<string, string> = {}): string[] {
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists } = host;
	host.getSourceFile = (name, version) => {
		const text = extra[name] ?? (ELSEWHERE.test(name) ? '' : undefined);
		return text === undefined
			? getSourceFile.call(host, name, version)
			: ts.createSourceFile(name, text, version);
	};
	host.fileExists = (name) => name in extra || fileExists.call(host, name);
	const roots = [...paths, ...Object.keys(extra)];
	const program = ts.createProgram(roots, options, host);
	return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
		const line = file && file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
		return `${file?.fileName.slice(ROOT.length)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
	});
}

describe('pure folders', () => {
	test(
		'compile with the language alone, and files with text and hashes beside',
		{ timeout: 60_000 },
		() => {
			expect(files.length).toBeGreaterThan(40);
			expect(
				complaints(
					files.map(({ path }) => join(ROOT, path)),
					BYTES,
				),
			).toEqual([]);
		},
	);

	test('a use of the browser would be noticed', { timeout: 60_000 }, () => {
		const text = `document.title; localStorage; console.log(1); setTimeout(() => {}, 1); export {};`;
		const found = complaints([], { [join(ROOT, 'src/lib/content/impure.ts')]: text });
		expect(found).toHaveLength(4);
	});

	test('read neither clock nor chance', () => {
		expect(files.flatMap(({ path, text }) => readsOutside(path, text))).toEqual([]);
		for (const bad of ['Date.now()', 'new Date()', 'Math.random()', 'performance.now()']) {
			expect(readsOutside('bad.ts', `const x = ${bad};`)).toHaveLength(1);
		}
	});
});

function readsOutside(path: string, text: string): string[] {
	return withoutComments(text)
		.split('\n')
		.filter((line) => /\bDate\.now\b|new Date\(\s*\)|Math\.random|\bperformance\./.test(line))
		.map((line) => `${path}: ${line.trim()}`);
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
