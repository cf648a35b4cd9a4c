/** `npm test`: everything that must hold before a change lands, in the order in which mistakes are cheapest. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chdir } from 'node:process';
import { ensureBrowser } from './ensure-browser.js';
import { build, install, requireNode, ROOT, run, say } from './steps.js';

chdir(ROOT);
requireNode();
install();
await ensureBrowser();

const RESULTS = 'test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @param {string} file @param {(report: any) => { passed: number, failed: number }} read */
function counted(file, read) {
	const path = `${RESULTS}/${file}`;
	return existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 };
}

const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json'];
const steps = [
	{ name: 'Types', go: () => run('npm', ['run', '--silent', 'check:types']) },
	{ name: 'Lint', go: () => run('npm', ['run', '--silent', 'lint']) },
	{ name: 'Formatting', go: () => run('npm', ['run', '--silent', 'check:format']) },
	{ name: 'Catalog', go: () => run('npm', ['run', '--silent', 'check:decks']) },
	{
		name: 'Unit and property tests',
		go: () =>
			run('npx', [...vitest, '--project', 'unit', `--outputFile.json=${RESULTS}/unit.json`]),
		report: 'unit.json',
	},
	{
		name: 'Storage tests in a browser',
		go: () =>
			run('npx', [...vitest, '--project', 'browser', `--outputFile.json=${RESULTS}/browser.json`]),
		report: 'browser.json',
	},
	{
		name: 'Production build',
		go: () => {
			build();
			return true;
		},
	},
	{
		name: 'Journeys on the production build',
		go: () => run('npx', ['playwright', 'test'], { ONSITE_RESULTS: `${RESULTS}/journeys.json` }),
		report: 'journeys.json',
	},
];

let passed = 0;
let failed = 0;
/** @type {string[]} */
const broken = [];
for (const { name, go, report } of steps) {
	say(`${name}…`);
	const ok = go();
	if (!ok) broken.push(name);
	const result = report
		? counted(report, (found) =>
				'stats' in found
					? {
							passed: found.stats.expected + found.stats.flaky,
							failed: found.stats.unexpected + found.stats.skipped,
						}
					: { passed: found.numPassedTests, failed: found.numFailedTests },
			)
		: { passed: 1, failed: 0 };
	passed += ok && !report ? 1 : report ? result.passed : 0;
	failed += ok ? result.failed : Math.max(1, result.failed);
}

if (broken.length > 0) console.error(`\nNot right yet: ${broken.join(', ')}.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken.length > 0 || failed > 0 ? 1 : 0);
