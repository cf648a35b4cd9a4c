/** The sources as the architecture tests see them: where each file lies, what it says, what it imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
	/** From the root, with `/`, such as `src/lib/db/act.ts`. */
	path: string;
	text: string;
}

/** Every source file below a folder of the project, sorted by path. */
export function sourceFiles(folder: string): SourceFile[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => posix.join(folder, name.replaceAll('\\', '/')))
		.filter((path) => /\.(ts|js|svelte|css|html)$/.test(path))
		.sort()
		.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Unit tests may reach where the app may not. */
export function isTest(path: string): boolean {
	return /\.(browser\.)?test\.ts$/.test(path);
}

/**
 * What a file imports, types and dynamic imports too: paths from the root for our own files, names as
 * written for packages.
 */
export function importsOf({ path, text }: SourceFile): string[] {
	const script = path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
		: text;
	if (!/\.(ts|js|svelte)$/.test(path)) return [];
	const written = ts
		.preProcessFile(script, true, true)
		.importedFiles.map(({ fileName }) => fileName);
	return written.map((name) => {
		if (name.startsWith('$lib/')) return `src/lib/${name.slice('$lib/'.length)}`;
		if (name.startsWith('.')) return posix.join(posix.dirname(path), name);
		return name;
	});
}

/** The folder that the rules know a file by: `content`, `db`, `routes`; undefined outside of them. */
export function areaOf(path: string): string | undefined {
	return /^src\/(?:lib\/([\w-]+)|(routes))\//.exec(path)?.slice(1).find(Boolean);
}
