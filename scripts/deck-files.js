/** Reads the files of decks/ from the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './load-module.js';

/**
 * @param {string[]} endings of the names to read
 * @returns {Map<string, string>} text by path from the root of the project, with forward slashes
 */
export function readDeckFiles(...endings) {
	/** @type {Map<string, string>} */
	const files = new Map();
	for (const entry of readdirSync(join(ROOT, 'decks'), { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !endings.some((ending) => entry.name.endsWith(ending))) continue;
		const path = join(entry.parentPath, entry.name);
		files.set(relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8'));
	}
	return files;
}
