/** Makes releases of the app out of the one build, so that tests can deploy one after the other. */
import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

/** Every file of a folder, relative to it, with `/`. */
export function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(join(folder, name)).isFile())
		.map((name) => name.replaceAll('\\', '/'));
}

/**
 * A copy of the build as another release: its own version, its own name for every hashed file, and
 * `data-release` on each page.
 * @param name letters only; becomes the version
 * @returns the folder to serve
 */
export function makeRelease(name: string, build = BUILD): string {
	const folder = mkdtempSync(join(tmpdir(), `onsite-${name}-`));
	cpSync(build, folder, { recursive: true, filter: (path) => !/\.(br|gz|stamp)$/.test(path) });
	const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const renamed = new Map<string, string>();
	for (const file of filesOf(join(folder, '_app/immutable'))) {
		const end = extname(file);
		const next = `${basename(file, end)}${name}${end}`;
		renamed.set(basename(file), next);
		const from = join(folder, '_app/immutable', file);
		renameSync(from, join(dirname(from), next));
	}
	const names = [...renamed.keys()].map((each) => each.replace(/[.]/g, '\\.'));
	const mention = new RegExp(`(?<![\\w-])(?:${names.join('|')})`, 'g');
	for (const file of filesOf(folder).filter((path) => /\.(js|css|html|json)$/.test(path))) {
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8')
			.replace(mention, (old) => renamed.get(old) ?? old)
			.replaceAll(version, name);
		writeFileSync(path, file.endsWith('.html') ? asPage(text, name) : text);
	}
	return folder;
}

/** The changed inline script has another hash, and the page's policy names it. */
function asPage(html: string, name: string): string {
	const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
	const hash = createHash('sha256').update(script).digest('base64');
	return html
		.replace(/'sha256-[^']+'/, `'sha256-${hash}'`)
		.replace('<html ', `<html data-release="${name}" `);
}
