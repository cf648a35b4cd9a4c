/** Reads what the test runners have written down: how many tests held, which did not, and why. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './steps.js';

/**
 * @typedef {object} Failure
 * @property {string} file relative to the project
 * @property {string} name of the test with its groups, or of the file where that could not be read
 * @property {string} reason first lines of the first error
 *
 * @typedef {object} Report
 * @property {number} passed
 * @property {Failure[]} failures
 */

const REASON_LINES = 6;

/** @param {string} message */
function shorten(message) {
	const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
	const lines = plain.split('\n').filter((line) => line.trim() !== '');
	return lines.slice(0, REASON_LINES).join('\n');
}

/**
 * @param {any} report as `vitest --reporter=json` writes it
 * @returns {Report}
 */
function readVitest(report) {
	/** @type {Failure[]} */
	const failures = [];
	for (const file of report.testResults) {
		const path = relative(ROOT, file.name);
		const broken = file.assertionResults.filter(
			(/** @type {any} */ each) => each.status !== 'passed',
		);
		for (const { fullName, failureMessages } of broken) {
			const [message = 'It was skipped.'] = failureMessages;
			failures.push({ file: path, name: fullName, reason: shorten(message) });
		}
		if (file.status === 'failed' && broken.length === 0) {
			failures.push({ file: path, name: path, reason: shorten(file.message) });
		}
	}
	return { passed: report.numPassedTests, failures };
}

/** @param {any} suite @returns {any[]} */
function specsOf(suite) {
	return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * @param {any} report as Playwright's reporter `json` writes it
 * @returns {Report}
 */
function readPlaywright(report) {
	const failures = report.suites
		.flatMap(specsOf)
		.filter((/** @type {any} */ spec) => !spec.ok || spec.tests[0]?.status === 'skipped')
		.map((/** @type {any} */ spec) => {
			const errors = spec.tests[0]?.results.at(-1)?.errors ?? [];
			const reason = shorten(errors[0]?.message ?? 'It was skipped.');
			return { file: `tests/e2e/${spec.file}`, name: spec.title, reason };
		});
	for (const { message } of report.errors) {
		failures.push({ file: 'tests/e2e', name: 'the run itself', reason: shorten(message) });
	}
	return { passed: report.stats.expected + report.stats.flaky, failures };
}

/**
 * @param {string} path of a report in JSON, of vitest or Playwright
 * @returns {Report} nothing passed and nothing named where the runner ended without a report
 */
export function readReport(path) {
	if (!existsSync(path)) return { passed: 0, failures: [] };
	const report = JSON.parse(readFileSync(path, 'utf8'));
	return 'suites' in report ? readPlaywright(report) : readVitest(report);
}
