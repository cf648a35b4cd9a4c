/** Finds a browser for tests and drawings: the one asked for, an installed one, else Playwright's own. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @returns {{ path?: string, how: string }} `path` of an executable, absent where Playwright's own
 * browser is to be used; `how` says in words what was found.
 */
export function findBrowser() {
	const asked = process.env.ONSITE_BROWSER;
	if (asked) return { path: asked, how: `ONSITE_BROWSER (${asked})` };
	const folders = (process.env.PATH ?? '').split(delimiter);
	for (const name of NAMES) {
		for (const folder of folders) {
			const path = join(folder, name);
			if (existsSync(path)) return { path, how: `the installed ${name}` };
		}
	}
	const place = PLACES.find((path) => existsSync(path));
	if (place) return { path: place, how: 'the installed browser' };
	return { how: "Playwright's own browser" };
}
