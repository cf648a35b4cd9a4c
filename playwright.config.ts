/** Journeys through the production build, in a real browser, as a person on a desktop or a phone. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.js';

if (!existsSync(fileURLToPath(new URL('build/200.html', import.meta.url)))) {
	throw new Error(
		'There is no build to go through. `npm test` makes one, and so does `npm run build`.',
	);
}

const PORT = Number(process.env.ONSITE_E2E_PORT ?? 4174);
const { path: executablePath } = findBrowser();
const results = process.env.ONSITE_RESULTS;

const hour = new Intl.DateTimeFormat('en-US', {
	...{ timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' },
});
// At four in the morning the study day ends and takes the learning steps with it, in the middle of a journey.
// Kept for the workers, which read this file later.
const zone = (process.env.ONSITE_E2E_ZONE ??=
	hour.format() === '03' ? 'Asia/Tokyo' : 'Europe/Berlin');

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/journeys',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: results ? [['list'], ['json', { outputFile: results }]] : 'list',
	use: {
		browserName: 'chromium',
		baseURL: `http://localhost:${PORT}`,
		launchOptions: executablePath ? { executablePath } : {},
		screenshot: 'only-on-failure',
		// The days and the words of the tests are those of this zone and language.
		timezoneId: zone,
		locale: 'en-US',
		actionTimeout: 15_000,
	},
	projects: [
		{
			name: 'desktop',
			testIgnore: /\.phone\.spec\.ts$/,
			use: { viewport: { width: 1440, height: 900 } },
		},
		{
			name: 'phone',
			testMatch: /\.phone\.spec\.ts$/,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		},
	],
	webServer: {
		command: 'node scripts/serve.js',
		env: { PORT: String(PORT), BASE_PATH: '' },
		url: `http://localhost:${PORT}/`,
		reuseExistingServer: false,
	},
});
