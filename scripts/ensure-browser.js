/** Makes sure that there is a browser to test in, and says in words how it got there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.js';
import { run, say } from './steps.js';

/** A download that cannot reach its server must not hold up the next way. */
const DOWNLOAD_LIMIT_MS = 180_000;

async function playwrightsOwn() {
	const { chromium } = await import('playwright');
	return existsSync(chromium.executablePath()) && starts(chromium.executablePath());
}

/** @param {string} path @returns {boolean} whether the browser runs here, with the libraries that this machine has */
function starts(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function download() {
	say("Looking for Playwright's own browser…");
	const { status } = spawnSync('npx', ['playwright', 'install', 'chromium'], {
		stdio: 'ignore',
		shell: process.platform === 'win32',
		timeout: DOWNLOAD_LIMIT_MS,
		env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
	});
	return status === 0;
}

function fromDistribution() {
	const root = process.getuid?.() === 0;
	const sudo = root ? [] : ['sudo', '-n'];
	const ways = [
		[
			['apt-get', 'update'],
			['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
		],
		[['dnf', 'install', '-y', 'chromium']],
	];
	for (const way of ways) {
		const tool = way[0]?.[0] ?? '';
		if (spawnSync('which', [tool], { stdio: 'ignore' }).status !== 0) continue;
		say(`Installing the distribution's Chromium with ${tool}…`);
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		return way.every((step) => {
			const [command = '', ...args] = [...sudo, ...step];
			return run(command, args, env);
		});
	}
	return false;
}

/** Ends the process, with advice, when no way leads to a browser. */
export async function ensureBrowser() {
	const found = findBrowser();
	if (found.path) return say(`Testing in ${found.how}.`);
	if (await playwrightsOwn()) return say(`Testing in ${found.how}.`);
	if (download() && (await playwrightsOwn())) return say(`Testing in ${found.how}, now installed.`);
	say("Playwright's own browser cannot be had here.");
	if (fromDistribution() && findBrowser().path) return say(`Testing in ${findBrowser().how}.`);
	console.error(
		'No browser to test in. Install Chrome or Chromium, or name one: ONSITE_BROWSER=/path/to/chrome npm test',
	);
	process.exit(1);
}
