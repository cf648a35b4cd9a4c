/** Tells whether files have changed since a step last ran, so that a second run can skip it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param {string} path @returns {string[]} every file below it, sorted */
function filesBelow(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesBelow(join(path, name)));
}

/**
 * @param {string[]} paths files and folders
 * @param {string} [extra] anything else that the result depends on
 * @returns {string} equal exactly when all names, contents and `extra` are equal
 */
export function fingerprint(paths, extra = '') {
	const hash = createHash('sha256').update(extra);
	for (const file of paths.flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
	return hash.digest('hex');
}

/** @param {string} stamp a file that a finished step left behind @param {string} print */
export function isFresh(stamp, print) {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** @param {string} stamp @param {string} print */
export function leaveStamp(stamp, print) {
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, print);
}
