/** What is said of a file of each kind, word by word: `npx vitest -u` writes the reports anew, to be read in the diff. */
import { describe, expect, test } from 'vitest';
import { ImportTask } from '../../src/lib/state/import-task.ts';
import { importEnvironment } from '../support/import-environment.ts';
import { HERE, REPORT_CASES, type ReportCase } from '../support/report-cases.ts';
import { reportText } from '../support/report-text.ts';

async function reportOf({ name, bytes }: ReportCase, scheduling = true): Promise<string> {
	const environment = importEnvironment();
	const task = new ImportTask({
		...{ file: new Blob([await bytes()]), name, zone: environment.zone, environment },
		store: {
			existing: async () => HERE,
			beginMedia: async () => environment.keepMedia,
			endMedia: async () => {},
			write: () => Promise.reject(new Error('a report writes nothing')),
		},
	});
	const { summary } = await task.judge({ scheduling, media: true, daily: true });
	return reportText(name, summary);
}

describe('the report of an import', () => {
	test.each(REPORT_CASES)('$name', async (each) => {
		await expect(await reportOf(each)).toMatchFileSnapshot(`reports/${each.name}.txt`);
	});

	test('is the same for every generation of packages, but for what it calls them', async () => {
		const [first, ...others] = REPORT_CASES.slice(0, 4);
		const body = async (each: ReportCase) =>
			(await reportOf(each)).split('\n').slice(1).join('\n').replaceAll(each.name, 'it');
		for (const each of others) expect(await body(each)).toBe(await body(first!));
	});

	test('says what comes in without progress', async () => {
		const report = await reportOf(REPORT_CASES[0]!, false);
		await expect(report).toMatchFileSnapshot('reports/first.apkg without progress.txt');
	});
});
