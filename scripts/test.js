/** `npm test`: everything that must hold before a change lands, in the order in which mistakes are cheapest. */
import { mkdirSync, rmSync } from 'node:fs';
import { chdir } from 'node:process';
import { ensureBrowser } from './ensure-browser.js';
import { build, install, requireNode, ROOT, run, say } from './steps.js';
import { readReport } from './test-report.js';

/** @typedef {import('./test-report.js').Failure} Failure */

chdir(ROOT);
requireNode();
install();
await ensureBrowser();

const RESULTS = 'test-results';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @param {'unit' | 'browser'} project @param {string} report @param {string[]} [files] */
function vitest(project, report, files = []) {
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return run('npx', ['vitest', 'run', '--project', project, ...reporters, ...files]);
}

/** @param {string} report @param {string[]} [options] */
function journeys(report, options = []) {
	return run('npx', ['playwright', 'test', ...options], { ONSITE_RESULTS: report });
}

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(report: string) => boolean} go
 * @property {string} [report] a step with one counts its tests
 * @property {(report: string, failures: Failure[]) => boolean} [again] where a browser takes part, which a machine
 *   that is busy with something else can hold up beyond every limit: what failed is tried once more and named
 */

/** @type {Step[]} */
const steps = [
	{ name: 'Types', go: () => run('npm', ['run', '--silent', 'check:types']) },
	{ name: 'Lint', go: () => run('npm', ['run', '--silent', 'lint']) },
	{ name: 'Formatting', go: () => run('npm', ['run', '--silent', 'check:format']) },
	{ name: 'Catalog', go: () => run('npm', ['run', '--silent', 'check:decks']) },
	{
		name: 'Unit and property tests',
		report: 'unit.json',
		go: (report) => vitest('unit', report),
	},
	{
		name: 'Storage tests in a browser',
		report: 'browser.json',
		go: (report) => vitest('browser', report),
		again: (report, failures) =>
			vitest('browser', report, [...new Set(failures.map(({ file }) => file))]),
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
		report: 'journeys.json',
		go: (report) => journeys(report),
		again: (report) => journeys(report, ['--last-failed']),
	},
];

/** @param {string} title @param {Failure[]} failures */
function list(title, failures) {
	if (failures.length === 0) return;
	console.error(`\n${title}:`);
	for (const { file, name, reason } of failures) {
		console.error(`  ${file} › ${name}\n${reason.replace(/^/gm, '      ')}`);
	}
}

let passed = 0;
let failed = 0;
/** @type {string[]} */
const broken = [];
/** @type {Failure[]} */
const failures = [];
/** @type {Failure[]} */
const wavering = [];

for (const { name, report, go, again } of steps) {
	say(`${name}…`);
	const path = `${RESULTS}/${report}`;
	let ok = go(path);
	if (!report) {
		if (ok) passed += 1;
		else failed += 1;
	} else {
		const first = readReport(path);
		let left = first.failures;
		if (again && left.length > 0) {
			say(`${name}: ${left.length} failed, once more…`);
			const second = `${RESULTS}/again-${report}`;
			ok = again(second, left);
			left = ok ? [] : readReport(second).failures;
			const still = new Set(left.map(({ file, name }) => `${file} ${name}`));
			wavering.push(...first.failures.filter(({ file, name }) => !still.has(`${file} ${name}`)));
			passed += first.failures.length - left.length;
		}
		passed += first.passed;
		failed += ok ? left.length : Math.max(1, left.length);
		failures.push(...left);
	}
	if (!ok) broken.push(name);
}

list('Held only when tried once more, with what was wrong before', wavering);
list('Failed', failures);
if (broken.length > 0) console.error(`\nNot right yet: ${broken.join(', ')}.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken.length > 0 || failed > 0 ? 1 : 0);
