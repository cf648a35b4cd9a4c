/** The steps that more than one command takes first: install what is missing, build what has changed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fingerprint, isFresh, leaveStamp } from './fingerprint.js';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const INSTALL_STAMP = 'node_modules/.onsite-installed';
const SOURCES = [
	'src',
	'decks',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json',
];

/** @param {string} text */
export function say(text) {
	console.log(`• ${text}`);
}

/**
 * Runs a command in the project and shows what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {boolean} whether it succeeded
 */
export function run(command, args, env = {}) {
	const { status } = spawnSync(command, args, {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ...env },
	});
	return status === 0;
}

/** Ends the process in words when Node is too old to go on. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Onsite needs Node 20.19 or newer; this is ${process.versions.node}.`);
	process.exit(1);
}

/** Installs the packages of the lock file unless they stand already. */
export function install() {
	const print = fingerprint(['package.json', 'package-lock.json', '.npmrc'], process.version);
	if (isFresh(INSTALL_STAMP, print)) return;
	say('Installing packages…');
	if (!run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'])) process.exit(1);
	leaveStamp(INSTALL_STAMP, print);
}

/** Builds the app unless nothing has changed since the last build. */
export function build() {
	const print = fingerprint(SOURCES, process.env.BASE_PATH ?? '');
	if (isFresh('build/.stamp', print)) return;
	say('Building…');
	if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
	leaveStamp('build/.stamp', print);
}
